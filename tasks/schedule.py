"""The calendar of a task: go-live and offsets in, dates and clashes with frozen zones out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from dateutil.easter import easter

_SEARCH_DAYS = 366
_SHIFT_DAYS = 31
_WEEKEND = {5: "lørdag", 6: "søndag"}
_FROM_EASTER = {
    -3: "skærtorsdag",
    -2: "langfredag",
    0: "påskedag",
    1: "2. påskedag",
    39: "Kristi himmelfartsdag",
    49: "pinsedag",
    50: "2. pinsedag",
}
_BEDEDAG_FROM_EASTER, _LAST_BEDEDAG = 26, 2023
# 5 June, 24 and 31 December are no holidays by law, but most town halls are closed
_ON_A_DATE = {
    (1, 1): "nytårsdag",
    (6, 5): "grundlovsdag, ofte lukket",
    (12, 24): "juleaftensdag, ofte lukket",
    (12, 25): "juledag",
    (12, 26): "2. juledag",
    (12, 31): "nytårsaftensdag, ofte lukket",
}


@dataclass(frozen=True)
class Period:
    """When a task can be started and must be finished in one wave; None = not known."""

    start: date | None
    end: date | None


@dataclass(frozen=True)
class FrozenZone:
    """Days on which nothing may start or end; both the first and the last day are inside."""

    name: str
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("A frozen zone cannot end before it begins.")

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


class ZoneTouch(NamedTuple):
    """One date of a period that lies in a frozen zone."""

    which: Literal["start", "end"]
    day: date
    zone: FrozenZone


def period(
    go_live: date | None, end_offset_days: int | None, start_offset_days: int | None
) -> Period:
    """Return the dates of a task in the wave that goes live on `go_live` (offsets in days).

    The guide: "Slutdato defineres i antal dage fra den valgte bølges ”Go-live”-dato" and
    "Startdatoen defineres i antal dage fra den valgte slutdato". A missing value gives no
    date, never a guess; so does a date outside the calendar (years 1-9999).
    """
    end = _days_from(go_live, end_offset_days)
    return Period(start=_days_from(end, start_offset_days), end=end)


def yellow_date(end: date | None, duration_days: int | None) -> date | None:
    """Return the day a task "går i gul": the end date less its duration in calendar days.

    The guide says only that the duration "påvirker hvornår en opgave ”går i gul”". The formula
    is our assumption, and this function is the only place that holds it.
    """
    return _days_from(end, None if duration_days is None else -duration_days)


def end_offset(go_live: date, end: date) -> int:
    """Return the days from go-live to the end date; negative when the task ends before."""
    return (end - go_live).days


def start_offset(end: date, start: date) -> int:
    """Return the days from the end date to the start date; negative as the guide demands."""
    return (start - end).days


def zones_touching(dates: Period, zones: Iterable[FrozenZone]) -> tuple[ZoneTouch, ...]:
    """Return each frozen zone that holds the start or the end date, start before end.

    Only these two days matter; a task may run across a zone. The guide: "hvis opgaven ikke må
    have slutdato eller startdato i en frozen zone".
    """
    every_zone = tuple(zones)
    return (*_touches("start", dates.start, every_zone), *_touches("end", dates.end, every_zone))


def nearest_free_days(day: date, zones: Iterable[FrozenZone]) -> tuple[date | None, date | None]:
    """Return the nearest day before and the nearest after `day` that are free.

    Free means no weekend or holiday and outside every zone. The search stops after 366 days each
    way, and then (or at the end of the calendar) there is no such day: None.
    """
    every_zone = tuple(zones)
    return _first_free(day, every_zone, step=-1), _first_free(day, every_zone, step=1)


def day_off(day: date) -> str:
    """Return why nobody is at work: ”lørdag”, ”langfredag”, ”juleaftensdag, ofte lukket”; else "".

    A holiday is named before the weekend it may fall in.
    """
    return _holidays(day.year).get(day) or _WEEKEND.get(day.weekday(), "")


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[date, str]:
    """Return a year's Danish holidays; store bededag was one until and with 2023."""
    named = {date(year, month, day): name for (month, day), name in _ON_A_DATE.items()}
    moving = dict(_FROM_EASTER)
    if year <= _LAST_BEDEDAG:
        moving[_BEDEDAG_FROM_EASTER] = "store bededag"
    return named | {easter(year) + timedelta(days=days): name for days, name in moving.items()}


def nearest_shifts(
    days: Iterable[date], zones: Iterable[FrozenZone]
) -> tuple[int | None, int | None]:
    """Return by how many days, back and forth, to move so that all of the days are free.

    Free means no ``day_off`` and outside every zone; the first is negative, the second positive.
    The search stops after 31 days each way, and then there is no such shift: None.
    """
    every_day, every_zone = tuple(days), tuple(zones)
    back, forth = (
        next((step for step in steps if _all_free(every_day, step, every_zone)), None)
        for steps in (range(-1, -_SHIFT_DAYS - 1, -1), range(1, _SHIFT_DAYS + 1))
    )
    return back, forth


def _all_free(days: tuple[date, ...], step: int, zones: tuple[FrozenZone, ...]) -> bool:
    moved = (_days_from(day, step) for day in days)
    return all(day is not None and _is_free(day, zones) for day in moved)


def _is_free(day: date, zones: tuple[FrozenZone, ...]) -> bool:
    return not day_off(day) and not any(day in zone for zone in zones)


def _first_free(day: date, zones: tuple[FrozenZone, ...], step: int) -> date | None:
    for distance in range(1, _SEARCH_DAYS + 1):
        candidate = _days_from(day, step * distance)
        if candidate is None:
            return None
        if _is_free(candidate, zones):
            return candidate
    return None


def _touches(
    which: Literal["start", "end"], day: date | None, zones: tuple[FrozenZone, ...]
) -> tuple[ZoneTouch, ...]:
    if day is None:
        return ()
    return tuple(ZoneTouch(which, day, zone) for zone in zones if day in zone)


def _days_from(day: date | None, days: int | None) -> date | None:
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
