"""The bin: what others need stays, and everything comes up again as it was."""

import pytest

from tasks.actions.bin import bin_task, restore_task
from tasks.actions.drafts import save_task
from tasks.actions.refusal import Refused
from tasks.models import KlikTask
from tests.make import make_anne, make_project, make_task

pytestmark = pytest.mark.django_db


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
