"""Start and end fall on days when somebody is at work."""

from collections.abc import Iterator
from datetime import date, timedelta

from tasks.danish_dates import weekday_date
from tasks.schedule import FrozenZone, day_off, nearest_free_offsets
from tasks.style.draft import Draft, House, WaveDates
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule

_NAMED_MAX = 4  # days; more would hide what to do about them
_FIELDS = ("end_offset_days", "start_offset_days")


def _ending(day: date) -> Draft:
    wave = WaveDates("Bølge 1", go_live=date(2026, 10, 30), start=date(2026, 10, 12), end=day)
    return Draft(end_offset_days=(day - date(2026, 10, 30)).days, waves=(wave,))


@rule(
    "non-working-day",
    Severity.HINT,
    title="Weekend eller helligdag",
    fields=(*_FIELDS, "waves"),
    guide="Slutdato defineres i antal dage fra den valgte bølges ”Go-live”-dato.",
    why="På en lukkedag er der ingen at spørge, og i praksis bliver fristen hverdagen før. Dagene "
    "tælles i kalenderdage, så det ses først på datoen.",
    bad=Example("Slutdato lørdag den 24. oktober", _ending(date(2026, 10, 24))),
    good=Example("Slutdato fredag den 23. oktober", _ending(date(2026, 10, 23))),
)
def non_working_day(draft: Draft, house: House) -> Iterator[Mark]:
    zones = house.frozen_zones if draft.respects_frozen_zone else ()
    ends = _closed(_ends(draft), zones)
    starts = _closed(_starts(draft), zones)
    closed = sorted(ends | starts)
    if closed:
        field = "end_offset_days" if ends else "start_offset_days"
        message = f"{_said(ends, starts)} {_instead(draft, field, zones)}".strip()
        yield Mark(field, message, subject=" ".join(day.isoformat() for day in closed))


def _ends(draft: Draft) -> set[date]:
    return {wave.end for wave in draft.waves if wave.end}


def _starts(draft: Draft) -> set[date]:
    return {wave.start for wave in draft.waves if wave.start}


def _closed(days: set[date], zones: tuple[FrozenZone, ...]) -> set[date]:
    """The days off, without those the rule frozen-zone speaks of."""
    return {day for day in days if day_off(day) and not any(day in zone for zone in zones)}


def _said(ends: set[date], starts: set[date]) -> str:
    """Name the days: ”Slutdatoen falder på lørdag den 24. oktober.”, holidays with their name."""
    dated = [("Slutdatoen", day) for day in sorted(ends)]
    dated += [("Startdatoen", day) for day in sorted(starts)]
    said = [f"{name} falder på {_named(day)}." for name, day in dated[:_NAMED_MAX]]
    left = len(dated) - _NAMED_MAX
    if left > 0:
        said.append(f"Det samme gælder {left} {'dato' if left == 1 else 'datoer'} mere.")
    return " ".join(said)


def _named(day: date) -> str:
    why = day_off(day)
    shown = weekday_date(day)
    return shown if shown.startswith(why) else f"{shown} ({why})"


def _instead(draft: Draft, field: str, zones: tuple[FrozenZone, ...]) -> str:
    """Name the nearest offsets at which every date is free, with the date if it is but one.

    They are the same as the form proposes. A start stays before the end.
    """
    is_end = field == "end_offset_days"
    offset = draft.end_offset_days if is_end else draft.start_offset_days
    if offset is None:
        return ""
    own = _ends(draft) if is_end else _starts(draft)
    free = nearest_free_offsets(
        [wave.go_live for wave in draft.waves],
        draft.end_offset_days,
        draft.start_offset_days,
        zones,
        respects_zones=True,
    )
    near = free.end if is_end else free.start
    shown = [_offset(value, value - offset, own) for value in near if value is not None]
    return f"Skriv fx {' eller '.join(shown)} i stedet for {offset}." if shown else ""


def _offset(value: int, step: int, days: set[date]) -> str:
    if len(days) != 1:
        return str(value)
    return f"{value} ({weekday_date(min(days) + timedelta(days=step))})"
