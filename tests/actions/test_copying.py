"""Copying a task: its words and frame come along, what made it this one task does not."""

from uuid import uuid4

import pytest

from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.copying import copy_task
from tasks.actions.refusal import Refused
from tasks.models import KlikTask, Person
from tasks.reference import PARTS
from tasks.workflow import Status
from tests.make import make_anne, make_ready_task, make_rikke, put_in_status

pytestmark = pytest.mark.django_db


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)


def test_every_value_but_the_reference_comes_along() -> None:
    other = make_ready_task("Udfyld filen")
    task = make_ready_task(
        goal="<p>Målet er et svar.</p>",
        prerequisites=[other],
        related_tasks=[other],
        attachments=[("Skema", "https://kombit.dk/skema")],
    )
    outcome = copy_task(make_rikke(), task.pk)
    copied, source = fresh(outcome.task).values(), fresh(task).values()
    assert outcome.refused == {}
    assert copied == source | dict.fromkeys(PARTS, "")


def test_approval_message_entry_and_kept_reasons_stay_with_the_other() -> None:
    task = make_ready_task()
    save_announcement(make_anne(), task.pk, 1, topic="", text="#besked\n\nHej.")
    put_in_status(task, Status.APPROVED)
    copy = fresh(copy_task(make_rikke(), task.pk).task)
    assert (copy.status, copy.author, copy.revision) == (Status.DRAFT, make_rikke(), 1)
    assert copy.announcement.text == ""
    assert copy.podio_url == ""
    assert not copy.dismissals.exists()
    assert [event.details for event in copy.events.all()] == [{"copied_from": str(fresh(task))}]
    assert fresh(task).status == Status.APPROVED


def test_a_second_press_makes_no_second_copy() -> None:
    task, key = make_ready_task(), uuid4()
    first = copy_task(make_anne(), task.pk, key).task
    assert copy_task(make_anne(), task.pk, key).task == first
    assert KlikTask.objects.count() == 2


def test_the_bin_and_a_missing_right_keep_it_from_being_copied() -> None:
    task = make_ready_task()
    guest = Person.objects.create(username="gæst")
    with pytest.raises(Refused, match="Kun forfattere"):
        copy_task(guest, task.pk)
    bin_task(make_anne(), task.pk)
    with pytest.raises(Refused, match="papirkurven"):
        copy_task(make_anne(), task.pk)
    assert KlikTask.objects.count() == 1
