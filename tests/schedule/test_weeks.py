"""Weeks are numbered as on a Danish wall calendar, around New Year too."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from tasks.schedule import Week, iso_week
from tests.schedule.some_days import any_day


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 10, 30), Week(2026, 44)),
        (date(2020, 12, 31), Week(2020, 53)),
        (date(2021, 1, 3), Week(2020, 53)),
        (date(2021, 1, 4), Week(2021, 1)),
        (date(2022, 1, 2), Week(2021, 52)),
        (date(2024, 12, 29), Week(2024, 52)),
        (date(2024, 12, 30), Week(2025, 1)),
        (date(2026, 1, 1), Week(2026, 1)),
        (date(2027, 1, 1), Week(2026, 53)),
        (date(2027, 1, 3), Week(2026, 53)),
        (date(2027, 1, 4), Week(2027, 1)),
    ],
)
def test_a_day_lies_in_its_week(day: date, week: Week) -> None:
    assert iso_week(day) == week


@given(any_day)
def test_a_week_is_that_of_its_thursday_counted_from_new_year(day: date) -> None:
    thursday = day + timedelta(days=3 - day.weekday())
    nth = (thursday - date(thursday.year, 1, 1)).days // 7 + 1
    assert iso_week(day) == Week(thursday.year, nth)
