"""Which municipality is most likely meant by a name nobody has."""

from collections.abc import Iterable
from difflib import get_close_matches

from tasks.membership.spelling import spelling

_AT_MOST = 3
_LIKENESS = 0.7  # ”Aarhsu” is like Aarhus; ”Kolind” is like nothing
_SHORTEST_BEGINNING = 3


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three names that begin like this one, or else are spelled nearly like it."""
    meant, by_spelling = spelling(name), {spelling(row): row for row in known}
    begun = [key for key in by_spelling if _has_beginning(key, meant)]
    close = begun or get_close_matches(meant, by_spelling, n=_AT_MOST, cutoff=_LIKENESS)
    return tuple(by_spelling[key] for key in close[:_AT_MOST])


def _has_beginning(key: str, beginning: str) -> bool:
    is_long_enough = len(beginning) >= _SHORTEST_BEGINNING
    return is_long_enough and any(word.startswith(beginning) for word in (key, *key.split()))
