"""The fewest words to remove and add, after Myers (1986), as long as they are few."""

from collections.abc import Iterator, Sequence

Pair = tuple[int, int]

_MOST_EDITS = 100
_MOST_WORK = 200_000  # words looked at; a long stretch is given up after fewer edits


def shortest_way(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the places of the words that stay; none when too much differs."""
    in_old, in_new = _shared(old, new), _shared(new, old)
    way = _way([old[at] for at in in_old], [new[at] for at in in_new])
    return [(in_old[i], in_new[j]) for i, j in way][::-1]


def _shared(words: Sequence[str], others: Sequence[str]) -> list[int]:
    """Return the places of the words that stand in the other text too; no other can stay."""
    known = set(others)
    return [at for at, word in enumerate(words) if word in known]


def _way(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Follow equal words along the diagonals; each edit leads on to the next diagonal."""
    most = min(_MOST_EDITS, _MOST_WORK // (len(old) + len(new) + 1))
    reached = {1: 0}  # how far into the old text one has come on each diagonal
    steps: list[dict[int, int]] = []
    for edits in range(most + 1):
        steps.append(reached.copy())
        for diagonal in range(-edits, edits + 1, 2):
            i = _after_edit(reached, diagonal)
            j = i - diagonal
            while i < len(old) and j < len(new) and old[i] == new[j]:
                i, j = i + 1, j + 1
            reached[diagonal] = i
            if i >= len(old) and j >= len(new):
                return _way_back(steps, i, j)
    return iter(())


def _after_edit(reached: dict[int, int], diagonal: int) -> int:
    """Return where one stands when a word more is added, or removed: whichever is further."""
    return max(reached.get(diagonal + 1, -1), reached.get(diagonal - 1, -1) + 1)


def _way_back(steps: list[dict[int, int]], i: int, j: int) -> Iterator[Pair]:
    """Yield the words that stay, the last first."""
    for reached in reversed(steps):
        diagonal = i - j
        start = _after_edit(reached, diagonal)
        yield from ((at, at - diagonal) for at in range(i - 1, start - 1, -1))
        was_added = reached.get(diagonal + 1) == start
        i = start if was_added else start - 1
        j = start - diagonal - (1 if was_added else 0)
