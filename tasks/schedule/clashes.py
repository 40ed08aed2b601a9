"""Everything that speaks against the dates of a task in one wave."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from tasks.schedule.frozen import FrozenZone
from tasks.schedule.holidays import holiday, weekend_day
from tasks.schedule.periods import Period


class Clash(NamedTuple):
    """One warning about one date; `name` is ”lørdag”, ”langfredag” or the name of the zone."""

    which: Literal["start", "end"]
    day: date
    kind: Literal["weekend", "holiday", "frozen-zone"]
    name: str
    zone: FrozenZone | None = None


def clashes_in(
    dates: Period, zones: Iterable[FrozenZone], *, respects_zones: bool
) -> tuple[Clash, ...]:
    """Return every warning about the dates: the start's before the end's; none for no date.

    Of one date the weekend comes first, then the holiday, then each frozen zone that holds it.
    Zones count only when the task respects them. The guide: "Anvendes kun hvis opgaven ikke må
    have slutdato eller startdato i en frozen zone".
    """
    counted = tuple(zones) if respects_zones else ()
    return (*_against("start", dates.start, counted), *_against("end", dates.end, counted))


def _against(
    which: Literal["start", "end"], day: date | None, zones: tuple[FrozenZone, ...]
) -> Iterator[Clash]:
    if day is None:
        return
    if name := weekend_day(day):
        yield Clash(which, day, "weekend", name)
    if name := holiday(day):
        yield Clash(which, day, "holiday", name)
    for zone in zones:
        if day in zone:
            yield Clash(which, day, "frozen-zone", zone.name, zone)
