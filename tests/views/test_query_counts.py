"""Every page asks the database as often about much as about little."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tasks.actions.entering import tick_field
from tasks.actions.presence import be_present
from tasks.actions.review import approve, submit
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.models import (
    Dismissal,
    Event,
    EventKind,
    FrozenZone,
    KlikTask,
    Municipality,
    Person,
    Prefix,
    Project,
    Version,
    Wave,
)
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
)
from tests.make_many import make_many

pytestmark = pytest.mark.django_db

LITTLE, MANY_TASKS, MANY = 1, 200, 50
TASK_PAGES = (
    "task_edit",
    "task_review",
    "task_preview",
    "task_announcement",
    "task_podio",
    "task_history",
    "task_skip_test",
)
PAGES = (
    "overview",
    "task_list",
    "task_new_many",
    "project_list",
    "project_new",
    "bin",
    "style_guide",
    "password",
)
PROJECT_PAGES = ("project_detail", "project_edit", "wave_new", "zone_new", "prefix_new")


def make_busy(project: Project, tasks: int, rest: int) -> KlikTask:
    """A task in review among many: waves, zones, prefixes, events, authors and kept findings."""
    anne, now = make_anne(), timezone.now()
    waves = Wave.objects.bulk_create(
        Wave(project=project, name=f"Bølge {n}", go_live=GO_LIVE) for n in range(rest)
    )
    others = make_many(tasks, anne, project, waves[:1])
    binned = make_many(rest, anne, project)
    KlikTask.objects.filter(pk__in=[task.pk for task in binned]).update(binned_at=now)
    FrozenZone.objects.bulk_create(
        FrozenZone(project=project, name=f"Zone {n}", first_day=GO_LIVE, last_day=GO_LIVE)
        for n in range(rest)
    )
    Prefix.objects.bulk_create(Prefix(project=project, prefix=f"P{n}") for n in range(rest))
    task = make_ready_task(
        "Opret ruten",
        project=project,
        waves=waves,
        prerequisites=others,
        related_tasks=others,
        attachments=[(f"Vejledning {n}", "https://kombit.dk/") for n in range(rest)],
    )
    submit(anne, task.pk, task.revision)
    people = [make_person(f"Forfatter{n}", "Forfatter") for n in range(rest)]
    _add_past(task, people)
    for person in people:
        be_present(person, task.pk, is_editing=False)
    return KlikTask.objects.with_parts().get(pk=task.pk)


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

    def ask() -> int:
        answer = client.get(url) if data is None else client.post(url, data)
        return answer.status_code

    ask()  # what is read once and kept is no matter of the page
    with CaptureQueriesContext(connection) as captured:
        assert ask() == 200, url
    return len(captured)


def counts(client: Client, person: Person, task: KlikTask) -> dict[str, int]:
    client.force_login(person)
    assert task.project is not None
    pages = {name: reverse(name, args=[task.pk]) for name in TASK_PAGES}
    pages |= {name: reverse(name) for name in PAGES}
    pages |= {name: reverse(name, args=[task.project.pk]) for name in PROJECT_PAGES}
    pages |= {
        "wave_edit": reverse("wave_edit", args=[task.waves.all()[0].pk]),
        "task_new": f"{reverse('task_new')}?projekt={task.project.pk}",
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


def test_every_page_costs_the_same_with_much_as_with_little(client: Client) -> None:
    little = make_busy(make_project("Lille"), LITTLE, LITTLE)
    of_little = counts(client, make_karl(), little)
    much = make_busy(make_project("Stort"), MANY_TASKS, MANY)
    assert Municipality.objects.count() == 99
    assert counts(client, make_karl(), much) == of_little


def test_the_copy_sheet_and_the_workbook_cost_the_same(client: Client) -> None:
    def entered(task: KlikTask) -> KlikTask:
        task = approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
        for field in podio_payload(task).fields:
            tick_field(make_karl(), task.pk, field.key, field.value_hash)
        return task

    client.force_login(make_karl())
    little = entered(make_busy(make_project("Lille"), LITTLE, LITTLE))
    sheet = queries_of(client, reverse("task_podio", args=[little.pk]))
    book = queries_of(client, reverse("task_xlsx", args=[little.pk]))
    much = entered(make_busy(make_project("Stort"), MANY_TASKS, MANY))
    assert queries_of(client, reverse("task_podio", args=[much.pk])) == sheet
    assert queries_of(client, reverse("task_xlsx", args=[much.pk])) == book
