"""The tasks a task hangs together with, in both directions, with what one needs to know of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tasks import schedule
from tasks.drafting import Values
from tasks.models import KlikTask, Prerequisite, Relation, Wave

Ends = Mapping[int, tuple[str, date | None]]


@dataclass(frozen=True, slots=True)
class SharedEnd:
    """When the other task and this one end in a wave they share.

    ``is_wrong``: the one that is required ends later than the one that requires it.
    """

    wave: str
    other: date | None
    own: date | None
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Connection:
    """Another task with its ends in each shared wave."""

    task: KlikTask
    ends: tuple[SharedEnd, ...] = ()


@dataclass(frozen=True, slots=True)
class Connections:
    """What a task requires and is required by, is related to and is called related by."""

    requires: tuple[Connection, ...] = ()
    required_by: tuple[Connection, ...] = ()
    related: tuple[Connection, ...] = ()
    related_from: tuple[Connection, ...] = ()


def connections_of(values: Values, pk: int | None) -> Connections:
    """Return the connections of a task as typed or saved; ``pk`` is its key if it has one.

    Four queries, however many they are; none where there is nothing to read.
    """
    requires = [task.pk for task in values["prerequisites"]]
    related = [task.pk for task in values["related_tasks"]]
    required_by = _pointing(Prerequisite.objects.filter(required=pk)) if pk else []
    related_from = _pointing(Relation.objects.filter(related=pk)) if pk else []
    tasks = _tasks([*requires, *required_by, *related, *related_from])
    own = ends_in(values["waves"], values["end_offset_days"])
    return Connections(
        tuple(_connected(tasks, requires, own, is_required=True)),
        tuple(_connected(tasks, required_by, own, is_required=False)),
        tuple(Connection(task) for task in _in_order(tasks, related)),
        tuple(Connection(task) for task in _in_order(tasks, related_from)),
    )


def _pointing(rows: QuerySet[Any]) -> list[int]:
    """The tasks of these rows, but for those in the bin."""
    return list(rows.filter(task__binned_at=None).order_by().values_list("task_id", flat=True))


def _tasks(keys: Sequence[int]) -> list[KlikTask]:
    """The tasks in the order of their references, with their *Trin* and waves."""
    return list(KlikTask.objects.filter(pk__in=keys).for_list()) if keys else []


def _in_order(tasks: Iterable[KlikTask], keys: Iterable[int]) -> list[KlikTask]:
    wanted = set(keys)
    return [task for task in tasks if task.pk in wanted]


def ends_in(waves: Iterable[Wave], end_offset: int | None) -> Ends:
    """The wave's name and a task's end in it, by the wave's key."""
    periods = ((wave, schedule.period(wave.go_live, end_offset, None)) for wave in waves)
    return {wave.pk: (wave.name, period.end) for wave, period in periods}


def shared_ends(others: Ends, own: Ends, *, is_required: bool) -> tuple[SharedEnd, ...]:
    """Compare another task's ends with this one's where both have the wave.

    ``is_required`` tells that the other is the one to end first.
    """
    shared = [(name, others[pk][1], end) for pk, (name, end) in own.items() if pk in others]
    return tuple(_shared_end(*each, is_required) for each in shared)


def _connected(
    tasks: Iterable[KlikTask], keys: Iterable[int], own: Ends, *, is_required: bool
) -> Iterator[Connection]:
    for task in _in_order(tasks, keys):
        others = ends_in(task.waves.all(), task.end_offset_days)
        yield Connection(task, shared_ends(others, own, is_required=is_required))


def _shared_end(
    wave: str,
    other: date | None,
    own: date | None,
    is_required: bool,
) -> SharedEnd:
    first, last = (other, own) if is_required else (own, other)
    return SharedEnd(wave, other, own, bool(first and last and first > last))
