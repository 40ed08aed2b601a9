"""A message as words in which a whole date, a quoted title and a slot are one word each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tasks.danish_dates import MONTHS, WEEKDAYS
from tasks.differences.words import Word

_DATE = rf"(?:{'|'.join(WEEKDAYS)})\ den\ \d{{1,2}}\.\ (?:{'|'.join(MONTHS)})(?:\ \d{{4}})?(?!\w)"
_PIECE = re.compile(
    rf"(?P<lead>\s+)|(?P<fact>{_DATE}|”[^”\n]*+”|\[[^\]\n]*+\]|\([^()\n]{{1,60}}+\))|\w++(?:-\w++)*+|[^\w\s]",
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A word, where it stands, what stands before it, and whether it is a fact."""

    text: str
    start: int
    lead: str
    is_fact: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def begins_line(self) -> bool:
        return "\n" in self.lead or not self.start


class Message:
    """A text and its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = list(_pieces(text))

    def between(self, first: int, last: int) -> str:
        """The text from where one word begins to where the word before another ends."""
        return self.text[self.pieces[first].start : self.pieces[last - 1].end]

    @property
    def end(self) -> range:
        """Behind the last word."""
        return range(len(self.pieces), len(self.pieces))

    def lines(self) -> list[range]:
        """The places of the words of each line; empty lines are none."""
        starts = [at for at, piece in enumerate(self.pieces) if piece.begins_line or not at]
        ends = [*starts[1:], len(self.pieces)]
        return [range(start, end) for start, end in zip(starts, ends, strict=False)]

    def texts(self, line: range) -> tuple[str, ...]:
        return tuple(self.pieces[at].text for at in line)

    def words(self, line: range) -> list[Word]:
        """The words as ``tasks.differences`` compares them."""
        return [Word("", self.pieces[at].text) for at in line]

    def lead_of(self, at: int) -> str:
        """What stands before a word; behind the last one stands nothing."""
        return self.pieces[at].lead if at < len(self.pieces) else ""

    def line_of(self, at: int) -> range:
        """The line a place between words is in: of two, the one that ends there."""
        lines = self.lines()
        return next((line for line in lines if line.start < at <= line.stop), lines[0])

    def line_at(self, first: int, last: int) -> str:
        """The whole lines around some words; of no words, the line they are missing in."""
        if not self.pieces:
            return ""
        if first == last:
            ends_line = first == len(self.pieces) or self.pieces[first].begins_line
            first, last = (first - 1, first) if ends_line and first else (first, first + 1)
        start, end = self.pieces[first].start, self.pieces[last - 1].end
        from_line = self.text.rfind("\n", 0, start) + 1
        to_line = self.text.find("\n", end)
        return self.text[from_line : to_line if to_line >= 0 else None].strip()

    def is_whole_lines(self, first: int, last: int) -> bool:
        """Tell if the words begin a line and end one."""
        if first == last or not self.pieces[first].begins_line:
            return False
        return last == len(self.pieces) or self.pieces[last].begins_line


def _pieces(text: str) -> Iterator[Piece]:
    lead = ""
    for found in _PIECE.finditer(text):
        if found.lastgroup == "lead":
            lead = found[0]
            continue
        yield Piece(found[0], found.start(), lead, found.lastgroup == "fact")
        lead = ""
