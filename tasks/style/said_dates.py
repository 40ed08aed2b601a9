"""Finds dates in a text, whichever way they are written: ”1. oktober”, ”d. 1.10.”, ”2026-10-01”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tasks.danish_dates import MONTHS, day_and_month, weekday_date

_WORDS = "|".join((*MONTHS, *(rf"{month[:3]}\." for month in MONTHS if len(month) > 4)))
_DATE = re.compile(
    rf"""(?P<weekday>(?:man|tirs|ons|tors|fre|lør|søn)dag,?\ (?:den|d\.)\ )?
    (?<![\d.,/-])
    (?: (?P<iso>20\d\d)-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}})(?!\d)
      | (?P<day>\d{{1,2}})
        (?: \.\ ?(?P<word>{_WORDS})(?!\w)
          | \.\ ?(?P<month>\d{{1,2}})(?:\.(?!\d\d?\.)|(?=[\s,;:!?)]|$))
          | /(?P<slash>\d{{1,2}})(?![\d/]) )
        (?:[ -]?(?P<year>20\d\d)\b)? )""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_NO_DATE = re.compile(
    r"(?:release|version|vers\.?|punkt(?:erne)?|pkt\.?|afsnit|kapitel|kap\.?|trin|figur|tabel|"
    r"bilag|side|fane|nr\.?|kl\.?|§)\s*$",
    re.IGNORECASE,
)
_DIGIT_AND_MARK = re.compile(r"\d[./-]")
_REACH = 12  # code points before a date that tell it is none
_LISTED_MAX = 4  # days; more would hide what to do about them


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date in the text; ``start`` and ``end`` are code points, ``year`` 0 when not written."""

    start: int
    end: int
    day: int
    month: int
    year: int
    is_numeric: bool
    weekday: str

    @property
    def shown(self) -> str:
        """The date in words, without weekday: ”1. oktober”."""
        year = f" {self.year}" if self.year else ""
        return f"{self.day}. {MONTHS[self.month - 1]}{year}"

    def is_day(self, day: date) -> bool:
        same = (self.day, self.month) == (day.day, day.month)
        return same and self.year in {0, day.year}

    def rewritten(self, day: date) -> str:
        """Return another day written the way this one is."""
        year = f" {day.year}" if self.year else ""
        if self.weekday:
            named = weekday_date(day) + year
            return named.capitalize() if self.weekday[:1].isupper() else named
        if self.is_numeric:
            return f"{day.day}.{day.month}.{day.year if self.year else ''}"
        return day_and_month(day) + year


def dates_said(text: str) -> Iterator[SaidDate]:
    """Yield the dates of a text in order; versions, clock times and numbers of lists are none."""
    if _DIGIT_AND_MARK.search(text) is None:
        return
    for match in _DATE.finditer(text):
        month, day = _month(match), int(match["day"] or match["iso_day"])
        before = text[max(0, match.start() - _REACH) : match.start()]
        if 1 <= month <= 12 and 1 <= day <= 31 and not _NO_DATE.search(before):
            yield SaidDate(
                start=match.start(),
                end=match.end(),
                day=day,
                month=month,
                year=int(match["year"] or match["iso"] or 0),
                is_numeric=match["word"] is None,
                weekday=match["weekday"] or "",
            )


def _month(match: re.Match[str]) -> int:
    if match["word"]:
        return _MONTH_NUMBERS.get(match["word"].casefold()[:3], 0)
    return int(match["month"] or match["slash"] or match["iso_month"])


def listed(days: list[str]) -> str:
    """Join days for a message: ”12. oktober (Bølge 1), 19. oktober (Bølge 2) og 3 andre”."""
    left = len(days) - _LISTED_MAX
    if left <= 0:
        return ", ".join(days)
    return f"{', '.join(days[:_LISTED_MAX])} og {left} {'anden' if left == 1 else 'andre'}"
