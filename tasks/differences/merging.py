"""Few pieces: a stretch between two changes is taken into them when it interrupts the reading.

That is white space alone; one word of at most three letters between two replacements; or a stretch
of which both neighbours are at least three times as long, unless all is removed or all is added.
Never over the end of a line or of a sentence: those are where the eye takes hold.
"""

from collections.abc import Iterable

from tasks.differences.pieces import Piece, Texts

SENTENCE_ENDS = frozenset(".!?:")
_SHORT = 3  # letters of a word that may be taken in
_TIMES = 3  # how much longer the changes around a longer stretch must be


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Take in what interrupts; a change that has grown may take in more before it."""
    done: list[_Counted] = []
    for piece in pieces:
        now = _Counted(piece)
        while len(done) > 1 and _interrupts(done[-1], now):
            done[-1].grow(now)
            now = done.pop()
        done.append(now)
    return [counted.piece for counted in done]


class _Counted:
    """A piece whose letters are counted once, however much it grows."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.removed = _letters(piece.removed)
        self.added = _letters(piece.added)
        words = [text for text in piece.same if not text.isspace()]
        self.same = _letters(words)
        self.is_one_word = len(words) == 1 and words[0].isalnum()
        self.has_end = any("\n" in text or text in SENTENCE_ENDS for text in piece.same)

    @property
    def size(self) -> int:
        return max(self.removed, self.added)

    @property
    def is_replacement(self) -> bool:
        return bool(self.removed and self.added)

    def grow(self, behind: "_Counted") -> None:
        """Take in the unchanged stretch and the change behind it."""
        stretch = self.piece.same
        self.piece.removed += stretch + behind.piece.removed
        self.piece.added += stretch + behind.piece.added
        self.removed += self.same + behind.removed
        self.added += self.same + behind.added
        self.piece.same = behind.piece.same
        self.same, self.is_one_word, self.has_end = behind.same, behind.is_one_word, behind.has_end


def _letters(texts: Texts) -> int:
    return sum(len(text) for text in texts if not text.isspace())


def _interrupts(before: _Counted, behind: _Counted) -> bool:
    """True when the stretch between two changes interrupts more than it tells."""
    if before.has_end:
        return False
    if not before.same:
        return True
    is_short = before.is_one_word and before.same <= _SHORT
    if is_short and before.is_replacement and behind.is_replacement:
        return True
    is_one_way = not (before.removed or behind.removed) or not (before.added or behind.added)
    return not is_one_way and before.same * _TIMES <= min(before.size, behind.size)
