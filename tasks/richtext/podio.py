"""A text as Podio is known to show it: flat lists that start at 1, and paragraphs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tasks.richtext.lines import Line
from tasks.richtext.reader import read
from tasks.richtext.writer import inline_html

_DASH = "– "


def to_podio_html(html: str) -> str:
    """Return the text in the tags Podio keeps: p, strong, em, a and flat ul and ol.

    Podio is not known to keep nested lists or `<ol start>`. So a numbered list becomes paragraphs
    "10. …" unless it starts at 1 and is flat, which keeps every number as the author saw it; what
    is nested in a list becomes paragraphs "– …" or "1. …" where it stands.
    """
    return "".join(_part_html(part) for part in _parts(read(html)))


def _parts(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Yield the outermost lists with all that is inside them, and paragraphs one by one."""
    part: list[Line] = []
    number = 0
    for line in lines:
        is_next = line.kind == "ul" or line.number == number + 1
        continues = part and (line.depth > 0 or (line.kind == part[0].kind != "p" and is_next))
        if part and not continues:
            yield part
            part = []
        part.append(line)
        number = line.number if line.depth == 0 else number
    if part:
        yield part


def _part_html(part: list[Line]) -> str:
    if part[0].kind == "ul":
        return "".join(
            _list("ul", lines) if is_flat else _paragraphs(lines)
            for is_flat, lines in groupby(part, key=_is_outermost)
        )
    if part[0].kind == "ol" and part[0].number == 1 and all(map(_is_outermost, part)):
        return _list("ol", part)
    return _paragraphs(part)


def _is_outermost(line: Line) -> bool:
    return line.depth == 0


def _list(tag: str, lines: Iterable[Line]) -> str:
    items = "".join(f"<li>{inline_html(line.runs)}</li>" for line in lines)
    return f"<{tag}>{items}</{tag}>"


def _paragraphs(lines: Iterable[Line]) -> str:
    return "".join(f"<p>{_marker(line)}{inline_html(line.runs)}</p>" for line in lines)


def _marker(line: Line) -> str:
    return _DASH if line.kind == "ul" else line.marker
