"""Somebody follows the two obligatory priorities up; nobody follows up what is recommended."""

from collections.abc import Iterator

from tasks.guide import Priority
from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule

_OBLIGATORY = Draft(priority=Priority.MANDATORY)


@rule(
    "follow-up-missing",
    Severity.HINT,
    title="Opfølgning mangler",
    fields=("priority",),
    guide="Ovenstående 2 skal følges op af KOMBIT og/eller leverandør, for at sikre, at kommunerne "
    "når i mål inden intern deadline.",
    why="Uden en ansvarlig opdager ingen i tide, at en kommune er bagud.",
    bad=Example("Obligatorisk, og ingen følger op", _OBLIGATORY, House(is_followed_up=False)),
    good=Example("Obligatorisk, og KOMBIT følger op", _OBLIGATORY, House(is_followed_up=True)),
)
def follow_up_missing(draft: Draft, house: House) -> Iterator[Mark]:
    if house.is_followed_up is not False or not draft.priority:
        return
    priority = Priority(draft.priority)
    if priority.is_followed_up:
        yield Mark(
            "priority",
            f"Opgaven er {priority.label.casefold()}. Vælg, hvem der følger op på den. Det gør du "
            "under Opfølgning på projektets side.",
            subject="opfølgning mangler",
        )
