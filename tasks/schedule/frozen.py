"""Frozen zones: days on which nothing may start or end, counted to the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from tasks.schedule.periods import Period


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


def zones_touching(dates: Period, zones: Iterable[FrozenZone]) -> tuple[ZoneTouch, ...]:
    """Return each frozen zone that holds the start or the end date, start before end.

    Only these two days matter; a task may run across a zone. The guide: "hvis opgaven ikke må
    have slutdato eller startdato i en frozen zone".
    """
    every_zone = tuple(zones)
    return (*_touches("start", dates.start, every_zone), *_touches("end", dates.end, every_zone))


def overlapping(zones: Iterable[FrozenZone]) -> tuple[tuple[FrozenZone, FrozenZone], ...]:
    """Return each pair of zones that have a day in common; that is allowed, and both count."""
    return tuple(
        (one, other)
        for one, other in combinations(zones, 2)
        if one.first_day <= other.last_day and other.first_day <= one.last_day
    )


def _touches(
    which: Literal["start", "end"], day: date | None, zones: tuple[FrozenZone, ...]
) -> tuple[ZoneTouch, ...]:
    if day is None:
        return ()
    return tuple(ZoneTouch(which, day, zone) for zone in zones if day in zone)
