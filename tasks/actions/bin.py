"""The bin: a task can be taken up again for 30 days, and keeps its reference meanwhile."""

from django.db import transaction
from django.utils import timezone

from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, require
from tasks.models import EventKind, KlikTask, Person
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
    task.binned_at = timezone.now()
    task.save(update_fields=("binned_at",))
    record(task, EventKind.BINNED, person, task.binned_at)
    return task


def require_not_needed(task: KlikTask) -> None:
    """Raise Refused naming the tasks that have this one as prerequisite."""
    rows = task.required_rows.filter(task__binned_at=None).select_related("task")
    if needing := names_in_words([row.task.short_name for row in rows]):
        raise Refused(f"{task.short_name} er forudsætning for {needing}. Fjern den dér først.")


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
    return task
