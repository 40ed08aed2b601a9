"""check(): every rule over one draft, the findings in the form's order."""

from collections.abc import Sequence

from tasks.style.draft import FIELD_ORDER, Draft, House
from tasks.style.finding import Finding
from tasks.style.rule import Rule
from tasks.style.rules import RULES
from tasks.style.tokens import forget

_POSITION = {key: position for position, key in enumerate(FIELD_ORDER)}


def check(draft: Draft, house: House, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Return all findings, sorted by field (the guide's order), block, start and rule id.

    Never raises, whatever the texts hold; a rule whose facts are absent is silent.
    """
    try:
        found = [finding for rule in rules for finding in rule.find(draft, house)]
    finally:
        forget()
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return _POSITION[finding.field], finding.block, finding.start, finding.rule
