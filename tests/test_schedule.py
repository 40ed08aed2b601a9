"""The calendar: offsets become dates and back, and frozen zones count to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.schedule import (
    FrozenZone,
    Period,
    day_off,
    end_offset,
    nearest_free_days,
    nearest_shifts,
    period,
    start_offset,
    yellow_date,
    zones_touching,
)

GO_LIVE = date(2026, 10, 30)
CHRISTMAS = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))

days_around = st.integers(min_value=-2000, max_value=2000)
any_day = st.dates(min_value=date(1999, 1, 1), max_value=date(2101, 12, 31))


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


def test_a_task_goes_yellow_its_duration_before_the_end() -> None:
    assert yellow_date(date(2026, 11, 27), 10) == date(2026, 11, 17)
    assert yellow_date(date(2026, 11, 27), None) is None
    assert yellow_date(None, 10) is None


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


def test_all_days_are_moved_alike_to_where_they_are_free() -> None:
    saturday, thursday = date(2026, 10, 24), date(2026, 10, 22)
    assert nearest_shifts([saturday], []) == (-1, 2)
    assert nearest_shifts([saturday, thursday], []) == (-1, 4)
    assert nearest_shifts([date(2026, 12, 24)], [CHRISTMAS]) == (-6, 11)


def test_days_that_are_never_free_together_have_no_shift() -> None:
    week = [date(2026, 10, 19) + timedelta(days=n) for n in range(7)]
    assert nearest_shifts(week, []) == (None, None)
    assert nearest_shifts([date.max], []) == (-1, None)


@given(days=st.lists(any_day, min_size=1, max_size=4))
def test_a_shift_is_the_nearest_at_which_every_day_is_free(days: list[date]) -> None:
    back, forth = nearest_shifts(days, [])
    wanted = [
        n
        for n in range(back or -31, (forth or 31) + 1)
        if n and not any(day_off(day + timedelta(days=n)) for day in days)
    ]
    assert wanted == [n for n in (back, forth) if n]
