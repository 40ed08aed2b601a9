"""A date picked in one wave is an offset for all of them, or a sentence that says why it is not."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.danish_dates import short_date
from tasks.forms.picked_day import Picked, picked_day
from tasks.forms.task_values import empty_values
from tasks.models import Wave
from tasks.schedule import period

GO_LIVE = date(2026, 10, 30)
WAVE, OTHER = Wave(pk=7, name="Bølge 1", go_live=GO_LIVE), Wave(pk=8, name="Bølge 2")


def values(**known: Any) -> dict[str, Any]:
    return empty_values() | {"waves": [WAVE, OTHER]} | known


def problem(cell: str, text: str, **known: Any) -> str:
    picked = picked_day(cell, text, values(**known))
    assert picked is not None and picked.days is None
    return picked.problem


@pytest.mark.parametrize("text", ["16.10.2026", "fre 16.10.2026", "16/10 2026", "2026-10-16"])
def test_an_end_date_is_counted_from_go_live(text: str) -> None:
    assert picked_day("end-7", text, values()) == Picked("end_offset_days", -14)


def test_a_start_date_is_counted_from_the_end() -> None:
    picked = picked_day("start-7", "2.10.2026", values(end_offset_days=-14))
    assert picked == Picked("start_offset_days", -14)


@given(st.dates(date(2018, 1, 1), date(2034, 12, 31)))
def test_a_picked_end_comes_back_as_the_date_it_was(day: date) -> None:
    picked = picked_day("end-7", short_date(day), values())
    assert picked is not None
    assert period(GO_LIVE, picked.days, None).end == day


@given(st.integers(-2000, 2000), st.integers(1, 2000))
def test_a_picked_start_comes_back_too(end: int, days: int) -> None:
    day = GO_LIVE + timedelta(days=end - days)
    picked = picked_day("start-7", short_date(day), values(end_offset_days=end))
    assert picked is not None
    assert period(GO_LIVE, end, picked.days).start == day


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        ("end-7", "31.11.2026", "31. november findes ikke – november har 30 dage."),
        ("end-7", "lør 16.10.2026", "16. oktober 2026 er en fredag."),
        ("end-7", "snart", "Skriv datoen som 30.10.2026."),
        ("end-7", " ", "Skriv en slutdato, fx 30.10.2026."),
        ("start-7", "", "Skriv en startdato, fx 1.10.2026."),
        ("end-7", "1.1.0001", "Skriv et årstal mellem 2000 og 2099."),
        ("end-7", "1.1.2090", "Datoen ligger mere end 3650 dage fra go-live. Se årstallet efter."),
        ("end-8", "1.1.2027", "Bølge 2 har ingen go-live, så datoen kan ikke regnes om til dage."),
        ("start-7", "1.1.2026", "Vælg slutdatoen først. Startdatoen tælles fra den."),
    ],
)
def test_what_cannot_be_is_said(cell: str, text: str, said: str) -> None:
    assert problem(cell, text) == said


@pytest.mark.parametrize("text", ["16.10.2026", "17.10.2026"])
def test_a_start_that_is_not_before_the_end_is_said(text: str) -> None:
    assert problem("start-7", text, end_offset_days=-14) == (
        "Startdatoen skal ligge før slutdatoen, fredag den 16. oktober 2026."
    )


@pytest.mark.parametrize("cell", ["end-9", "middle-7", "end-", "", "end-7-8", "<script>"])
def test_a_cell_the_form_does_not_have_is_nothing(cell: str) -> None:
    assert picked_day(cell, "16.10.2026", values()) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_answered(cell: str, text: str) -> None:
    picked_day(cell, text, values())
    picked = picked_day("end-7", text, values())
    assert picked is not None and (picked.days is None) == bool(picked.problem)
