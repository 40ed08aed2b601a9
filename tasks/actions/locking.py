"""One writer at a time in a project: the locks every action takes, and the event it leaves."""

from collections.abc import Iterable
from typing import Any

from tasks.actions.refusal import Refused, Stale
from tasks.models import Event, EventKind, KlikTask, Person, Project


def lock_projects(keys: Iterable[int | None]) -> None:
    """Lock projects until the transaction ends, so that what is in one is written in turn.

    Everybody locks projects first, by key, and a task after: so nobody waits in a circle. On
    SQLite, whose transactions are IMMEDIATE, the lock is the transaction itself.
    """
    wanted = {key for key in keys if key is not None}
    rows = Project.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    list(rows.values_list("pk"))


def locked_task(pk: int, *, bound_for: Project | None = None) -> KlikTask:
    """Lock a task, its project and the one it is bound for, and read it with its parts.

    Raises Refused when the task is gone, Stale when it changed project in the same moment.
    """
    project_pk = (
        KlikTask.objects.written().filter(pk=pk).values_list("project_id", flat=True).first()
    )
    lock_projects([project_pk, bound_for.pk if bound_for else None])
    rows = KlikTask.objects.written().select_for_update(no_key=True).filter(pk=pk)
    locked = rows.values_list("pk", "project_id").first()
    if locked is None:
        raise Refused("Opgaven findes ikke længere.")
    if locked != (pk, project_pk):
        raise Stale("Opgaven har lige skiftet projekt. Prøv igen.")
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
