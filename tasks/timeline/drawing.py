"""Draws the project: one lane for each wave, all on the same scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.danish_dates import day_and_month
from tasks.schedule import FrozenZone, holiday
from tasks.timeline.bars import bars_of
from tasks.timeline.facts import Entry, WaveFacts
from tasks.timeline.scale import Scale, month_ticks, scale_for, week_ticks
from tasks.timeline.shapes import Band, Bar, Line, Tick

AXIS = 64  # pixels: names of months, numbers of weeks, names of lines
ROW = 40  # pixels: a name and a bar
_HOLIDAYS_UP_TO = 800  # days; beyond it a day is thinner than what can be seen
_TODAY_WITHIN = timedelta(days=92)  # of the dates; else the picture would mostly be empty
_TURNED_FROM = 0.75  # of the width: a name to the right of its line would not fit


@dataclass(frozen=True, slots=True)
class Lane:
    """One wave: its bars, its go-live, and the tasks that have no date in it."""

    name: str
    go_live: date | None
    bars: tuple[Bar, ...]
    undated: tuple[Entry, ...]
    lines: tuple[Line, ...]
    height: int

    @property
    def count(self) -> int:
        return len(self.bars) + len(self.undated)


@dataclass(frozen=True, slots=True)
class Picture:
    """The lanes, and what they have in common."""

    first: date
    last: date
    months: tuple[Tick, ...]
    weeks: tuple[Tick, ...]
    zones: tuple[Band, ...]
    holidays: tuple[Band, ...]
    lanes: tuple[Lane, ...]


def draw(waves: Sequence[WaveFacts], zones: Iterable[FrozenZone], today: date) -> Picture | None:
    """Return the picture of a project's waves; None when they hold no date at all."""
    days = list(_days(waves))
    if not days:
        return None
    first, last = min(days), max(days)
    if first - _TODAY_WITHIN <= today <= last + _TODAY_WITHIN:
        first, last = min(first, today), max(last, today)
    scale = scale_for(first, last)
    return Picture(
        first=scale.first,
        last=scale.last,
        months=tuple(month_ticks(scale)),
        weeks=tuple(week_ticks(scale)),
        zones=tuple(_zones(scale, zones)),
        holidays=tuple(_holidays(scale)),
        lanes=tuple(_lane(scale, wave, today) for wave in waves),
    )


def _days(waves: Iterable[WaveFacts]) -> Iterator[date]:
    for wave in waves:
        if wave.go_live is not None:
            yield wave.go_live
        for entry in wave.entries:
            yield from entry.days


def _lane(scale: Scale, wave: WaveFacts, today: date) -> Lane:
    dated = [entry for entry in wave.entries if any(entry.days)]
    bars = tuple(bars_of(scale, wave.name, dated, top=AXIS, row=ROW))
    lines = tuple(_lines(scale, wave.go_live, today))
    undated = tuple(entry for entry in wave.entries if not any(entry.days))
    return Lane(wave.name, wave.go_live, bars, undated, lines, AXIS + ROW * len(bars) + 8)


def _lines(scale: Scale, go_live: date | None, today: date) -> Iterator[Line]:
    """Yield today and the go-live; when both would stand in the same place, once for both."""
    marked = {go_live: "go-live"} if go_live else {}
    if scale.first <= today <= scale.last:
        marked[today] = "go-live i dag" if today == go_live else "i dag"
    for day, label in marked.items():
        is_first_of_two = len(marked) > 1 and day == min(marked) and scale.place(day) > 0.1
        is_turned = is_first_of_two or scale.place(day) > _TURNED_FROM
        if len(marked) > 1 and day == max(marked):
            is_turned = scale.place(day) > 0.9
        yield Line(label, scale.at(day), is_turned)


def _zones(scale: Scale, zones: Iterable[FrozenZone]) -> Iterator[Band]:
    for zone in zones:
        if zone.first_day <= scale.last and zone.last_day >= scale.first:
            days = f"{day_and_month(zone.first_day)}–{day_and_month(zone.last_day)}"
            at, width = scale.at(zone.first_day), scale.wide(zone.first_day, zone.last_day)
            yield Band(f"{zone.name}, {days}", at, width)


def _holidays(scale: Scale) -> Iterator[Band]:
    if scale.days > _HOLIDAYS_UP_TO:
        return
    for number in range(scale.days):
        day = scale.first + timedelta(days=number)
        if name := holiday(day):
            yield Band(f"{name}, {day_and_month(day)}", scale.at(day), scale.wide(day, day))
