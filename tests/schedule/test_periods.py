"""Offsets become dates and back."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.schedule import (
    Period,
    day_off,
    end_offset,
    internal_deadline,
    period,
    start_offset,
    yellow_date,
)
from tests.schedule.some_days import any_day

GO_LIVE = date(2026, 10, 30)

days_around = st.integers(min_value=-2000, max_value=2000)


def test_the_end_counts_from_go_live_and_the_start_from_the_end() -> None:
    assert period(GO_LIVE, -14, -7) == Period(start=date(2026, 10, 9), end=date(2026, 10, 16))


def test_a_positive_end_lies_after_go_live_and_zero_on_the_day() -> None:
    assert period(GO_LIVE, 28, -28) == Period(start=GO_LIVE, end=date(2026, 11, 27))
    assert period(GO_LIVE, 0, None).end == GO_LIVE


def test_an_offset_counts_the_leap_day() -> None:
    assert period(date(2028, 3, 1), -1, -1) == Period(date(2028, 2, 28), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("go_live", "end", "start", "expected"),
    [
        (None, -14, -7, Period(None, None)),
        (GO_LIVE, None, -7, Period(None, None)),
        (GO_LIVE, -14, None, Period(None, date(2026, 10, 16))),
    ],
)
def test_a_missing_value_gives_no_date(
    go_live: date | None, end: int | None, start: int | None, expected: Period
) -> None:
    assert period(go_live, end, start) == expected


@pytest.mark.parametrize("offset", [10**7, -(10**7), 10**30, -(10**30)])
def test_a_date_outside_the_calendar_is_no_date(offset: int) -> None:
    assert period(GO_LIVE, offset, -7) == Period(None, None)
    assert period(GO_LIVE, -14, offset) == Period(None, date(2026, 10, 16))
    assert yellow_date(GO_LIVE, offset) is None


@given(go_live=any_day, end_days=days_around, start_days=days_around)
@example(go_live=date(2028, 2, 29), end_days=366, start_days=-366)
@example(go_live=date(2000, 2, 29), end_days=-1461, start_days=-1)
def test_offsets_survive_the_way_to_dates_and_back(
    go_live: date, end_days: int, start_days: int
) -> None:
    dates = period(go_live, end_days, start_days)
    assert dates.start is not None and dates.end is not None
    assert end_offset(go_live, dates.end) == end_days
    assert start_offset(dates.end, dates.start) == start_days


@given(go_live=any_day, end=any_day, start=any_day)
def test_dates_survive_the_way_to_offsets_and_back(go_live: date, end: date, start: date) -> None:
    back = period(go_live, end_offset(go_live, end), start_offset(end, start))
    assert back == Period(start=start, end=end)


@pytest.mark.parametrize(
    "go_live",
    [date(2000, 2, 29), date(2024, 2, 29), GO_LIVE, date(2027, 3, 28), date(2100, 2, 28)],
)
def test_every_offset_of_2000_days_each_way_is_the_day_as_often_turned(go_live: date) -> None:
    """Counted by single days, so that no leap year and no change of the clock is passed over."""
    earlier = later = go_live
    for days in range(1, 2001):
        earlier, later = earlier - timedelta(days=1), later + timedelta(days=1)
        assert period(go_live, -days, -1).end == earlier == period(later, -2 * days, -1).end
        assert period(go_live, days, -days) == Period(start=go_live, end=later)
        assert (end_offset(go_live, earlier), end_offset(go_live, later)) == (-days, days)
        assert (start_offset(go_live, earlier), yellow_date(go_live, days)) == (-days, earlier)


def test_a_task_goes_yellow_its_duration_before_the_end() -> None:
    assert yellow_date(date(2026, 11, 27), 10) == date(2026, 11, 17)
    assert yellow_date(date(2026, 11, 27), None) is None
    assert yellow_date(None, 10) is None


def test_a_duration_may_be_counted_in_working_days() -> None:
    friday, tuesday_after_easter = date(2026, 11, 27), date(2026, 4, 7)
    assert yellow_date(friday, 10, "working-days") == date(2026, 11, 13)
    assert yellow_date(tuesday_after_easter, 1, "working-days") == date(2026, 4, 1)
    assert yellow_date(friday, 0, "working-days") == friday
    assert yellow_date(friday, None, "working-days") is None


def test_working_days_before_the_calendar_began_are_no_date() -> None:
    assert yellow_date(GO_LIVE, 10**30, "working-days") is None
    assert yellow_date(date(1, 1, 10), 9, "working-days") is None


@given(end=any_day, duration=st.integers(min_value=0, max_value=400))
def test_the_duration_is_the_working_days_from_yellow_to_the_end(end: date, duration: int) -> None:
    yellow = yellow_date(end, duration, "working-days")
    assert yellow is not None
    passed = [yellow + timedelta(days=n) for n in range((end - yellow).days)]
    assert len([day for day in passed if not day_off(day)]) == duration
    assert not passed or (passed[0] == yellow and not day_off(yellow))


def test_the_internal_deadline_is_that_many_calendar_days_before_the_end() -> None:
    assert internal_deadline(date(2026, 11, 30), 7) == date(2026, 11, 23)
    assert internal_deadline(date(2026, 11, 30), 0) == date(2026, 11, 30)
    assert internal_deadline(date(2026, 11, 30), 1) == date(2026, 11, 29)  # a Sunday stays one


def test_without_an_end_or_outside_the_calendar_there_is_no_internal_deadline() -> None:
    assert internal_deadline(None, 7) is None
    assert internal_deadline(date(1, 1, 3), 7) is None
