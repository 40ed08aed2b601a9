"""What moves when a calendar changes: everything it touches, and nothing else."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.moves import (
    Calendar,
    Dates,
    Lasting,
    Move,
    Placed,
    clash_in_words,
    moves_between,
    plan_digest,
)
from tasks.schedule import FrozenZone

GO_LIVE, LATER = date(2026, 10, 30), date(2026, 11, 13)
CHRISTMAS = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
offsets = st.none() | st.integers(-400, 400)
lastings = st.builds(
    Lasting,
    offsets,
    st.none() | st.integers(-400, -1),
    st.none() | st.integers(1, 60),
    st.booleans(),
)
calendars = st.builds(
    lambda first, second: Calendar({1: first, 2: second}), st.none() | days, st.none() | days
)


def moves_of(before: Calendar, after: Calendar, *lasting: Lasting) -> list[Move]:
    placed = [Placed(number, 1, one) for number, one in enumerate(lasting)]
    return list(moves_between(before, after, placed))


def test_all_three_days_move_as_far_as_the_go_live() -> None:
    (move,) = moves_of(Calendar({1: GO_LIVE}), Calendar({1: LATER}), Lasting(-14, -10, 3, False))
    assert move.old == Dates(date(2026, 10, 6), date(2026, 10, 13), date(2026, 10, 16))
    assert move.new == Dates(date(2026, 10, 20), date(2026, 10, 27), date(2026, 10, 30))
    assert move.has_moved


@given(calendars, calendars, st.lists(lastings, max_size=5))
def test_there_and_back_again_is_the_same_the_other_way(
    before: Calendar, after: Calendar, lasting: list[Lasting]
) -> None:
    there, back = moves_of(before, after, *lasting), moves_of(after, before, *lasting)
    assert [(m.task, m.old, m.new) for m in there] == [(m.task, m.new, m.old) for m in back]
    assert [m.new_clashes for m in there] == [m.gone_clashes for m in back]


@given(calendars, st.lists(lastings, max_size=5))
def test_nothing_moves_when_nothing_changes(calendar: Calendar, lasting: list[Lasting]) -> None:
    assert moves_of(calendar, calendar, *lasting) == []


@given(days, st.integers(-500, 500), lastings)
def test_every_known_day_moves_by_the_same_number_of_days(
    go_live: date, by: int, lasting: Lasting
) -> None:
    moved = go_live + timedelta(days=by)
    for move in moves_of(Calendar({1: go_live}), Calendar({1: moved}), lasting):
        for old, new in zip(move.old, move.new, strict=True):
            assert (old is None) == (new is None)
            assert old is None or new is None or (new - old).days == by


@given(calendars, calendars, lastings)
def test_a_task_without_an_end_offset_never_moves(
    before: Calendar, after: Calendar, lasting: Lasting
) -> None:
    assert moves_of(before, after, lasting._replace(end_offset=None)) == []


def test_a_new_zone_moves_no_date_and_tells_whom_it_hits() -> None:
    calendar = Calendar({1: date(2026, 12, 23)})
    frozen = Calendar(calendar.go_lives, (CHRISTMAS,))
    (move,) = moves_of(calendar, frozen, Lasting(0, -30, None, True), Lasting(0, -30, None, False))
    assert (move.task, move.has_moved) == (0, False)
    (clash,) = move.new_clashes
    assert clash_in_words(clash) == "slutdatoen ligger i frozen zonen ”Jul”"


def test_who_lay_in_the_zone_and_lies_there_still_is_not_told_of_it_again() -> None:
    before = Calendar({1: date(2026, 12, 22)}, (CHRISTMAS,))
    after = Calendar({1: date(2026, 12, 23)}, (CHRISTMAS,))
    (move,) = moves_of(before, after, Lasting(0, None, None, True))
    assert (move.new_clashes, move.gone_clashes) == ((), ())


def test_clashes_are_told_in_words() -> None:
    saturday, off = Calendar({1: date(2026, 10, 31)}), Calendar({1: date(2026, 12, 24)})
    (to_saturday,) = moves_of(Calendar({1: GO_LIVE}), saturday, Lasting(0, None, None, False))
    (to_christmas,) = moves_of(Calendar({1: GO_LIVE}), off, Lasting(0, None, None, False))
    assert [clash_in_words(c) for c in to_saturday.new_clashes] == ["slutdatoen er en lørdag"]
    assert [clash_in_words(c) for c in to_christmas.new_clashes] == [
        "slutdatoen er juleaftensdag, ofte lukket"
    ]


def test_two_plans_are_told_apart() -> None:
    before, lasting = Calendar({1: GO_LIVE}), Lasting(0, None, None, False)
    one = moves_of(before, Calendar({1: LATER}), lasting)
    other = moves_of(before, Calendar({1: LATER + timedelta(days=1)}), lasting)
    assert plan_digest(one) == plan_digest(list(one)) != plan_digest(other)
