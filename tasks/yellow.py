"""The day a task goes yellow, counted as this house has chosen."""

from datetime import date
from typing import cast

from django.conf import settings

from tasks import schedule


def day_count() -> schedule.DayCount:
    """Return how days of duration are counted; the settings refuse any other word."""
    return cast(schedule.DayCount, settings.KLIK_YELLOW_COUNTED_IN)


def goes_yellow(end: date | None, duration_days: int | None) -> date | None:
    """Return the day for an end date and a duration (days); None when one is missing."""
    return schedule.yellow_date(end, duration_days, day_count())
