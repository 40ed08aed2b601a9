"""A text as flat lines: paragraphs and list items, each made of runs of equally marked words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, NamedTuple

MAX_DEPTH = 6
"""Lists nest this many levels; what lies deeper is moved up to the last level."""

MAX_NUMBER = 999_999
"""No item of a numbered list has a greater number."""

Kind = Literal["p", "ul", "ol"]

_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LOOSE_ACCENT = re.compile("[^\\W\\d_][\u0300-\u036f]{1,8}(?![\u0300-\u036f])")


class Run(NamedTuple):
    """Words with the same marks; an `href` makes them a link."""

    text: str
    is_strong: bool = False
    is_emphasised: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph ("p") or an item of a list ("ul", "ol").

    `depth` is the nesting of an item, 0 outermost; a paragraph of depth 1 continues the item of
    depth 0 above it. `number` is the number shown before an item of an "ol", else 0.
    """

    runs: tuple[Run, ...]
    kind: Kind = "p"
    depth: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def marker(self) -> str:
        """Return what stands before the text of an item: "- " or "10. "; "" for a paragraph."""
        return {"p": "", "ul": "- ", "ol": f"{self.number}. "}[self.kind]


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with visible characters and single spaces only, and no space at the edges."""
    merged = (
        Run(visible("".join(run.text for run in group)), *marks)
        for marks, group in groupby(runs, key=lambda run: run[1:])
    )
    tidy: list[Run] = []
    is_after_space = True
    for run in merged:
        text = _SPACES.sub(" ", run.text)
        text = text.lstrip() if not tidy else text.removeprefix(" ") if is_after_space else text
        if text:
            tidy.append(run._replace(text=text))
            is_after_space = text.endswith(" ")
    while tidy and not tidy[-1].text.rstrip():
        tidy.pop()
    if tidy:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip())
    return tuple(tidy)


def settled(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that hold words, each at most one level deeper than the item above it."""
    reached = 0
    for line in filter(lambda line: line.runs, lines):
        depth = min(line.depth, reached)
        yield replace(line, depth=depth)
        reached = depth if line.kind == "p" else depth + 1


def visible(text: str) -> str:
    """Return the text without characters nobody sees, fx controls, soft hyphens and surrogates.

    A loose accent joins its letter ("a" + ring is "å"), so the word can be found.
    """
    return _LOOSE_ACCENT.sub(lambda m: unicodedata.normalize("NFC", m[0]), _UNSEEN.sub("", text))
