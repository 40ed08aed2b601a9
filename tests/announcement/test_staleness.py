"""What has changed since a message was made is said in words, and nothing else is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tasks.announcement import (
    AnnouncementFacts,
    Kind,
    RelatedFacts,
    from_snapshot,
    propose,
    stale_sentences,
    to_snapshot,
)
from tasks.guide import Priority
from tests.announcement.facts import TODAY, make_facts, make_period, make_task

START, END = date(2026, 10, 1), date(2026, 10, 30)
TASK = replace(make_task(make_period(START, END)), key=13)
EXCEL = RelatedFacts("Auto 12", "Udfyld filen", TODAY)
TOLD = make_facts(TASK, related=(EXCEL,))
OTHER = replace(make_task(make_period(TODAY, END), reference="Auto 14", title="Ret"), key=14)


def now(**changes: Any) -> AnnouncementFacts:
    """The same facts, with other values for the task."""
    return replace(TOLD, tasks=(replace(TASK, **changes),))


def said(facts: AnnouncementFacts, told: AnnouncementFacts = TOLD) -> list[str]:
    return list(stale_sentences(told, facts, propose(told)))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            now(periods=(make_period(date(2026, 10, 12), END),)),
            "Startdatoen er ændret til 12. oktober, men beskeden siger 1. oktober.",
        ),
        (
            now(periods=(make_period(START, date(2026, 11, 13)),)),
            "Slutdatoen er ændret til 13. november, men beskeden siger 30. oktober.",
        ),
        (
            now(title="Opret årsager"),
            "Titlen er ændret til Opret årsager, men beskeden siger Opret afslagsårsager i KP.",
        ),
        (
            now(reference="Auto 15"),
            "Referencen er ændret til (Auto 15), men beskeden siger (Auto 13).",
        ),
        (now(periods=(make_period(None, END),)), "Startdatoen 1. oktober gælder ikke længere."),
        (
            now(priority=Priority.CRITICAL),
            "Prioriteten er ændret fra Obligatorisk til Obligatorisk på kritisk vej.",
        ),
        (now(required=(EXCEL,)), "(Auto 12) er nu en forudsætning."),
        (
            now(periods=(*TASK.periods, make_period(START, date(2026, 12, 1), "Bølge 2"))),
            "Bølge 2 er kommet til.",
        ),
        (replace(TOLD, related=()), "(Auto 12) er ikke længere tæt relateret."),
        (
            replace(TOLD, related=(replace(EXCEL, start=date(2026, 9, 14)),)),
            "(Auto 12) kan nu startes mandag den 14. september.",
        ),
        (
            replace(TOLD, related=(replace(EXCEL, waves=(("Bølge 1", TODAY), ("Bølge 2", END))),)),
            "(Auto 12) kan nu startes på andre dage i bølgerne.",
        ),
        (replace(TOLD, signed_by="Rikke"), "Underskriften er ændret til ”Rikke”."),
        (replace(TOLD, greeting="alle"), "Modtageren er ændret til ”alle”."),
        (replace(TOLD, topic="løn"), "Emnet er ændret til ”løn”."),
        (replace(TOLD, tasks=(TASK, OTHER)), "Beskeden gælder nu også (Auto 14)."),
        (
            replace(TOLD, today=START),
            "Startdatoen 1. oktober er kommet, så I kan starte nu.",
        ),
    ],
)
def test_each_fact_is_told(facts: AnnouncementFacts, sentence: str) -> None:
    assert said(facts) == [sentence]


def test_a_deadline_that_came_near_or_went_is_told() -> None:
    near, gone = replace(TOLD, today=date(2026, 10, 20)), replace(TOLD, today=date(2026, 11, 2))
    assert said(near)[-1] == "Fristen 30. oktober er nu kort, og det skal stå i beskeden."
    assert said(gone)[-1] == "Slutdatoen 30. oktober er passeret."


def test_a_date_of_one_wave_or_one_of_several_tasks_is_told_with_its_name() -> None:
    second = make_period(START, END, "Bølge 2")
    moved = second._replace(end=date(2026, 11, 13))
    told = now(periods=(*TASK.periods, second))
    later = now(periods=(*TASK.periods, moved))
    assert said(later, told) == [
        "Slutdatoen for Bølge 2 er ændret til 13. november, men beskeden siger 30. oktober."
    ]
    both = replace(TOLD, tasks=(TASK, OTHER))
    renamed = replace(both, tasks=(TASK, replace(OTHER, title="Ret løn")))
    assert said(renamed, both) == [
        "Titlen for (Auto 14) er ændret til Ret løn, men beskeden siger Ret."
    ]
    assert said(TOLD, both) == ["Beskeden gælder ikke længere (Auto 14)."]


def test_what_the_author_put_right_is_not_said_to_stand_in_the_message() -> None:
    facts = now(periods=(make_period(date(2026, 10, 12), END),))
    text = propose(TOLD).replace("torsdag den 1. oktober", "mandag den 12. oktober")
    assert stale_sentences(TOLD, facts, text) == (
        "Startdatoen er ændret fra 1. oktober til 12. oktober.",
    )


def test_a_fact_no_message_tells_makes_none_stale() -> None:
    assert said(now(priority=Priority.RECOMMENDED)) == []
    reminder = replace(TOLD, kind=Kind.REMINDER, today=date(2026, 10, 20))
    assert said(replace(reminder, related=()), reminder) == []


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "",
        [],
        {},
        {"tasks": 1},
        to_snapshot(TOLD) | {"today": "i morgen"},
        to_snapshot(TOLD) | {"kind": "moved"},
        to_snapshot(TOLD) | {"greeting": None},
        to_snapshot(TOLD) | {"tasks": [{"reference": "x"}]},
        to_snapshot(TOLD) | {"tasks": "abc"},
        to_snapshot(TOLD) | {"tasks": []},
        to_snapshot(TOLD) | {"topic": "a\0"},
        to_snapshot(TOLD) | {"topic": "\ud800"},
        to_snapshot(TOLD) | {"short_deadline_days": 10**40},
        to_snapshot(TOLD) | {"related": {"a": 1}},
        to_snapshot(TOLD) | {"short_deadline_days": "14"},
    ],
)
def test_what_is_no_facts_is_read_as_none(kept: object) -> None:
    assert from_snapshot(kept) is None
