"""Every page asks the database as often about much as about little."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tasks.actions.drafts import save_task
from tasks.actions.entering import tick_field
from tasks.actions.review import approve, submit
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.models import FrozenZone, KlikTask, Municipality, Person, Prefix, Project
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_wave,
)

pytestmark = pytest.mark.django_db

MANY = 12
TASK_PAGES = (
    "task_edit",
    "task_review",
    "task_preview",
    "task_announcement",
    "task_podio",
    "task_history",
)


def make_busy(project: Project, size: int) -> KlikTask:
    """One task with ``size`` of everything around it, approved, entered and reopened once."""
    waves = [make_wave(project, f"Bølge {number}") for number in range(size)]
    others = [make_ready_task(f"Udfyld fil {n}", project=project, waves=waves) for n in range(size)]
    for number in range(size):
        FrozenZone.objects.create(
            project=project, name=f"Zone {number}", first_day=GO_LIVE, last_day=GO_LIVE
        )
        Prefix.objects.create(project=project, prefix=f"P{number}")
    task = make_ready_task(
        "Opret ruten",
        project=project,
        waves=waves,
        prerequisites=others,
        related_tasks=others,
        attachments=[(f"Vejledning {number}", "https://kombit.dk/") for number in range(size)],
    )
    for number in range(size):
        author = make_person(f"Forfatter{number}", "Forfatter")
        save_task(author, task.pk, task.revision + number, {"goal": f"<p>Mål nr. {number}.</p>"})
    task.refresh_from_db()
    submit(make_anne(), task.pk, task.revision)
    return task


def queries_of(client: Client, url: str) -> int:
    client.get(url)  # what is read once and kept is no matter of the page
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def counts(client: Client, person: Person, task: KlikTask) -> dict[str, int]:
    client.force_login(person)
    pages = {name: reverse(name, args=[task.pk]) for name in TASK_PAGES}
    assert task.project is not None
    pages |= {
        "overview": reverse("overview"),
        "task_list": reverse("task_list"),
        "task_new": f"{reverse('task_new')}?projekt={task.project.pk}",
        "project_list": reverse("project_list"),
        "project_detail": reverse("project_detail", args=[task.project.pk]),
        "bin": reverse("bin"),
    }
    return {name: queries_of(client, url) for name, url in pages.items()}


def test_every_page_costs_the_same_with_much_as_with_little(client: Client) -> None:
    little = make_busy(make_project("Lille"), 1)
    of_little = counts(client, make_rikke(), little)
    much = make_busy(make_project("Stort"), MANY)
    assert Municipality.objects.count() == 99
    assert counts(client, make_rikke(), much) == of_little


def test_the_copy_sheet_and_the_workbook_cost_the_same(client: Client) -> None:
    def entered(task: KlikTask) -> KlikTask:
        task = approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
        for field in podio_payload(task).fields:
            tick_field(make_karl(), task.pk, field.key, field.value_hash)
        return task

    client.force_login(make_karl())
    little = entered(make_busy(make_project("Lille"), 1))
    sheet = queries_of(client, reverse("task_podio", args=[little.pk]))
    book = queries_of(client, reverse("task_xlsx", args=[little.pk]))
    much = entered(make_busy(make_project("Stort"), MANY))
    assert queries_of(client, reverse("task_podio", args=[much.pk])) == sheet
    assert queries_of(client, reverse("task_xlsx", args=[much.pk])) == book
