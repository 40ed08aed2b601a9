"""”Behold teksten”: keep a text against a finding, for the task or, proposed, the whole project."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tasks import checking
from tasks.actions.derived import refresh_derived, refresh_project
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, require
from tasks.models import Dismissal, EventKind, KlikTask, Person, Verdict
from tasks.permissions import can_keep, can_unkeep
from tasks.style import Finding

REASON_MAX = 300  # code points


def keep_finding(
    person: Person, pk: int, finding: Finding, reason: str, *, whole_project: bool = False
) -> KlikTask:
    """Keep the phrase one finding marks; see ``keep_findings``."""
    return keep_findings(person, pk, [finding], reason, whole_project=whole_project)


@transaction.atomic
def keep_findings(
    person: Person,
    pk: int,
    findings: Sequence[Finding],
    reason: str,
    *,
    whole_project: bool = False,
) -> KlikTask:
    """Keep the phrases that findings of one rule in one field mark, with the same reason.

    Not an edit of the text, so it costs no approval right. ``whole_project`` keeps them in this
    task at once and proposes them for its project, where a godkender decides. Raises Refused for
    a finding of the form (fx a missing description) and without a reason.
    """
    task = locked_task(pk)
    reason = one_line(reason)
    for finding in findings:
        require(can_keep(person, task, finding.field))
        if not finding.can_be_kept:
            raise Refused("Det skal rettes, før opgaven kan sendes. Det kan ikke beholdes.")
    if not reason:
        raise Refused("Vælg eller skriv en grund.", field="reason")
    if whole_project and task.project is None:
        raise Refused("Vælg et projekt først.", field="project")
    now = timezone.now()
    defaults = {"reason": reason, "by": person, "at": now, "is_proposed": whole_project}
    new = {f.normalised_phrase: f for f in findings if _keep(task, f, defaults)}
    if not new:  # somebody pressed in the same moment
        return task
    _record_kept(task, person, now, list(new.values()), reason, whole_project=whole_project)
    return refresh_derived(task.pk)


def _keep(task: KlikTask, finding: Finding, defaults: dict[str, Any]) -> bool:
    """Make the row unless it is there; a new reason takes the place of one that was refused."""
    tied_to = {
        "task": task,
        "rule": finding.rule,
        "field": finding.field,
        "phrase": finding.normalised_phrase,
    }
    Dismissal.objects.filter(**tied_to, verdict=Verdict.REFUSED).delete()
    _, is_new = Dismissal.objects.get_or_create(**tied_to, defaults=defaults)
    return is_new


def _record_kept(
    task: KlikTask,
    person: Person,
    now: datetime,
    findings: Sequence[Finding],
    reason: str,
    *,
    whole_project: bool,
) -> None:
    first = findings[0]
    several = {"phrases": [f.phrase for f in findings]} if len(findings) > 1 else {}
    record(
        task,
        EventKind.KEPT,
        person,
        now,
        rule=first.rule,
        field=first.field,
        phrase=first.phrase,
        reason=reason,
        proposed=whole_project,
        **several,
    )


def one_line(text: str) -> str:
    """A reason as it is kept: no line breaks, no sign that a database refuses, at most 300."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())[:REASON_MAX]


@transaction.atomic
def unkeep_finding(person: Person, pk: int, dismissal_pk: int) -> KlikTask:
    """Take a kept finding back; one kept for the whole project comes back in all its tasks."""
    task = locked_task(pk)
    row = next((r for r in checking.kept_rows(task, task.project) if r.pk == dismissal_pk), None)
    if row is None:
        raise Refused("Det er allerede taget tilbage.")
    require(can_unkeep(person, task, row))
    whole_project = row.project_id is not None
    rule, field, phrase = row.rule, row.field, row.phrase
    row.delete()
    now = timezone.now()
    record(task, EventKind.UNKEPT, person, now, rule=rule, field=field, phrase=phrase)
    return refreshed(task, whole_project=whole_project)


def refreshed(task: KlikTask, *, whole_project: bool) -> KlikTask:
    """Count the task's findings anew, and with ``whole_project`` those of its project's tasks."""
    if whole_project and task.project_id is not None:
        refresh_project(task.project_id)
    return refresh_derived(task.pk)
