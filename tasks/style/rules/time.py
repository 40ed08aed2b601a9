"""Time: start and end dates stay out of the project's frozen zones."""

from collections.abc import Iterator
from datetime import date

from tasks.danish_dates import day_and_month, weekday_date
from tasks.schedule import FrozenZone, Period, ZoneTouch, nearest_free_days, zones_touching
from tasks.style.draft import Draft, House, WaveDates
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule

_NAMES = {"start": "Startdatoen", "end": "Slutdatoen"}
_FIELDS = {"start": "start_offset_days", "end": "end_offset_days"}
_CHRISTMAS = House(frozen_zones=(FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3)),))


def _ending(day: date) -> Draft:
    wave = WaveDates("Bølge 1", go_live=date(2027, 1, 11), start=date(2026, 11, 2), end=day)
    return Draft(respects_frozen_zone=True, waves=(wave,))


@rule(
    "frozen-zone",
    Severity.ERROR,
    title="Frozen zone",
    fields=("respects_frozen_zone", "end_offset_days", "start_offset_days", "waves"),
    guide="Anvendes kun hvis opgaven ikke må have slutdato eller startdato i en frozen zone, som "
    "er angivet i ”Projekt”.",
    why="Du har valgt, at opgaven hverken må starte eller slutte i en frozen zone. Kun de to "
    "datoer tæller: Opgaven må gerne løbe hen over zonen.",
    bad=Example("Slutdato torsdag den 24. december", _ending(date(2026, 12, 24)), _CHRISTMAS),
    good=Example("Slutdato fredag den 18. december", _ending(date(2026, 12, 18)), _CHRISTMAS),
    can_be_kept=False,
)
def frozen_zone(draft: Draft, house: House) -> Iterator[Mark]:
    if not draft.respects_frozen_zone:
        return
    said: dict[str, list[str]] = {}
    for wave in draft.waves:
        for touch in zones_touching(Period(wave.start, wave.end), house.frozen_zones):
            place = f" for {wave.name}" if len(draft.waves) > 1 else ""
            message = _message(touch, place, house.frozen_zones)
            said.setdefault(_FIELDS[touch.which], []).append(message)
    for field, messages in said.items():
        yield Mark(field, " ".join(messages))


def _message(touch: ZoneTouch, place: str, zones: tuple[FrozenZone, ...]) -> str:
    said = (
        f"{_NAMES[touch.which]} {day_and_month(touch.day)}{place} ligger i en frozen zone "
        f"({_numeric(touch.zone.first_day)}–{_numeric(touch.zone.last_day)})."
    )
    free = [weekday_date(day) for day in nearest_free_days(touch.day, zones) if day is not None]
    if len(free) == 2:
        return f"{said} Nærmeste ledige datoer: {free[0]} og {free[1]}."
    return f"{said} Nærmeste ledige dato: {free[0]}." if free else said


def _numeric(day: date) -> str:
    return f"{day.day}.{day.month}."
