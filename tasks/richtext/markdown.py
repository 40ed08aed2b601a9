"""Markdown as `announcement.escape_markdown` writes it, shown as a renderer shows it."""

import re
from collections.abc import Iterator

from tasks.richtext.lines import Line, tidy_runs, visible
from tasks.richtext.links import linked_runs
from tasks.richtext.podio import to_podio_html
from tasks.richtext.writer import written

_BULLET = "- "
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def from_markdown(markdown: str) -> str:
    r"""Return paragraphs, flat lists and links; every other sign is words.

    This is no renderer of any Markdown: in what we copy, each mark but "- " first on a line stands
    behind a backslash, so the rest can mean nothing but itself.
    """
    return to_podio_html(written(_lines(markdown)))


def _lines(markdown: str) -> Iterator[Line]:
    for line in filter(None, map(str.strip, markdown.splitlines())):
        words = visible(_ESCAPED.sub(r"\1", line.removeprefix(_BULLET)))
        runs = tidy_runs(linked_runs(words))
        if runs:
            yield Line(runs, "ul" if line.startswith(_BULLET) else "p")
