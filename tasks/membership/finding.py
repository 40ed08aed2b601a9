"""One municipality among those in some waves, as it is typed into a search box."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasks.membership.spelling import spelling


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: one name with the keys of its waves, or several names to choose from."""

    name: str = ""
    waves: tuple[int, ...] = ()
    alike: tuple[str, ...] = ()


def find_member(typed: str, members: Iterable[tuple[int, str]]) -> Found:
    """Find who is meant among (key of the wave, name): by the whole name, else by a part of it."""
    asked = spelling(typed)
    if not asked:
        return Found()
    rows = tuple(members)
    names = dict.fromkeys(name for _, name in rows)
    exact = [name for name in names if spelling(name) == asked]
    alike = exact or [name for name in names if asked in spelling(name)]
    if len(alike) != 1:
        return Found(alike=tuple(alike))
    return Found(alike[0], tuple(wave for wave, name in rows if name == alike[0]))
