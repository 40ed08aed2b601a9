"""References to other tasks: a task of that number exists in the project."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tasks.reference import Reference, parse
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.mentions import mentions
from tasks.style.rule import Example, Mark, rule, text_example

_HOUSE = House(references=frozenset({"Auto 12", "Auto 13"}), prefixes=("Auto",))


@rule(
    "reference-unknown",
    Severity.WARNING,
    title="Ukendt reference",
    fields=READ_FIELDS,
    guide="Præfiks med nummerering benyttes for kort og præcis reference til opgaver",
    why="En reference til en opgave, som ikke findes, sender kommunen forgæves på jagt i KLIK.",
    bad=Example(
        "Brug excel-filen fra (Auto 21).",
        text_example("description", "Brug excel-filen fra (Auto 21).").draft,
        _HOUSE,
    ),
    good=Example(
        "Brug excel-filen fra (Auto 12).",
        text_example("description", "Brug excel-filen fra (Auto 12).").draft,
        _HOUSE,
    ),
)
def reference_unknown(draft: Draft, house: House) -> Iterator[Mark]:
    if house.references is None:
        return
    known = _keys(house.references) | _own_keys(draft)
    has_parts = _prefixes_with_parts(house.references)
    for field, block, text in draft.texts(*READ_FIELDS):
        for said in mentions(text, house.prefixes):
            missing = [r for r in said.named if r.natural_key not in known]
            if missing and not _is_version(said.named[0], has_parts):
                yield Mark(field, _message(missing), block, said.start, said.end)


def _message(missing: list[Reference]) -> str:
    names = " eller ".join(reference.bracketed for reference in missing[:3])
    return f"Projektet har ingen opgave {names}. Tjek præfiks og nummer."


def _own_keys(draft: Draft) -> frozenset[str]:
    """The task itself, and those it was given as prerequisite or related, of any project."""
    others = (task.reference for task in (*draft.prerequisites, *draft.related_tasks))
    return _keys((draft.reference, *others))


@lru_cache(maxsize=16)
def _keys(references: Iterable[str]) -> frozenset[str]:
    return frozenset(parse(reference).natural_key for reference in references)


@lru_cache(maxsize=16)
def _prefixes_with_parts(references: frozenset[str]) -> frozenset[str]:
    """The prefixes under which the project has numbers like ”04.1”."""
    parsed = map(parse, references)
    return frozenset(r.prefix.casefold() for r in parsed if "." in r.number)


def _is_version(reference: Reference, has_parts: frozenset[str]) -> bool:
    """”KP 4.0” is a release of KP where no task is numbered so."""
    return "." in reference.number and reference.prefix.casefold() not in has_parts
