"""Changes where they read best.

What was only added, or only removed, can often stand a few words earlier or later and mean the
same; it stands where a line or a sentence begins: ”[I skal ringe.]” and not ”I skal [ringe. I
skal]”. What removed and added words begin or end with alike is unchanged.
"""

from tasks.differences.merging import SENTENCE_ENDS
from tasks.differences.pieces import Piece, Texts

_FAR = 200  # words and spaces


def place(before: Piece, piece: Piece) -> None:
    """Move what was only added or only removed to the best place within the stretches around."""
    if piece.removed and piece.added:
        return
    change = piece.removed or piece.added
    head, tail = before.same[-_FAR:], piece.same[:_FAR]
    around = [*head, *change, *tail]
    start, length = len(head), len(change)
    earliest = start - _alike(head[::-1], [*head, *change][::-1])
    latest = start + _alike([*change, *tail], tail)
    best = max(range(latest, earliest - 1, -1), key=lambda at: _calm(around, at, at + length))
    before.same[len(before.same) - start :] = around[:best]
    change[:] = around[best : best + length]
    piece.same[: len(tail)] = around[best + length :]


def trim(before: Piece, piece: Piece) -> None:
    """Give what removed and added have in common at their ends back to the stretches around."""
    head = _alike(piece.removed, piece.added)
    before.same += piece.removed[:head]
    del piece.removed[:head], piece.added[:head]
    tail = _alike(piece.removed[::-1], piece.added[::-1])
    piece.same[:0] = piece.removed[len(piece.removed) - tail :]
    del piece.removed[len(piece.removed) - tail :], piece.added[len(piece.added) - tail :]


def _alike(texts: Texts, others: Texts) -> int:
    """Count the texts that are the same from the start."""
    for at, (one, other) in enumerate(zip(texts, others, strict=False)):
        if one != other:
            return at
    return min(len(texts), len(others))


def _calm(texts: Texts, start: int, end: int) -> tuple[int, bool]:
    """Judge a place by its two ends; of equal ones, the white space stands before the words."""
    return _rest(texts, start) + _rest(texts, end), texts[start].isspace()


def _rest(texts: Texts, at: int) -> int:
    """Tell how good a place it is to begin or end at: lines, then sentences, then words."""
    before = texts[at - 1] if at else "\n"
    behind = texts[at] if at < len(texts) else "\n"
    if "\n" in (before, behind):
        return 3
    if before in SENTENCE_ENDS and behind.isspace():
        return 2
    return 1 if before.isspace() or behind.isspace() else 0
