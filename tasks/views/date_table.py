"""The table of dates in *Skriv*: a row for each chosen wave, and what to write instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.datastructures import MultiValueDict

from tasks import schedule
from tasks.danish_dates import days_in_words, short_date
from tasks.forms.picked_day import FIELD_OF, Which, name_of
from tasks.forms.task import TaskForm
from tasks.models import Wave
from tasks.moves import clash_in_words
from tasks.yellow import goes_yellow

_LABEL: dict[Which, str] = {"start": "Startdato", "end": "Slutdato"}


@dataclass(frozen=True, slots=True)
class DateCell:
    """A date of one wave: what stands in its text field, and what speaks against it.

    ``cell`` is its key, fx ”end-12”; ``words`` is its offset. Without a date ``week`` is 0.
    """

    cell: str
    name: str
    label: str
    text: str
    week: int
    words: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateRow:
    """One wave."""

    wave: Wave
    start: DateCell
    end: DateCell
    yellow: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An offset that is free in every wave: the days, and the date in each wave."""

    value: str
    days: int
    words: str
    dates: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class FreeDates:
    """What to choose instead of a date that is not free."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class DateTable:
    """All of it."""

    rows: tuple[DateRow, ...]
    free: tuple[FreeDates, ...]


def date_table(values: Mapping[str, Any], typed: Mapping[str, Any] | None = None) -> DateTable:
    """Return the table for a form's values.

    ``typed`` is what was sent: a date in it that could not be used (``use_kept``) stays.
    """
    zones = values["project"].schedule_zones() if values["project"] else ()
    typed = typed or {}
    rows = tuple(_row(wave, values, zones, typed) for wave in values["waves"])
    return DateTable(rows, tuple(_free(values, zones, rows)))


def _words(which: Which, values: Mapping[str, Any]) -> str:
    """The offset of a date in words, fx ”14 dage før go-live”."""
    days: int = values[FIELD_OF[which]]
    return days_in_words(days) if which == "end" else _before_end(days)


@dataclass(frozen=True, slots=True)
class WaveChange:
    """A wave a task leaves or comes to, with its dates there."""

    wave: Wave
    is_new: bool
    dates: schedule.Period


def wave_changes(form: TaskForm) -> tuple[WaveChange, ...]:
    """Return what other waves do to a task that stands in Podio; nothing for any other task.

    Call it after ``is_valid()``.
    """
    values = dict(form.stored) | form.values()
    old = set(form.stored["waves"])
    return tuple(
        WaveChange(wave, wave not in old, _period(wave, values)) for wave in form.moves_in_podio
    )


def _before_end(days: int) -> str:
    count = abs(days)
    return f"{count} {'dag' if count == 1 else 'dage'} før slutdatoen"


def _row(
    wave: Wave,
    values: Mapping[str, Any],
    zones: tuple[schedule.FrozenZone, ...],
    typed: Mapping[str, Any],
) -> DateRow:
    dates = _period(wave, values)
    clashes = schedule.clashes_in(dates, zones, respects_zones=values["respects_frozen_zone"])
    said = {
        which: tuple(clash_in_words(clash) for clash in clashes if clash.which == which)
        for which in FIELD_OF
    }
    return DateRow(
        wave=wave,
        start=_cell("start", wave, values, said["start"], typed),
        end=_cell("end", wave, values, said["end"], typed),
        yellow=goes_yellow(dates.end, values["duration_days"]),
    )


def _period(wave: Wave, values: Mapping[str, Any]) -> schedule.Period:
    return schedule.period(wave.go_live, values["end_offset_days"], values["start_offset_days"])


def _cell(
    which: Which,
    wave: Wave,
    values: Mapping[str, Any],
    warnings: tuple[str, ...],
    typed: Mapping[str, Any],
) -> DateCell:
    day = getattr(_period(wave, values), which)
    cell, name = f"{which}-{wave.pk}", name_of(which, wave.pk)
    is_kept = isinstance(typed, MultiValueDict) and cell in typed.getlist("use_kept")
    return DateCell(
        cell=cell,
        name=name,
        label=f"{_LABEL[which]} i {wave}",
        text=str(typed.get(name, "")) if is_kept else (short_date(day) if day else ""),
        week=schedule.iso_week(day).number if day else 0,
        words=_words(which, values) if day else "",
        warnings=warnings,
    )


def _free(
    values: Mapping[str, Any], zones: tuple[schedule.FrozenZone, ...], rows: tuple[DateRow, ...]
) -> Iterator[FreeDates]:
    """Yield choices for each of the two dates that is not free in some wave."""
    nearest = schedule.nearest_free_offsets(
        [row.wave.go_live for row in rows],
        values["end_offset_days"],
        values["start_offset_days"],
        zones,
        respects_zones=values["respects_frozen_zone"],
    )
    asked: tuple[tuple[Which, schedule.Nearest], ...] = (
        ("end", nearest.end),
        ("start", nearest.start),
    )
    for which, near in asked:
        if any(getattr(row, which).warnings for row in rows):
            choices = tuple(_choice(which, days, values, rows) for days in near if days is not None)
            yield FreeDates(_LABEL[which], choices)


def _choice(
    which: Which, days: int, values: Mapping[str, Any], rows: tuple[DateRow, ...]
) -> Choice:
    field = FIELD_OF[which]
    chosen = {**values, field: days}
    dates = ((row.wave.name, getattr(_period(row.wave, chosen), which)) for row in rows)
    return Choice(
        f"{field}:{days}",
        days,
        _words(which, chosen),
        tuple((name, day) for name, day in dates if day),
    )
