"""The example's days: always ahead, and always on the 30 October the guide speaks of."""

from datetime import date, timedelta

_SATURDAY = 5


def go_live_after(today: date) -> date:
    """Return the next 30 October after today that is not in a weekend; 2026 gives a Friday."""
    year = today.year
    while (day := date(year, 10, 30)) <= today or day.weekday() >= _SATURDAY:
        year += 1
    return day


def monday_of(today: date) -> date:
    """Return the Monday of today's week: a start that has come, and is no weekend."""
    return today - timedelta(days=today.weekday())
