"""A date that is picked in one wave instead of an offset: the offset it means, or why it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from tasks import schedule
from tasks.danish_dates import long_date, parse_danish_date, short_date
from tasks.forms.danish_fields import FIRST_YEAR, LAST_YEAR
from tasks.models import Wave
from tasks.models.task import OFFSET_MAX

Which = Literal["start", "end"]
FIELD_OF: dict[Which, str] = {"end": "end_offset_days", "start": "start_offset_days"}
_NEEDED = {"end": "Skriv en slutdato, fx 30.10.2026.", "start": "Skriv en startdato, fx 1.10.2026."}


@dataclass(frozen=True, slots=True)
class Picked:
    """A field, and the days it is to hold; or the sentence that says why it is not touched."""

    field: str
    days: int | None
    problem: str = ""


def name_of(which: Which, wave_pk: int) -> str:
    """The name of the text field where a date of a wave is typed."""
    return f"use_day_{which}_{wave_pk}"


def day_text(which: Which, wave: Wave, values: Mapping[str, Any]) -> str:
    """What stands in the text field of a date, fx ”fre 16.10.2026”; nothing without a date."""
    dates = schedule.period(wave.go_live, values["end_offset_days"], values["start_offset_days"])
    day = dates.end if which == "end" else dates.start
    return short_date(day) if day else ""


def picked_day(cell: str, text: str, values: Mapping[str, Any]) -> Picked | None:
    """Read the date typed in a cell, fx ”end-12”, of a form that holds ``values``.

    The end is counted from the wave's go-live, the start from the end, as the guide says. None
    for a cell the form does not have.
    """
    which, _, key = cell.partition("-")
    waves = {str(wave.pk): wave for wave in values["waves"]}
    if which not in FIELD_OF or key not in waves:
        return None
    field = FIELD_OF[which]
    try:
        day = _day(text, _NEEDED[which])
        if which == "end":
            return Picked(field, _end_offset(day, waves[key]))
        return Picked(field, _start_offset(day, waves[key], values))
    except ValueError as wrong:
        return Picked(field, None, str(wrong))


def _day(text: str, needed: str) -> date:
    if not text.strip():
        raise ValueError(needed)
    day = parse_danish_date(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"Skriv et årstal mellem {FIRST_YEAR} og {LAST_YEAR}.")
    return day


def _end_offset(day: date, wave: Wave) -> int:
    if wave.go_live is None:
        raise ValueError(f"{wave} har ingen go-live, så datoen kan ikke regnes om til dage.")
    return _within_reach(schedule.end_offset(wave.go_live, day), "go-live")


def _start_offset(day: date, wave: Wave, values: Mapping[str, Any]) -> int:
    end = schedule.period(wave.go_live, values["end_offset_days"], None).end
    if end is None:
        raise ValueError("Vælg slutdatoen først. Startdatoen tælles fra den.")
    if day >= end:
        raise ValueError(f"Startdatoen skal ligge før slutdatoen, {long_date(end)}.")
    return _within_reach(schedule.start_offset(end, day), "slutdatoen")


def _within_reach(days: int, what: str) -> int:
    if abs(days) > OFFSET_MAX:
        raise ValueError(
            f"Datoen ligger mere end {OFFSET_MAX} dage fra {what}. Se årstallet efter."
        )
    return days
