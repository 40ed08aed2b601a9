"""Go-live and offsets in, dates out; and the way back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tasks.schedule.holidays import day_off

DayCount = Literal["calendar-days", "working-days"]


@dataclass(frozen=True)
class Period:
    """When a task can be started and must be finished in one wave; None = not known."""

    start: date | None
    end: date | None


def period(
    go_live: date | None, end_offset_days: int | None, start_offset_days: int | None
) -> Period:
    """Return the dates of a task in the wave that goes live on `go_live` (offsets in days).

    The guide: "Slutdato defineres i antal dage fra den valgte bølges ”Go-live”-dato" and
    "Startdatoen defineres i antal dage fra den valgte slutdato". A missing value gives no
    date, never a guess; so does a date outside the calendar (years 1-9999).
    """
    end = days_from(go_live, end_offset_days)
    return Period(start=days_from(end, start_offset_days), end=end)


def yellow_date(
    end: date | None, duration_days: int | None, counted_in: DayCount = "calendar-days"
) -> date | None:
    """Return the day a task "går i gul": the end date less its duration (days).

    The guide says only that the duration "påvirker hvornår en opgave ”går i gul”". The formula
    is our assumption, and this function is the only place that holds it. Counted in working days
    it is no later than in calendar days, and passes over every ``day_off``.
    """
    if end is None or duration_days is None:
        return None
    in_calendar_days = days_from(end, -duration_days)
    if counted_in == "calendar-days" or in_calendar_days is None:
        return in_calendar_days
    return _working_days_before(end, duration_days)


def internal_deadline(end: date | None, days_before: int) -> date | None:
    """Return the day on which a task should be done for our own sake: `days_before` its end date.

    Counted in calendar days. A deadline on a ``day_off`` stays there: whoever shows it says so.
    """
    return days_from(end, -days_before)


def end_offset(go_live: date, end: date) -> int:
    """Return the days from go-live to the end date; negative when the task ends before."""
    return (end - go_live).days


def start_offset(end: date, start: date) -> int:
    """Return the days from the end date to the start date; negative as the guide demands."""
    return (start - end).days


def days_from(day: date | None, days: int | None) -> date | None:
    """Return the day `days` days after `day`; None when one is missing or it is no calendar day."""
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _working_days_before(end: date, left: int) -> date | None:
    day: date | None = end
    while day is not None and left > 0:
        day = days_from(day, -1)
        left -= day is not None and not day_off(day)
    return day
