"""Plain functions that make the people and things the tests talk about."""

from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import F

from tasks.actions.drafts import create_task
from tasks.actions.podio_tasks import add_podio_task
from tasks.models import (
    KlikTask,
    Municipality,
    Person,
    Phase,
    Project,
    Publication,
    Role,
    Theme,
    Wave,
)
from tasks.reference import Reference
from tasks.workflow import Stage, Status

GO_LIVE = date(2026, 10, 30)


def make_person(name: str, group: str) -> Person:
    """A person who can log in, in one of the three groups."""
    person, is_new = Person.objects.get_or_create(
        username=name.casefold(), defaults={"first_name": name}
    )
    if is_new:
        person.groups.add(Group.objects.get(name=group))
    return person


def make_anne() -> Person:
    """Anne writes."""
    return make_person("Anne", "Forfatter")


def make_rikke() -> Person:
    """Rikke reviews."""
    return make_person("Rikke", "Godkender")


def make_karl() -> Person:
    """Karl administers."""
    return make_person("Karl", "Administrator")


def make_project(name: str = "KP release 4.0", **values: Any) -> Project:
    """A project signed by Aske."""
    defaults = {"lead_name": "Aske", "greeting": "KP-systemansvarlige"}
    return Project.objects.create(name=name, **(defaults | values))


def make_wave(
    project: Project, name: str = "Bølge 1", go_live: date | None = GO_LIVE, **values: Any
) -> Wave:
    """A wave with Aarhus and Odense that goes live on 30 October 2026."""
    defaults = {"goes_live_with": "den nye release 4.0"}
    wave = Wave.objects.create(project=project, name=name, go_live=go_live, **(defaults | values))
    names = ["Korsbæk Kommune"] if wave.is_test else ["Aarhus Kommune", "Odense Kommune"]
    wave.municipalities.set(Municipality.objects.filter(name__in=names))
    return wave


def make_task(title: str = "Giv samtykke til SFTP-ruten", **values: Any) -> KlikTask:
    """A draft by Anne (or ``author``), with only the values that are given."""
    author = values.pop("author", None) or make_anne()
    outcome = create_task(author, {"title": title, **values})
    assert not outcome.refused, outcome.refused
    return outcome.task


def make_podio_task(
    project: Project, number: str = "99", title: str = "Bestil nøgler", **values: Any
) -> KlikTask:
    """A task that only is in Podio, added by Anne."""
    reference = Reference("MI", " ", number)
    sent = {"reference": reference, "title": title, "podio_url": f"https://podio.com/{number}"}
    return KlikTask.objects.get(pk=add_podio_task(make_anne(), project.pk, sent | values).pk)


def put_in_status(task: KlikTask, status: str) -> None:
    """Move a task straight to a status, whatever the workflow and the doors say of it."""
    approved = {"approved_revision": F("revision")} if status == Status.APPROVED else {}
    KlikTask.objects.filter(pk=task.pk).update(status=status, **approved)


def put_at_stage(task: KlikTask, stage: Stage, *, is_looked_at: bool = True) -> None:
    """Move a task straight to a stage of its publishing, with the times that belong to it."""
    times = dict.fromkeys(("tested_at", "published_at", "announced_at"), task.updated_at)
    look = {"looked_at": task.updated_at, "looked_revision": task.revision}
    given = times | look if is_looked_at else times
    Publication.objects.filter(task=task).update(stage=stage, **given)


def make_ready_task(title: str = "Giv samtykke til SFTP-ruten", **values: Any) -> KlikTask:
    """A draft by Anne with every required field, that can be sent to review as it stands."""
    project: Project = values.get("project") or Project.objects.first() or make_project()
    wave = project.waves.filter(is_test=False).first() or make_wave(project)
    number = f"{project.tasks.count() + 1:02}"
    ready = {
        "prefix": "MI",
        "separator": " ",
        "number": number,
        "project": project,
        "phase": Phase.objects.get(name="Klargøring"),
        "theme": Theme.objects.get(name="Drift og support"),
        "priority": "mandatory",
        "is_infrastructure": False,
        "waves": [wave],
        "end_offset_days": -14,
        "start_offset_days": -14,
        "description": "<p>Du skal tage stilling til, om Netcompany må oprette ruten for jer. "
        "Gør du det ikke, skal I selv betale for den.</p>",
        "performers": [Role.objects.get(name="Systemadministrator")],
    }
    return make_task(title, **(ready | values))
