"""The names of municipalities as they are pasted: from a mail, a numbered list, a column."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from unicodedata import category, normalize

from tasks.membership.spelling import spelling

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BETWEEN = re.compile(r"[,;\t|•·]|\s(?:og|samt|&)\s")
_NUMBER_BEFORE = re.compile(r"^\W*\d{1,4}(?:\s*[.):\-–]\s*|\s+)(?=\D)")
_CODE_AFTER = re.compile(r"\s*\(?\b\d{3,4}\)?$")
_ENDS = " \t\"'”“„«»‘’().:*_>–—-"
_HEADINGS = frozenset({"", "navn", "kommunenavn", "kommunens navn", "kommunekode", "kode", "nr"})
_CODE_DIGITS = 4
_NUMBERING = 100  # lists are numbered below it, and the codes of municipalities lie above


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted list says: names as the municipalities are called here, each once."""

    found: tuple[str, ...]
    unknown: tuple[str, ...]
    repeated: tuple[str, ...]


def read_names(text: str, known: Mapping[str, str]) -> Pasted:
    """Read a list with one name a line, or with comma, semicolon, tab or ”og” between them.

    ``known`` gives each name its code, which is read too where a line has codes alone.
    """
    by_spelling = {spelling(name): name for name in known}
    by_code = {code: name for name, code in known.items() if code}
    found: Counter[str] = Counter()
    unknown: dict[str, None] = {}
    for part in _parts(text):
        if name := by_code.get(part.zfill(_CODE_DIGITS)) or by_spelling.get(spelling(part)):
            found[name] += 1
        else:
            unknown[part] = None
    repeated = tuple(name for name, times in found.items() if times > 1)
    return Pasted(tuple(found), tuple(unknown), repeated)


def _parts(text: str) -> Iterator[str]:
    """Yield what stands for a municipality each; headings, numbers and bullets are left out."""
    plain = normalize("NFKC", _TAG.sub("\n", unescape(text)))
    visible = "".join(letter for letter in plain if category(letter) != "Cf")
    for line in visible.splitlines():
        parts = [part for part in (_bare(part) for part in _BETWEEN.split(line)) if part]
        names = [part for part in parts if not _is_number(part)]
        yield from names or (part for part in parts if int(part) >= _NUMBERING)


def _bare(part: str) -> str:
    """A name without what stands around it; nothing for a heading."""
    name = " ".join(part.split()).strip(_ENDS)
    if _is_number(name):
        return name
    name = _CODE_AFTER.sub("", _NUMBER_BEFORE.sub("", name)).strip(_ENDS)
    return "" if spelling(name) in _HEADINGS else name


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdecimal()
