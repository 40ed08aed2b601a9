"""Dates in the texts: the task's own are told, facts are left alone, and the go-live decides."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style import RULE, Draft, Finding, House, Severity, WaveDates
from tasks.style.rule import prose

FIRST = WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 10, 12), date(2026, 10, 16))
SECOND = WaveDates("Bølge 2", date(2026, 11, 13), date(2026, 10, 26), date(2026, 10, 30))


def found(text: str, *waves: WaveDates) -> list[Finding]:
    draft = Draft(description=prose(text), waves=waves)
    return list(RULE["text-date"].find(draft, House()))


@pytest.mark.parametrize(
    "text",
    [
        "I skal svare senest den 16. oktober.",
        "I kan starte på opgaven mandag den 12. oktober.",
        "Løsningen går i drift d. 30.10.",
    ],
)
def test_the_tasks_own_date_is_a_hint_for_it_will_not_move(text: str) -> None:
    (finding,) = found(text, FIRST)
    assert (finding.severity, finding.fixes) == (Severity.HINT, ())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("I skal svare senest den 1. oktober.", "16. oktober"),
        ("I kan starte på opgaven tirsdag den 13. oktober.", "mandag den 12. oktober"),
        ("Løsningen går i drift den 1. november.", "30. oktober"),
    ],
)
def test_another_date_than_the_tasks_is_a_warning_with_the_right_one(text: str, right: str) -> None:
    (finding,) = found(text, FIRST)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].replacement == right


def test_with_several_waves_one_date_fits_only_one_of_them() -> None:
    (finding,) = found("I skal svare senest den 16. oktober.", FIRST, SECOND)
    assert finding.severity is Severity.WARNING
    assert "16. oktober, 30. oktober" in finding.message
    assert not finding.fixes


def test_a_date_of_a_wave_that_is_named_is_held_against_that_wave() -> None:
    (finding,) = found("Bølge 2 skal svare senest den 30. oktober.", FIRST, SECOND)
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize(
    "text",
    [
        "Loven gælder fra den 1. januar 2027.",
        "Vi holder webinar den 1. oktober.",
        "Opgaven følger efter ”(Auto 12)”, som I kan starte på den 1. oktober.",
        "Læs punkt 5.9. og afsnit 3.10. i vejledningen.",
        "Release 4.0 er på vej.",
    ],
)
def test_facts_and_other_tasks_are_left_alone(text: str) -> None:
    assert not found(text, FIRST)


def test_without_dates_on_the_task_only_a_start_or_a_deadline_is_told() -> None:
    assert not found("Løsningen går i drift den 1. november.")
    (finding,) = found("I skal svare senest den 1. oktober.")
    assert finding.severity is Severity.HINT


@given(st.text(st.sampled_from("senest den 16.10. oktober/-I kan starte"), max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    for finding in found(text, FIRST, SECOND):
        assert 0 <= finding.start < finding.end <= len(text)
