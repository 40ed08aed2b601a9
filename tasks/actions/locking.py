"""One task at a time: the lock every action takes, and the event it leaves."""

from typing import Any

from tasks.actions.refusal import Refused, Stale
from tasks.models import Event, EventKind, KlikTask, Person


def locked_task(pk: int) -> KlikTask:
    """Lock a task until the transaction ends and read it with its parts.

    SQLite transactions are IMMEDIATE, so there the lock is the transaction itself.
    Raises Refused when the task is gone.
    """
    if KlikTask.objects.select_for_update().filter(pk=pk).values_list("pk").first() is None:
        raise Refused("Opgaven findes ikke længere.")
    return KlikTask.objects.with_parts().get(pk=pk)


def require_revision(task: KlikTask, seen: int) -> None:
    """Raise Stale unless the text is still the one that was shown."""
    if task.revision != seen:
        raise Stale("Opgaven er rettet, siden du åbnede den. Læs den igen, før du går videre.")


def record(task: KlikTask, kind: EventKind, actor: Person, at: Any, **details: Any) -> Event:
    """Leave one line in *Forløb*."""
    return Event.objects.create(
        task=task, kind=kind, actor=actor, at=at, revision=task.revision, details=details
    )
