"""A text as blocks, with the place of each block in the text that was given."""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.richtext import linked_runs, marker_of, to_blocks
from tasks.style import Block, BlockLink, Prose
from tasks.style.draft import PROSE_FIELDS

_HTML_BEGINS = ("<p", "<ul", "<ol")
_INDENT = 2  # columns a nested item stands deeper
_DEPTH_MAX = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A field's value as the engine reads it; ``offsets`` are code points, one for each block.

    The offsets count in ``text``: what was given, or the plain-text projection of HTML.
    """

    value: str | Prose
    offsets: tuple[int, ...]
    text: str


def placed(field: str, text: str) -> Placed:
    """Read a value of a text field; prose is HTML when it begins with p, ul or ol."""
    if field not in PROSE_FIELDS:
        return Placed(text, (0,), text)
    if text.lstrip().startswith(_HTML_BEGINS):
        return _placed_html(text)
    lines = list(_lines(text))
    return Placed(tuple(block for _, block in lines), tuple(offset for offset, _ in lines), text)


def _placed_html(html: str) -> Placed:
    blocks = to_blocks(html)
    offsets, position = [], 0
    for block in blocks:
        offsets.append(position)
        position += len(block.text) + 1  # blocks are joined by a newline
    return Placed(blocks, tuple(offsets), "\n".join(block.text for block in blocks))


def _lines(text: str) -> Iterator[tuple[int, Block]]:
    """Yield each line that holds words, with where its words begin behind indent and marker."""
    position = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            marker = marker_of(words)
            offset = position + indent + marker.length
            yield offset, _block(words[marker.length :], marker.kind, marker.number, indent)
        position += len(line) + 1


def _block(words: str, kind: str, number: int, indent: int) -> Block:
    links = tuple(_links(words))
    if kind == "p":
        return Block(words, links=links)
    depth = min(indent // _INDENT, _DEPTH_MAX)
    return Block(words, "li", number if kind == "ol" else None, depth, links)


def _links(words: str) -> Iterator[BlockLink]:
    position = 0
    for run in linked_runs(words):
        if run.href:
            yield BlockLink(position, position + len(run.text), run.href)
        position += len(run.text)
