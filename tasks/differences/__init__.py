"""The differences between two texts, word by word, in few pieces that a person can read."""

from tasks.differences.lines import without_common_lines
from tasks.differences.matching import matched
from tasks.differences.pieces import pieces_of
from tasks.differences.reading import Kind, Part, readable
from tasks.differences.words import words

__all__ = ["Kind", "Part", "differences"]


def differences(old: str, new: str) -> tuple[Part, ...]:
    """Return what stayed, what was removed and what was added, in the order of reading.

    ”same” and ”removed” joined are exactly ``old``, ”same” and ”added” exactly ``new``. Where
    something was replaced, the removed words stand before the added ones.
    """
    head, old_rest, new_rest, tail = without_common_lines(old, new)
    old_words, new_words = words(old_rest), words(new_rest)
    pieces = pieces_of(old_words, new_words, matched(old_words, new_words))
    pieces[0].same.insert(0, head)
    pieces[-1].same.append(tail)
    return readable(pieces)
