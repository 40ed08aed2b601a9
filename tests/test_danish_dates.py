"""Danish dates: written as on the screens, and read as people write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.danish_dates import (
    clock,
    day_and_month,
    days_in_words,
    long_date,
    long_date_with_week,
    parse_danish_date,
    short_date,
    weekday_date,
)

GO_LIVE = date(2026, 10, 30)
HOW = "Skriv datoen som 30.10.2026."


def test_dates_are_written_as_on_the_screens() -> None:
    assert long_date(GO_LIVE) == "fredag den 30. oktober 2026"
    assert long_date_with_week(GO_LIVE) == "fredag den 30. oktober 2026 (uge 44)"
    assert weekday_date(GO_LIVE) == "fredag den 30. oktober"
    assert day_and_month(GO_LIVE) == "30. oktober"
    assert short_date(GO_LIVE) == "fre 30.10.2026"


def test_short_dates_align_in_a_column() -> None:
    assert short_date(date(2026, 3, 7)) == "lør 07.03.2026"
    assert long_date(date(2026, 3, 7)) == "lørdag den 7. marts 2026"


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2027, 1, 1), 53), (date(2027, 1, 4), 1), (date(2025, 12, 29), 1)],
)
def test_the_week_at_new_year_is_the_iso_week(day: date, week: int) -> None:
    assert long_date_with_week(day).endswith(f"(uge {week})")


def test_the_clock_has_a_full_stop() -> None:
    assert clock(time(10, 42)) == "10.42"
    assert clock(datetime(2026, 10, 30, 9, 5, 59)) == "9.05"
    assert clock(time(0, 0)) == "0.00"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-14, "14 dage før go-live"),
        (-1, "1 dag før go-live"),
        (0, "på dagen for go-live"),
        (1, "1 dag efter go-live"),
        (28, "28 dage efter go-live"),
    ],
)
def test_offsets_are_said_in_words(days: int, words: str) -> None:
    assert days_in_words(days) == words


@pytest.mark.parametrize(
    "text",
    [
        "30.10.2026",
        "30-10-2026",
        "30/10 2026",
        "30/10/2026",
        "30.10 2026",
        "30. 10. 2026",
        "30.10.26",
        "30. oktober 2026",
        "30 okt 2026",
        "30. okt. 2026",
        "2026-10-30",
        "d. 30.10.2026",
        "Den 30. Oktober 2026",
        "fre 30.10.2026",
        "fredag den 30. oktober 2026",
        "fredag den 30. oktober 2026 (uge 44)",
        "  30.10.2026\t",
        "30.\u00a0oktober\u00a02026",
    ],
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert parse_danish_date(text) == GO_LIVE


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.11.2026", "31. november findes ikke – november har 30 dage."),
        ("32.10.2026", "32. oktober findes ikke – oktober har 31 dage."),
        ("29. februar 2027", "29. februar findes ikke i 2027 – februar har 28 dage."),
        ("2028-02-30", "30. februar findes ikke i 2028 – februar har 29 dage."),
        ("torsdag den 30. oktober 2026", "30. oktober 2026 er en fredag."),
    ],
)
def test_a_day_that_does_not_exist_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_danish_date(text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "abc",
        "30.10",
        "30.13.2026",
        "0.10.2026",
        "30.10.0000",
        "0000-10-30",
        "30.10.202",
        "30.10.20266",
        "30. oktobrist 2026",
        "30.10.2026 eller før",
        "hej 30.10.2026",
        "²0.10.2026",
        "٣٠.١٠.٢٠٢٦",
        "-30.10.2026",
        "9" * 10_000,
    ],
)
def test_other_text_is_answered_with_how_to_write(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_danish_date(text)
    assert str(refused.value) == HOW


def test_the_leap_day_exists_in_leap_years() -> None:
    assert parse_danish_date("29.2.2028") == date(2028, 2, 29)


@given(day=st.dates())
def test_every_written_form_is_read_back(day: date) -> None:
    assert parse_danish_date(day.isoformat()) == day
    if day.year >= 1000:
        forms = (long_date(day), long_date_with_week(day), short_date(day))
        assert [parse_danish_date(form) for form in forms] == [day] * 3
        assert parse_danish_date(f"{day.day}.{day.month}.{day.year}") == day


@given(
    text=st.text(max_size=40) | st.from_regex(r"[0-9]{1,3}[./ -]{1,2}[0-9a-z]{1,9}[./ -][0-9]{1,5}")
)
def test_any_text_gives_a_date_or_a_danish_sentence(text: str) -> None:
    try:
        parse_danish_date(text)
    except ValueError as refused:
        assert str(refused).endswith(".")
