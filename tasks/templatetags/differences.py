"""Differences on a screen: what is struck out, what is underlined, and what need not be read."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django import template

from tasks.differences import Part
from tasks.differences import differences as parts_of

register = template.Library()

_LONG = 60  # words; a longer unchanged stretch is folded in the compact form
_KEPT = 12  # words that stay on each side of the fold
_WORD = re.compile(r"\S+")
_LINE_END, _SPACE = "¶", "·"


class Shown(NamedTuple):
    """A part as it is drawn; the white space around a changed text is not drawn as changed.

    ``kind`` is a part's, or "fold". ``said`` is what a screen reader says instead of a sign.
    """

    kind: str
    text: str
    before: str = ""
    after: str = ""
    said: str = ""


@register.filter
def differences(old: str, new: str) -> tuple[Part, ...]:
    """Return the parts of two plain texts."""
    return parts_of(old, new)


@register.inclusion_tag("components/_differences.html")
def show_differences(
    parts: Sequence[Part], compact: bool = False, with_key: bool = False
) -> dict[str, Any]:
    """Draw parts as one text; ``compact`` folds what is far from any change."""
    shown = [one for at in range(len(parts)) for one in _shown(parts, at, compact)]
    return {"shown": shown, "with_key": with_key}


def _shown(parts: Sequence[Part], at: int, compact: bool) -> Iterator[Shown]:
    kind, text = parts[at]
    if kind == "same":
        is_first, is_last = at == 0, at == len(parts) - 1
        yield from _folded(text, is_first, is_last) if compact else [Shown(kind, text)]
    elif text.isspace():
        yield from _blank(parts, at)
    else:
        before, _, behind = text.partition(text.strip())
        yield Shown(kind, text.strip(), before, behind)


def _blank(parts: Sequence[Part], at: int) -> Iterator[Shown]:
    """Give changed white space a sign; a space that only made room for a line end needs none."""
    kind, text = parts[at]
    after = text if kind == "added" else ""
    lines = text.count("\n")
    if lines:
        yield Shown(kind, _LINE_END * lines, after=after, said="linjeskift")
    elif _has_other_side(parts, at):
        yield Shown("same", after)
    else:
        yield Shown(kind, _SPACE, after=after, said="mellemrum")


def _has_other_side(parts: Sequence[Part], at: int) -> bool:
    """True when the part is one half of a replacement."""
    kind = parts[at].kind
    beside = parts[at + 1 : at + 2] if kind == "removed" else parts[max(at - 1, 0) : at]
    return any(part.kind not in (kind, "same") for part in beside)


def _folded(text: str, is_first: bool, is_last: bool) -> Iterator[Shown]:
    """Fold a long stretch, but for the words nearest to a change."""
    words = list(_WORD.finditer(text))
    if len(words) <= _LONG:
        yield Shown("same", text)
        return
    start = 0 if is_first else words[_KEPT - 1].end()
    end = len(text) if is_last else words[-_KEPT].start()
    gap = "\n" if "\n" in text[start:end].strip() else " "
    yield Shown("same", text[:start], after="" if is_first else gap)
    yield Shown("fold", "…", said="uændret tekst")
    yield Shown("same", text[end:], before="" if is_last else gap)
