"""The copy sheet: which fields stand in Podio as they stand here."""

from typing import Any

import pytest

from tasks.actions.entering import tick_field
from tasks.exports.podio import podio_payload
from tasks.exports.sheet import copy_sheet
from tasks.models import KlikTask, Role
from tests.exports.full_task import approved, fresh, make_full_task
from tests.make import make_karl

pytestmark = pytest.mark.django_db


def tick(task: KlikTask, key: str) -> None:
    tick_field(make_karl(), task.pk, key, podio_payload(fresh(task)).field(key).value_hash)


def test_nothing_is_entered_at_first() -> None:
    sheet = copy_sheet(approved(make_full_task()))
    assert (sheet.entered, len(sheet.lines), sheet.changed) == (0, 25, ())


def test_a_ticked_field_is_entered_and_the_others_are_not() -> None:
    task = approved(make_full_task())
    tick(task, "goal")
    sheet = copy_sheet(fresh(task))
    assert [line.field.key for line in sheet.lines if line.is_entered] == ["goal"]
    assert sheet.entered == 1


def test_a_change_after_the_tick_is_found_and_no_longer_counts_as_entered() -> None:
    task = approved(make_full_task())
    for key in ("goal", "result", "phase"):
        tick(task, key)
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Nyt mål</p>", result="")
    sheet = copy_sheet(fresh(task))
    assert [line.field.key for line in sheet.changed] == ["goal", "result"]
    assert sheet.entered == 1


def test_a_change_back_is_no_change() -> None:
    task = approved(make_full_task())
    tick(task, "goal")
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Nyt mål</p>")
    KlikTask.objects.filter(pk=task.pk).update(goal=task.goal)
    assert copy_sheet(fresh(task)).changed == ()


def test_what_others_own_can_change_the_field_too() -> None:
    task = approved(make_full_task())
    tick(task, "performers")
    Role.objects.filter(name="Systemadministrator").update(name="Systemforvalter")
    assert [line.field.key for line in copy_sheet(fresh(task)).changed] == ["performers"]


def test_an_empty_field_that_gets_a_value_after_its_tick_is_changed() -> None:
    task = approved(make_full_task(background=""))
    tick(task, "background")
    assert copy_sheet(fresh(task)).entered == 1
    KlikTask.objects.filter(pk=task.pk).update(background="<p>Ny</p>")
    assert [line.field.key for line in copy_sheet(fresh(task)).changed] == ["background"]


def test_all_25_ticks_complete_the_sheet() -> None:
    task = approved(make_full_task())
    for line in copy_sheet(task).lines:
        tick(task, line.field.key)
    sheet = copy_sheet(fresh(task))
    assert (sheet.entered, sheet.changed) == (25, ())


def test_each_line_leads_to_the_next_in_podios_order(settings: Any) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = ("goal", "title")
    lines = copy_sheet(make_full_task()).lines
    assert lines[0].next_key == "title"
    assert [line.next_key for line in lines[:-1]] == [line.field.key for line in lines[1:]]
    assert lines[-1].next_key == ""
