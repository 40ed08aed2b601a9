"""A sitting is one version and one line in Forløb, however often it was saved."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tasks.actions.drafts import save_task
from tasks.actions.findings import keep_finding
from tasks.actions.review import approve, reopen, submit, withdraw
from tasks.actions.sittings import PAUSE
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import EventKind, KlikTask, Person, Version
from tests.make import make_anne, make_ready_task, make_rikke, make_task

Move = Callable[[Person, int, int], object]
pytestmark = pytest.mark.django_db


def write(person: Person, task: KlikTask, text: str, field: str = "goal") -> KlikTask:
    now = KlikTask.objects.get(pk=task.pk)
    return save_task(person, task.pk, now.revision, {field: f"<p>{text}</p>"}).task


def versions(task: KlikTask) -> list[tuple[str, int, str]]:
    """Who left each version, at which revision, with which Mål; the oldest first."""
    rows = task.versions.order_by("revision")
    return [(row.author.first_name, row.revision, row.content["goal"]) for row in rows]


def edits(task: KlikTask) -> list[object]:
    """What each line ”rettede” tells, the oldest first."""
    lines = task.events.filter(kind=EventKind.EDITED).order_by("at", "pk")
    return [line.details["fields"] for line in lines]


def pause(task: KlikTask, length: timedelta) -> None:
    """Let everything so far have happened that much earlier."""
    for rows in (task.versions.all(), task.events.all()):
        for row in rows:
            type(row).objects.filter(pk=row.pk).update(at=row.at - length)


def test_what_is_saved_while_one_writes_is_one_version() -> None:
    task = make_task()
    for text in ("M", "Må", "Mål"):
        write(make_anne(), task, text)
    assert versions(task) == [("Anne", 4, "<p>Mål</p>")]
    assert edits(task) == [{"goal": ["", "<p>Mål</p>"]}]


def test_after_ten_minutes_pause_a_new_one_begins() -> None:
    task = write(make_anne(), make_task(), "Før")
    pause(task, PAUSE + timedelta(seconds=1))
    write(make_anne(), task, "Efter")
    assert versions(task) == [("Anne", 2, "<p>Før</p>"), ("Anne", 3, "<p>Efter</p>")]
    assert edits(task) == [{"goal": ["", "<p>Før</p>"]}, {"goal": ["<p>Før</p>", "<p>Efter</p>"]}]


def test_just_under_ten_minutes_is_the_same_sitting() -> None:
    task = write(make_anne(), make_task(), "Før")
    pause(task, PAUSE - timedelta(seconds=5))
    write(make_anne(), task, "Efter")
    assert len(versions(task)) == 1


def test_it_ends_when_another_person_edits() -> None:
    task = write(make_anne(), make_task(), "Anne")
    write(make_rikke(), task, "Rikke")
    write(make_anne(), task, "Anne igen")
    assert [name for name, _, _ in versions(task)] == ["Anne", "Rikke", "Anne"]


@pytest.mark.parametrize("moves", [[submit], [submit, withdraw]])
def test_what_was_sent_is_never_written_over(moves: list[Move]) -> None:
    task = make_ready_task()
    for move in moves:
        move(make_anne(), task.pk, task.revision)
    write(make_anne(), task, "Efter")
    assert [text for _, _, text in versions(task)] == ["", "<p>Efter</p>"]


def test_the_text_that_was_approved_stays_as_it_was_read() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    reopen(make_rikke(), task.pk, task.revision)
    write(make_rikke(), task, "Rikke")
    assert Version.objects.get(task=task, revision=1).content["goal"] == ""
    assert versions(task)[-1] == ("Rikke", 2, "<p>Rikke</p>")


def test_keeping_a_finding_does_not_end_ones_own_sitting() -> None:
    task = write(make_anne(), make_ready_task(), "Målet er, at kommunen skal svare.")
    (finding, *_) = (f for f in check_task(fresh(task)).standing if f.can_be_kept)
    keep_finding(make_anne(), task.pk, finding, "Citat")
    write(make_anne(), task, "Målet er, at kommunen skal svare nu.")
    assert len(versions(task)) == 1


def test_what_was_typed_and_taken_back_leaves_no_line() -> None:
    task = write(make_anne(), make_task(), "Tastet")
    save_task(make_anne(), task.pk, task.revision, {"goal": ""})
    assert edits(task) == []
    assert versions(task) == [("Anne", 3, "")]


def test_the_line_holds_every_field_of_the_sitting() -> None:
    task = write(make_anne(), make_task(), "Mål")
    write(make_anne(), task, "Resultat", "result")
    assert edits(task) == [{"goal": ["", "<p>Mål</p>"], "result": ["", "<p>Resultat</p>"]}]


def test_a_stale_save_in_another_field_is_merged_into_anothers_sitting() -> None:
    task = make_task()
    for text in ("R", "Ri", "Rikke"):
        write(make_rikke(), task, text)
    outcome = save_task(make_anne(), task.pk, 1, {"result": "<p>Anne</p>"})
    assert (outcome.written, outcome.conflicts) == (("result",), ())
    assert fresh(task).goal == "<p>Rikke</p>"


def test_a_conflict_names_who_wrote_though_the_sitting_went_on() -> None:
    task = write(make_rikke(), make_task(), "Rikke")
    write(make_rikke(), task, "Mere", "result")
    (conflict,) = save_task(make_anne(), task.pk, 1, {"goal": "<p>Anne</p>"}).conflicts
    assert (conflict.by.first_name, conflict.theirs) == ("Rikke", "<p>Rikke</p>")


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)
