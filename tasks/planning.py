"""Reads a project's tasks into what *Tidslinje* draws."""

from collections.abc import Iterable

from django.db.models import QuerySet

from tasks.forms.timeline import TimelineQuery
from tasks.models import KlikTask, Project, Wave
from tasks.timeline import Entry, WaveFacts
from tasks.yellow import goes_yellow


def wave_facts(project: Project, query: TimelineQuery) -> list[WaveFacts]:
    """Return the real waves that are asked for, each with its tasks outside the bin."""
    waves = [wave for wave in project.waves.real() if query.wave in (None, wave)]
    tasks = _tasks(project, query)
    return [WaveFacts(wave.name, wave.go_live, tuple(_entries(tasks, wave))) for wave in waves]


def _tasks(project: Project, query: TimelineQuery) -> "QuerySet[KlikTask]":
    tasks = KlikTask.objects.kept().filter(project=project)
    if query.theme:
        tasks = tasks.filter(theme=query.theme)
    if query.priority:
        tasks = tasks.filter(priority=query.priority)
    return tasks.for_list().order_by("reference_sort", "pk")


def _entries(tasks: Iterable[KlikTask], wave: Wave) -> Iterable[Entry]:
    return (_entry(task, wave) for task in tasks if wave in task.waves.all())


def _entry(task: KlikTask, wave: Wave) -> Entry:
    dates = task.period_in(wave)
    return Entry(
        name=str(task),
        url=task.get_absolute_url(),
        dates=dates,
        yellow=goes_yellow(dates.end, task.duration_days),
        step=task.step_label,
        priority=task.priority_label,
    )
