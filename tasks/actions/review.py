"""The way of a draft through review: send, withdraw, send back, approve, reopen."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tasks import checking, doors
from tasks.actions.judging import accept_with_approval
from tasks.actions.locking import locked_task, record, require_revision
from tasks.actions.refusal import Refused, Stale, require
from tasks.models import Approval, EventKind, KlikTask, Person
from tasks.permissions import can_move
from tasks.workflow import MOVES, MoveName


@transaction.atomic
def submit(person: Person, pk: int, seen: int) -> KlikTask:
    """Send a draft to review; the submit door must hold for exactly the text that was shown."""
    task = locked_task(pk)
    require(can_move(person, MoveName.SUBMIT, task))
    require_revision(task, seen)
    require_submit_door(task)
    return _move(task, MoveName.SUBMIT, person, EventKind.SUBMITTED)


@transaction.atomic
def withdraw(person: Person, pk: int, seen: int) -> KlikTask:
    """Take a task back from review to go on writing."""
    task = locked_task(pk)
    require(can_move(person, MoveName.WITHDRAW, task))
    require_revision(task, seen)
    return _move(task, MoveName.WITHDRAW, person, EventKind.WITHDRAWN)


@transaction.atomic
def send_back(
    person: Person, pk: int, seen: int, message: str, lines: Mapping[str, str]
) -> KlikTask:
    """Send a task back with what the author shall do; ``lines`` holds a line per field key.

    Raises Refused without a message: sending back needs a reason.
    """
    if not message.strip():
        raise Refused("Skriv, hvad der skal gøres, så det er til at gå videre.", field="message")
    task = locked_task(pk)
    require(can_move(person, MoveName.SEND_BACK, task))
    require_revision(task, seen)
    told = {key: line.strip() for key, line in lines.items() if line.strip()}
    return _move(
        task,
        MoveName.SEND_BACK,
        person,
        EventKind.SENT_BACK,
        message=message.strip(),
        lines=told,
    )


@transaction.atomic
def approve(person: Person, pk: int, seen: int, checklist: Iterable[str]) -> KlikTask:
    """Approve exactly the revision that was read; the door is checked again here."""
    task = locked_task(pk)
    require(can_move(person, MoveName.APPROVE, task))
    require_revision(task, seen)
    result = require_approve_door(task)
    checked, now = list(checklist), timezone.now()
    accept_with_approval(person, result.kept, now)
    Approval.objects.create(
        task=task,
        revision=task.revision,
        content_hash=task.content_hash,
        approved_by=person,
        at=now,
        checklist=checked,
    )
    return _move(
        task,
        MoveName.APPROVE,
        person,
        EventKind.APPROVED,
        changes={"approved_revision": task.revision},
        checklist=checked,
    )


@transaction.atomic
def reopen(person: Person, pk: int, seen: int) -> KlikTask:
    """Open an approved text for changes; it must then be approved again."""
    task = locked_task(pk)
    require(can_move(person, MoveName.REOPEN, task))
    require_revision(task, seen)
    return _move(task, MoveName.REOPEN, person, EventKind.REOPENED)


def require_submit_door(task: KlikTask) -> None:
    """Raise Refused while an ERROR stands or a WARNING is neither fixed nor kept."""
    if why_not := doors.submit_hindrance(checking.check_task(task).of_text()):
        raise Refused(why_not)


def require_approve_door(task: KlikTask) -> checking.CheckResult:
    """Raise Refused as for sending, or while a kept ERROR waits for a godkender's yes."""
    result = checking.check_task(task).of_text()
    if why_not := doors.approve_hindrance(result):
        raise Refused(why_not)
    return result


def _move(
    task: KlikTask,
    name: MoveName,
    person: Person,
    kind: EventKind,
    *,
    changes: Mapping[str, Any] | None = None,
    **details: Any,
) -> KlikTask:
    """Write the status only if nobody moved the task meanwhile, and record the event."""
    move = MOVES[name]
    at: datetime = timezone.now()
    written = KlikTask.objects.filter(
        pk=task.pk, revision=task.revision, status__in=move.sources
    ).update(status=move.target, status_changed_at=at, **(changes or {}))
    if written == 0:
        raise Stale("Nogen kom først. Indlæs siden igen.")
    record(task, kind, person, at, **details)
    return KlikTask.objects.with_parts().get(pk=task.pk)
