"""Happenings put on their days, and the days in their weeks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tasks.schedule import holiday, iso_week, weekend_day


class Kind(StrEnum):
    """What can happen on a day, in the order of the day; told by a word and an icon."""

    GO_LIVE = "go_live"
    ENDS = "ends"
    YELLOW = "yellow"
    STARTS = "starts"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def icon(self) -> str:
        return _ICONS[self]


_LABELS = {
    Kind.GO_LIVE: "Go-live",
    Kind.ENDS: "Slutter",
    Kind.YELLOW: "Går i gul (beregnet)",
    Kind.STARTS: "Starter",
}
_ICONS = {
    Kind.GO_LIVE: "published",
    Kind.ENDS: "success",
    Kind.YELLOW: "warning",
    Kind.STARTS: "next",
}
_ORDER = list(Kind)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing on one day: of a task, or (without a step) of a wave; ``waves`` are named."""

    kind: Kind
    day: date
    name: str
    url: str
    project: str
    waves: tuple[str, ...] = ()
    step: str = ""
    badge: str = ""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day of the calendar; ``off`` says why nobody is at work, or nothing."""

    day: date
    off: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week from Monday to Sunday with its holidays and the days on which something happens."""

    number: int
    monday: date
    sunday: date
    days: tuple[DayPlan, ...]

    @property
    def is_empty(self) -> bool:
        """Tell if nothing happens all week; a holiday alone is no happening."""
        return not any(plan.happenings for plan in self.days)

    def holds(self, day: date) -> bool:
        """Tell if a day lies in the week."""
        return self.monday <= day <= self.sunday


def monday_of(day: date) -> date:
    """Return the Monday of a day's week; the calendar itself begins on one."""
    return day - timedelta(days=day.weekday())


def weeks_from(monday: date, count: int, happenings: Iterable[Happening]) -> tuple[WeekPlan, ...]:
    """Return ``count`` weeks from ``monday``; what happens outside of them is left out.

    On a day the go-lives stand first, then what ends, goes yellow and starts, each by name.
    """
    by_day: dict[date, list[Happening]] = {}
    for one in happenings:
        by_day.setdefault(one.day, []).append(one)
    mondays = (monday + timedelta(weeks=number) for number in range(count))
    return tuple(_week(first, by_day) for first in mondays)


def _week(monday: date, by_day: dict[date, list[Happening]]) -> WeekPlan:
    days = tuple(_days(monday, by_day))
    return WeekPlan(iso_week(monday).number, monday, monday + timedelta(days=6), days)


def _days(monday: date, by_day: dict[date, list[Happening]]) -> Iterator[DayPlan]:
    for number in range(7):
        day = monday + timedelta(days=number)
        todays = by_day.get(day, [])
        if todays or holiday(day):
            yield DayPlan(day, _off(day), tuple(sorted(todays, key=_place)))


def _off(day: date) -> str:
    """The holiday, or ”weekend”: the day of the week is named already."""
    return holiday(day) or ("weekend" if weekend_day(day) else "")


def _place(one: Happening) -> tuple[int, str, str]:
    return _ORDER.index(one.kind), one.project, one.name
