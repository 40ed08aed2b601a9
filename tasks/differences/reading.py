"""From pieces to the parts that are shown."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from tasks.differences.merging import merged
from tasks.differences.pieces import Piece
from tasks.differences.placing import place, trim

Kind = Literal["same", "removed", "added"]


class Part(NamedTuple):
    """A stretch of text, and what happened to it."""

    kind: Kind
    text: str


def readable(pieces: list[Piece]) -> tuple[Part, ...]:
    """Return the pieces, of which the first has no change, as few parts that are easy to read."""
    for before, piece in pairwise(pieces):
        place(before, piece)
    pieces = merged(pieces)
    for before, piece in pairwise(pieces):
        trim(before, piece)
    return tuple(part for piece in pieces for part in _parts(piece) if part.text)


def _parts(piece: Piece) -> Iterable[Part]:
    yield Part("removed", "".join(piece.removed))
    yield Part("added", "".join(piece.added))
    yield Part("same", "".join(piece.same))
