"""Offsets and duration: which numbers of days are wrong, and what to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guide import Priority
from tasks.style import RULE, Draft, House, Severity

days = st.none() | st.integers(min_value=-4000, max_value=4000)


def messages(rule: str, **values: object) -> list[str]:
    draft = Draft(**values)  # type: ignore[arg-type]
    return [finding.message for finding in RULE[rule].find(draft, House())]


def test_a_positive_start_is_an_error_that_names_the_right_number() -> None:
    assert messages("start-negative", start_offset_days=14) == [
        "Startdatoen skal ligge før slutdatoen. Skriv -14 i stedet for 14."
    ]
    assert RULE["start-negative"].severity is Severity.ERROR
    assert not RULE["start-negative"].can_be_kept


def test_a_start_on_the_end_date_is_an_error_too() -> None:
    assert messages("start-negative", start_offset_days=0)


@pytest.mark.parametrize("start", [None, -1, -601])
def test_a_negative_start_or_none_is_fine(start: int | None) -> None:
    assert not messages("start-negative", start_offset_days=start)


def test_an_end_without_a_start_is_advice() -> None:
    assert messages("start-missing", end_offset_days=0)
    assert not messages("start-missing", end_offset_days=-14, start_offset_days=-14)
    assert not messages("start-missing", end_offset_days=None)


def test_the_critical_path_ends_at_go_live() -> None:
    (said,) = messages("end-after-golive", priority=Priority.CRITICAL, end_offset_days=1)
    assert said.startswith("Opgaven er på kritisk vej, men slutter 1 dag efter go-live.")


@pytest.mark.parametrize(
    ("priority", "end"),
    [
        (Priority.CRITICAL, 0),
        (Priority.CRITICAL, -1),
        (Priority.CRITICAL, None),
        (Priority.MANDATORY, 28),
        (Priority.RECOMMENDED, 28),
        ("", 28),
    ],
)
def test_other_tasks_may_end_after_go_live(priority: str, end: int | None) -> None:
    assert not messages("end-after-golive", priority=priority, end_offset_days=end)


def test_work_longer_than_its_window_is_found_with_both_numbers() -> None:
    (said,) = messages("duration-window", duration_days=20, start_offset_days=-14)
    assert said == (
        "Opgaven varer 20 dage, men der er kun 14 dage fra start til slut. "
        "Sæt startdatoen til -20 eller tidligere, eller gør varigheden kortere."
    )


@pytest.mark.parametrize(
    ("duration", "start"), [(14, -14), (1, -1), (None, -14), (20, None), (20, 14), (20, 0)]
)
def test_work_that_fits_or_is_not_known_is_fine(duration: int | None, start: int | None) -> None:
    assert not messages("duration-window", duration_days=duration, start_offset_days=start)


@given(duration=st.integers(min_value=1, max_value=4000), start=days)
def test_the_start_a_message_proposes_is_always_right(duration: int, start: int | None) -> None:
    if messages("duration-window", duration_days=duration, start_offset_days=start):
        assert start is not None and -duration < start < 0
        assert not messages("duration-window", duration_days=duration, start_offset_days=-duration)


@given(end=days, start=days)
def test_a_start_is_never_both_missing_and_wrong(end: int | None, start: int | None) -> None:
    said = [
        messages(rule, end_offset_days=end, start_offset_days=start)
        for rule in ("start-missing", "start-negative")
    ]
    assert sum(map(len, said)) <= 1
