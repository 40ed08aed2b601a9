"""Rows that were there before a migration are as true after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tasks.models import Dismissal, KlikTask, SentMessage
from tests.make import make_anne, make_karl, make_ready_task

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
def before_messages(task: KlikTask) -> Iterator[Any]:
    """Publications and events as they were before each sent #besked was kept."""
    try:
        yield migrate([("tasks", "0017_announcement_facts")])
    finally:
        migrate(newest())


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


def test_a_message_sent_earlier_is_kept_with_text_sender_and_time(
    task: KlikTask, before_messages: Any
) -> None:
    then, karl = timezone.now(), make_karl()
    sent = {"stage": "announced", "published_at": then, "announced_at": then}
    rows = before_messages.get_model("tasks", "Publication").objects.filter(task_id=task.pk)
    rows.update(**sent, announced_text="#besked\n\nHej.")
    before_messages.get_model("tasks", "Event").objects.create(
        task_id=task.pk, kind="announced", actor_id=karl.pk, at=then, revision=1
    )
    migrate(newest())
    row = SentMessage.objects.get()
    assert (row.task, row.master, row.sent_by, row.sent_at) == (task, task, karl, then)
    assert (row.text, row.kind, row.facts) == ("#besked\n\nHej.", "new", None)


def test_a_message_nobody_is_known_to_have_sent_is_not_given_a_sender(
    task: KlikTask, before_messages: Any
) -> None:
    then = timezone.now()
    rows = before_messages.get_model("tasks", "Publication").objects.filter(task_id=task.pk)
    rows.update(stage="announced", published_at=then, announced_at=then, announced_text="Hej")
    migrate(newest())
    assert not SentMessage.objects.exists()
