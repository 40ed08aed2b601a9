"""Finds references to tasks in a text: ”Auto 12”, ”(Auto 12)”, and the range ”Auto 12-13”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tasks.reference import Reference

_RANGE_MAX = 50  # tasks; more is no range anybody means
_YEAR = re.compile(r"(?:19|20)\d\d")


class Mention(NamedTuple):
    """Where a reference stands, and the task or the range of tasks it names."""

    start: int
    end: int
    named: tuple[Reference, ...]


def mentions(text: str, prefixes: tuple[str, ...]) -> Iterator[Mention]:
    """Yield each reference with one of these prefixes; upper and lower case count.

    A year (”KP 2027”) and a number with a unit of its own (”KP 12 %”) are none.
    """
    if not prefixes:
        return
    for found in _pattern(prefixes).finditer(text):
        if not _YEAR.fullmatch(found["first"]):
            yield Mention(found.start(), found.end(), tuple(_named(found)))


@lru_cache(maxsize=32)
def _pattern(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(filter(None, prefixes), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w/@.-])(?P<prefix>{'|'.join(map(re.escape, longest_first))})"
        r"(?P<separator>[ \u00a0–./_-]{0,3})"
        r"(?P<first>\d{1,8}(?:\.\d{1,8}){0,3})(?:[ \u00a0]?[–-][ \u00a0]?(?P<last>\d{1,8}))?"
        r"(?![\w%]|[ \u00a0]%|[/:.,–-]\d)"
    )


def _named(found: re.Match[str]) -> Iterator[Reference]:
    prefix, separator, first = found["prefix"], found["separator"], found["first"]
    stem, _, low = first.rpartition(".")
    numbers = range(int(low), int(found["last"] or low) + 1)
    yield Reference(prefix, separator, first)
    for number in numbers[1:] if len(numbers) <= _RANGE_MAX else ():
        padded = str(number).zfill(len(low))
        yield Reference(prefix, separator, f"{stem}.{padded}" if stem else padded)
