"""The bin: what others need stays, all comes up again as it was, and what is over is deleted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tasks.actions.bin import bin_task, empty_bin, restore_task
from tasks.actions.drafts import save_task
from tasks.actions.refusal import Refused
from tasks.models import Attachment, Event, KlikTask, Performer, Project, Version
from tests.make import make_anne, make_project, make_ready_task, make_task

pytestmark = pytest.mark.django_db
BEFORE = datetime(2026, 10, 1, 12, tzinfo=UTC)


def test_a_task_comes_up_again_with_its_reference() -> None:
    project = make_project()
    task = make_task(prefix="MI", separator=" ", number="1", project=project)
    bin_task(make_anne(), task.pk)
    other = make_task("Udfyld filen", project=project)
    outcome = save_task(make_anne(), other.pk, 1, {"prefix": "MI", "number": "01"})
    assert "i papirkurven" in outcome.refused["reference"]
    restore_task(make_anne(), task.pk)
    assert KlikTask.objects.kept().filter(prefix="MI").get() == task


def test_a_task_others_require_is_kept_and_they_are_named() -> None:
    project = make_project()
    needed = make_task(prefix="Auto", separator=" ", number="12", project=project)
    make_task(
        "Opsæt", prefix="Auto", separator=" ", number="13", project=project, prerequisites=[needed]
    )
    with pytest.raises(Refused, match=r"^\(Auto 12\) er forudsætning for \(Auto 13\)\."):
        bin_task(make_anne(), needed.pk)


def test_pressing_twice_bins_once() -> None:
    task = make_task()
    bin_task(make_anne(), task.pk)
    bin_task(make_anne(), task.pk)
    assert task.events.filter(kind="binned").count() == 1


def test_a_binned_task_cannot_be_edited() -> None:
    task = make_task()
    bin_task(make_anne(), task.pk)
    with pytest.raises(Refused, match="papirkurven"):
        save_task(make_anne(), task.pk, 1, {"goal": "<p>x</p>"})


def expired(title: str = "Giv samtykke", **values: Any) -> KlikTask:
    """A task that has lain in the bin for too long."""
    task = make_task(title, **values)
    KlikTask.objects.filter(pk=task.pk).update(binned_at=BEFORE - timedelta(seconds=1))
    return task


def is_there(task: KlikTask) -> bool:
    return KlikTask.objects.filter(pk=task.pk).exists()


def test_emptying_deletes_the_task_with_all_that_is_its_own_and_nothing_else() -> None:
    task, other = make_ready_task(), make_ready_task("Udfyld filen")
    for one in (task, other):
        one.attachments.create(position=0, title="Vejledning", url="https://www.kombit.dk/kp")
    project = task.project
    KlikTask.objects.filter(pk=task.pk).update(binned_at=BEFORE - timedelta(days=1))
    assert empty_bin(BEFORE) == (1, 0)
    assert not is_there(task) and is_there(other)
    for model in (Event, Version, Attachment, Performer):
        assert set(model.objects.values_list("task", flat=True)) == {other.pk}
    assert project is not None and Project.objects.filter(pk=project.pk).exists()


def test_emptying_leaves_what_was_binned_later_or_taken_up() -> None:
    later, taken_up = make_task(), expired()
    KlikTask.objects.filter(pk=later.pk).update(binned_at=BEFORE)
    restore_task(make_anne(), taken_up.pk)
    assert empty_bin(BEFORE) == (0, 0)
    assert is_there(later) and is_there(taken_up)


@pytest.mark.parametrize("rows", ["prerequisite_rows", "relation_rows"])
def test_emptying_leaves_what_a_kept_task_points_at_and_what_that_points_at(rows: str) -> None:
    first, second, third = expired("Første"), expired("Anden"), expired("Tredje")
    target = "required" if rows == "prerequisite_rows" else "related"
    getattr(second, rows).create(**{target: first})
    pointing = make_task("Den, der bliver")
    getattr(pointing, rows).create(**{target: second})
    assert empty_bin(BEFORE) == (1, 2)
    assert is_there(first) and is_there(second) and not is_there(third)
    bin_task(make_anne(), pointing.pk)
    assert empty_bin(BEFORE) == (0, 2), "a task in the bin can still be taken up"
    KlikTask.objects.filter(pk=pointing.pk).update(binned_at=BEFORE - timedelta(days=1))
    assert empty_bin(BEFORE) == (3, 0)


def test_tasks_that_point_at_each_other_alone_go_together() -> None:
    one, other = expired("Den ene"), expired("Den anden")
    one.relation_rows.create(related=other)
    other.relation_rows.create(related=one)
    one.prerequisite_rows.create(required=other)
    kept = make_task("Den, der bliver")
    one.relation_rows.create(related=kept)
    assert empty_bin(BEFORE) == (2, 0)
    assert list(KlikTask.objects.all()) == [kept]


def test_a_deleted_tasks_reference_is_free_again() -> None:
    project = make_project()
    task = expired(prefix="MI", separator=" ", number="01", project=project)
    empty_bin(BEFORE)
    assert not is_there(task)
    other = make_task("Udfyld filen", prefix="MI", separator=" ", number="01", project=project)
    assert other.short_name == "(MI 01)"


def test_emptying_costs_the_same_for_one_and_for_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(20):
        expired(f"Opgave {number}")
    with django_assert_max_num_queries(40):
        assert empty_bin(BEFORE) == (20, 0)
