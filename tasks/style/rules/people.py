"""Somebody is recommended to do the task."""

from collections.abc import Iterator

from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule


@rule(
    "people-missing",
    Severity.HINT,
    title="Udfører mangler",
    fields=("performers", "performer_comment"),
    guide="Her skal vælges en rolle fra KOMBITs rollegalleri, hvis den relevante udfører er en del "
    "af rollegalleriet",
    why="Uden en anbefalet udfører må kommunen selv gætte, hvem der skal have opgaven.",
    bad=Example("(ingen udfører)", Draft()),
    good=Example("Systemadministrator", Draft(performers=("Systemadministrator",))),
)
def people_missing(draft: Draft, _house: House) -> Iterator[Mark]:
    if not draft.performers and not draft.performer_comment.strip():
        yield Mark(
            "performers",
            "Vælg en anbefalet udfører. Står rollen ikke i rollegalleriet, så skriv den i "
            "kommentaren.",
            subject="udfører mangler",
        )
