"""Tasks for the exports: one with every field filled, and the short way to an approved one."""

from typing import Any

from tasks.models import KlikTask, Phase, Project, Role, Theme
from tasks.workflow import Status
from tests.make import make_project, make_task, make_wave

ROLES = ("Systemadministrator", "Superbruger", "Projektleder")


def make_full_task(project: Project | None = None, **values: Any) -> KlikTask:
    """A task with a value in all 25 fields, in a project of its own unless one is given."""
    project = project or make_project("Fuldt projekt")
    first = make_task(
        "Udfyld excel-filen", project=project, prefix="Auto", separator=" ", number="12"
    )
    roles = [Role.objects.get(name=name) for name in ROLES]
    full: dict[str, Any] = {
        "title": "Giv samtykke til SFTP-ruten på jeres vegne",
        "prefix": "MI",
        "separator": " ",
        "number": "01",
        "project": project,
        "phase": Phase.objects.get(name="Klargøring"),
        "theme": Theme.objects.get(name="Drift og support"),
        "priority": "recommended",
        "reply_to": "kp@kombit.dk, mi@kombit.dk",
        "is_infrastructure": True,
        "duration_days": 3471,
        "respects_frozen_zone": True,
        "end_offset_days": -14,
        "start_offset_days": -21,
        "waves": [make_wave(project)],
        "prerequisites": [first],
        "goal": "<p>Målet er, at I <strong>giver</strong> samtykke.</p>",
        "description": "<p>Du skal tage stilling.</p><p>Ellers betaler I selv.</p>",
        "method": "<ol><li><p>Åbn KP</p></li><li><p>Vælg samtykke</p></li></ol>",
        "result": '<p>Læs <a href="https://kombit.dk/vejledning">vejledningen</a>.</p>',
        "related_tasks": [first],
        "performers": roles,
        "performer_comment": "Superbrugeren hjælper.",
        "quality_criteria": "<ul><li><p>Ruten virker</p></li></ul>",
        "background": "<p>Ruten er ny.</p>",
        "owners": roles[:1],
        "owner_comment": "Spørg systemejeren.",
        "attachments": [("Vejledning", "https://kombit.dk/a.pdf"), ("", "https://kombit.dk/b")],
    }
    return make_task(**(full | values))


def approved(task: KlikTask) -> KlikTask:
    """The task as approved, whatever Tjek says about it; the door has its own tests."""
    KlikTask.objects.filter(pk=task.pk).update(
        status=Status.APPROVED, approved_revision=task.revision
    )
    return fresh(task)


def fresh(task: KlikTask) -> KlikTask:
    """The task as it is saved now, read as the pages read it."""
    found: KlikTask = KlikTask.objects.with_parts().get(pk=task.pk)
    return found
