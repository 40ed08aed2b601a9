"""Dates, clock times and offsets as the screens write them; a missing one is ”ingen dato”."""

from collections.abc import Callable
from datetime import date, datetime

from django import template
from django.utils.timezone import is_aware, localtime

from tasks import danish_dates

register = template.Library()

NO_DATE = "ingen dato"


def _day_filter(name: str, write: Callable[[date], str]) -> None:
    """Register a way of writing a day; a point in time counts as its day in Denmark."""

    def written(value: date | None) -> str:
        return NO_DATE if value is None else write(_local(value))

    register.filter(name, written)


def _local(value: date) -> date:
    return localtime(value) if isinstance(value, datetime) and is_aware(value) else value


_day_filter("long_date", danish_dates.long_date)
_day_filter("long_date_with_week", danish_dates.long_date_with_week)
_day_filter("short_date", danish_dates.short_date)
_day_filter("weekday_date", danish_dates.weekday_date)
_day_filter("day_and_month", danish_dates.day_and_month)


@register.filter
def clock(at: datetime | None) -> str:
    """Write the time of day in Denmark: ”10.42”."""
    return NO_DATE if at is None else danish_dates.clock(localtime(at))


@register.filter
def moment(at: datetime | None) -> str:
    """Write a point in time: ”mandag den 23. november 2026 kl. 10.42”."""
    if at is None:
        return NO_DATE
    local = localtime(at)
    return f"{danish_dates.long_date(local)} kl. {danish_dates.clock(local)}"


@register.filter
def days_in_words(offset_days: int | None) -> str:
    """Write days from go-live: ”14 dage før go-live”."""
    return NO_DATE if offset_days is None else danish_dates.days_in_words(offset_days)
