"""Every page asks the database as often about much as about little."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tasks.actions.presence import be_present
from tasks.actions.review import approve, submit
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.models import (
    Dismissal,
    Event,
    EventKind,
    FollowedUp,
    FollowUp,
    FrozenZone,
    KlikTask,
    Municipality,
    Person,
    PodioEntry,
    Prefix,
    Project,
    Publication,
    Version,
    Wave,
)
from tasks.workflow import Stage, Status
from tests.clock import stop_at_noon
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_person,
    make_podio_task,
    make_project,
    make_ready_task,
    make_rikke,
)
from tests.make_many import make_many
from tests.test_matrix import ROWS

pytestmark = pytest.mark.django_db

# What the calendar and the follow-up tell of: start, yellow and end in the weeks after TODAY
TODAY = GO_LIVE - timedelta(days=24)
DATED: dict[str, Any] = {"priority": "mandatory", "start_offset_days": -7, "duration_days": 3}
FEW_TASKS, FEW = 5, 2
MANY_TASKS, MANY = 500, 50
# Pages that Karl is led away from, or that answer when something was sent: see ``posts``
ELSEWHERE = {"login", "task_submit_many"}


def make_busy(project: Project, tasks: int, rest: int) -> KlikTask:
    """A task in review among many: waves, zones, prefixes, events, authors and kept findings."""
    anne, now = make_anne(), timezone.now()
    waves = Wave.objects.bulk_create(
        Wave(project=project, name=f"Bølge {n}", go_live=GO_LIVE) for n in range(rest)
    )
    others = make_many(tasks, anne, project, waves[:1], **DATED)
    follow_up(others, waves[0], anne)
    binned = make_many(rest, anne, project)
    KlikTask.objects.filter(pk__in=[task.pk for task in binned]).update(binned_at=now)
    FrozenZone.objects.bulk_create(
        FrozenZone(project=project, name=f"Zone {n}", first_day=GO_LIVE, last_day=GO_LIVE)
        for n in range(rest)
    )
    Prefix.objects.bulk_create(Prefix(project=project, prefix=f"P{n}") for n in range(rest))
    podio_tasks = [make_podio_task(project, f"{7000 + n}") for n in range(rest)]
    task = make_ready_task(
        "Opret ruten",
        project=project,
        waves=waves,
        prerequisites=others + podio_tasks,
        related_tasks=others + podio_tasks,
        attachments=[(f"Vejledning {n}", "https://kombit.dk/") for n in range(rest)],
    )
    submit(anne, task.pk, task.revision)
    people = [make_person(f"Forfatter{n}", "Forfatter") for n in range(rest)]
    _add_past(task, people)
    for person in people:
        be_present(person, task.pk, is_editing=False)
    return KlikTask.objects.with_parts().get(pk=task.pk)


def follow_up(tasks: list[KlikTask], wave: Wave, person: Person) -> None:
    """All but every third are published; of every two one has its follow-up, one is ticked off."""
    now = timezone.now()
    public = [task.pk for number, task in enumerate(tasks) if number % 3]
    Publication.objects.filter(task__in=public).update(stage=Stage.PUBLISHED, published_at=now)
    FollowUp.objects.bulk_create(FollowUp(task=task, by="both") for task in tasks[::2])
    FollowedUp.objects.bulk_create(
        FollowedUp(task=task, wave=wave, done_by=person, done_at=now) for task in tasks[1::2]
    )


def _add_past(task: KlikTask, people: list[Person]) -> None:
    """Everybody has edited the task, been sent it back, and kept a finding."""
    now, waves = timezone.now(), [wave.pk for wave in task.waves.all()]
    edits = {"goal": ["", "<p>Mål</p>"], "waves": [[], waves]}
    told = {EventKind.EDITED: {"fields": edits}, EventKind.SENT_BACK: {"message": "Ret Mål."}}
    Event.objects.bulk_create(
        Event(task=task, kind=kind, actor=person, at=now, revision=1, details=details)
        for person in people
        for kind, details in told.items()
    )
    Version.objects.bulk_create(
        Version(task=task, revision=100 + n, author=person, at=now, content={})
        for n, person in enumerate(people)
    )
    Dismissal.objects.bulk_create(
        Dismissal(task=task, rule="tone-role", field="goal", phrase=f"{n}", by=person, at=now)
        for n, person in enumerate(people)
    )


def queries_of(client: Client, url: str, data: dict[str, Any] | None = None) -> int:
    """The queries of a GET, or of a POST of ``data`` that writes nothing."""

    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url) if data is None else client.post(url, data)
    assert answer.status_code == 200, url
    return len(captured)


def addresses(task: KlikTask) -> dict[str, str]:
    """Every address that answers a page or a file, by its name: a new one comes by itself.

    A new kind of row that addresses name is missing here, and fails.
    """
    project = task.project
    assert project is not None
    named: dict[str, list[int]] = {
        "": [],
        "task": [task.pk],
        "project": [project.pk],
        "wave": [task.waves.all()[0].pk],
        "zone": [project.frozen_zones.all()[0].pk],
        "prefix": [project.prefixes.all()[0].pk],
        "podio_task": [KlikTask.objects.only_in_podio().filter(project=project)[0].pk],
    }
    answering = {name: kind for name, (kind, answer, _) in ROWS.items() if answer != "none"}
    return {
        name: reverse(name, args=named[kind])
        for name, kind in answering.items()
        if name not in ELSEWHERE
    }


def counts(client: Client, task: KlikTask) -> dict[str, int]:
    """The queries of every page, and of what is sent, when Karl asks."""
    client.force_login(make_karl())
    assert task.project is not None
    pages = addresses(task)
    if task.status != Status.APPROVED:
        pages = {name: url for name, url in pages.items() if not url.endswith(".xlsx")}
    pages |= {
        "task_new in a project": f"{reverse('task_new')}?projekt={task.project.pk}",
        "task_new after another": f"{reverse('task_new')}?efter={task.pk}",
    }
    found = {name: queries_of(client, url) for name, url in pages.items()}
    return found | {name: queries_of(client, *post) for name, post in posts(task).items()}


def posts(task: KlikTask) -> dict[str, tuple[str, dict[str, Any]]]:
    """What is sent while one writes, and what is asked before many are made or sent."""
    assert task.project is not None
    typed = {
        "title": "Opret ruten",
        "project": task.project.pk,
        "waves": [wave.pk for wave in task.waves.all()],
        "prerequisites": [row.required_id for row in task.prerequisite_rows.all()],
    }
    lines = "\n".join(f"(Ny {n}) Udfyld fil {n}" for n in range(task.waves.count()))
    return {
        "task_check": (reverse("task_check", args=[task.pk]), typed),
        "task_check_new": (reverse("task_check_new"), typed),
        "task_preview_now": (reverse("task_preview_now", args=[task.pk]), typed),
        "task_preview_new": (reverse("task_preview_new"), typed),
        "task_presence": (reverse("task_presence", args=[task.pk]), {"editing": "1"}),
        "task_project_parts": (reverse("task_project_parts"), typed | {"task": task.pk}),
        "preview of many": (
            reverse("task_new_many"),
            {"project": task.project.pk, "lines": lines},
        ),
        "many to send": (
            reverse("task_submit_many"),
            {"task": [row.required_id for row in task.prerequisite_rows.all()]},
        ),
    }


def entered(task: KlikTask) -> KlikTask:
    """The task approved and typed into Podio, like all the others of its project."""
    task = approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    told = {"entered_by": make_karl(), "entered_at": timezone.now()}
    PodioEntry.objects.bulk_create(
        PodioEntry(task=task, field=field.key, value_hash=field.value_hash, **told)
        for field in podio_payload(task).fields
    )
    KlikTask.objects.filter(project=task.project).update(
        status=Status.APPROVED, approved_revision=F("revision")
    )
    return KlikTask.objects.with_parts().get(pk=task.pk)


IN_REVIEW = pytest.param(lambda task: task, marks=pytest.mark.one_database, id="review")


@pytest.mark.parametrize("brought_on", [IN_REVIEW, pytest.param(entered, id="approved")])
def test_every_page_costs_the_same_with_500_tasks_as_with_5(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    brought_on: Callable[[KlikTask], KlikTask],
) -> None:
    stop_at_noon(monkeypatch, TODAY)
    few = brought_on(make_busy(make_project("Lille"), FEW_TASKS, FEW))
    counts(client, few)  # what is read once and kept is no matter of the page
    of_few = counts(client, few)
    many = brought_on(make_busy(make_project("Stort"), MANY_TASKS, MANY))
    assert Municipality.objects.count() == 99
    assert counts(client, many) == of_few


def test_the_tasks_are_there_where_they_are_counted(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_at_noon(monkeypatch, TODAY)
    task = make_busy(make_project(), FEW_TASKS, FEW)
    assert task.project is not None
    client.force_login(make_karl())
    agenda = client.get(reverse("agenda")).content.decode()
    assert all(agenda.count(f"Ret {number:03}") == 3 for number in range(FEW_TASKS))
    plan = client.get(reverse("project_follow_up", args=[task.project.pk])).context["plan"]
    assert plan.this_week and plan.done and plan.unpublished and plan.missing and plan.chosen


def test_what_is_left_out_answers_no_page(client: Client) -> None:
    client.force_login(make_karl())
    assert {client.get(reverse(name)).status_code for name in ELSEWHERE} == {302}
