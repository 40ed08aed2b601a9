"""The week a day lies in, as Danes number them (ISO 8601: week 1 holds the year's 4 January)."""

from datetime import date
from typing import NamedTuple


class Week(NamedTuple):
    """A numbered week; its year is not always that of its days: 1 January 2027 is 2026, week 53."""

    year: int
    number: int


def iso_week(day: date) -> Week:
    """Return the ISO week of `day`, from Monday to Sunday."""
    year, number, _ = day.isocalendar()
    return Week(year, number)
