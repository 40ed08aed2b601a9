"""New facts into a message that somebody has written in: their sentences stay as they are.

The old proposal stands between: what differs from it in the text is the author's, what differs
from it in the new proposal is news. News goes in where the author left the words alone; where
they did not, a date or a title they kept is exchanged; and what finds no place is handed back.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tasks.announcement.aligning import (
    Hunk,
    contiguous,
    hunks_between,
    is_fact_for_fact,
    places_in,
)
from tasks.announcement.pieces import Message, Piece

_HOLD = 3  # words of the proposal in a row that tell where in the text one is


class Unplaced(NamedTuple):
    """News that found no place: the line as it was and as it is now; either may be empty."""

    old: str
    new: str


class Refreshed(NamedTuple):
    """The text with the new facts, and what it had no place for."""

    text: str
    unplaced: tuple[Unplaced, ...] = ()


class _Edit(NamedTuple):
    start: int
    end: int
    words: str


def refresh(old_proposal: str, new_proposal: str, text: str) -> Refreshed:
    """Put the differences between two proposals into a text made from the first."""
    if text == old_proposal:
        return Refreshed(new_proposal)
    return _Refreshing(Message(old_proposal), Message(new_proposal), Message(text)).result()


class _Refreshing:
    """The three texts, and where each word of the old proposal stands in the author's text."""

    def __init__(self, old: Message, new: Message, text: Message) -> None:
        self.old, self.new, self.text = old, new, text
        self.places = places_in(old, text)

    def result(self) -> Refreshed:
        edits: list[_Edit] = []
        unplaced: list[Unplaced] = []
        for hunk in self._each():
            if hunk.old_first == hunk.old_last and self._is_said(hunk):
                continue
            found = list(self._edits(hunk))
            if found and not _overlap(edits, found):
                edits += found
            elif not self._is_said(hunk):
                unplaced.append(self._handed_back(hunk))
        text = _edited(self.text.text, edits)
        unplaced += self._left_behind(text, unplaced)
        return Refreshed(text, tuple(dict.fromkeys(unplaced)))

    def _left_behind(self, text: str, told: list[Unplaced]) -> Iterator[Unplaced]:
        """Yield the lines of facts that hold no longer, and stand in the text all the same."""
        holding = {piece.text for piece in self.new.pieces}
        standing = {piece.text for piece in Message(text).pieces}
        known = "\n".join(each.old for each in told)
        for at, piece in enumerate(self.old.pieces):
            is_gone = piece.is_fact and piece.text not in holding
            if is_gone and piece.text in standing and piece.text not in known:
                yield Unplaced(self.old.line_at(at, at + 1), "")

    def _each(self) -> Iterator[Hunk]:
        """Yield the changes; lines that do not stand together as they did go one by one."""
        for hunk in hunks_between(self.old, self.new):
            if hunk.is_exchange and self._is_apart(hunk):
                yield from self._line_by_line(hunk)
            else:
                yield hunk

    def _is_apart(self, hunk: Hunk) -> bool:
        whole = self.old.is_whole_lines(hunk.old_first, hunk.old_last)
        length = hunk.old_last - hunk.old_first
        return whole and contiguous(self.places, hunk.old_first, 1, length) != length

    def _line_by_line(self, hunk: Hunk) -> Iterator[Hunk]:
        """Put the new lines where the first of the old ones stands, and take out the others."""
        lines = [line for line in self.old.lines() if hunk.old_first <= line.start < hunk.old_last]
        standing = [line for line in lines if line.start in self.places]
        first = next((line for line in standing if self._is_whole(line)), None)
        if first is None:
            yield hunk
            return
        for line in standing:
            new = hunk.new_last if line is first else hunk.new_first
            yield Hunk(line.start, line.stop, hunk.new_first, new)

    def _is_whole(self, line: range) -> bool:
        return contiguous(self.places, line.start, 1, len(line)) == len(line)

    def _edits(self, hunk: Hunk) -> Iterator[_Edit]:
        if hunk.old_first == hunk.old_last:
            yield from self._insertion(hunk)
        elif self._stands(hunk):
            yield self._exchange(hunk)
        elif is_fact_for_fact(hunk, self.old, self.new):
            yield from self._fact_elsewhere(hunk)

    def _stands(self, hunk: Hunk) -> bool:
        """Tell if the author left the words alone, and it is these words and not some like them."""
        length = hunk.old_last - hunk.old_first
        if contiguous(self.places, hunk.old_first, 1, length) != length:
            return False
        if any(piece.is_fact for piece in self.old.pieces[hunk.old_first : hunk.old_last]):
            return True
        before = contiguous(self.places, hunk.old_first, -1, _HOLD + 1) - 1
        behind = contiguous(self.places, hunk.old_last - 1, 1, _HOLD + 1) - 1
        return before + behind >= _HOLD or length > _HOLD

    def _exchange(self, hunk: Hunk) -> _Edit:
        first, last = self.places[hunk.old_first], self.places[hunk.old_last - 1]
        if hunk.new_first == hunk.new_last:
            return self._removal(first, last)
        start, end = self.text.pieces[first].start, self.text.pieces[last].end
        words = self.new.between(hunk.new_first, hunk.new_last)
        leads = self.old.lead_of(hunk.old_first), self.new.lead_of(hunk.new_first)
        if leads[0] != leads[1] and self.text.lead_of(first) == leads[0]:
            start, words = start - len(leads[0]), leads[1] + words
        return _Edit(start, end, words)

    def _removal(self, first: int, last: int) -> _Edit:
        """Take words out with the space before; with that behind, when a line goes on with more."""
        pieces = self.text.pieces
        start, end = pieces[first].start, pieces[last].end
        goes_on = last + 1 < len(pieces) and not pieces[last + 1].begins_line
        if pieces[first].begins_line and goes_on:
            return _Edit(start, pieces[last + 1].start, "")
        return _Edit(start - len(pieces[first].lead), end, "")

    def _insertion(self, hunk: Hunk) -> Iterator[_Edit]:
        is_lines = self.new.is_whole_lines(hunk.new_first, hunk.new_last)
        yield from self._new_lines(hunk) if is_lines else self._in_line(hunk)

    def _new_lines(self, hunk: Hunk) -> Iterator[_Edit]:
        """Put lines behind the line they follow, or before the one they lead to."""
        at, pieces = hunk.old_first, self.text.pieces
        words = self.new.between(hunk.new_first, hunk.new_last)
        if contiguous(self.places, at - 1, -1, _HOLD) == _HOLD:
            place = self._line_end(pieces[self.places[at - 1]].end)
            yield _Edit(place, place, self.new.pieces[hunk.new_first].lead + words)
        elif contiguous(self.places, at, 1, _HOLD) == _HOLD:
            place = pieces[self.places[at]].start
            yield _Edit(place, place, words + self.new.lead_of(hunk.new_last))

    def _in_line(self, hunk: Hunk) -> Iterator[_Edit]:
        """Put words into a line that still says what stood around them."""
        at, pieces = hunk.old_first, self.text.pieces
        words = self.new.between(hunk.new_first, hunk.new_last)
        line = self.old.line_of(at)
        before = contiguous(self.places, at - 1, -1, min(_HOLD, at - line.start))
        behind = contiguous(self.places, at, 1, min(_HOLD, line.stop - at))
        if before + behind < min(_HOLD, len(line)):
            return
        if before:
            place = pieces[self.places[at - 1]].end
            yield _Edit(place, place, self.new.pieces[hunk.new_first].lead + words)
        else:
            place = pieces[self.places[at]].start
            yield _Edit(place, place, words + self.new.lead_of(hunk.new_last))

    def _line_end(self, at: int) -> int:
        """After what the author wrote on behind a line of the proposal."""
        end = self.text.text.find("\n", at)
        return len(self.text.text) if end < 0 else end

    def _fact_elsewhere(self, hunk: Hunk) -> Iterator[_Edit]:
        """Exchange a fact that the author took into sentences of their own, if it is only one."""
        fact = self.old.pieces[hunk.old_first].text
        counted = Counter(piece.text for piece in self.old.pieces)
        standing = [piece for piece in self.text.pieces if piece.text == fact]
        if counted[fact] == len(standing) == 1:
            yield _Edit(standing[0].start, standing[0].end, self.new.pieces[hunk.new_first].text)

    def _is_said(self, hunk: Hunk) -> bool:
        """Tell if the author wrote the news already."""
        here = self.new.pieces[hunk.new_first : hunk.new_last]
        gone = self.old.pieces[hunk.old_first : hunk.old_last]
        if is_fact_for_fact(hunk, self.old, self.new):
            said = {piece.text for piece in self.text.pieces}
            return here[0].text in said and gone[0].text not in said
        new = self._handed_back(hunk).new
        return new in self.text.text if new else not _shared(gone, self.text.pieces)

    def _handed_back(self, hunk: Hunk) -> Unplaced:
        """The lines around, before and after; none before what is new, none after what is gone."""
        old = self.old.line_at(hunk.old_first, hunk.old_last)
        new = self.new.line_at(hunk.new_first, hunk.new_last)
        if self.old.is_whole_lines(hunk.old_first, hunk.old_last) and not hunk.is_exchange:
            return Unplaced(old, "")
        if self.new.is_whole_lines(hunk.new_first, hunk.new_last) and not hunk.is_exchange:
            return Unplaced("", new)
        return Unplaced(old, new)


def _shared(gone: list[Piece], standing: list[Piece]) -> bool:
    """Tell if any fact that is gone still stands."""
    facts = {piece.text for piece in gone if piece.is_fact}
    return not facts or bool(facts & {piece.text for piece in standing})


def _overlap(edits: list[_Edit], more: list[_Edit]) -> bool:
    return any(
        (one.start < other.end and other.start < one.end) or one.start == other.start
        for one in edits
        for other in more
    )


def _edited(text: str, edits: list[_Edit]) -> str:
    """Make the edits from the end on, so that the places before stay true."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text
