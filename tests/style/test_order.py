"""Prerequisites end first and weigh as much; numbers follow time. Shared waves alone count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guide import Priority
from tasks.style import RULE, Draft, Finding, House, Severity, TaskRef, WaveDates

FRIDAY = date(2026, 10, 30)
EARLIER = date(2026, 10, 16)


def wave(end: date | None, key: str = "1", name: str = "Bølge 1") -> WaveDates:
    return WaveDates(name, end=end, key=key)


def ref(reference: str, *waves: WaveDates, priority: str = "") -> TaskRef:
    return TaskRef(reference, "Udfyld excel-filen", priority=priority, waves=waves)


def requiring(draft_waves: tuple[WaveDates, ...], *required: TaskRef) -> list[Finding]:
    draft = Draft(waves=draft_waves, prerequisites=required)
    return list(RULE["prerequisite-order"].find(draft, House()))


def numbered(number: str, end: date, *siblings: TaskRef, prefix: str = "MI") -> list[Finding]:
    draft = Draft(prefix=prefix, separator=" ", number=number, waves=(wave(end),))
    return list(RULE["number-order"].find(draft, House(siblings=siblings)))


def test_a_prerequisite_that_ends_later_is_found_with_both_dates() -> None:
    (finding,) = requiring((wave(EARLIER),), ref("Auto 12", wave(FRIDAY)))
    assert (finding.severity, finding.field) == (Severity.WARNING, "prerequisites")
    assert finding.message == (
        "(Auto 12) slutter fredag den 30. oktober 2026 i Bølge 1, efter at denne opgave slutter "
        "fredag den 16. oktober 2026. Flyt den ene slutdato, eller fjern forudsætningen."
    )


def test_only_the_waves_they_share_are_told() -> None:
    waves = (wave(FRIDAY, "1", "Bølge 1"), wave(EARLIER, "2", "Bølge 2"))
    (finding,) = requiring(waves, ref("Auto 12", wave(FRIDAY, "2")))
    assert "i Bølge 2, efter at denne opgave slutter fredag den 16. oktober" in finding.message
    assert "Bølge 1" not in finding.message


def each_wave(count: int, end: date) -> tuple[WaveDates, ...]:
    return tuple(wave(end + timedelta(days=n), f"{n}", f"Bølge {n}") for n in range(1, count + 1))


def test_both_dates_are_told_in_every_shared_wave() -> None:
    (finding,) = requiring(each_wave(2, EARLIER), ref("Auto 12", *each_wave(2, FRIDAY)))
    assert (
        "I Bølge 2 slutter den søndag den 1. november 2026, og denne opgave søndag den "
        "18. oktober 2026." in finding.message
    )


@pytest.mark.parametrize(("count", "said"), [(4, "i 1 bølge til."), (6, "i 3 bølger til.")])
def test_of_many_waves_the_rest_is_counted(count: int, said: str) -> None:
    (finding,) = requiring(each_wave(count, EARLIER), ref("Auto 12", *each_wave(count, FRIDAY)))
    assert f"Det samme gælder {said}" in finding.message
    assert "Bølge 4" not in finding.message


def test_two_late_prerequisites_are_one_finding() -> None:
    (finding,) = requiring((wave(EARLIER),), ref("A 1", wave(FRIDAY)), ref("", wave(FRIDAY)))
    assert "(A 1)" in finding.message
    assert "”Udfyld excel-filen”" in finding.message


@pytest.mark.parametrize(
    "required",
    [
        ref("Auto 12", wave(EARLIER)),
        ref("Auto 12", wave(EARLIER - timedelta(days=1))),
        ref("Auto 12", wave(FRIDAY, key="2")),
        ref("Auto 12", wave(FRIDAY, key="")),
        ref("Auto 12", wave(None)),
        ref("Auto 12"),
        TaskRef("Auto 12", "Udfyld", end=FRIDAY),
    ],
)
def test_a_prerequisite_in_time_or_in_another_wave_or_without_dates_is_fine(
    required: TaskRef,
) -> None:
    assert not requiring((wave(EARLIER),), required)


def test_without_own_dates_nothing_is_too_late() -> None:
    assert not requiring((wave(None),), ref("Auto 12", wave(FRIDAY)))
    assert not requiring((), ref("Auto 12", wave(FRIDAY)))


def test_waves_without_a_key_are_not_shared() -> None:
    assert not requiring((wave(EARLIER, key=""),), ref("Auto 12", wave(FRIDAY, key="")))


def weighed(priority: str, *others: TaskRef) -> list[Finding]:
    draft = Draft(priority=priority, prerequisites=others)
    return list(RULE["prerequisite-priority"].find(draft, House()))


def test_the_critical_path_does_not_hang_on_a_recommended_task() -> None:
    (finding,) = weighed(Priority.CRITICAL, ref("MI 02", priority=Priority.RECOMMENDED))
    assert finding.severity is Severity.HINT
    assert "(MI 02) er kun anbefalet." in finding.message


def test_two_recommended_tasks_are_named_together() -> None:
    light = [ref(r, priority=Priority.RECOMMENDED) for r in ("MI 02", "MI 04")]
    (finding,) = weighed(Priority.CRITICAL, *light, ref("MI 03", priority=Priority.CRITICAL))
    assert "(MI 02) og (MI 04) er kun anbefalede." in finding.message


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (Priority.CRITICAL, Priority.MANDATORY),
        (Priority.CRITICAL, Priority.CRITICAL),
        (Priority.CRITICAL, ""),
        (Priority.MANDATORY, Priority.RECOMMENDED),
        (Priority.RECOMMENDED, Priority.RECOMMENDED),
        ("", Priority.RECOMMENDED),
    ],
)
def test_other_weights_are_fine(own: str, other: str) -> None:
    assert not weighed(own, ref("MI 02", priority=other))


def test_a_higher_number_that_ends_first_is_found() -> None:
    (finding,) = numbered("03", EARLIER, ref("MI 02", wave(FRIDAY)))
    assert (finding.severity, finding.field) == (Severity.HINT, "reference")
    assert finding.message.startswith(
        "(MI 02) slutter fredag den 30. oktober, men (MI 03) slutter fredag den 16. oktober."
    )


def test_it_is_found_from_the_other_task_too() -> None:
    assert numbered("02", FRIDAY, ref("MI 03", wave(EARLIER)))


@pytest.mark.parametrize(
    ("number", "sibling"),
    [
        ("03", ref("MI 02", wave(EARLIER))),
        ("03", ref("MI 02", wave(FRIDAY))),
        ("02", ref("MI 12", wave(FRIDAY + timedelta(days=1)))),
        ("3", ref("MI 03", wave(FRIDAY + timedelta(days=1)))),
        ("03", ref("Auto 02", wave(FRIDAY + timedelta(days=1)))),
        ("03", ref("MI 02", wave(FRIDAY + timedelta(days=1), key="2"))),
        ("03", ref("MI", wave(FRIDAY + timedelta(days=1)))),
        ("", ref("MI 02", wave(FRIDAY + timedelta(days=1)))),
    ],
)
def test_numbers_in_step_or_not_comparable_are_fine(number: str, sibling: TaskRef) -> None:
    assert not numbered(number, FRIDAY, sibling)


def test_sub_numbers_are_ordered_too() -> None:
    assert numbered("04.2", EARLIER, ref("K04.1", wave(FRIDAY)), prefix="K")


@given(
    own=st.integers(1, 30),
    other=st.integers(1, 30),
    own_end=st.integers(-30, 30),
    other_end=st.integers(-30, 30),
)
def test_a_finding_is_exactly_a_pair_out_of_order(
    own: int, other: int, own_end: int, other_end: int
) -> None:
    sibling = ref(f"MI {other:02}", wave(FRIDAY + timedelta(days=other_end)))
    found = numbered(str(own), FRIDAY + timedelta(days=own_end), sibling)
    assert bool(found) == ((own - other) * (own_end - other_end) < 0)
