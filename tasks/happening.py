"""Reads what happens in all projects between two days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from tasks import schedule
from tasks.agenda import Happening, Kind
from tasks.forms.agenda import AgendaQuery
from tasks.models import FrozenZone, KlikTask, Person, Wave
from tasks.yellow import goes_yellow


@dataclass(frozen=True, slots=True)
class _Found:
    """A task's happening, before the task itself is read."""

    kind: Kind
    day: date
    task: int


def happenings(query: AgendaQuery, person: Person, first: date, last: date) -> list[Happening]:
    """Return what happens from ``first`` to and with ``last``, in any order.

    A task that does the same on the same day in several waves is told of once.
    """
    waves: dict[_Found, list[str]] = {}
    for row in _placed(query, person):
        for found in _of_task(row):
            if first <= found.day <= last:
                waves.setdefault(found, []).append(row.wave__name)
    tasks = KlikTask.objects.for_list().in_bulk({found.task for found in waves})
    of_tasks = [_happening(tasks[f.task], f, names) for f, names in waves.items()]
    return [*of_tasks, *_go_lives(query, first, last)]


def _placed(query: AgendaQuery, person: Person) -> Iterable[Any]:
    """Every kept task in each of its waves: only what its dates are told from."""
    task = "kliktask__"
    wanted = Q(kliktask__in=KlikTask.objects.kept())
    if query.project:
        wanted &= Q(kliktask__project=query.project)
    if query.is_mine:
        wanted &= Q(kliktask__author=person)
    columns = [task + key for key in ("end_offset_days", "start_offset_days", "duration_days")]
    rows = KlikTask.waves.through.objects.filter(wanted, wave__is_test=False)
    known = rows.exclude(wave__go_live=None).exclude(kliktask__end_offset_days=None)
    ordered = known.order_by("wave__go_live", "wave__name", "pk")
    found: Iterable[Any] = ordered.values_list(
        "kliktask", "wave__name", "wave__go_live", *columns, named=True
    )
    return found


def _of_task(row: Any) -> Iterator[_Found]:
    dates = schedule.period(
        row.wave__go_live, row.kliktask__end_offset_days, row.kliktask__start_offset_days
    )
    days = (
        (Kind.STARTS, dates.start),
        (Kind.YELLOW, goes_yellow(dates.end, row.kliktask__duration_days)),
        (Kind.ENDS, dates.end),
    )
    return (_Found(kind, day, row.kliktask) for kind, day in days if day is not None)


def _happening(task: KlikTask, found: _Found, waves: list[str]) -> Happening:
    return Happening(
        kind=found.kind,
        day=found.day,
        name=str(task),
        url=task.get_absolute_url(),
        project=task.project.name if task.project else "",
        waves=tuple(waves),
        step=task.step_label,
        badge=task.step_badge,
    )


def _go_lives(query: AgendaQuery, first: date, last: date) -> Iterator[Happening]:
    waves = Wave.objects.real().filter(go_live__range=(first, last)).select_related("project")
    for wave in waves.filter(project=query.project) if query.project else waves:
        yield Happening(
            kind=Kind.GO_LIVE,
            day=wave.go_live or first,
            name=wave.name,
            url=reverse("project_detail", args=[wave.project_id]),
            project=wave.project.name,
        )


def zones_between(query: AgendaQuery, first: date, last: date) -> list[FrozenZone]:
    """Return the frozen zones that have a day between the two, the first to begin first."""
    zones = FrozenZone.objects.filter(first_day__lte=last, last_day__gte=first)
    if query.project:
        zones = zones.filter(project=query.project)
    return list(zones.select_related("project").order_by("first_day", "project__name", "name"))
