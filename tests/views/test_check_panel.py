"""How Tjek gathers findings: a rule in a field is one line, and only five hints stand open."""

import pytest

from tasks.actions.fixing import key_of
from tasks.checking import CheckResult, check_task
from tasks.style import RULES, Finding, Fix, Severity
from tasks.views.check_panel import HINTS_OPEN, Line, lines_of, panel_context
from tests.make import make_task

STEPS = ("Åbning af filen", "Oprettelse af ruten", "Udfyldelse af filen", "Indtastning af værdien")
METHOD = f"<ol>{''.join(f'<li><p>{step}</p></li>' for step in STEPS)}</ol>"
HINTING = [rule for rule in RULES if rule.severity is Severity.HINT]


def made(rule: str, start: int, phrase: str, *, fixes: tuple[Fix, ...] = ()) -> Finding:
    """A finding in Mål, as the engine would make it."""
    known = next(r for r in RULES if r.id == rule)
    return Finding(
        rule=rule,
        severity=known.severity,
        field="goal",
        block=0,
        start=start,
        end=start + len(phrase),
        phrase=phrase,
        message="Skriv det anderledes.",
        guide=known.guide,
        why=known.why,
        fixes=fixes,
        can_be_kept=known.can_be_kept,
    )


def line(*findings: Finding) -> Line:
    (only,) = lines_of(findings)
    return only


@pytest.mark.django_db
def test_four_steps_in_the_wrong_form_are_one_line_with_ret_alle_4() -> None:
    found = check_task(make_task(method=METHOD)).standing
    (steps,) = [ln for ln in lines_of(found) if ln.rule.id == "method-imperative"]
    assert len(steps.places) == 4
    assert steps.fix_all == "Ret alle 4"
    assert steps.keep_all == "Behold alle 4"


def test_few_phrases_are_named_each_once_and_the_rest_are_counted() -> None:
    phrases = ("kommunen skal", "Kommunen skal", "kommunen bør", "kommunen må", "kommunerne skal")
    several = line(*(made("tone-municipality", n * 20, p) for n, p in enumerate(phrases)))
    assert several.phrases == ["Kommunen skal", "kommunen bør", "kommunen må"]
    assert several.more_phrases == 1


def test_ret_alle_says_how_many_it_can_mend() -> None:
    fix = (Fix("Ret", "I skal"),)
    first = made("tone-municipality", 0, "kommunen skal", fixes=fix)
    second = made("tone-municipality", 20, "kommunen bør", fixes=fix)
    third = made("tone-municipality", 40, "kommunen må")
    assert line(first, second).fix_all == "Ret alle 2"
    assert line(first, second, third).fix_all == "Ret 2 af 3"
    assert line(first, third).fix_all == ""
    assert line(first).fix_all == ""


def test_the_gravest_stand_first() -> None:
    hint, error = made(HINTING[0].id, 0, "fx"), made("tone-municipality", 20, "kommunen skal")
    assert [ln.severity for ln in lines_of([hint, error])] == [Severity.ERROR, Severity.HINT]


@pytest.mark.parametrize("extra", [-1, 0, 1, 3])
def test_no_more_than_five_hints_stand_open(extra: int) -> None:
    count = HINTS_OPEN + extra
    hints = tuple(made(rule.id, n * 9, f"ord {n}") for n, rule in enumerate(HINTING[:count]))
    error = made("tone-municipality", 900, "kommunen skal")
    shown = panel_context(CheckResult((error, *hints), ()), can_act=True)
    assert len(shown["lines"]) == 1 + min(count, HINTS_OPEN)
    assert len(shown["folded"]) == max(0, extra)
    assert shown["hints"] == count


def test_a_folded_line_counts_every_place() -> None:
    hints = [made(rule.id, n * 9, f"ord {n}") for n, rule in enumerate(HINTING[: HINTS_OPEN + 1])]
    again = made(HINTING[HINTS_OPEN].id, 500, "et andet ord")
    shown = panel_context(CheckResult((*hints, again), ()), can_act=True)
    assert (len(shown["folded"]), shown["folded_count"]) == (1, 2)


def test_every_place_has_a_key_of_its_own() -> None:
    several = line(*(made("tone-municipality", n * 20, "kommunen skal") for n in range(3)))
    keys = [place.key for place in several.places]
    assert len(set(keys)) == 3
    assert keys[0] == key_of(several.first)
