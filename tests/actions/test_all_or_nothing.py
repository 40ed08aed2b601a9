"""What breaks in the middle leaves nothing behind: the database itself refuses the last write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection

from tasks import checking
from tasks.actions.announcements import save_announcement
from tasks.actions.drafts import create_many, create_task, save_task
from tasks.actions.findings import keep_finding
from tasks.actions.publishing import put_on_test_wave
from tasks.actions.review import approve, reopen, send_back, submit
from tasks.actions.waves import create_wave_for_task
from tasks.forms.review import CHECKLIST
from tasks.models import KlikTask
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, put_in_status

pytestmark = pytest.mark.django_db

Rows = dict[str, list[dict[str, Any]]]


@contextmanager
def a_table_that_takes_no_more(table: str) -> Iterator[None]:
    """Let every INSERT in a table fail, as a full disk or a lost connection would."""
    if connection.vendor == "postgresql":
        steps: tuple[str, ...] = (
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'no room'; END $$",
            f"CREATE TRIGGER refuse BEFORE INSERT ON {table} EXECUTE FUNCTION refuse()",
        )
        undo: tuple[str, ...] = (f"DROP TRIGGER refuse ON {table}", "DROP FUNCTION refuse()")
    else:
        steps = (
            f"CREATE TRIGGER refuse BEFORE INSERT ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'no room'); END",
        )
        undo = ("DROP TRIGGER refuse",)
    with connection.cursor() as cursor:
        for step in steps:
            cursor.execute(step)
        yield
        for step in undo:
            cursor.execute(step)


def all_rows() -> Rows:
    models = apps.get_app_config("tasks").get_models(include_auto_created=True)
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in models
    }


def keep(task: KlikTask) -> object:
    finding = next(f for f in checking.check_task(task).standing if f.can_be_kept)
    return keep_finding(make_anne(), task.pk, finding, "Citat", whole_project=True)


def create_two(task: KlikTask) -> object:
    assert task.project is not None
    titles = [{"title": "Udfyld filen"}, {"title": "Send filen"}]
    return create_many(make_anne(), task.project, titles)


# What is pressed, in which status, and the table of its last write
PRESSES: dict[str, tuple[str, str, Callable[[KlikTask], object]]] = {
    "approve": (
        "in_review",
        "tasks_event",
        lambda task: approve(make_rikke(), task.pk, 1, list(CHECKLIST)),
    ),
    "submit": ("draft", "tasks_event", lambda task: submit(make_anne(), task.pk, 1)),
    "send_back": (
        "in_review",
        "tasks_event",
        lambda task: send_back(make_rikke(), task.pk, 1, "Fortæl om fristen.", {}),
    ),
    "reopen": ("approved", "tasks_event", lambda task: reopen(make_anne(), task.pk, 1)),
    "save": (
        "draft",
        "tasks_event",
        lambda task: save_task(
            make_anne(), task.pk, 1, {"goal": "<p>Nyt</p>", "waves": [], "performers": []}
        ),
    ),
    "create": (
        "draft",
        "tasks_event",
        lambda task: create_task(make_anne(), {"title": "Udfyld filen"}),
    ),
    "create many": ("draft", "tasks_event", create_two),
    "keep": ("draft", "tasks_event", keep),
    "new wave": (
        "draft",
        "tasks_event",
        lambda task: create_wave_for_task(make_anne(), task.pk, {"name": "Bølge 2"}),
    ),
    "announcement": (
        "draft",
        "tasks_event",
        lambda task: save_announcement(make_anne(), task.pk, 1, topic="", text="#besked Hej"),
    ),
    "test wave": (
        "approved",
        "tasks_event",
        lambda task: put_on_test_wave(make_karl(), task.pk, 1),
    ),
}


@pytest.mark.parametrize("name", PRESSES)
def test_nothing_is_half_written(name: str) -> None:
    status, table, press = PRESSES[name]
    text = "<p>Kommunen skal udfylde filen.</p>" if name == "keep" else ""
    task = make_ready_task(goal=text)
    for make in (make_anne, make_rikke, make_karl):
        make()
    put_in_status(task, status)
    before = all_rows()
    with a_table_that_takes_no_more(table), pytest.raises(DatabaseError, match="no room"):
        press(KlikTask.objects.with_parts().get(pk=task.pk))
    assert all_rows() == before
    press(KlikTask.objects.with_parts().get(pk=task.pk))
    assert all_rows() != before
