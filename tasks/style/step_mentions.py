"""Finds where a text points to its own steps: ”punkt 5-9”, ”trin 1, 2 og 4”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import JOINERS
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_STEPS = wordset("punkt punktet punkter punkterne pkt. pkt trin trinet trinene trinnene")
_NUMBERS = re.compile(r"(\d{1,3})(?:[-–](\d{1,3}))?\.?")
_RANGE_MAX = 200
_LIST_MAX = 20  # tokens of ”1, 2 og 4”
# Behind these the step is another text's: ”punkt 4 i vejledningen”, ”trin 3 af kurset”
_ELSEWHERE = wordset("i på fra af under hos til ovenfor")
_OURS = wordset("listen denne metode metoden opgaven afsnittet fremgangsmåden her")
_LOOK = 5
_TO = frozenset({"til", "-", "–"})
_UNITS = wordset("gange gang dage timer minutter uger måneder stk. pct. procent")


class StepMention(NamedTuple):
    """Where ”punkt 5-9” stands, and the numbers it names."""

    start: int
    end: int
    numbers: tuple[int, ...]


def step_mentions(said: Said) -> Iterator[StepMention]:
    """Yield each mention of own steps; ”vejledningens punkt 4” is another text's."""
    for position, token in enumerate(said[:-1]):
        if token.low not in _STEPS or token.is_quoted:
            continue
        numbers, last = _numbers(said, position + 1)
        if numbers and not _is_of_other(said, position, last):
            yield StepMention(token.start, _end(said[last]), tuple(numbers))


def _end(token: Token) -> int:
    return token.end - (token.kind is Kind.NUMBER and token.text.endswith("."))


def _numbers(said: Said, position: int) -> tuple[list[int], int]:
    """Read ”5-9”, ”5 til 9”, ”1, 2 og 4”; return the numbers and where the last one stands."""
    found: list[int] = []
    last = position
    for number in range(position, min(position + _LIST_MAX, len(said)), 2):
        match = _NUMBERS.fullmatch(said[number].text)
        if not match or (number > position and _counts_something(said, number)):
            break
        low, high = int(match[1]), int(match[2] or match[1])
        is_range_end = number > position and said[number - 1].low in _TO
        found.extend(_between(found[-1] + 1 if is_range_end else low, high))
        last = number
        if number + 1 < len(said) and not _joins(said[number + 1]):
            break
    return found, last


def _counts_something(said: Said, position: int) -> bool:
    """”Gentag trin 2, 3 gange”."""
    return position + 1 < len(said) and said[position + 1].low in _UNITS


def _between(low: int, high: int) -> range:
    return range(low, min(high, low + _RANGE_MAX) + 1)


def _joins(token: Token) -> bool:
    return token.low in JOINERS | _TO or token.text in {",", "/"}


def _is_of_other(said: Said, first: int, last: int) -> bool:
    """True for ”aftalens punkt 4”, ”punkt 4 i vejledningen”, ”punkt 4 (Auto 12)”."""
    before = said[first - 1] if first else None
    if before is not None and before.is_word and before.low.endswith("s") and len(before.low) > 4:
        return True
    behind = said[last + 1 : last + 1 + _LOOK]
    if not behind:
        return False
    if behind[0].low in _ELSEWHERE:
        return not _OURS & {token.low for token in behind[1:]}
    return behind[0].text in {"(", "%"} or behind[0].low in _UNITS
