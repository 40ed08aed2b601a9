"""A text without its marks: as blocks for the style rules, and as plain text."""

from tasks.richtext.lines import Line
from tasks.richtext.reader import read
from tasks.style import Block

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
    )
