"""Gathers the facts around tasks: KOMBIT's lists, and the project with its other tasks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from django.conf import settings

from tasks.drafting import HouseLists, Values, house_lists, house_of, wave_dates
from tasks.models import FollowUp, KlikTask, Prefix, Wave
from tasks.reference import Reference
from tasks.style import House, TaskRef

# A task's values as saved or just typed, with its key; None for a task that is not saved yet
Asked = tuple[Values, int | None]


class _Row(NamedTuple):
    """A task of a project, as the other tasks see it."""

    pk: int
    project: int
    prefix: str
    separator: str
    number: str
    sort_key: str
    title: str
    end_offset: int | None
    start_offset: int | None
    is_only_in_podio: bool

    @property
    def reference(self) -> Reference:
        return Reference(self.prefix, self.separator, self.number)


def house_around(values: Values, pk: int | None = None) -> House:
    """Return the facts around one task; ``pk`` is its key, so it is not its own neighbour."""
    return houses_around([(values, pk)])[0]


def houses_around(asked: Sequence[Asked], lists: HouseLists | None = None) -> list[House]:
    """Return the facts around each task, in seven queries however many tasks there are.

    A project brings its frozen zones along if it was read with them; else they cost one each.
    ``lists`` are others than those the house has now.
    """
    lists = lists or house_lists()
    projects = {p.pk: p for values, _ in asked if (p := values["project"]) is not None}
    rows, prefixes = _rows_by_project(projects), _prefixes_by_project(projects)
    houses = {
        pk: replace(house_of(project, lists), **_facts(prefixes[pk], rows[pk]))
        for pk, project in projects.items()
    }
    series = {pk: _Series(rows[pk]) for pk in projects}
    near = [_neighbours(series, *task) for task in asked]
    waves = _waves_of({row.pk for pair in near for row in pair})
    followed = _followed_up(pk for _, pk in asked)
    alone = house_of(None, lists)
    return [
        replace(
            houses.get(getattr(values["project"], "pk", None), alone),
            siblings=tuple(_sibling(row, waves) for row in pair),
            short_deadline_days=settings.KLIK_SHORT_DEADLINE_DAYS,
            is_followed_up=None if pk is None else pk in followed,
        )
        for (values, pk), pair in zip(asked, near, strict=True)
    ]


def _rows_by_project(projects: Iterable[int]) -> dict[int, list[_Row]]:
    """Return the tasks with a reference, in the order of numbers, also those only in Podio."""
    by_project: dict[int, list[_Row]] = {pk: [] for pk in projects}
    tasks = KlikTask.objects.to_point_at().filter(project__in=by_project)
    tasks = tasks.exclude(reference_key="")
    columns = (
        "pk", "project", "prefix", "separator", "number", "reference_sort", "title",
        "end_offset_days", "start_offset_days", "is_only_in_podio",
    )  # fmt: skip
    for row in map(_Row._make, tasks.order_by("reference_sort", "pk").values_list(*columns)):
        by_project[row.project].append(row)
    return by_project


def _prefixes_by_project(projects: Iterable[int]) -> dict[int, list[str]]:
    by_project: dict[int, list[str]] = {pk: [] for pk in projects}
    rows = Prefix.objects.filter(project__in=by_project).values_list("project", "prefix")
    for project, prefix in rows:
        by_project[project].append(prefix)
    return by_project


def _facts(own_prefixes: list[str], rows: list[_Row]) -> dict[str, Any]:
    """Return the project's references and prefixes; a prefix counts once a task uses it, too."""
    numbered = [row for row in rows if row.number]
    return {
        "references": frozenset(str(row.reference) for row in numbered),
        "prefixes": tuple(dict.fromkeys([*own_prefixes, *(row.prefix for row in numbered)])),
    }


class _Series:
    """The numbered tasks of a project under each prefix, in order; Podio's own have no dates."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows: dict[str, list[_Row]] = {}
        for row in rows:
            if row.number and not row.is_only_in_podio:
                self._rows.setdefault(row.prefix.casefold(), []).append(row)

    def neighbours(self, reference: Reference, pk: int | None) -> Iterator[_Row]:
        """Yield the task before and the task after a number; the task itself is neither."""
        rows = self._rows.get(reference.prefix.casefold(), [])
        place = bisect_left(rows, reference.sort_key, key=lambda row: row.sort_key)
        for beside in (rows[max(0, place - 2) : place][::-1], rows[place : place + 3]):
            others = (row for row in beside if row.pk != pk and not _is_same(row, reference))
            yield from islice(others, 1)


def _is_same(row: _Row, reference: Reference) -> bool:
    return row.sort_key == reference.sort_key


def _neighbours(series: Mapping[int, _Series], values: Values, pk: int | None) -> list[_Row]:
    reference = Reference(values["prefix"], values["separator"], values["number"])
    project = values["project"]
    if project is None or not reference.is_complete:
        return []
    return list(series[project.pk].neighbours(reference, pk))


def _followed_up(pks: Iterable[int | None]) -> set[int]:
    """Return those of these tasks that somebody is to follow up; one not saved has nobody yet."""
    saved = [pk for pk in pks if pk is not None]
    found = FollowUp.objects.filter(task__in=saved)
    return set(found.values_list("task_id", flat=True))


def _waves_of(pks: set[int]) -> dict[int, list[Wave]]:
    """Return the waves of these tasks in one query."""
    by_task: dict[int, list[Wave]] = {pk: [] for pk in pks}
    chosen = KlikTask.waves.through.objects.filter(kliktask__in=pks).select_related("wave")
    for row in chosen.order_by("wave__go_live", "wave"):
        by_task[row.kliktask_id].append(row.wave)
    return by_task


def _sibling(row: _Row, waves: Mapping[int, list[Wave]]) -> TaskRef:
    dates = [wave_dates(wave, row.end_offset, row.start_offset) for wave in waves[row.pk]]
    return TaskRef(str(row.reference), row.title, waves=tuple(dates))
