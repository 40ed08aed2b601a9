"""The template filters: dates and clock times as Danes in Denmark see them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import engines

GO_LIVE = date(2026, 10, 30)


def written(value: Any, name: str) -> str:
    template = engines["django"].from_string(f"{{% load danish %}}{{{{ value|{name} }}}}")
    return template.render({"value": value})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("long_date", "fredag den 30. oktober 2026"),
        ("long_date_with_week", "fredag den 30. oktober 2026 (uge 44)"),
        ("weekday_date", "fredag den 30. oktober"),
        ("day_and_month", "30. oktober"),
        ("short_date", "fre 30.10.2026"),
    ],
)
def test_a_day_is_written_in_danish(name: str, text: str) -> None:
    assert written(GO_LIVE, name) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("short_date", "tor 02.07.2026"),
        ("clock", "0.30"),
        ("moment", "torsdag den 2. juli 2026 kl. 0.30"),
    ],
)
def test_a_point_in_time_is_told_as_it_is_in_denmark(name: str, text: str) -> None:
    assert written(datetime(2026, 7, 1, 22, 30, tzinfo=UTC), name) == text


def test_winter_time_is_one_hour_ahead() -> None:
    assert written(datetime(2026, 11, 23, 9, 42, tzinfo=UTC), "clock") == "10.42"


@pytest.mark.parametrize(
    "name",
    [
        "long_date",
        "long_date_with_week",
        "short_date",
        "weekday_date",
        "day_and_month",
        "clock",
        "moment",
        "days_in_words",
    ],
)
def test_what_is_missing_is_never_made_up(name: str) -> None:
    assert written(None, name) == "ingen dato"


def test_an_offset_is_said_in_words() -> None:
    assert written(-14, "days_in_words") == "14 dage før go-live"
    assert written(0, "days_in_words") == "på dagen for go-live"
