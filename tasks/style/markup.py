"""Finds Markdown an author typed for its looks: a Podio comment shows our texts as they stand.

The marks are escaped on the way to Podio, so ”**vigtigt**” would be read with its stars.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_INSIDE_MAX = 200
_WRAPPED = re.compile(
    rf"(?<![\w*_])(?P<mark>\*\*|__|\*|_|`)(?=[^\s*_`])(?P<inside>[^\n*_`]{{1,{_INSIDE_MAX}}})"
    r"(?<=\S)(?P=mark)(?![\w*_])"
)
_LINK = re.compile(rf"\[(?P<words>[^\[\]\n]{{1,{_INSIDE_MAX}}})\]\((?P<address>[^()\s]{{1,500}})\)")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|br|p|a|ul|ol|li|h[1-6])(?:\s[^<>\n]{0,300})?/?>", re.IGNORECASE
)
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?m)^>[ \t]?(?=\S)")
_BULLET = re.compile(r"(?m)^[*+•·][ \t]+(?=\S)")
_NESTED = re.compile(r"(?m)^[ \t]{2,20}(?=(?:[-*+•]|\d{1,3}[.)])[ \t])")
_RULE = re.compile(r"(?m)^(?:-{3,20}|\*{3,20}|_{3,20}|={3,20})[ \t]*$\n?")
_TABLE = re.compile(r"(?m)^\|[^\n]{1,500}\|[ \t]*$")
_ADDRESS = re.compile(r"https?://\S+")


class Markup(NamedTuple):
    """Marks at code points ``start`` to ``end``; ``bare`` says the same without them, or None."""

    start: int
    end: int
    kind: str
    bare: str | None


def markup(text: str) -> Iterator[Markup]:
    """Yield the marks that would be read as they stand, in order; none inside an address."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    position = 0
    for found in sorted({*_found(text)}):
        while position < len(addresses) and addresses[position][1] <= found.start:
            position += 1
        if position == len(addresses) or found.start < addresses[position][0]:
            yield found


def _found(text: str) -> Iterator[Markup]:
    for match in _WRAPPED.finditer(text):
        yield Markup(match.start(), match.end(), "emphasis", match["inside"])
    for match in _LINK.finditer(text):
        bare = f"{match['words']}: {match['address']}"
        yield Markup(match.start(), match.end(), "link", bare)
    for match in _TABLE.finditer(text):
        yield Markup(match.start(), match.end(), "table", None)
    plain = (
        (_TAG, "tag", ""),
        (_HEADING, "heading", ""),
        (_QUOTE, "quote", ""),
        (_BULLET, "bullet", "- "),
        (_NESTED, "nested", ""),
        (_RULE, "rule", ""),
    )
    for pattern, kind, bare in plain:
        for match in pattern.finditer(text):
            yield Markup(match.start(), match.end(), kind, bare)
