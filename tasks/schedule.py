"""The calendar of a task: go-live and offsets in, dates and clashes with frozen zones out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

_SEARCH_DAYS = 366
_SATURDAY = 5


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

    Free means Monday to Friday and outside every zone. The search stops after 366 days each
    way, and then (or at the end of the calendar) there is no such day: None.
    """
    every_zone = tuple(zones)
    return _first_free(day, every_zone, step=-1), _first_free(day, every_zone, step=1)


def _first_free(day: date, zones: tuple[FrozenZone, ...], step: int) -> date | None:
    for distance in range(1, _SEARCH_DAYS + 1):
        candidate = _days_from(day, step * distance)
        if candidate is None:
            return None
        if candidate.weekday() < _SATURDAY and not any(candidate in zone for zone in zones):
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
