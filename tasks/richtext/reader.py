"""Any HTML in, flat lines out: blocks and cells become paragraphs, and words never join."""

import re
from dataclasses import dataclass

from tasks.richtext.lines import MAX_DEPTH, MAX_NUMBER, Kind, Line, Run, settled, tidy_runs
from tasks.richtext.links import safe_href
from tasks.richtext.tokens import Token, tokens

_STRONG = frozenset({"b", "strong"})
_EMPHASISED = frozenset({"em", "i"})
_LISTS: dict[str, Kind] = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
_INSIDE_WORDS = frozenset({
    "a", "abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "font",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "sub",
    "sup", "time", "tt", "u", "var", "wbr", *_STRONG, *_EMPHASISED,
})  # fmt: skip
_NUMBER = re.compile(r"\s*\+?([0-9]{1,6})\s*")


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item, and if the present item still lacks a line."""

    kind: Kind
    number: int
    is_item_open: bool = False
    is_item_new: bool = True


def read(source: str) -> tuple[Line, ...]:
    """Return the lines of any HTML, also hostile; only the marks and lists we keep are left."""
    reader = _Reader()
    for token in tokens(source):
        reader.take(token)
    reader.end_line()
    return tuple(settled(reader.lines))


class _Reader:
    """What is open at one place in the source."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._runs: list[Run] = []
        self._lists: list[_List] = []
        self._lists_too_deep = 0
        self._strong = 0
        self._emphasised = 0
        self._hrefs: list[str] = []
        self._preformatted = 0

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._take_words(token.value)
        elif token.value in _INSIDE_WORDS or ":" in token.value:
            self._mark(token)
        else:
            self.end_line()
            self._take_block(token)

    def end_line(self) -> None:
        """Make the words read so far a line: the first of its list item, or a paragraph."""
        runs = tidy_runs(self._runs)
        self._runs.clear()
        if not runs:
            return
        if self._lists and not self._lists[-1].is_item_open:
            self._lists[-1].is_item_new = True
        depth = next((n for n, a in enumerate(self._lists) if a.is_item_new), None)
        if depth is None:
            self.lines.append(Line(runs, depth=len(self._lists)))
            return
        owner = self._lists[depth]
        number = min(owner.number, MAX_NUMBER) if owner.kind == "ol" else 0
        self.lines.append(Line(runs, owner.kind, depth, number))
        owner.number += 1
        for a_list in self._lists[depth:]:
            a_list.is_item_new = False

    def _take_words(self, words: str) -> None:
        marks = (self._strong > 0, self._emphasised > 0, self._hrefs[-1] if self._hrefs else "")
        first, *others = words.split("\n") if self._preformatted else [words]
        self._runs.append(Run(first, *marks))
        for other in others:
            self.end_line()
            self._runs.append(Run(other, *marks))

    def _mark(self, token: Token) -> None:
        step = 1 if token.kind == "start" else -1
        if token.value in _STRONG:
            self._strong = max(0, self._strong + step)
        elif token.value in _EMPHASISED:
            self._emphasised = max(0, self._emphasised + step)
        elif token.value == "a" and step == 1:
            self._hrefs.append(safe_href(token.attributes.get("href", "")))
        elif token.value == "a" and self._hrefs:
            self._hrefs.pop()

    def _take_block(self, token: Token) -> None:
        is_start = token.kind == "start"
        if token.value in _LISTS:
            if is_start:
                self._open_list(token)
            else:
                self._close_list()
        elif token.value == "li" and self._lists:
            self._lists[-1].is_item_open = is_start
            if is_start:
                self._start_item(token)
        elif token.value == "pre":
            self._preformatted = max(0, self._preformatted + (1 if is_start else -1))

    def _start_item(self, token: Token) -> None:
        present = self._lists[-1]
        present.is_item_new = True
        present.number = _number(token.attributes.get("value", ""), present.number)

    def _open_list(self, token: Token) -> None:
        if len(self._lists) == MAX_DEPTH:
            self._lists_too_deep += 1
            return
        number = _number(token.attributes.get("start", ""), 1)
        self._lists.append(_List(_LISTS[token.value], number))

    def _close_list(self) -> None:
        if self._lists_too_deep:
            self._lists_too_deep -= 1
        elif self._lists:
            self._lists.pop()


def _number(written: str, otherwise: int) -> int:
    found = _NUMBER.fullmatch(written)
    return int(found[1]) if found else otherwise
