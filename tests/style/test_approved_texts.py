"""Whole tasks a strict reviewer would approve: no false alarm beyond what is written here.

The tasks were written by an editor who had not seen the rules. ”Few findings, right ones”: a rule
that needs a larger budget is a worse rule, and the number here is the place to argue about it.
"""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.lint.whole_task import whole_task
from tasks.style import RULES, Finding, Severity, check, default_house

DATA = Path(__file__).with_name("data")
APPROVED = sorted((DATA / "approved").glob("*.json"))
FLAWED = sorted((DATA / "flawed").glob("*.json"))

# Hints allowed in all the approved tasks together; a rule that is not named has none. Warnings and
# errors have no budget at all.
BUDGET = {"text-date": 2, "method-close": 1}


def findings(path: Path) -> list[Finding]:
    """Check a task among the tasks it names, as if they were all its project has."""
    draft = whole_task(path.read_text(encoding="utf-8")).draft
    known = (*draft.prerequisites, *draft.related_tasks)
    references = frozenset({draft.reference, *(ref.reference for ref in known)})
    house = replace(default_house(), prefixes=(draft.prefix,), references=references)
    return list(check(draft, house))


@pytest.mark.parametrize("path", APPROVED, ids=lambda path: path.stem)
def test_an_approved_task_has_nothing_to_correct(path: Path) -> None:
    graver = [f for f in findings(path) if f.severity > Severity.HINT]
    assert [(f.rule, f.field, f.phrase, f.message) for f in graver] == []


def test_every_rule_keeps_to_its_budget_of_hints() -> None:
    found = Counter(f.rule for path in APPROVED for f in findings(path))
    assert {rule: count for rule, count in found.items() if count > BUDGET.get(rule, 0)} == {}


def test_the_budget_holds_only_rules_that_exist_and_need_it() -> None:
    found = Counter(f.rule for path in APPROVED for f in findings(path))
    assert {rule: found[rule] for rule in BUDGET} == BUDGET
    assert {*BUDGET} <= {rule.id for rule in RULES}


def test_there_are_enough_approved_tasks_to_say_so() -> None:
    assert len(APPROVED) >= 18


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_a_flawed_task_is_told_its_flaws(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))["expected"]
    found = findings(path)
    missed = [row for row in expected if not any(_is_told(finding, row) for finding in found)]
    assert missed == []


def _is_told(finding: Finding, row: dict[str, str]) -> bool:
    """True when the rule spoke in the field, of the phrase or a part of it, or of the whole."""
    same = (finding.rule, finding.field) == (row["rule"], row["field"])
    told, wanted = finding.phrase.casefold(), row["phrase"].casefold()
    return same and (not told or not wanted or told in wanted or wanted in told)
