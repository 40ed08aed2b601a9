"""Everything that speaks against the dates of one wave is told at once."""

from datetime import date

from hypothesis import given

from tasks.schedule import Clash, FrozenZone, Period, clashes_in, day_off, zones_touching
from tests.schedule.some_days import CHRISTMAS, any_day

BOXING_DAY = date(2026, 12, 26)  # a Saturday


def test_dates_at_work_outside_every_zone_have_no_clash() -> None:
    dates = Period(date(2026, 12, 1), date(2026, 12, 18))
    assert clashes_in(dates, [CHRISTMAS], respects_zones=True) == ()


def test_every_warning_is_told_the_starts_before_the_ends() -> None:
    sunday = date(2026, 11, 1)
    found = clashes_in(Period(sunday, BOXING_DAY), iter([CHRISTMAS]), respects_zones=True)
    assert found == (
        Clash("start", sunday, "weekend", "søndag"),
        Clash("end", BOXING_DAY, "weekend", "lørdag"),
        Clash("end", BOXING_DAY, "holiday", "2. juledag"),
        Clash("end", BOXING_DAY, "frozen-zone", "Jul", CHRISTMAS),
    )


def test_a_zone_counts_only_when_the_task_respects_it() -> None:
    dates = Period(date(2026, 12, 22), date(2026, 12, 23))
    assert clashes_in(dates, [CHRISTMAS], respects_zones=False) == ()
    told = clashes_in(dates, [CHRISTMAS], respects_zones=True)
    assert [(clash.which, clash.kind) for clash in told] == [
        ("start", "frozen-zone"),
        ("end", "frozen-zone"),
    ]


def test_each_of_two_zones_is_told() -> None:
    closing = FrozenZone("Årsafslutning", date(2026, 12, 28), date(2027, 1, 10))
    dates = Period(None, date(2026, 12, 29))
    told = clashes_in(dates, [CHRISTMAS, closing], respects_zones=True)
    assert [clash.zone for clash in told] == [CHRISTMAS, closing]


def test_a_missing_date_clashes_with_nothing() -> None:
    assert clashes_in(Period(None, None), [CHRISTMAS], respects_zones=True) == ()


@given(start=any_day, end=any_day)
def test_days_off_and_zones_are_told_as_elsewhere(start: date, end: date) -> None:
    dates = Period(start, end)
    told = clashes_in(dates, [CHRISTMAS], respects_zones=True)
    off = {clash.day for clash in told if clash.zone is None}
    assert off == {day for day in (start, end) if day_off(day)}
    touched = tuple((clash.which, clash.day, clash.zone) for clash in told if clash.zone)
    assert touched == zones_touching(dates, [CHRISTMAS])
