"""A text without its marks: as blocks for the style rules, and as plain text."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tasks.richtext.lines import Line, Run
from tasks.richtext.reader import read
from tasks.style import Block, BlockLink

INDENT = "  "


def to_blocks(html: str) -> tuple[Block, ...]:
    """Return the paragraphs and list items as plain text, with the numbers shown before them.

    A paragraph that continues a list item has kind "p" and a depth of 1 or more.
    """
    return tuple(_block(line) for line in read(html))


def to_text(html: str) -> str:
    """Return one line per block: items begin with "- " or "1. ", two spaces deeper per level."""
    return "\n".join(f"{INDENT * line.depth}{line.marker}{line.text}" for line in read(html))


def _block(line: Line) -> Block:
    return Block(
        text=line.text,
        kind="p" if line.kind == "p" else "li",
        number=line.number if line.kind == "ol" else None,
        depth=line.depth,
        links=tuple(_links(line.runs)),
    )


def _links(runs: Iterable[Run]) -> Iterator[BlockLink]:
    """Yield where each link stands in the text; a link that is partly strong is one."""
    position = 0
    for href, linked in groupby(runs, key=lambda run: run.href):
        end = position + sum(len(run.text) for run in linked)
        if href:
            yield BlockLink(position, end, href)
        position = end
