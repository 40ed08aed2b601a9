"""Whether one message can tell of another task too, and why not when it cannot."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

_NAMED = 3  # municipalities a sentence names; more are counted


@dataclass(frozen=True, slots=True)
class Candidate:
    """A task a message might tell of; the municipalities are those of its real waves."""

    name: str
    project: int | None
    municipalities: frozenset[str]
    is_binned: bool = False
    is_announced: bool = False
    covered_by: str = ""
    covers: tuple[str, ...] = ()


def obstacles(master: Candidate, other: Candidate) -> tuple[str, ...]:
    """Return in Danish sentences why the master's message cannot tell of the other task too."""
    return tuple(_obstacles(master, other))


def _obstacles(master: Candidate, other: Candidate) -> Iterator[str]:
    if other.is_binned:
        yield f"{other.name} ligger i papirkurven."
    if other.is_announced:
        yield f"{other.name} har fået sin egen besked, og den er sendt."
    if other.covered_by and other.covered_by != master.name:
        yield f"{other.name} står allerede i beskeden på {other.covered_by}."
    if other.covers:
        yield f"{other.name} har selv en fælles besked med {_listed(other.covers)}."
    if master.covered_by:
        yield f"{master.name} står selv i beskeden på {master.covered_by}."
    if other.project != master.project or other.project is None:
        yield f"{other.name} hører ikke til samme projekt som {master.name}."
        return
    yield from _municipalities(master, other)


def _municipalities(master: Candidate, other: Candidate) -> Iterator[str]:
    """The message stands on the master task, so exactly its municipalities read it."""
    for task in (master, other):
        if not task.municipalities:
            yield f"{task.name} har ingen kommuner endnu. Vælg bølger på opgaven først."
    if not master.municipalities or not other.municipalities:
        return
    if missed := other.municipalities - master.municipalities:
        yield f"{_listed(missed)} får ikke beskeden, for {master.name} er ikke sendt til dem."
    if extra := master.municipalities - other.municipalities:
        yield f"{_listed(extra)} får beskeden, men har ikke {other.name}."


def _listed(names: Collection[str]) -> str:
    """Return ”Aarhus Kommune, Odense Kommune og 12 andre”."""
    first = sorted(names)[:_NAMED]
    if left := len(names) - len(first):
        first.append("én anden" if left == 1 else f"{left} andre")
    *most, last = first
    return f"{', '.join(most)} og {last}" if most else last
