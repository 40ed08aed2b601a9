"""One task as JSON: what is read, and what is refused with the key that is wrong."""

import json
from datetime import date
from typing import Any

import pytest

from tasks.lint.refusal import UnusableError
from tasks.lint.whole_task import whole_task
from tasks.style import Block, Draft, Link, TaskRef, WaveDates

TASK: dict[str, Any] = {
    "prefix": "MI",
    "number": "02",
    "title": "Udfyld excel-filen",
    "project": "KP",
    "phase": "Klargøring",
    "theme": "Drift og support",
    "priority": "Obligatorisk på kritisk vej",
    "reply_to": "a@kombit.dk; b@kombit.dk",
    "is_infrastructure": "Nej",
    "respects_frozen_zone": True,
    "duration_days": 3,
    "end_offset_days": -14,
    "start_offset_days": -7,
    "waves": ["Bølge 1", {"name": "Bølge 2", "go_live": "30.10.2026"}],
    "prerequisites": ["(MI 01) Opret roller"],
    "performers": "Superbruger",
    "attachments": ["https://kombit.dk/fil", {"title": "Fil", "url": "https://kombit.dk/2"}],
    "goal": "<p>Målet er nået.</p>",
    "description": "Én linje\n- et punkt",
    "announcement": "#besked",
    "podio": "noget helt andet",
}


def draft_of(**changes: Any) -> Draft:
    return whole_task(json.dumps(TASK | changes)).draft


def test_every_kind_of_value_is_read() -> None:
    draft = draft_of()
    assert (draft.reference, draft.title) == ("MI 02", "Udfyld excel-filen")
    assert (draft.priority, draft.is_infrastructure) == ("critical", False)
    assert draft.reply_to == ("a@kombit.dk", "b@kombit.dk")
    assert draft.waves == (
        WaveDates("Bølge 1", key="Bølge 1"),
        WaveDates("Bølge 2", date(2026, 10, 30), date(2026, 10, 9), date(2026, 10, 16), "Bølge 2"),
    )
    assert draft.prerequisites == (TaskRef("MI 01", "Opret roller"),)
    assert draft.performers == ("Superbruger",)
    assert draft.attachments == (
        Link("", "https://kombit.dk/fil"),
        Link("Fil", "https://kombit.dk/2"),
    )
    assert draft.goal == (Block("Målet er nået."),)
    assert draft.description == (Block("Én linje"), Block("et punkt", "li"))
    assert draft.announcement == "#besked"


def test_a_reference_before_the_title_is_read_as_the_reference() -> None:
    source = whole_task(json.dumps({"title": " (K04.1)  Opret roller"}))
    assert (source.draft.reference, source.draft.title) == ("K04.1", "Opret roller")
    assert source.texts["title"].offsets == (10,)


def test_what_is_not_told_is_not_known() -> None:
    assert whole_task("{}").draft == Draft()
    assert whole_task('{"waves": null, "is_infrastructure": ""}').draft == Draft()


@pytest.mark.parametrize("label", ["Anbefalet", "valgfri", " ANBEFALET "])
def test_the_lowest_priority_has_both_of_the_guides_names(label: str) -> None:
    assert draft_of(priority=label).priority == "recommended"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", 3),
        ("description", ["a"]),
        ("priority", "Vigtig"),
        ("is_infrastructure", "måske"),
        ("end_offset_days", "-14"),
        ("end_offset_days", 1.5),
        ("duration_days", True),
        ("waves", [3]),
        ("performers", [None]),
        ("attachments", [7]),
        ("reply_to", 5),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(key: str, value: Any) -> None:
    with pytest.raises(UnusableError, match=key):
        draft_of(**{key: value})


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnusableError, match=r"31\. november findes ikke"):
        draft_of(waves=[{"name": "Bølge 1", "go_live": "31.11.2026"}])


@pytest.mark.parametrize("text", ["", "[", "[]", "3", '"a"', "[" * 100_000, '{"a": 1' + "0" * 9999])
def test_what_is_no_task_is_refused(text: str) -> None:
    with pytest.raises(UnusableError):
        whole_task(text)


def test_days_beyond_every_calendar_give_no_date() -> None:
    wave = {"name": "Bølge 1", "go_live": "2026-10-30"}
    draft = draft_of(end_offset_days=10**12, waves=[wave])
    assert draft.waves[0].end is None
