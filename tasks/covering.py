"""Reads which tasks one #besked tells of, and which it could: exactly the same municipalities."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tasks.announcement import Candidate, obstacles
from tasks.models import KlikTask, Wave
from tasks.workflow import Stage


@dataclass(frozen=True, slots=True)
class Choice:
    """A task of the same project, and why the message cannot tell of it; nothing: it can."""

    task: KlikTask
    obstacles: tuple[str, ...]


def covered_tasks(task: KlikTask) -> list[KlikTask]:
    """Return the other tasks the task's #besked tells of."""
    return tasks_of(task.announcement.covers.values_list("pk", flat=True))


def tasks_of(keys: Iterable[int]) -> list[KlikTask]:
    """Return tasks with their parts, in the order of their references."""
    wanted = list(keys)
    return list(KlikTask.objects.with_parts().filter(pk__in=wanted)) if wanted else []


def choices_for(task: KlikTask) -> list[Choice]:
    """Return every other task of the project, in a fixed number of queries."""
    rows = KlikTask.objects.written().kept().filter(project=task.project_id).exclude(pk=task.pk)
    others = list(rows.for_list()) if task.project_id else []
    return _judged(task, others)


def obstacles_for(task: KlikTask, keys: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return why the message cannot tell of each of these tasks; those it can are left out."""
    others = list(KlikTask.objects.filter(pk__in=keys).for_list())
    judged = {choice.task.pk: choice.obstacles for choice in _judged(task, others)}
    gone = dict.fromkeys(keys, ("En af opgaverne findes ikke længere.",))
    return {pk: why for pk, why in (gone | judged).items() if why}


def _judged(task: KlikTask, others: list[KlikTask]) -> list[Choice]:
    tasks = [task, *others]
    names = {each.pk: each.short_name for each in tasks}
    covers = _covers_of(tasks)
    masters = _masters_of(tasks)
    towns = _municipalities_of(tasks)

    def candidate(each: KlikTask) -> Candidate:
        return Candidate(
            name=names[each.pk],
            project=each.project_id,
            municipalities=frozenset().union(*(towns[wave.pk] for wave in _real_waves(each))),
            is_binned=each.binned_at is not None,
            is_announced=each.publication.stage == Stage.ANNOUNCED
            and each.announcement.covered_by_id != task.pk,
            covered_by=masters.get(each.announcement.covered_by_id or 0, ""),
            covers=tuple(covers.get(each.pk, ())),
        )

    master = candidate(task)
    return [Choice(other, obstacles(master, candidate(other))) for other in others]


def _real_waves(task: KlikTask) -> list[Wave]:
    return [wave for wave in task.waves.all() if not wave.is_test]


def _masters_of(tasks: Iterable[KlikTask]) -> dict[int, str]:
    """Return the short names of the tasks that cover some of these."""
    found = {task.announcement.covered_by_id for task in tasks}
    keys = {pk for pk in found if pk is not None}
    return {task.pk: task.short_name for task in KlikTask.objects.filter(pk__in=keys)}


def _covers_of(tasks: Iterable[KlikTask]) -> dict[int, list[str]]:
    """Return the short names of what each of these tasks covers."""
    found: dict[int, list[str]] = {}
    keys = [task.pk for task in tasks]
    rows = KlikTask.objects.filter(announcement__covered_by__in=keys).select_related("announcement")
    for task in rows:
        found.setdefault(task.announcement.covered_by_id or 0, []).append(task.short_name)
    return found


def _municipalities_of(tasks: Iterable[KlikTask]) -> dict[int, set[str]]:
    """Return the names of the municipalities of each wave of these tasks."""
    keys = {wave.pk for task in tasks for wave in _real_waves(task)}
    towns: dict[int, set[str]] = {pk: set() for pk in keys}
    rows = Wave.objects.filter(pk__in=keys).values_list("pk", "municipalities__name")
    for pk, name in rows:
        if name:
            towns[pk].add(name)
    return towns
