"""Reads the labelled lines beside the tests: ”+ ” a hit, ”- ” none, ”? ” a person must judge."""

from dataclasses import dataclass
from pathlib import Path

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True)
class Line:
    """One labelled text; ``start`` and ``end`` are where [ ] stood, 0 and 0 without them."""

    label: str
    text: str
    start: int = 0
    end: int = 0


def labelled(name: str) -> list[Line]:
    """Return the lines of a data file; a line that begins with # is a comment."""
    raw = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [_line(line[0], line[2:]) for line in raw if line[:2] in {"+ ", "- ", "? "}]


def spans_labelled(name: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return (text, spans) for each line that may hold several [ ]; no span on a ”- ” line."""
    raw = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [_spans(line[2:]) for line in raw if line[:2] in {"+ ", "- "}]


def _spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    starts = [i for i, letter in enumerate(marked) if letter == "["]
    ends = [i for i, letter in enumerate(marked) if letter == "]"]
    pairs = enumerate(zip(starts, ends, strict=True))
    # each mark before it moves a letter one to the left
    spans = [(start - 2 * i, end - 2 * i - 1) for i, (start, end) in pairs]
    return marked.replace("[", "").replace("]", ""), spans


def _line(label: str, marked: str) -> Line:
    start = marked.find("[")
    text = marked.replace("[", "").replace("]", "")
    return Line(label, text, start, marked.index("]") - 1) if start >= 0 else Line(label, text)


@dataclass
class Score:
    """Counts of a two-way judgement."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false)

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.missed + self.false)

    def count(self, wanted: bool, got: bool) -> None:
        self.hit += wanted and got
        self.missed += wanted and not got
        self.false += got and not wanted
