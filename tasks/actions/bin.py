"""The bin: a task can be taken up again for 30 days, keeps its reference, and is deleted then."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from tasks.actions.locking import lock_projects, locked_task, record
from tasks.actions.mentioned import refresh_mentioning
from tasks.actions.refusal import Refused, require
from tasks.models import EventKind, KlikTask, Person, Prerequisite, Relation
from tasks.permissions import may, names_in_words
from tasks.workflow import Right, Stage, Status

BIN_DAYS = 30


@transaction.atomic
def bin_task(person: Person, pk: int) -> KlikTask:
    """Put a task in the bin; refused while others require it or municipalities can see it."""
    task = locked_task(pk)
    require(may(person, Right.WRITE))
    if task.binned_at is not None:
        return task
    if task.publication.stage != Stage.NONE:
        raise Refused("Opgaven ligger i KLIK. Fjern den dér først.")
    if task.status == Status.APPROVED:
        raise Refused("Opgaven er godkendt. Genåbn den først.")
    require_not_needed(task)
    _require_no_covered(task)
    task.binned_at = timezone.now()
    task.save(update_fields=("binned_at",))
    record(task, EventKind.BINNED, person, task.binned_at)
    refresh_mentioning(task.project, task.reference)
    return task


def require_not_needed(task: KlikTask) -> None:
    """Raise Refused naming the tasks that have this one as prerequisite."""
    rows = task.required_rows.filter(task__binned_at=None).select_related("task")
    if needing := names_in_words([row.task.short_name for row in rows]):
        raise Refused(f"{task.short_name} er forudsætning for {needing}. Fjern den dér først.")


def _require_no_covered(task: KlikTask) -> None:
    """Raise Refused naming the tasks that stand in this one's #besked."""
    covered = KlikTask.objects.kept().filter(announcement__covered_by=task.pk)
    if names := names_in_words([each.short_name for each in covered]):
        raise Refused(f"Beskeden her gælder også {names}. Ret det under #besked først.")


@transaction.atomic
def restore_task(person: Person, pk: int) -> KlikTask:
    """Take a task up of the bin, as it was."""
    task = locked_task(pk)
    require(may(person, Right.WRITE))
    if task.binned_at is None:
        return task
    task.binned_at = None
    task.save(update_fields=("binned_at",))
    record(task, EventKind.RESTORED, person, timezone.now())
    refresh_mentioning(task.project, task.reference)
    return task


class Emptied(NamedTuple):
    """How many tasks were deleted, and how many stay because other tasks point at them."""

    deleted: int
    needed: int


def last_day(binned_at: datetime) -> date:
    """Return the last of the days in Denmark on which a task can be taken up again."""
    return timezone.localdate(binned_at) + timedelta(days=BIN_DAYS)


def bin_limit(today: date) -> datetime:
    """Return the moment before which a task was binned when its last day is over."""
    first = today - timedelta(days=BIN_DAYS)
    return datetime.combine(first, time.min, timezone.get_current_timezone())


@transaction.atomic
def empty_bin(before: datetime) -> Emptied:
    """Delete for good what was binned before a moment, and nothing that other tasks point at.

    A task stays as long as one that is kept requires it or is related to it, in the bin or not:
    its text names it. Tasks that only point at each other go together.
    """
    expired = KlikTask.objects.filter(binned_at__lt=before)
    lock_projects(expired.order_by().values_list("project_id", flat=True))
    rows = expired.select_for_update().order_by("pk")
    keys = set(rows.values_list("pk", flat=True))
    unneeded = _unneeded(keys)
    Prerequisite.objects.filter(task__in=unneeded).delete()
    Relation.objects.filter(task__in=unneeded).delete()
    KlikTask.objects.filter(pk__in=unneeded).delete()
    return Emptied(len(unneeded), len(keys - unneeded))


def _unneeded(keys: set[int]) -> set[int]:
    """Return those nobody else points at; one that stays keeps what it points at."""
    pointing = [
        *Prerequisite.objects.filter(required__in=keys).values_list("task_id", "required_id"),
        *Relation.objects.filter(related__in=keys).values_list("task_id", "related_id"),
    ]
    unneeded = set(keys)
    while needed := {aim for task, aim in pointing if task not in unneeded} & unneeded:
        unneeded -= needed
    return unneeded
