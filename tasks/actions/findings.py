"""”Behold teksten”: keep a text against a finding, for the task or the whole project."""

from django.db import transaction
from django.utils import timezone

from tasks import checking
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, require
from tasks.actions.writing import refresh_derived
from tasks.models import Dismissal, EventKind, KlikTask, Person
from tasks.permissions import can_keep
from tasks.style import RULES_VERSION, Finding

REASON_MAX = 300  # code points


@transaction.atomic
def keep_finding(
    person: Person, pk: int, finding: Finding, reason: str, *, whole_project: bool = False
) -> KlikTask:
    """Keep the phrase a finding marks; not an edit of the text, so it costs no approval right.

    Raises Refused for a finding of the form (fx a missing description) and without a reason.
    """
    task = locked_task(pk)
    require(can_keep(person, task, finding.field))
    if not finding.can_be_kept:
        raise Refused("Det skal rettes, før opgaven kan sendes. Det kan ikke beholdes.")
    if not reason.strip():
        raise Refused("Vælg eller skriv en grund.", field="reason")
    if whole_project and task.project is None:
        raise Refused("Vælg et projekt først.", field="project")
    now = timezone.now()
    Dismissal.objects.create(
        task=None if whole_project else task,
        project=task.project if whole_project else None,
        rule=finding.rule,
        field=finding.field,
        phrase=finding.normalised_phrase,
        reason=reason.strip()[:REASON_MAX],
        by=person,
        at=now,
    )
    record(
        task,
        EventKind.KEPT,
        person,
        now,
        rule=finding.rule,
        field=finding.field,
        phrase=finding.phrase,
        reason=reason.strip(),
        whole_project=whole_project,
    )
    return _refreshed(task, whole_project=whole_project)


@transaction.atomic
def unkeep_finding(person: Person, pk: int, dismissal_pk: int) -> KlikTask:
    """Take a kept finding back; one kept for the whole project comes back in all its tasks."""
    task = locked_task(pk)
    row = next((r for r in checking.kept_rows(task, task.project) if r.pk == dismissal_pk), None)
    if row is None:
        raise Refused("Det er allerede taget tilbage.")
    require(can_keep(person, task, row.field))
    whole_project = row.project_id is not None
    rule, field, phrase = row.rule, row.field, row.phrase
    row.delete()
    now = timezone.now()
    record(task, EventKind.UNKEPT, person, now, rule=rule, field=field, phrase=phrase)
    return _refreshed(task, whole_project=whole_project)


def _refreshed(task: KlikTask, *, whole_project: bool) -> KlikTask:
    if whole_project:
        refresh_project(task.project_id)
    return refresh_derived(task.pk)


def refresh_project(project_pk: int | None) -> None:
    """Count again for every task of a project whose facts (zones, go-lives) changed."""
    for pk in KlikTask.objects.filter(project=project_pk).values_list("pk", flat=True):
        refresh_derived(pk)


def refresh_outdated() -> int:
    """Count again for tasks that were counted by older rules; return how many."""
    outdated = KlikTask.objects.exclude(rules_version=RULES_VERSION)
    keys = list(outdated.values_list("pk", flat=True))
    for pk in keys:
        refresh_derived(pk)
    return len(keys)
