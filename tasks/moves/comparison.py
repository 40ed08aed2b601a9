"""Every task in every wave, held against two calendars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from tasks.schedule import Clash, DayCount, FrozenZone, clashes_in, period, yellow_date


class Dates(NamedTuple):
    """A task's three days in one wave; None where nobody can tell."""

    start: date | None
    yellow: date | None
    end: date | None


class Lasting(NamedTuple):
    """What a task itself says of its time (days); it stays when the calendar changes."""

    end_offset: int | None
    start_offset: int | None
    duration: int | None
    respects_zones: bool


class Placed(NamedTuple):
    """A task in a wave, by their keys."""

    task: int
    wave: int
    lasting: Lasting


@dataclass(frozen=True, slots=True)
class Calendar:
    """The go-live of each wave by its key, and the project's frozen zones."""

    go_lives: Mapping[int, date | None]
    zones: tuple[FrozenZone, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A task in a wave whose dates, or whose clashes, are others than before."""

    task: int
    wave: int
    old: Dates
    new: Dates
    new_clashes: tuple[Clash, ...]
    gone_clashes: tuple[Clash, ...]

    @property
    def has_moved(self) -> bool:
        """True when a date is another; else only what speaks against it changed."""
        return self.old != self.new


def moves_between(
    before: Calendar,
    after: Calendar,
    placed: Iterable[Placed],
    counted_in: DayCount = "calendar-days",
) -> Iterator[Move]:
    """Yield a move for each task and wave that is touched, in the order they were given.

    A clash is new when the new date has it and the old one had none like it, so a task that lay
    in the Christmas zone and lies in it still is not told of twice.
    """
    for one in placed:
        old, old_clashes = _told(before, one, counted_in)
        new, new_clashes = _told(after, one, counted_in)
        move = Move(
            task=one.task,
            wave=one.wave,
            old=old,
            new=new,
            new_clashes=_only_in(new_clashes, old_clashes),
            gone_clashes=_only_in(old_clashes, new_clashes),
        )
        if move.has_moved or move.new_clashes or move.gone_clashes:
            yield move


def _told(calendar: Calendar, one: Placed, counted_in: DayCount) -> tuple[Dates, tuple[Clash, ...]]:
    lasting = one.lasting
    dates = period(calendar.go_lives.get(one.wave), lasting.end_offset, lasting.start_offset)
    yellow = yellow_date(dates.end, lasting.duration, counted_in)
    clashes = clashes_in(dates, calendar.zones, respects_zones=lasting.respects_zones)
    return Dates(dates.start, yellow, dates.end), clashes


def _only_in(some: Sequence[Clash], others: Sequence[Clash]) -> tuple[Clash, ...]:
    known = {(clash.which, clash.kind, clash.name) for clash in others}
    return tuple(clash for clash in some if (clash.which, clash.kind, clash.name) not in known)


def plan_digest(moves: Iterable[Move]) -> str:
    """Return a short digest of all a before/after table shows, to know it again by."""
    return sha256(repr(list(moves)).encode()).hexdigest()[:16]
