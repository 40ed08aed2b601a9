"""Puts the example into a site, through the same actions as everybody else's projects and tasks."""

from datetime import date
from typing import Any

from django.db import transaction

from tasks.actions import people
from tasks.actions.announcements import save_announcement
from tasks.actions.drafts import create_task
from tasks.actions.projects import create_prefix, create_project
from tasks.actions.rows import fingerprint
from tasks.actions.waves import change_wave, create_wave
from tasks.actions.zones import create_zone
from tasks.example.calendar import go_live_after
from tasks.example.tasks import excel_task, setup_task, sftp_task
from tasks.guide import examples
from tasks.models import Municipality, Person, Phase, Project, Theme, Wave

PROJECT_NAME = "KP release 4.0"
_USERNAME = "eksempel"


@transaction.atomic
def load(today: date) -> Project | None:
    """Make the example project with its three tasks; None when it was made before.

    It is written by a person of its own, who can never log in and is retired afterwards. So
    nobody of flesh and blood has written it: any author may edit it, any reviewer approve it.
    """
    if _was_made() or Project.objects.filter(name=PROJECT_NAME).exists():
        return None
    writer = people.add_person(_USERNAME, "Eksempel", "Administrator", password=None)
    project = _project(writer)
    wave = _waves(writer, project, go_live_after(today))
    excel = create_task(writer, excel_task(project, wave, today)).task
    setup = create_task(writer, setup_task(project, wave, excel)).task
    create_task(writer, sftp_task(project, wave))
    message = examples.SETUP_ANNOUNCEMENT
    seen = setup.announcement.revision
    topic = "opsætning af afslagsårsager"
    save_announcement(writer, setup.pk, seen, topic=topic, text=message)
    people.retire_person(writer)
    return project


def _was_made() -> bool:
    """The project may have got another name since, but its writer is always there."""
    return Person.objects.filter(username=_USERNAME).exists()


def _project(writer: Person) -> Project:
    """Aske and the greeting are the guide's; the rest is ours."""
    values = {
        "name": PROJECT_NAME,
        "lead_name": "Aske",
        "greeting": "KP-systemansvarlige",
        "default_phase": Phase.objects.filter(name="Klargøring").first(),
        "default_theme": Theme.objects.filter(name="Drift og support").first(),
    }
    project = create_project(writer, values)
    create_prefix(writer, project.pk, {"prefix": "Auto", "meaning": "Automatisk afgørelse"})
    create_prefix(writer, project.pk, {"prefix": "SFTP", "meaning": "Overførsel af filer"})
    return project


def _waves(writer: Person, project: Project, go_live: date) -> Wave:
    """Date the test wave, add a frozen zone at Christmas, and return Bølge 1 with all the 98."""
    facts: dict[str, Any] = {"go_live": go_live, "goes_live_with": "den nye release 4.0"}
    test = project.waves.get(is_test=True)
    change_wave(writer, test.pk, fingerprint(test), facts)
    first, last = date(go_live.year, 12, 21), date(go_live.year + 1, 1, 3)
    zone = {"name": "Jul og nytår", "first_day": first, "last_day": last}
    create_zone(writer, project.pk, zone)
    everybody = Municipality.objects.filter(is_fictional=False)
    values = facts | {"name": "Bølge 1", "municipalities": everybody}
    return create_wave(writer, project.pk, values)
