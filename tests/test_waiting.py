"""*Venter på mig*: whoever can carry on sees the task, and nobody else."""

from datetime import date, timedelta

import pytest
from django.test import override_settings

from tasks.actions.drafts import save_task
from tasks.actions.review import approve, send_back, submit
from tasks.models import KlikTask, Person
from tasks.waiting import SHOWN, UNTOLD, groups_for, waiting_for
from tasks.workflow import Stage
from tests.make import (
    make_anne,
    make_karl,
    make_person,
    make_ready_task,
    make_rikke,
    put_at_stage,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 5)  # the ready tasks begin on 2 October and end on the 16th


def fresh(person: Person) -> Person:
    """Rights are remembered on the object; a new request brings a new one."""
    return Person.objects.get(pk=person.pk)


def kinds(person: Person) -> dict[str, list[KlikTask]]:
    return {
        group.title: [row.task for row in group.rows] for group in groups_for(fresh(person), TODAY)
    }


def waits(person: Person, task: KlikTask) -> bool:
    return KlikTask.objects.filter(waiting_for(fresh(person)), pk=task.pk).exists()


def in_review() -> KlikTask:
    return submit(make_anne(), make_ready_task().pk, 1)


def test_a_draft_waits_for_nobody() -> None:
    task = make_ready_task()
    assert not any(waits(person, task) for person in (make_anne(), make_rikke(), make_karl()))


def test_a_task_in_review_waits_for_reviewers_and_not_for_its_author() -> None:
    task = in_review()
    assert kinds(make_rikke()) == {"Til godkendelse": [task]}
    assert kinds(make_karl()) == {"Til godkendelse": [task]}
    assert kinds(make_anne()) == {}


def test_a_reviewer_who_edited_the_text_cannot_approve_it_so_it_does_not_wait() -> None:
    task = in_review()
    save_task(make_rikke(), task.pk, 1, {"title": "Giv jeres samtykke"})
    assert kinds(make_rikke()) == {}
    assert kinds(make_karl()) == {"Til godkendelse": [task]}


def test_editing_before_the_last_approval_does_not_count() -> None:
    task = in_review()
    save_task(make_rikke(), task.pk, 1, {"title": "Giv jeres samtykke"})
    approve(make_karl(), task.pk, 2, [])
    KlikTask.objects.update(status="in_review")
    assert waits(make_rikke(), task)


def test_a_task_sent_back_waits_for_its_author_with_the_message() -> None:
    task = in_review()
    send_back(make_rikke(), task.pk, 1, "Uddyb konsekvensen", {})
    (group,) = groups_for(fresh(make_anne()), TODAY)
    (row,) = group.rows
    assert (group.title, row.task) == ("Sendt tilbage til dig", task)
    assert (row.verb, row.by, row.message) == ("Sendt tilbage", "Rikke", "Uddyb konsekvensen")
    assert not waits(make_rikke(), task)


def test_a_task_sent_back_waits_for_who_sent_it_too() -> None:
    mette = make_person("Mette", "Forfatter")
    task = submit(mette, make_ready_task().pk, 1)
    send_back(make_rikke(), task.pk, 1, "Uddyb", {})
    assert waits(mette, task) and waits(make_anne(), task)
    assert not waits(make_person("Ole", "Forfatter"), task)


def test_an_approved_task_waits_for_publishers_until_the_message_is_sent() -> None:
    task = in_review()
    approve(make_rikke(), task.pk, 1, [])
    assert kinds(make_anne()) == {"Klar til Podio": [task]}
    for stage in (Stage.ON_TEST, Stage.PUBLISHED):
        put_at_stage(task, stage)
        assert waits(make_anne(), task)
    put_at_stage(task, Stage.ANNOUNCED)
    assert not waits(make_anne(), task)


def test_what_lies_in_the_bin_waits_for_nobody() -> None:
    task = in_review()
    KlikTask.objects.update(binned_at=task.updated_at)
    assert kinds(make_rikke()) == {}


def test_the_longest_waiting_stand_first_and_all_are_counted() -> None:
    tasks = [in_review() for _ in range(SHOWN + 2)]
    (group,) = groups_for(fresh(make_rikke()), TODAY)
    assert [row.task for row in group.rows] == tasks[:SHOWN]
    assert group.total == SHOWN + 2


def test_a_group_says_who_moved_the_task_and_when() -> None:
    task = in_review()
    (group,) = groups_for(fresh(make_rikke()), TODAY)
    event = task.events.get(kind="submitted")
    assert [(row.verb, row.by, row.at) for row in group.rows] == [("Sendt", "Anne", event.at)]


def published() -> KlikTask:
    task = approve(make_rikke(), in_review().pk, 1, [])
    put_at_stage(task, Stage.PUBLISHED)
    return task


def untold_tasks(today: date) -> list[KlikTask]:
    groups = groups_for(fresh(make_karl()), today)
    return [row.task for group in groups if group.title == UNTOLD for row in group.rows]


def test_what_is_published_without_its_message_has_a_heading_of_its_own() -> None:
    task = published()
    assert kinds(make_karl()) == {UNTOLD: [task]}
    put_at_stage(task, Stage.ANNOUNCED)
    assert kinds(make_karl()) == {}


@override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False, KLIK_SHORT_DEADLINE_DAYS=7)
def test_where_podio_notifies_only_a_later_start_or_a_short_deadline_is_worth_a_message() -> None:
    task, start = published(), date(2026, 10, 2)
    end = start + timedelta(days=14)
    assert untold_tasks(start - timedelta(days=1)) == [task]
    assert untold_tasks(start) == []
    assert untold_tasks(end - timedelta(days=8)) == []
    assert untold_tasks(end - timedelta(days=7)) == [task]
    assert untold_tasks(end) == [task]
    assert untold_tasks(end + timedelta(days=1)) == []


@override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False)
def test_without_a_start_the_end_alone_tells_if_a_message_is_worth_it() -> None:
    task = published()
    end = date(2026, 10, 16)
    KlikTask.objects.filter(pk=task.pk).update(start_offset_days=None)
    assert untold_tasks(end - timedelta(days=15)) == []
    assert untold_tasks(end - timedelta(days=14)) == [task]
    KlikTask.objects.filter(pk=task.pk).update(end_offset_days=None)
    assert untold_tasks(end) == []
