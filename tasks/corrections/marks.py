"""A text's paragraphs, lists and marks beside its words."""

from itertools import groupby
from typing import NamedTuple

from tasks.richtext.lines import Line
from tasks.richtext.reader import read


class Stretch(NamedTuple):
    """Equally marked words of one line that changed."""

    old: str
    new: str


def changed_stretches(old_html: str, new_html: str) -> list[Stretch] | None:
    """Return the stretches that changed; None when paragraphs, lists or marks did."""
    old, new = read(old_html), read(new_html)
    if [_shape(line) for line in old] != [_shape(line) for line in new]:
        return None
    pairs = [
        Stretch(before.text, after.text)
        for old_line, new_line in zip(old, new, strict=True)
        for before, after in zip(old_line.runs, new_line.runs, strict=True)
    ]
    return [pair for pair in pairs if pair.old != pair.new]


def _shape(line: Line) -> tuple[object, ...]:
    marks = tuple((run.is_strong, run.is_emphasised, bool(run.href)) for run in line.runs)
    return line.kind, line.depth, line.number, marks


def links_of(html: str) -> list[tuple[str, str]]:
    """Return each link's address and words; a link that is partly strong is one."""
    runs = [run for line in read(html) for run in line.runs]
    return [
        (href, "".join(run.text for run in linked))
        for href, linked in groupby(runs, key=lambda run: run.href)
        if href
    ]
