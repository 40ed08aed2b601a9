"""Reads the traps beside the tests: ”field | + | text”, the phrase in [ ]; + is found, - is not."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from tasks.style import Block, BlockLink, Draft, Finding, House, Rule
from tasks.style.draft import PROSE_FIELDS

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True)
class Trap:
    """One text of one field; ``start`` and ``end`` are where the phrase stands, 0 and 0 for none.

    Of two pairs about the same words the inner one is text: ”[[dato]]” marks ”[dato]”.
    """

    field: str
    is_found: bool
    text: str
    start: int = 0
    end: int = 0

    @property
    def draft(self) -> Draft:
        if self.field in PROSE_FIELDS:
            return Draft(**{self.field: (_linked(self.text),)})  # type: ignore[arg-type]
        return Draft(**{self.field: self.text})  # type: ignore[arg-type]

    def is_told(self, rule: Rule, house: House) -> bool:
        """True when the rule finds it where the phrase stands, or tells nothing as it should."""
        found = list(rule.find(self.draft, house))
        if not self.is_found:
            return not found
        return any(self._overlaps(finding) for finding in found)

    def _overlaps(self, finding: Finding) -> bool:
        return not self.end or (finding.start < self.end and finding.end > self.start)


def traps(name: str) -> list[Trap]:
    """Return the traps of a data file."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [_trap(*line.split(" | ", 2)) for line in lines if " | " in line]


def _trap(field: str, sign: str, marked: str) -> Trap:
    text = marked.replace("\\n", "\n")
    if sign == "-" or "[" not in text:
        return Trap(field, sign == "+", text)
    start, stop = text.index("["), text.rindex("]")
    bare = text[:start] + text[start + 1 : stop] + text[stop + 1 :]
    return Trap(field, True, bare, start, stop - 1)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.links: list[BlockLink] = []
        self._open = (0, "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = (len(self.text), dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.links.append(BlockLink(self._open[0], len(self.text), self._open[1]))

    def handle_data(self, data: str) -> None:
        self.text += data


def _linked(text: str) -> Block:
    if "<a " not in text:
        return Block(text)
    reader = _Links()
    reader.feed(text)
    return Block(reader.text, links=tuple(reader.links))
