"""The nearest free offset is free in every wave, and nothing nearer is."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasks.schedule import FreeOffsets, FrozenZone, Nearest, day_off, nearest_free_offsets
from tests.schedule.some_days import CHRISTMAS, any_day

FRIDAY = date(2026, 10, 30)
NONE = Nearest(None, None)


def free(go_lives: Iterable[date | None], end: int | None, start: int | None = None) -> FreeOffsets:
    return nearest_free_offsets(go_lives, end, start, [CHRISTMAS], respects_zones=True)


def is_free(day: date, zones: list[FrozenZone]) -> bool:
    return not day_off(day) and not any(zone.first_day <= day <= zone.last_day for zone in zones)


def test_one_wave_moves_off_the_weekend() -> None:
    assert free([FRIDAY], -6).end == Nearest(-7, -4)  # Saturday: to Friday or Monday


def test_two_waves_must_both_be_free() -> None:
    wednesday = date(2026, 11, 11)
    # Wednesday less 3 is a Sunday, less 4 a Saturday; Friday less 5 a Sunday, less 6 a Saturday
    assert free([FRIDAY, wednesday], -3).end == Nearest(-7, -2)


def test_waves_on_the_same_weekday_move_alike() -> None:
    assert free([FRIDAY, FRIDAY + timedelta(days=14)], -6) == free([FRIDAY], -6)


def test_a_zone_counts_only_when_the_task_respects_it() -> None:
    monday = date(2026, 12, 21)
    assert free([monday], 1).end == Nearest(-3, 14)
    ignored = nearest_free_offsets([monday], 1, None, [CHRISTMAS], respects_zones=False)
    assert ignored.end == Nearest(0, 2)


def test_the_start_is_found_from_the_end_as_it_stands() -> None:
    assert free([FRIDAY], 0, -5).start == Nearest(-7, -4)  # Sunday: to Friday or Monday


def test_a_start_stays_before_its_end() -> None:
    monday = date(2026, 11, 2)
    assert free([monday], 0, -1).start == Nearest(-3, None)
    assert free([monday], 0, 12).start == Nearest(-3, None)
    assert free([FRIDAY], 0, -2).start == Nearest(-3, -1)


def test_a_wave_without_go_live_has_no_date_to_clash() -> None:
    assert free([FRIDAY, None], -6) == free([FRIDAY], -6)


@pytest.mark.parametrize(("go_lives", "end"), [([], -6), ([None], -6), ([FRIDAY], None)])
def test_a_missing_value_gives_no_offset(go_lives: list[date | None], end: int | None) -> None:
    assert free(go_lives, end, -7) == FreeOffsets(NONE, NONE)


def test_a_missing_start_leaves_the_end_alone_to_be_found() -> None:
    assert free([FRIDAY], -6, None) == FreeOffsets(Nearest(-7, -4), NONE)


@pytest.mark.parametrize("offset", [10**7, -(10**7), 10**30, -(10**30)])
def test_outside_the_calendar_nothing_is_free(offset: int) -> None:
    assert free([FRIDAY], offset, -7) == FreeOffsets(NONE, NONE)
    assert free([FRIDAY], 0, offset).start == NONE


def test_at_the_ends_of_the_calendar_the_search_stops() -> None:
    assert free([date.max], 0).end == Nearest(-1, None)
    assert free([date.min], 0).end == Nearest(None, 1)


def test_a_zone_of_years_has_no_way_around() -> None:
    years = FrozenZone("Længe", FRIDAY - timedelta(days=400), FRIDAY + timedelta(days=400))
    found = nearest_free_offsets([FRIDAY], 0, -7, [years], respects_zones=True)
    assert found == FreeOffsets(NONE, NONE)


@pytest.mark.parametrize(
    ("closed_days", "found"),
    [(364, Nearest(-365, 365)), (365, Nearest(-366, 366)), (366, NONE)],
)
def test_the_last_day_of_the_search_is_looked_at(closed_days: int, found: Nearest) -> None:
    wednesday = date(2026, 11, 11)  # a year and a day around it are weekdays too
    around = timedelta(days=closed_days)
    closed = FrozenZone("Lukket", wednesday - around, wednesday + around)
    assert nearest_free_offsets([wednesday], 0, None, [closed], respects_zones=True).end == found


zones_near = st.builds(
    lambda first, days: FrozenZone("Lukket", first, first + timedelta(days=days)),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(min_value=0, max_value=60),
)


@given(
    go_lives=st.lists(st.dates(date(2026, 1, 1), date(2028, 12, 31)), min_size=1, max_size=5),
    offset=st.integers(min_value=-200, max_value=200),
    zones=st.lists(zones_near, max_size=3),
)
@example(go_lives=[date(2028, 2, 29), date(2027, 3, 1)], offset=-366, zones=[CHRISTMAS])
def test_a_free_end_is_free_in_every_wave_and_nothing_nearer_is(
    go_lives: list[date], offset: int, zones: list[FrozenZone]
) -> None:
    def free_in_all(tried: int) -> bool:
        return all(is_free(go_live + timedelta(days=tried), zones) for go_live in go_lives)

    earlier, later = nearest_free_offsets(go_lives, offset, None, zones, respects_zones=True).end
    assert next((n for n in range(offset - 1, offset - 367, -1) if free_in_all(n)), None) == earlier
    assert next((n for n in range(offset + 1, offset + 367) if free_in_all(n)), None) == later


@given(
    go_lives=st.lists(any_day, min_size=1, max_size=5),
    end=st.integers(min_value=-2000, max_value=2000),
    start=st.integers(min_value=-200, max_value=-1),
)
def test_a_free_start_is_free_in_every_wave_and_nothing_nearer_is(
    go_lives: list[date], end: int, start: int
) -> None:
    def free_in_all(tried: int) -> bool:
        return all(is_free(day + timedelta(days=end + tried), []) for day in go_lives)

    found = nearest_free_offsets(go_lives, end, start, [], respects_zones=True).start
    assert next((n for n in range(start - 1, start - 367, -1) if free_in_all(n)), None) == (
        found.earlier
    )
    assert next((n for n in range(start + 1, 0) if free_in_all(n)), None) == found.later
