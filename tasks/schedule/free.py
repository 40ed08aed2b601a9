"""The nearest days, and the nearest moves of several days, that are free."""

from collections.abc import Collection, Iterable
from datetime import date

from tasks.schedule.frozen import FrozenZone
from tasks.schedule.holidays import day_off
from tasks.schedule.periods import days_from

SEARCH_DAYS = 366


def nearest_free_days(day: date, zones: Iterable[FrozenZone]) -> tuple[date | None, date | None]:
    """Return the nearest day before and the nearest after `day` that are free.

    Free means no weekend or holiday and outside every zone. The search stops after 366 days each
    way, and then (or at the end of the calendar) there is no such day: None.
    """
    every_zone = tuple(zones)
    return _first_free(day, every_zone, step=-1), _first_free(day, every_zone, step=1)


def first_free_step(
    days: Collection[date | None], steps: Iterable[int], zones: tuple[FrozenZone, ...]
) -> int | None:
    """Return the first of the steps (in days) that takes every day to a free one, or None."""
    return next((step for step in steps if _all_free(days, step, zones)), None)


def _all_free(days: Collection[date | None], step: int, zones: tuple[FrozenZone, ...]) -> bool:
    moved = (days_from(day, step) for day in days)
    return all(day is not None and _is_free(day, zones) for day in moved)


def _is_free(day: date, zones: tuple[FrozenZone, ...]) -> bool:
    return not day_off(day) and not any(day in zone for zone in zones)


def _first_free(day: date, zones: tuple[FrozenZone, ...], step: int) -> date | None:
    for distance in range(1, SEARCH_DAYS + 1):
        candidate = days_from(day, step * distance)
        if candidate is None:
            return None
        if _is_free(candidate, zones):
            return candidate
    return None
