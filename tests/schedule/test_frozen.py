"""Frozen zones count to the day."""

from datetime import date

import pytest

from tasks.schedule import FrozenZone, Period, overlapping, zones_touching
from tests.schedule.some_days import CHRISTMAS


def test_a_zone_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        FrozenZone("Bagvendt", date(2026, 12, 22), date(2026, 12, 21))


def test_a_zone_of_one_day_holds_that_day_alone() -> None:
    zone = FrozenZone("Grundlovsdag", date(2026, 6, 5), date(2026, 6, 5))
    assert [date(2026, 6, day) in zone for day in (4, 5, 6)] == [False, True, False]


@pytest.mark.parametrize(
    ("end", "touches"),
    [
        (date(2026, 12, 20), False),
        (date(2026, 12, 21), True),
        (date(2027, 1, 3), True),
        (date(2027, 1, 4), False),
    ],
)
def test_a_zone_is_touched_to_the_day(end: date, touches: bool) -> None:
    found = zones_touching(Period(start=None, end=end), [CHRISTMAS])
    assert found == ((("end", end, CHRISTMAS),) if touches else ())


def test_a_task_may_run_across_a_zone() -> None:
    assert zones_touching(Period(date(2026, 12, 1), date(2027, 1, 31)), [CHRISTMAS]) == ()


def test_both_dates_in_zones_are_told_start_first() -> None:
    closing = FrozenZone("Årsafslutning", date(2026, 12, 28), date(2027, 1, 10))
    start, end = date(2026, 12, 22), date(2026, 12, 29)
    assert zones_touching(Period(start, end), iter([CHRISTMAS, closing])) == (
        ("start", start, CHRISTMAS),
        ("end", end, CHRISTMAS),
        ("end", end, closing),
    )


def test_no_dates_touch_nothing() -> None:
    assert zones_touching(Period(None, None), [CHRISTMAS]) == ()


def test_zones_overlap_when_they_share_a_day() -> None:
    closing = FrozenZone("Årsafslutning", date(2027, 1, 3), date(2027, 1, 10))
    after = FrozenZone("Opfølgning", date(2027, 1, 11), date(2027, 1, 12))
    inside = FrozenZone("Juleaften", date(2026, 12, 24), date(2026, 12, 24))
    assert overlapping([CHRISTMAS, closing, after]) == ((CHRISTMAS, closing),)
    assert overlapping([after, closing]) == ()
    assert overlapping([inside, CHRISTMAS]) == ((inside, CHRISTMAS),)
