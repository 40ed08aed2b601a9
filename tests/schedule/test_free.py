"""The nearest free days are free, and nothing nearer is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.schedule import FrozenZone, day_off, nearest_free_days
from tests.schedule.some_days import CHRISTMAS, any_day


def test_the_nearest_free_days_lie_on_weekdays_outside_the_zone() -> None:
    assert nearest_free_days(date(2026, 12, 24), [CHRISTMAS]) == (
        date(2026, 12, 18),  # a Friday: 19 and 20 December are a weekend
        date(2027, 1, 4),
    )


def test_zones_in_a_row_are_passed_together() -> None:
    closing = FrozenZone("Årsafslutning", date(2027, 1, 4), date(2027, 1, 8))
    assert nearest_free_days(date(2026, 12, 24), iter([CHRISTMAS, closing])) == (
        date(2026, 12, 18),
        date(2027, 1, 11),
    )


def test_a_zone_too_long_to_pass_has_no_free_day() -> None:
    day = date(2026, 6, 1)
    long_zone = FrozenZone("Længe", day - timedelta(days=400), day + timedelta(days=400))
    assert nearest_free_days(day, [long_zone]) == (None, None)


def test_the_search_stops_at_the_ends_of_the_calendar() -> None:
    assert nearest_free_days(date.min, []) == (None, date(1, 1, 2))
    assert nearest_free_days(date.max, []) == (date(9999, 12, 30), None)


@given(day=any_day, zone_start=any_day, zone_days=st.integers(min_value=0, max_value=60))
def test_no_free_day_is_nearer_than_the_ones_found(
    day: date, zone_start: date, zone_days: int
) -> None:
    zone = FrozenZone("Lukket", zone_start, zone_start + timedelta(days=zone_days))
    before, after = nearest_free_days(day, [zone])
    assert before is not None and after is not None and before < day < after
    span = [before + timedelta(days=n) for n in range((after - before).days + 1)]
    assert [d for d in span if d != day and not day_off(d) and d not in zone] == [before, after]
