"""The source of a text: what stands in a plain textarea, with "- " bullets and "1. " steps."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from tasks.danish_dates import MONTHS
from tasks.richtext.lines import MAX_DEPTH, Kind, Line, Run, settled, tidy_runs, visible
from tasks.richtext.links import linked_runs
from tasks.richtext.plain import INDENT
from tasks.richtext.reader import read
from tasks.richtext.writer import written

_TAB_WIDTH = 4
_BULLET = re.compile(r"[-*•·][ \u00a0]+(?=\S)")
_STEP = re.compile(
    r"(?P<number>[0-9]{1,3})[.)][ \u00a0]+(?=\S)"
    rf"(?!(?:{'|'.join(MONTHS)}|kvartal|halvår)\b)"  # "30. oktober" is a day, not a step
)


class Marker(NamedTuple):
    """What makes a typed line an item; ``length`` is in code points, ``number`` an "ol"'s."""

    kind: Kind
    length: int
    number: int = 0


def to_source(html: str) -> str:
    """Return the text as a person types it, paragraphs parted by a blank line.

    The items of a list follow each other line by line, two spaces deeper per level. A link is
    "tekst (https://…)", or its address alone when that is its text. Strong and emphasised words
    show no mark.
    """
    source = ""
    was_in_list = False
    for line in read(html):
        is_in_list = line.kind != "p" or line.depth > 0
        if source:
            source += "\n" if is_in_list and was_in_list else "\n\n"
        source += f"{INDENT * line.depth}{line.marker}{_source_words(line)}"
        was_in_list = is_in_list
    return source


def from_source(text: str, stored_html: str = "") -> str:
    """Return the HTML for a text a person typed; markup in it stays visible text.

    Lines beginning "- " or "10. " are list items, every other line is a paragraph, and a bare
    http(s) address becomes a link. A text that is the source of `stored_html` returns it
    unchanged; so strong words and named links are lost only when the person edits the text.
    """
    if _comparable(text) == _comparable(to_source(stored_html)):
        return stored_html
    return written(settled(_typed_lines(text)))


def _source_words(line: Line) -> str:
    return "".join(
        _source_link("".join(run.text for run in group), href)
        for href, group in groupby(line.runs, key=lambda run: run.href)
    )


def _source_link(words: str, href: str) -> str:
    address = href.removeprefix("mailto:")
    if not href or words.strip() in {href, address}:
        return words
    space_after = words[len(words.rstrip()) :]
    return f"{words.rstrip()} ({address}){space_after}"


def _comparable(text: str) -> list[str]:
    """Return the lines as they come back from a browser: other line ends, no outer spaces."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _typed_lines(text: str) -> Iterator[Line]:
    """Yield the typed lines, nested as they are indented; `columns` are those of the open items."""
    columns: list[int] = []
    for typed in text.expandtabs(_TAB_WIDTH).splitlines():
        line = _typed_line(typed.strip())
        if line.runs:  # a blank line moves nothing
            _move_to(columns, len(typed) - len(typed.lstrip()), line.kind)
            yield replace(line, depth=len(columns) - (line.kind != "p"))


def _move_to(columns: list[int], column: int, kind: Kind) -> None:
    """Close the items that do not begin left of the column; open one when the line is an item."""
    while columns and column <= columns[-1]:
        columns.pop()
    if kind != "p" and len(columns) < MAX_DEPTH:
        columns.append(column)


def marker_of(words: str) -> Marker:
    """Return what stands before the text of a typed line: "- ", "10. " or nothing."""
    if bullet := _BULLET.match(words):
        return Marker("ul", bullet.end())
    if step := _STEP.match(words):
        return Marker("ol", step.end(), int(step["number"]))
    return Marker("p", 0)


def _typed_line(words: str) -> Line:
    marker = marker_of(words)
    return Line(_typed_runs(words[marker.length :]), marker.kind, number=marker.number)


def _typed_runs(words: str) -> tuple[Run, ...]:
    return tidy_runs(linked_runs(visible(words)))
