"""Lines in, canonical HTML out: p, strong, em, a, and lists whose items hold paragraphs."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from tasks.richtext.allowed import allowed_only
from tasks.richtext.lines import Kind, Line, Run

_AT_ONCE = 50  # runs that bleach sees together


def written(lines: Iterable[Line]) -> str:
    """Return the lines as the HTML that is stored: `<ol start="10"><li><p>…</p></li></ol>`."""
    return "".join(_pieces(lines))


def inline_html(runs: Iterable[Run]) -> str:
    """Return the runs as text with a, strong and em, always nested in that order."""
    pieces = []
    for href, group in groupby(runs, key=lambda run: run.href):
        words = _words([_marked(run) for run in group])
        pieces.append(_linked(words, href) if href else words)
    return "".join(pieces)


def _pieces(lines: Iterable[Line]) -> Iterator[str]:
    open_lists: list[tuple[Kind, int]] = []
    for line in lines:
        is_next = _is_next_item(line, open_lists)
        while len(open_lists) > line.depth + is_next:
            yield f"</li></{open_lists.pop()[0]}>"
        if line.kind != "p":
            yield "</li>" if is_next else _list_start(line)
            open_lists[line.depth :] = [(line.kind, line.number + 1)]
            yield "<li>"
        yield f"<p>{inline_html(line.runs)}</p>"
    while open_lists:
        yield f"</li></{open_lists.pop()[0]}>"


def _is_next_item(line: Line, open_lists: list[tuple[Kind, int]]) -> bool:
    """Tell if the line continues the list that is open at its depth."""
    if line.kind == "p" or line.depth >= len(open_lists):
        return False
    kind, next_number = open_lists[line.depth]
    return line.kind == kind and (kind == "ul" or line.number == next_number)


def _list_start(line: Line) -> str:
    if line.kind == "ul" or line.number == 1:
        return f"<{line.kind}>"
    return f'<ol start="{line.number}">'


def _words(marked: list[str]) -> str:
    batches = (marked[n : n + _AT_ONCE] for n in range(0, len(marked), _AT_ONCE))
    return "".join(allowed_only("".join(batch)) for batch in batches)


def _marked(run: Run) -> str:
    words = escape(run.text, quote=False)
    if run.is_emphasised:
        words = f"<em>{words}</em>"
    if run.is_strong:
        words = f"<strong>{words}</strong>"
    return words


def _linked(words: str, href: str) -> str:
    address = escape(href, quote=False).replace('"', "&quot;")
    return allowed_only(f'<a href="{address}"></a>').removesuffix("</a>") + f"{words}</a>"
