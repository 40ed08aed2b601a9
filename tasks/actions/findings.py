"""”Behold teksten”: keep a text against a finding, for the task or the whole project."""

from django.db import transaction
from django.utils import timezone

from tasks import checking
from tasks.actions.derived import refresh_derived, refresh_project
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, require
from tasks.models import Dismissal, EventKind, KlikTask, Person
from tasks.permissions import can_keep
from tasks.style import Finding

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
    reason = _one_line(reason)
    if not reason:
        raise Refused("Vælg eller skriv en grund.", field="reason")
    if whole_project and task.project is None:
        raise Refused("Vælg et projekt først.", field="project")
    now = timezone.now()
    _, is_new = Dismissal.objects.get_or_create(
        task=None if whole_project else task,
        project=task.project if whole_project else None,
        rule=finding.rule,
        field=finding.field,
        phrase=finding.normalised_phrase,
        defaults={"reason": reason, "by": person, "at": now},
    )
    if not is_new:  # somebody pressed in the same moment
        return task
    record(
        task,
        EventKind.KEPT,
        person,
        now,
        rule=finding.rule,
        field=finding.field,
        phrase=finding.phrase,
        reason=reason,
        whole_project=whole_project,
    )
    return _refreshed(task, whole_project=whole_project)


def _one_line(reason: str) -> str:
    """A reason as it is kept: no line breaks, no sign that a database refuses, at most 300."""
    printable = "".join(sign if sign.isprintable() else " " for sign in reason)
    return " ".join(printable.split())[:REASON_MAX]


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
    if whole_project and task.project_id is not None:
        refresh_project(task.project_id)
    return refresh_derived(task.pk)
