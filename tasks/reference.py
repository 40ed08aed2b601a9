"""A task's reference, ”MI 01”: kept as it was typed, compared and sorted the way people read it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# A prefix ends in a letter; the number begins at the first digit after it and may have sub-numbers
_SHAPE = re.compile(r"(?P<prefix>.*?[^\W\d_])(?P<separator>[ \-–./_]*)(?P<number>\d[\w.\-]*)")
_PASTED = re.compile(r"\s*\((?P<reference>[^()]{1,40})\)\s*(?P<title>.*)", re.DOTALL)
_DIGITS = re.compile(r"(\d+)")

PARTS = ("prefix", "separator", "number")
# Real prefixes are 1-6 letters (MI, K, Auto); the room is for a project's own words
PREFIX_MAX, SEPARATOR_MAX, NUMBER_MAX = 20, 3, 20
# Casefolding can make three letters of one; the keys still fit their columns
_KEY_MAX, _SORT_KEY_MAX = 60, 200


@dataclass(frozen=True, slots=True)
class Reference:
    """Prefix, separator and number as typed; any part may be empty while a draft is young."""

    prefix: str = ""
    separator: str = ""
    number: str = ""

    def __str__(self) -> str:
        return f"{self.prefix}{self.separator}{self.number}"

    @property
    def bracketed(self) -> str:
        """”(MI 01)”, as the guide writes it before a title; empty for an empty reference."""
        return f"({self})" if str(self) else ""

    @property
    def is_complete(self) -> bool:
        """True when both prefix and number are there: the guide's ”PRÆFIKS [nummer]”."""
        return bool(self.prefix and self.number)

    @property
    def natural_key(self) -> str:
        """What makes two references the same: ”MI 2”, ”mi 02” and ”MI02” are one."""
        digits = _DIGITS.sub(lambda run: run[0].lstrip("0") or "0", self.number)
        key = f"{self.prefix}{' ' if self.number else ''}{digits}".casefold()
        return key.strip()[:_KEY_MAX]

    @property
    def sort_key(self) -> str:
        """Sorts ”MI 2” before ”MI 12” in any database: digit runs are padded to eight places."""
        return _DIGITS.sub(lambda run: run[0].zfill(8), self.natural_key)[:_SORT_KEY_MAX]


def parse(text: str) -> Reference:
    """Read ”(MI 01)”, ”K04.1” or ”Auto 12”; text of another shape becomes the prefix unchanged.

    Never raises: what a person typed is kept, and the style engine says what is wrong with it.
    """
    bare = " ".join(text.split())
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    match = _SHAPE.fullmatch(bare)
    if match is None:
        return Reference(prefix=bare)
    return Reference(match["prefix"], match["separator"], match["number"])


def split_title(text: str) -> tuple[Reference, str]:
    """Part a pasted ”(MI 02) Udfyld …” in reference and title; without one the reference is empty.

    A bracket that does not hold a reference, as in ”(Frivillig) Udfyld …”, stays in the title.
    """
    match = _PASTED.fullmatch(text)
    if match is not None and (reference := parse(match["reference"])).is_complete:
        return reference, match["title"].strip()
    return Reference(), text.strip()


def next_after(references: Iterable[Reference], prefix: str) -> Reference:
    """The next free whole number under a prefix, written like its highest: MI 09 -> MI 10.

    Gaps are left alone, since a gap often is a task that was taken out. The first is ”MI 01”.
    """
    same = [r for r in references if r.prefix.casefold() == prefix.casefold() and r.number]
    numbered = [(int(found[0]), r) for r in same if (found := re.match(r"\d+", r.number))]
    if not numbered:
        return Reference(prefix, " ", "01")
    highest, last = max(numbered, key=lambda pair: pair[0])
    width = len(_DIGITS.findall(last.number)[0])
    return Reference(last.prefix, last.separator, str(highest + 1).zfill(width))
