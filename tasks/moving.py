"""Reads what a change of a go-live or of frozen zones would do to the tasks of a project."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tasks.models import FrozenZone, KlikTask, Project, Wave
from tasks.moves import Calendar, Lasting, Move, Placed, moves_between, plan_digest
from tasks.schedule import FrozenZone as Zone
from tasks.yellow import day_count


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """One line of the before/after table. ``is_in_podio``: the old dates stand there already."""

    task: KlikTask
    wave: Wave
    move: Move
    is_in_podio: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Every task and wave a change touches; ``digest`` tells one plan from another."""

    lines: tuple[PlannedMove, ...]
    digest: str

    @property
    def tasks(self) -> list[KlikTask]:
        """The tasks that are touched, each once."""
        return list({line.task.pk: line.task for line in self.lines}.values())

    @property
    def moved(self) -> list[PlannedMove]:
        """The lines whose dates are others than before."""
        return [line for line in self.lines if line.move.has_moved]


def plan_for_go_live(wave: Wave, go_live: date | None) -> Plan:
    """Return what moving a wave's go-live would do; nothing for a test wave, which has no tasks."""
    before = _calendar(wave.project)
    after = replace(before, go_lives={**before.go_lives, wave.pk: go_live})
    return _plan(wave.project, before, after)


def plan_for_zone(project: Project, old: FrozenZone | None, new: FrozenZone | None) -> Plan:
    """Return what a zone more, a zone less or a changed zone would do; the rows are not read."""
    before = _calendar(project)
    zones = list(before.zones)
    if old is not None:
        zones.remove(_zone(old))
        # A new name alone touches no task
        before = replace(before, zones=(*zones, replace(_zone(old), name=(new or old).name)))
    if new is not None:
        zones.append(_zone(new))
    return _plan(project, before, replace(before, zones=tuple(zones)))


def _calendar(project: Project) -> Calendar:
    go_lives = dict(Wave.objects.filter(project=project).values_list("pk", "go_live"))
    zones = FrozenZone.objects.filter(project=project)
    return Calendar(go_lives, tuple(_zone(zone) for zone in zones))


def _zone(zone: FrozenZone) -> Zone:
    return Zone(zone.name, zone.first_day, zone.last_day)


def _plan(project: Project, before: Calendar, after: Calendar) -> Plan:
    tasks = KlikTask.objects.kept().filter(project=project)
    rows = {task.pk: task for task in tasks.for_list().with_podio().order_by(*_ORDER)}
    moves = list(moves_between(before, after, _placed(rows.values()), day_count()))
    waves = {wave.pk: wave for wave in Wave.objects.filter(project=project)}
    lines = [_line(rows[move.task], waves[move.wave], move) for move in moves]
    return Plan(tuple(lines), plan_digest(moves))


_ORDER = ("reference_sort", "pk")


def _placed(tasks: Iterable[KlikTask]) -> Iterable[Placed]:
    for task in tasks:
        lasting = Lasting(
            task.end_offset_days,
            task.start_offset_days,
            task.duration_days,
            task.respects_frozen_zone,
        )
        for wave in task.waves.all():
            yield Placed(task.pk, wave.pk, lasting)


def _line(task: Any, wave: Wave, move: Move) -> PlannedMove:
    return PlannedMove(task, wave, move, is_in_podio=task.is_in_podio)
