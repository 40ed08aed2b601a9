"""What happens is put on its day, and nothing is lost between the weeks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.agenda import Happening, Kind, monday_of, weeks_from

MONDAY = date(2026, 12, 21)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def happening(day: date, kind: Kind = Kind.ENDS, name: str = "Ret") -> Happening:
    return Happening(kind, day, name, "/", "KP")


@given(days)
def test_every_day_lies_in_the_week_of_its_monday(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0 and 0 <= (day - monday).days < 7
    assert weeks_from(monday, 1, [])[0].number == day.isocalendar().week


@given(st.lists(days, max_size=20), days, st.integers(1, 13))
def test_what_lies_within_is_told_once_and_the_rest_is_left_out(
    all_days: list[date], first: date, count: int
) -> None:
    monday = monday_of(first)
    weeks = weeks_from(monday, count, [happening(day) for day in all_days])
    told = [one.day for week in weeks for plan in week.days for one in plan.happenings]
    last = monday + timedelta(weeks=count)
    assert told == sorted(day for day in all_days if monday <= day < last)
    assert all(
        one.day == plan.day for week in weeks for plan in week.days for one in plan.happenings
    )


def test_a_day_off_says_why_and_a_go_live_stands_first() -> None:
    day = date(2026, 12, 25)
    starts, go_live = happening(day, Kind.STARTS, "A"), happening(day, Kind.GO_LIVE, "Bølge 1")
    ends = happening(day, Kind.ENDS, "B")
    (week,) = weeks_from(MONDAY, 1, [starts, ends, go_live])
    (plan,) = [plan for plan in week.days if plan.happenings]
    assert (plan.off, plan.happenings) == ("juledag", (go_live, ends, starts))


def test_a_holiday_is_told_though_nothing_happens_on_it() -> None:
    (week,) = weeks_from(MONDAY, 1, [])
    assert [(plan.day.day, plan.off) for plan in week.days] == [
        (24, "juleaftensdag, ofte lukket"),
        (25, "juledag"),
        (26, "2. juledag"),
    ]
    assert week.is_empty and not weeks_from(MONDAY, 1, [happening(MONDAY)])[0].is_empty


def test_a_week_over_new_year_has_the_number_danes_give_it() -> None:
    (week,) = weeks_from(date(2026, 12, 28), 1, [])
    assert (week.number, week.sunday) == (53, date(2027, 1, 3))
    assert week.holds(date(2027, 1, 1)) and not week.holds(date(2027, 1, 4))


def test_every_kind_has_a_word_and_an_icon() -> None:
    assert all(kind.label and kind.icon for kind in Kind)
    assert len({kind.icon for kind in Kind}) == len(Kind)
