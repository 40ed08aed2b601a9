"""Days on which nobody is at work are known by name."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from tasks.schedule import day_off, holiday, weekend_day
from tests.schedule.some_days import any_day

MOVING = (
    "skærtorsdag",
    "langfredag",
    "påskedag",
    "2. påskedag",
    "store bededag",
    "Kristi himmelfartsdag",
    "pinsedag",
    "2. pinsedag",
)
# day.month, written by hand and not computed; a dash where the day is no holiday
WRITTEN_DOWN = {
    2020: "9.4 10.4 12.4 13.4 8.5 21.5 31.5 1.6",
    2021: "1.4 2.4 4.4 5.4 30.4 13.5 23.5 24.5",
    2022: "14.4 15.4 17.4 18.4 13.5 26.5 5.6 6.6",
    2023: "6.4 7.4 9.4 10.4 5.5 18.5 28.5 29.5",
    2024: "28.3 29.3 31.3 1.4 - 9.5 19.5 20.5",
    2025: "17.4 18.4 20.4 21.4 - 29.5 8.6 9.6",
    2026: "2.4 3.4 5.4 6.4 - 14.5 24.5 25.5",
    2027: "25.3 26.3 28.3 29.3 - 6.5 16.5 17.5",
    2028: "13.4 14.4 16.4 17.4 - 25.5 4.6 5.6",
    2029: "29.3 30.3 1.4 2.4 - 10.5 20.5 21.5",
    2030: "18.4 19.4 21.4 22.4 - 30.5 9.6 10.6",
}
EVERY_YEAR = {
    "1.1": "nytårsdag",
    "5.6": "grundlovsdag, ofte lukket",
    "24.12": "juleaftensdag, ofte lukket",
    "25.12": "juledag",
    "26.12": "2. juledag",
    "31.12": "nytårsaftensdag, ofte lukket",
}


@pytest.mark.parametrize("year", WRITTEN_DOWN)
def test_a_year_has_the_holidays_written_down_and_no_others(year: int) -> None:
    moving = dict(zip(WRITTEN_DOWN[year].split(), MOVING, strict=True))
    moving.pop("-", None)
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    named = {f"{d.day}.{d.month}": holiday(d) for d in days if d.year == year and holiday(d)}
    assert named == EVERY_YEAR | moving


def test_a_holiday_is_named_before_its_weekend() -> None:
    second_christmas_day = date(2026, 12, 26)
    assert weekend_day(second_christmas_day) == "lørdag"
    assert day_off(second_christmas_day) == holiday(second_christmas_day) == "2. juledag"
    assert weekend_day(date(2026, 12, 28)) == holiday(date(2026, 12, 28)) == ""


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
