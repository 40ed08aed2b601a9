"""The picture: everything within it, in order, and never a date that nobody gave."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.schedule import FrozenZone, Period
from tasks.timeline import Entry, Picture, WaveFacts, draw

TODAY = date(2026, 10, 1)
GO_LIVE = date(2026, 10, 30)

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
maybe_days = st.none() | days


def entry(
    start: date | None = None,
    end: date | None = None,
    yellow: date | None = None,
    name: str = "Ret",
) -> Entry:
    return Entry(name, "/opgaver/1/", Period(start, end), yellow, "Kladde")


def picture_of(*entries: Entry, go_live: date | None = GO_LIVE, today: date = TODAY) -> Picture:
    picture = draw([WaveFacts("Bølge 1", go_live, entries)], (), today)
    assert picture is not None
    return picture


def share(place: str) -> float:
    assert place.endswith("%")
    return float(place[:-1])


@st.composite
def entries(draw_one: st.DrawFn) -> Entry:
    start, end, yellow = (draw_one(maybe_days) for _ in range(3))
    if start and end and start > end:
        start, end = end, start
    return entry(start, end, yellow)


@given(st.lists(entries(), max_size=8), maybe_days, days)
def test_everything_lies_within_the_picture(
    all_entries: list[Entry], go_live: date | None, today: date
) -> None:
    picture = draw([WaveFacts("Bølge 1", go_live, tuple(all_entries))], (), today)
    has_days = go_live is not None or any(any(one.days) for one in all_entries)
    assert (picture is not None) == has_days
    if picture is None:
        return
    lane = picture.lanes[0]
    assert len(lane.bars) + len(lane.undated) == len(all_entries)
    for bar in lane.bars:
        assert 0 <= share(bar.at) < 100 and share(bar.width) > 0
        assert share(bar.at) + share(bar.width) <= 100.01
        assert 0 <= bar.y < lane.height
        if bar.yellow_at:
            assert share(bar.yellow_at) >= share(bar.at) - 0.001 and share(bar.yellow_width) > 0
    for line in lane.lines:
        assert 0 <= share(line.at) <= 100
    for tick in (*picture.months, *picture.weeks):
        assert 0 <= share(tick.at) <= 100


@given(st.lists(entries(), max_size=8))
def test_the_first_to_begin_stands_at_the_top_and_no_two_share_a_row(
    all_entries: list[Entry],
) -> None:
    bars = picture_of(*all_entries).lanes[0].bars
    firsts = [min(bar.entry.days) for bar in bars]
    assert firsts == sorted(firsts)
    assert len({bar.y for bar in bars}) == len(bars)


@given(days, st.integers(0, 3000), st.integers(0, 3000))
def test_a_later_day_lies_further_to_the_right(first: date, to_second: int, to_third: int) -> None:
    second = first + timedelta(days=to_second)
    third = second + timedelta(days=to_third)
    bars = picture_of(entry(end=first), entry(end=second), entry(end=third)).lanes[0].bars
    places = [share(bar.at) for bar in bars]
    assert places == sorted(places)


def test_the_bar_goes_from_the_start_to_the_end_and_the_yellow_part_ends_with_it() -> None:
    start, yellow, end = date(2026, 10, 1), date(2026, 10, 9), date(2026, 10, 16)
    (bar,) = picture_of(entry(start, end, yellow)).lanes[0].bars
    day = share(bar.width) / 16
    assert abs(share(bar.yellow_at) - share(bar.at) - 8 * day) < 0.01
    assert abs(share(bar.yellow_width) - 8 * day) < 0.01


def test_a_task_that_goes_yellow_before_its_start_is_yellow_all_the_way() -> None:
    (bar,) = picture_of(entry(date(2026, 10, 5), date(2026, 10, 9), date(2026, 9, 1))).lanes[0].bars
    assert (bar.yellow_at, bar.yellow_width) == (bar.at, bar.width)


def test_a_missing_date_is_not_guessed() -> None:
    lane = picture_of(entry(), entry(end=GO_LIVE, name="Slut")).lanes[0]
    assert [one.name for one in lane.undated] == ["Ret"]
    assert lane.bars[0].full_name == "Slut. Bølge 1: slutter fredag den 30. oktober 2026, Kladde"


def test_the_full_name_tells_every_date() -> None:
    start, yellow, end = date(2026, 10, 1), date(2026, 10, 9), date(2026, 10, 16)
    (bar,) = picture_of(entry(start, end, yellow, name="(MI 01) Ret")).lanes[0].bars
    assert bar.full_name == (
        "(MI 01) Ret. Bølge 1: starter torsdag den 1. oktober 2026, "
        "går i gul fredag den 9. oktober 2026 (beregnet), "
        "slutter fredag den 16. oktober 2026, Kladde"
    )


def test_without_any_date_there_is_no_picture() -> None:
    assert draw([WaveFacts("Bølge 1", None, (entry(),))], (), TODAY) is None
    assert draw([], (), TODAY) is None


def test_today_is_drawn_when_it_is_near() -> None:
    near, far = picture_of(), picture_of(today=date(2030, 1, 1))
    assert [line.label for line in near.lanes[0].lines] == ["go-live", "i dag"]
    assert [line.label for line in far.lanes[0].lines] == ["go-live"]
    assert [line.label for line in picture_of(today=GO_LIVE).lanes[0].lines] == ["go-live i dag"]


def test_zones_and_holidays_are_shaded_with_their_names() -> None:
    zone = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))
    elsewhere = FrozenZone("Sommer", date(2031, 7, 1), date(2031, 8, 1))
    wave = WaveFacts("Bølge 1", date(2026, 12, 29), ())
    picture = draw([wave], (zone, elsewhere), TODAY)
    assert picture is not None
    assert [band.name for band in picture.zones] == ["Jul, 21. december–3. januar"]
    assert "juledag, 25. december" in [band.name for band in picture.holidays]


def test_the_weeks_are_numbered_where_there_is_room() -> None:
    assert [tick.label for tick in picture_of().weeks][:2] == ["40", "41"]
    years = picture_of(entry(end=date(2028, 1, 1)))
    assert not years.weeks
    assert [tick.label for tick in years.months][:2] == ["okt. 2026", "nov."]


@given(days, st.integers(0, 9000))
def test_there_is_room_for_the_names_of_months(first: date, span: int) -> None:
    picture = picture_of(entry(first, first + timedelta(days=span)), go_live=None)
    assert len(picture.months) <= 19
    assert sum(not tick.is_wide_only for tick in picture.months) <= 6


def test_a_name_stands_beside_its_bar_and_is_shortened_between_words() -> None:
    name = "(Auto 13) Gennemgå afslagsårsager og skriv nye, hvis I mangler nogen"
    early = entry(date(2026, 9, 1), date(2026, 9, 2), name=name)
    late = entry(date(2026, 12, 1), date(2026, 12, 2), name=name)
    first, last = picture_of(early, late).lanes[0].bars
    assert (first.name_at, first.is_turned) == (first.at, False)
    assert last.is_turned
    assert first.short_name == "(Auto 13) Gennemgå afslagsårsager…"


@given(st.text(max_size=300))
def test_any_name_fits(name: str) -> None:
    (bar,) = picture_of(entry(end=GO_LIVE, name=name)).lanes[0].bars
    assert len(bar.short_name) <= 35 and len(bar.name) <= 91
