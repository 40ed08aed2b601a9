"""Rows that were there before a migration are as true after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tasks.models import Dismissal, KlikTask
from tests.make import make_anne, make_ready_task

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BEFORE = [("tasks", "0006_verdicts")]


def newest() -> list[tuple[str, str]]:
    return list(MigrationExecutor(connection).loader.graph.leaf_nodes("tasks"))


def migrate(target: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(target)
    return executor.loader.project_state(target).apps


@pytest.fixture
def task() -> KlikTask:
    return make_ready_task()


@pytest.fixture
def old(task: KlikTask) -> Iterator[Any]:
    """The dismissals as they were before verdicts had to hold; the task was there already."""
    try:
        yield migrate(BEFORE).get_model("tasks", "Dismissal").objects
    finally:
        migrate(newest())


def tied_to() -> dict[str, Any]:
    return {
        "rule": "tone-municipality",
        "field": "goal",
        "phrase": "kommunen skal",
        "by_id": make_anne().pk,
        "at": timezone.now(),
    }


def test_what_was_kept_for_a_project_goes_on_holding(task: KlikTask, old: Any) -> None:
    old.create(project_id=task.project_id, reason="Citat", **tied_to())
    migrate(newest())
    row = Dismissal.objects.get()
    assert (row.is_accepted, row.judged_by, row.project) == (True, None, task.project)


def test_of_a_phrase_kept_twice_the_newest_stays(task: KlikTask, old: Any) -> None:
    for reason in ("Først", "Siden"):
        old.create(task_id=task.pk, reason=reason, **tied_to())
    old.create(task_id=task.pk, reason="Andet", **(tied_to() | {"phrase": "kommunen bør"}))
    migrate(newest())
    assert set(Dismissal.objects.values_list("reason", flat=True)) == {"Siden", "Andet"}
