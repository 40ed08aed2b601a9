"""A task that so far only was in Podio becomes the one somebody writes under its reference.

Whatever pointed at the row that stood for it points at the real task from then on, in the same
transaction. The row stays, so that *Forløb* still names it as it was.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tasks.actions.circles import circle
from tasks.actions.derived import refresh_tasks
from tasks.actions.locking import record
from tasks.models import EventKind, KlikTask, Person, Prerequisite, Relation
from tasks.reference import PARTS, Reference

POINTERS = ("prerequisites", "related_tasks")  # the keys of values that name other tasks


@dataclass(frozen=True, slots=True)
class Became:
    """What a task became: the name of what stood for it, the link it got, and who points at it."""

    name: str
    link: str
    pointing: tuple[int, ...]


def as_they_are_now(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in which each other task is what it has become since it was chosen.

    The project is locked, so that nothing becomes anything else before they are written.
    """
    keys = {other.pk for key in POINTERS for other in values.get(key, ())}
    rows = KlikTask.objects.filter(pk__in=keys, became__isnull=False).select_related("became")
    became = {row.pk: row.became for row in rows} if keys else {}
    if not became:
        return dict(values)
    now = {key: [became.get(row.pk, row) for row in values.get(key, ())] for key in POINTERS}
    return dict(values) | {key: list(dict.fromkeys(now[key])) for key in POINTERS if key in values}


def why_not(task: KlikTask, values: dict[str, Any], changed: Collection[str]) -> str:
    """Say why the task cannot become the one in Podio that has its new reference, or nothing."""
    if not {*PARTS, "project"} & set(changed):
        return ""
    standing_in = _standing_in(values["project"], Reference(*(values[key] for key in PARTS)))
    if standing_in is None:
        return ""
    if standing_in in (*values["prerequisites"], *values["related_tasks"]):
        name = standing_in.short_name
        return f"Opgaven peger selv på {name}. Fjern {name} dér, før opgaven får den reference."
    return circle(task, values, standing_in)


def become(task: KlikTask) -> Became | None:
    """Let a locked task, whose row is not saved yet, be what so far only was in Podio.

    Returns what it became, to be told once the row is saved; None when nothing stood for it.
    """
    standing_in = _standing_in(task.project, task.reference)
    if standing_in is None:
        return None
    link = "" if task.podio_url else standing_in.podio_url
    found = Became(str(standing_in), link, tuple(_move_pointers(standing_in, task)))
    task.podio_url = task.podio_url or link
    standing_in.became, standing_in.reference_key = task, ""
    standing_in.save(update_fields=("became", "reference_key"))
    return found


def tell(became: Became | None, task: KlikTask, person: Person, now: datetime) -> None:
    """Leave a line on the task and on each that points at it, whose findings are counted anew."""
    if became is None:
        return
    record(task, EventKind.BECAME, person, now, name=became.name, link=became.link)
    pointing = KlikTask.objects.filter(pk__in=became.pointing)
    for other in pointing:
        record(other, EventKind.BECAME, person, now, name=became.name, now=task.short_name)
    refresh_tasks(pointing)


def _standing_in(project: Any, reference: Reference) -> KlikTask | None:
    if project is None or not reference.natural_key:
        return None
    rows = KlikTask.objects.only_in_podio().filter(project=project)
    return rows.filter(reference_key=reference.natural_key).first()


def _move_pointers(standing_in: KlikTask, task: KlikTask) -> Iterable[int]:
    """Point at the task instead; who points at both already keeps one."""
    pointing: set[int] = set()
    for model, aim in ((Prerequisite, "required"), (Relation, "related")):
        rows = model.objects.filter(**{aim: standing_in})
        pointing |= set(rows.values_list("task_id", flat=True))
        both = model.objects.filter(**{aim: task}).values_list("task_id", flat=True)
        rows.filter(task__in=list(both)).delete()
        rows.update(**{aim: task})
    return sorted(pointing)
