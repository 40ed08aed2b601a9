"""The message about a moved go-live says what the data knows, and asks for the rest."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.announcement import (
    AnnouncementFacts,
    MovedFacts,
    TaskFacts,
    WavePeriod,
    propose_moved,
)
from tasks.guide import Priority

TODAY, OLD, NEW = date(2026, 9, 1), date(2026, 10, 30), date(2026, 11, 13)
PERIOD = WavePeriod("Bølge 1", "release 4.0", NEW, NEW, date(2026, 12, 11))
TASK = TaskFacts("Auto 13", "Sæt jeres afslagsårsager op", (PERIOD,))
ABOUT = AnnouncementFacts("KP-systemansvarlige", (TASK,), "Aske", TODAY)
MOVED = MovedFacts("Bølge 1", "release 4.0", OLD, NEW, ABOUT)


def test_one_task() -> None:
    assert propose_moved(MOVED) == (
        "#besked\n\n"
        "Kære KP-systemansvarlige.\n\n"
        "Go-live for release 4.0 er flyttet fra fredag den 30. oktober til fredag den "
        "13. november. Det skyldes [skriv hvorfor].\n\n"
        "For ”(Auto 13) Sæt jeres afslagsårsager op” betyder det, at I først kan starte fredag den "
        "13. november, og at I har tid til og med fredag den 11. december.\n\n"
        "God dag!\nMvh. Aske / KOMBIT"
    )


@pytest.mark.parametrize(
    ("start", "end", "priority", "said"),
    [
        (OLD, NEW, "", "at I først kan starte fredag den 30. oktober, og at I har tid til og"),
        (OLD, NEW, "", "13. november. Vær opmærksom på, at fristen er kort.\n"),
        (OLD, date(2026, 12, 1), Priority.CRITICAL, "og at I skal være færdige senest tirsdag"),
        (date(2026, 8, 3), NEW, "", "op” betyder det, at I har tid til og med fredag den 13. nov"),
        (None, NEW, "", "Det betyder nye datoer for ”(Auto 13) Sæt jeres afslagsårsager op”.\n"),
        (date(2026, 8, 3), date(2026, 8, 4), "", "[Skriv, hvornår I skal være færdige]"),
    ],
)
def test_what_it_means_follows_from_the_dates(
    start: date | None, end: date, priority: str, said: str
) -> None:
    task = replace(TASK, priority=priority, periods=(PERIOD._replace(start=start, end=end),))
    assert said in propose_moved(replace(MOVED, about=replace(ABOUT, tasks=(task,))))


def test_several_tasks_have_a_line_each() -> None:
    other = TaskFacts("Auto 14", "Ret", (PERIOD._replace(start=date(2026, 11, 16)),))
    text = propose_moved(replace(MOVED, about=replace(ABOUT, tasks=(TASK, other))))
    assert "Det betyder nye datoer for disse opgaver:\n\n- ”(Auto 13)" in text
    assert "- ”(Auto 14) Ret”: Start tidligst mandag den 16. november, og bliv færdige" in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (OLD, None, "Go-live for release 4.0, som var fredag den 30. oktober, er udskudt"),
        (None, NEW, "Go-live for release 4.0 er fredag den 13. november."),
        (None, None, "Go-live for release 4.0 er flyttet."),
    ],
)
def test_a_day_nobody_knows_is_not_invented(old: date | None, new: date | None, said: str) -> None:
    assert said in propose_moved(replace(MOVED, old_day=old, new_day=new))


def test_without_words_for_what_goes_live_the_wave_is_named() -> None:
    assert "Go-live for Bølge 1 er flyttet" in propose_moved(replace(MOVED, delivery=" "))


def test_no_task_is_no_message() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        propose_moved(replace(MOVED, about=replace(ABOUT, tasks=())))


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(-300, 300), st.text(max_size=30))
def test_it_always_begins_with_besked_and_no_line_with_a_digit(
    old: date, days: int, name: str
) -> None:
    moved = replace(MOVED, old_day=old, new_day=old + timedelta(days=days), delivery=f"r {name}")
    lines = propose_moved(moved).split("\n")
    assert lines[0] == "#besked"
    assert not [line for line in lines if line[:1].isdigit()]
