"""Weekends and Danish holidays: named, with the nearest offsets that are free in all waves."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.schedule import FrozenZone, day_off, period
from tasks.style import RULE, Draft, Finding, House, Severity, WaveDates

FRIDAY = date(2026, 10, 30)
CHRISTMAS = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))


def draft_of(end: int | None, start: int | None, *go_lives: date, respects: bool = False) -> Draft:
    waves = []
    for number, go_live in enumerate(go_lives, 1):
        dates = period(go_live, end, start)
        waves.append(WaveDates(f"Bølge {number}", go_live, dates.start, dates.end))
    return Draft(
        end_offset_days=end,
        start_offset_days=start,
        waves=tuple(waves),
        respects_frozen_zone=respects,
    )


def found(draft: Draft, *zones: FrozenZone) -> list[Finding]:
    return list(RULE["non-working-day"].find(draft, House(frozen_zones=zones)))


def test_a_weekend_is_named_with_the_nearest_free_offsets() -> None:
    (finding,) = found(draft_of(-6, None, FRIDAY))
    assert finding.severity is Severity.HINT
    assert finding.field == "end_offset_days"
    assert finding.message == (
        "Slutdatoen falder på lørdag den 24. oktober. Skriv fx -7 (fredag den 23. oktober) eller "
        "-4 (mandag den 26. oktober) i stedet for -6."
    )


def test_a_holiday_is_named_by_its_name() -> None:
    (finding,) = found(draft_of(0, None, date(2026, 5, 14)))
    assert "torsdag den 14. maj (Kristi himmelfartsdag)" in finding.message


def test_days_that_are_often_closed_are_told_so() -> None:
    (finding,) = found(draft_of(0, None, date(2026, 6, 5)))
    assert "fredag den 5. juni (grundlovsdag, ofte lukket)" in finding.message


def test_store_bededag_is_a_working_day_from_2024() -> None:
    assert found(draft_of(0, None, date(2023, 5, 5)))
    assert not found(draft_of(0, None, date(2026, 5, 1)))


def test_a_start_on_a_sunday_is_a_finding_on_the_start() -> None:
    (finding,) = found(draft_of(0, -5, FRIDAY))
    assert finding.field == "start_offset_days"
    assert "Startdatoen falder på søndag den 25. oktober." in finding.message
    assert "-7 (fredag den 23. oktober) eller -4 (mandag den 26. oktober)" in finding.message


def test_no_start_on_or_after_the_end_is_proposed() -> None:
    (finding,) = found(draft_of(3, -1, FRIDAY))
    assert finding.message == (
        "Startdatoen falder på søndag den 1. november. Skriv fx -3 (fredag den 30. oktober) "
        "i stedet for -1."
    )


def test_both_dates_in_all_waves_are_one_finding() -> None:
    (finding,) = found(draft_of(1, -7, FRIDAY, FRIDAY + timedelta(days=7)))
    assert finding.message.count("Slutdatoen") == 2
    assert finding.message.count("Startdatoen") == 2


def test_many_waves_do_not_make_an_endless_message() -> None:
    go_lives = [FRIDAY + timedelta(days=7 * number) for number in range(40)]
    (finding,) = found(draft_of(1, None, *go_lives))
    assert finding.message.count("Slutdatoen") == 4
    assert "Det samme gælder 36 datoer mere." in finding.message


def test_a_date_frozen_zone_speaks_of_is_not_said_twice() -> None:
    draft = draft_of(0, None, date(2026, 12, 24), respects=True)
    assert not found(draft, CHRISTMAS)
    assert list(RULE["frozen-zone"].find(draft, House(frozen_zones=(CHRISTMAS,))))


def test_a_zone_the_task_does_not_respect_hides_nothing() -> None:
    assert found(draft_of(0, None, date(2026, 12, 24)), CHRISTMAS)


def test_working_days_and_unknown_dates_are_fine() -> None:
    assert not found(draft_of(-14, -14, FRIDAY))
    assert not found(draft_of(-6, None))
    assert not found(draft_of(None, None, FRIDAY))


def test_a_moved_date_lapses_a_dismissal() -> None:
    (before,) = found(draft_of(-6, None, FRIDAY))
    (after,) = found(draft_of(-5, None, FRIDAY))
    assert before.normalised_phrase != after.normalised_phrase


@pytest.mark.parametrize("go_live", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(go_live: date) -> None:
    found(draft_of(0, None, go_live))


@given(
    end=st.integers(-400, 400),
    start=st.integers(-400, -1),
    go_lives=st.lists(st.dates(date(2020, 1, 1), date(2040, 1, 1)), min_size=1, max_size=3),
)
def test_a_proposed_offset_is_free_in_every_wave(
    end: int, start: int, go_lives: list[date]
) -> None:
    for finding in found(draft_of(end, start, *go_lives)):
        proposed = re.findall(r"(-?\d+)(?: \([^)]*\))?(?= eller| i stedet)", finding.message)
        for offset in map(int, proposed):
            is_end = finding.field == "end_offset_days"
            moved = draft_of(*((offset, start) if is_end else (end, offset)), *go_lives)
            days = [wave.end if is_end else wave.start for wave in moved.waves]
            assert not any(day_off(day) for day in days if day)
            assert is_end or offset < 0
