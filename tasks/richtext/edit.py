"""One change inside a stored text, with everything around it left as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from tasks.richtext.lines import Line, Run, settled, tidy_runs
from tasks.richtext.reader import read
from tasks.richtext.writer import written


def replace_in_block(html: str, block: int, start: int, end: int, replacement: str) -> str:
    """Put ``replacement`` in place of the code points ``start``-``end`` of one block's text.

    The new words take the marks (strong, emphasised, link) of the first they replace. Raises
    IndexError when there is no such block, ValueError when the span is empty or outside its text.
    """
    return replace_in_blocks(html, [Change(block, start, end, replacement)])


class Change(NamedTuple):
    """New words for the code points ``start``-``end`` of the block with this index."""

    block: int
    start: int
    end: int
    replacement: str


def replace_in_blocks(html: str, changes: Iterable[Change]) -> str:
    """Make several changes, none of which overlap, in one reading; each as the one above."""
    lines = list(read(html))
    for change in sorted(changes, reverse=True):  # from behind, so that the other spans stay true
        lines[change.block] = _changed(lines[change.block], change)
    return written(settled(lines))


def _changed(line: Line, change: Change) -> Line:
    _, start, end, replacement = change
    if not 0 <= start < end <= len(line.text):
        raise ValueError(f"{start}-{end} is not a span of {len(line.text)} code points")
    replaced = list(_part(line.runs, start, end))
    changed = [
        *_part(line.runs, 0, start),
        replaced[0]._replace(text=replacement),
        *_part(line.runs, end, len(line.text)),
    ]
    return replace(line, runs=tidy_runs(changed))


def _part(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the runs between two code points, cut at both."""
    position = 0
    for run in runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        position += len(run.text)
        if text:
            yield run._replace(text=text)
