"""A day is typed as text, read on the server, and never lost when it cannot be read."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tasks.forms.danish_fields import FIRST_YEAR, LAST_YEAR, DanishDateField

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


class GoLiveForm(forms.Form):
    go_live = DanishDateField(label="Go-live", required=False)


def message_of(text: str) -> str:
    with pytest.raises(ValidationError) as refused:
        DanishDateField().clean(text)
    return str(refused.value.messages[0])


@pytest.mark.parametrize(
    "text", ["30.10.2026", "30/10 2026", " 30. oktober 2026 ", "fre 30.10.2026", "2026-10-30"]
)
def test_a_day_is_read_however_a_dane_writes_it(text: str) -> None:
    assert DanishDateField().clean(text) == date(2026, 10, 30)


@given(days)
def test_what_is_shown_is_read_back_as_the_same_day(day: date) -> None:
    field = DanishDateField()
    assert field.clean(field.prepare_value(day)) == day


def test_a_day_is_shown_with_two_digits_for_day_and_month() -> None:
    assert DanishDateField().prepare_value(date(2027, 1, 3)) == "03.01.2027"


def test_an_impossible_day_is_an_error_and_not_an_empty_value() -> None:
    assert message_of("31.11.2026") == "31. november findes ikke – november har 30 dage."


def test_an_empty_field_is_no_date_or_a_sentence_that_asks_for_one() -> None:
    assert DanishDateField(required=False).clean("  ") is None
    assert message_of("") == "Skriv en dato, fx 30.10.2026."


@pytest.mark.parametrize("text", ["30.10.1999", "1.1.2100", "30.10.0026", "31.12.9999"])
def test_a_year_no_plan_reaches_is_refused(text: str) -> None:
    assert message_of(text) == "Skriv et årstal mellem 2000 og 2099."


@pytest.mark.parametrize(
    "text",
    ["snart", "30.10", "<script>", "30.10.2026; 31.10.2026", "١٢.٠١.٢٠٢٦", "\x00", "9" * 5000],
)
def test_what_is_no_day_is_answered_with_how_to_write_one(text: str) -> None:
    assert message_of(text) == "Skriv datoen som 30.10.2026."


@given(st.text(max_size=40))
def test_no_text_whatever_is_worse_than_an_error(text: str) -> None:
    try:
        day = DanishDateField(required=False).clean(text)
    except ValidationError:
        return
    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR


def test_the_error_keeps_what_was_typed() -> None:
    form = GoLiveForm({"go_live": "31.11.2026"})
    assert not form.is_valid()
    assert 'value="31.11.2026"' in str(form["go_live"])


def test_the_control_is_a_text_field() -> None:
    """The browser's own date field turns 31.11.2026 into nothing."""
    assert 'type="text"' in str(GoLiveForm()["go_live"])


def test_the_same_day_written_otherwise_is_no_change() -> None:
    initial = {"go_live": date(2026, 10, 30)}
    assert not GoLiveForm({"go_live": "fre 30/10 2026"}, initial=initial).has_changed()
    assert GoLiveForm({"go_live": "31.10.2026"}, initial=initial).has_changed()
    assert GoLiveForm({"go_live": "31.11.2026"}, initial=initial).has_changed()
