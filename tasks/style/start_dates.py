"""Reads a message to the municipalities: when can the task be started, in words or as a date?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tasks.danish_dates import MONTHS, day_and_month, weekday_date
from tasks.style.tokens import said_in

_START = re.compile(
    r"\b(?:starte?s?|starter|opstarte?s?|begynde?s?|begynder|påbegynde?s?|gå(?:r)? i gang|"
    r"komme(?:r)? i gang|sætte(?:r)? i gang|tage(?:r)? fat|åbner|åben|klar til at løse)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:det samme|nu|straks|omgående|i dag|i morgen|når|fra|så snart|efter|uge \d|"
    r"(?:man|tirs|ons|tors|fre|lør|søn)dag|hvornår I vil|når som helst)\b|\d{1,2}[./]",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:senest|frist(?:en)?|deadline|færdige?|til og med|slutter|inden|afsluttet)\b",
    re.IGNORECASE,
)
_OTHER_TASK = re.compile(r",? som (?:I|du)\b")
_DATE = re.compile(
    rf"""(?P<weekday>(?:man|tirs|ons|tors|fre|lør|søn)dag\ (?:den|d\.)\ )?
    (?<![\d.])(?P<day>\d{{1,2}})
    (?: \.\ ?(?P<word>{"|".join(MONTHS)})\b
      | \.(?P<month>\d{{1,2}})(?:\.|(?=\s|$))
      | /(?P<slash>\d{{1,2}})\b )
    (?:[ -]?(?P<year>20\d\d)\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_VERSION = re.compile(r"(?:release|version|punkt|afsnit|kl\.?)\s*$", re.IGNORECASE)
_VERSION_REACH = 12


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date in the text; ``start`` and ``end`` are code points, ``year`` 0 when not written."""

    start: int
    end: int
    day: int
    month: int
    year: int
    is_numeric: bool
    has_weekday: bool

    @property
    def shown(self) -> str:
        """The date in words, without weekday: ”1. oktober”."""
        return f"{self.day}. {MONTHS[self.month - 1]}"

    def is_day(self, day: date) -> bool:
        same = (self.day, self.month) == (day.day, day.month)
        return same and self.year in {0, day.year}

    def rewritten(self, day: date) -> str:
        """Return another day written the way this one is."""
        year = f" {day.year}" if self.year else ""
        if self.has_weekday:
            return weekday_date(day) + year
        return (
            f"{day.day}.{day.month}.{day.year if self.year else ''}"
            if self.is_numeric
            else (day_and_month(day) + year)
        )


def says_when(text: str) -> bool:
    """True when a sentence joins a start (”starte”, ”gå i gang”) with a time or a date."""
    return any(_WHEN.search(said) for _, said in _start_sentences(text))


def start_dates_said(text: str) -> Iterator[SaidDate]:
    """Yield the date each start sentence names; deadlines and other tasks' dates are left out."""
    for offset, said in _start_sentences(text):
        begin = _START.search(said)
        deadline = _DEADLINE.search(said, begin.end() if begin else 0)
        stop = deadline.start() if deadline else len(said)
        found = next(_dates(said[:stop], offset), None)
        if found is not None:
            yield found


def _start_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, text) of each sentence about starting this task, cut where another begins."""
    for sentence in said_in(text):
        begin, end = sentence[0].start, sentence[-1].end
        other = _OTHER_TASK.search(text, begin, end)
        said = text[begin : other.start() if other else end]
        if _START.search(said):
            yield begin, said


def _dates(said: str, offset: int) -> Iterator[SaidDate]:
    for match in _DATE.finditer(said):
        month = _month(match)
        before = said[max(0, match.start() - _VERSION_REACH) : match.start()]
        if not 1 <= month <= 12 or not 1 <= int(match["day"]) <= 31 or _VERSION.search(before):
            continue
        yield SaidDate(
            start=offset + match.start(),
            end=offset + match.end(),
            day=int(match["day"]),
            month=month,
            year=int(match["year"] or 0),
            is_numeric=match["word"] is None,
            has_weekday=match["weekday"] is not None,
        )


def _month(match: re.Match[str]) -> int:
    if match["word"]:
        return _MONTH_NUMBERS.get(match["word"].casefold(), 0)
    return int(match["month"] or match["slash"])
