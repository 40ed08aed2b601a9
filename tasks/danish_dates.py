"""Dates, clock times and numbers of days in Danish, read and written without any locale."""

import calendar
import re
from datetime import date, datetime, time

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_FEBRUARY = 2
_HOW_TO_WRITE = "Skriv datoen som 30.10.2026."
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_DANISH = re.compile(
    r"(?:(?P<weekday>(?:man|tir|ons|tor|fre|lør|søn)(?:s?dag)?)\.?,? )?(?:den |d\. ?)?"
    r"(?P<day>[0-9]{1,2})"
    r"(?: ?[./-] ?(?P<month>[0-9]{1,2}) ?[./ -] ?|\.? ?(?P<name>[a-zæøå]{3,9})\.? )"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?: \(uge [0-9]{1,2}\))?"
)


def long_date(day: date) -> str:
    """Return "fredag den 30. oktober 2026"."""
    return f"{weekday_date(day)} {day.year}"


def long_date_with_week(day: date) -> str:
    """Return "fredag den 30. oktober 2026 (uge 44)", with the ISO week Danes use."""
    return f"{long_date(day)} (uge {day.isocalendar().week})"


def short_date(day: date) -> str:
    """Return "fre 30.10.2026" for tables; day and month have two digits so columns align."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day:02}.{day.month:02}.{day.year}"


def day_and_month(day: date) -> str:
    """Return "30. oktober"."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def weekday_date(day: date) -> str:
    """Return "fredag den 30. oktober", without a year."""
    return f"{WEEKDAYS[day.weekday()]} den {day_and_month(day)}"


def clock(moment: time | datetime) -> str:
    """Return "10.42", the Danish way to write a clock time."""
    return f"{moment.hour}.{moment.minute:02}"


def days_in_words(offset_days: int) -> str:
    """Return a signed number of days from go-live in words: -14 is "14 dage før go-live"."""
    if offset_days == 0:
        return "på dagen for go-live"
    count = abs(offset_days)
    unit = "dag" if count == 1 else "dage"
    return f"{count} {unit} {'før' if offset_days < 0 else 'efter'} go-live"


def parse_danish_date(text: str) -> date:
    """Return the day a person wrote, fx "30.10.2026", "30/10 2026" or "2026-10-30".

    A weekday, "den" or "d." may stand first; a year of two digits means 20xx. Raises ValueError
    with a Danish sentence to show beside the field, also when the text is empty.
    """
    words = " ".join(text.casefold().split())
    match = _ISO.fullmatch(words) or _DANISH.fullmatch(words)
    if match is None:
        raise ValueError(_HOW_TO_WRITE)
    parts = match.groupdict()
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    month = int(parts["month"]) if parts["month"] else _month_number(parts["name"])
    day = _existing_day(year, month, int(parts["day"]))
    _refuse_wrong_weekday(day, parts.get("weekday"))
    return day


def _month_number(name: str) -> int:
    """Return 10 for "oktober", "okt" and "okt"; 0 for a word that is no month."""
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name)), 0)


def _existing_day(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and day >= 1 and year >= 1):
        raise ValueError(_HOW_TO_WRITE)
    days_in_month = calendar.monthrange(year, month)[1]
    if day > days_in_month:
        name = MONTHS[month - 1]
        in_year = f" i {year}" if month == _FEBRUARY else ""
        raise ValueError(f"{day}. {name} findes ikke{in_year} – {name} har {days_in_month} dage.")
    return date(year, month, day)


def _refuse_wrong_weekday(day: date, written: str | None) -> None:
    weekday = WEEKDAYS[day.weekday()]
    if written is not None and not weekday.startswith(written):
        raise ValueError(f"{day_and_month(day)} {day.year} er en {weekday}.")
