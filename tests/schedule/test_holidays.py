"""Days on which nobody is at work are known by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from tasks.schedule import day_off
from tests.schedule.some_days import any_day


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 10, 30), ""),
        (date(2026, 10, 31), "lørdag"),
        (date(2026, 11, 1), "søndag"),
        (date(2026, 1, 1), "nytårsdag"),
        (date(2026, 4, 2), "skærtorsdag"),
        (date(2026, 4, 3), "langfredag"),
        (date(2026, 4, 5), "påskedag"),
        (date(2026, 4, 6), "2. påskedag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 5, 25), "2. pinsedag"),
        (date(2026, 6, 5), "grundlovsdag, ofte lukket"),
        (date(2026, 12, 24), "juleaftensdag, ofte lukket"),
        (date(2026, 12, 25), "juledag"),
        (date(2026, 12, 31), "nytårsaftensdag, ofte lukket"),
        (date(2027, 3, 26), "langfredag"),
        (date(2017, 6, 5), "2. pinsedag"),
    ],
)
def test_days_on_which_nobody_is_at_work_are_named(day: date, why: str) -> None:
    assert day_off(day) == why


def test_store_bededag_was_a_holiday_to_2023() -> None:
    assert day_off(date(2023, 5, 5)) == "store bededag"
    assert day_off(date(2024, 4, 26)) == ""
    assert day_off(date(2026, 5, 1)) == ""


@given(any_day)
def test_a_year_has_its_weekends_and_at_most_fourteen_days_more(day: date) -> None:
    year = [date(day.year, 1, 1) + timedelta(days=n) for n in range(365)]
    off = [d for d in year if day_off(d)]
    assert all(day_off(d) for d in year if d.weekday() >= 5)
    assert 4 <= len([d for d in off if d.weekday() < 5]) <= 14
