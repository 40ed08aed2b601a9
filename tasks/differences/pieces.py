"""What was changed between two texts, piece by piece, each with what is unchanged behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tasks.differences.shortest import Pair
from tasks.differences.words import Word

Texts = list[str]


@dataclass(slots=True)
class Piece:
    """A change, and the unchanged stretch behind it; words and white space one by one."""

    removed: Texts = field(default_factory=list)
    added: Texts = field(default_factory=list)
    same: Texts = field(default_factory=list)


def pieces_of(old: Sequence[Word], new: Sequence[Word], pairs: Iterable[Pair]) -> list[Piece]:
    """Return the pieces in order; the first is without a change."""
    pieces = [Piece()]
    old_start = new_start = 0
    for i, j in pairs:
        _add(pieces, _texts(old[old_start:i]), _texts(new[new_start:j]))
        if old[i].lead == new[j].lead:
            pieces[-1].same += old[i].lead_texts
        else:
            _add_leads(pieces, old[i].lead_texts, new[j].lead_texts)
        pieces[-1].same.append(old[i].text)
        old_start, new_start = i + 1, j + 1
    return pieces


def _add(pieces: list[Piece], removed: Texts, added: Texts) -> None:
    if removed or added:
        pieces.append(Piece(removed, added))


def _add_leads(pieces: list[Piece], removed: Texts, added: Texts) -> None:
    """Tell of a step that only got another number that its line begins where it did."""
    if removed[:1] == added[:1]:
        pieces[-1].same += removed[:1]
        removed, added = removed[1:], added[1:]
    _add(pieces, removed, added)


def _texts(words: Iterable[Word]) -> Texts:
    return list(chain.from_iterable(word.texts for word in words))
