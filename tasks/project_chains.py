"""A project's prerequisites as chains, each line with what one needs to know of its task."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tasks.connections import Ends, SharedEnd, ends_in, shared_ends
from tasks.dependencies import Chain, ChainLine, longest_chains
from tasks.models import KlikTask, Prerequisite, Project

# Deeper lists than these are neither seen nor heard: the lines beneath say their level in words
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A task under the one that requires it, whose end is compared with its own.

    ``opens`` tells that a list begins beneath it, ``closes`` is as long as lists end with it.
    """

    task: KlikTask
    depth: int
    required_by: KlikTask | None
    is_told_before: bool
    ends: tuple[tuple[str, date | None], ...]
    late: tuple[SharedEnd, ...]
    opens: bool
    closes: range

    @property
    def level(self) -> int:
        """How far down the chain, with its root as the first."""
        return self.depth + 1

    @property
    def is_beyond_indent(self) -> bool:
        """True when the line stands no further in than the one that requires it."""
        return self.depth > DEEPEST


@dataclass(frozen=True, slots=True)
class ChainOfTasks:
    """All a task nobody requires has to wait for; ``length`` counts its longest way."""

    length: int
    lines: tuple[Line, ...]

    @property
    def root(self) -> KlikTask:
        """The task the chain leads to."""
        return self.lines[0].task


@dataclass(frozen=True, slots=True)
class ProjectChains:
    """The chains of a project, the longest first, and how many of its tasks stand outside."""

    chains: tuple[ChainOfTasks, ...]
    tasks: int
    without_prerequisites: int
    alone: int

    @property
    def late(self) -> list[Line]:
        """The lines whose task ends after the one that requires it, from the top."""
        return [line for chain in self.chains for line in chain.lines if line.late]


def project_chains(project: Project) -> ProjectChains:
    """Read a project's prerequisites; four queries, however many they are."""
    edges = _edges(project)
    keys = {key for edge in edges for key in edge}
    tasks = {task.pk: task for task in KlikTask.objects.filter(pk__in=keys).for_list()}
    kept = KlikTask.objects.kept().filter(project=project).order_by()
    own = set(kept.values_list("pk", flat=True))
    return ProjectChains(
        tuple(_Reader(tasks).chains(edges)),
        tasks=len(own),
        without_prerequisites=len(own - {one for one, _ in edges}),
        alone=len(own - keys),
    )


def _edges(project: Project) -> list[tuple[int, int]]:
    """(a task, what it requires) for tasks outside the bin, in the order of their references."""
    rows = Prerequisite.objects.filter(task__project=project, task__binned_at=None)
    ordered = rows.order_by(
        "task__reference_sort", "task_id", "required__reference_sort", "required_id"
    )
    return list(ordered.values_list("task_id", "required_id"))


class _Reader:
    """Turns keys into lines; each task's ends are computed once, and each is told once."""

    def __init__(self, tasks: Mapping[int, KlikTask]) -> None:
        self._tasks = tasks
        self._ends: dict[int, Ends] = {
            pk: ends_in(task.waves.all(), task.end_offset_days) for pk, task in tasks.items()
        }
        self._told: set[int] = set()

    def chains(self, edges: Sequence[tuple[int, int]]) -> Iterator[ChainOfTasks]:
        for chain in longest_chains(edges):
            yield ChainOfTasks(chain.length, tuple(self._lines(chain)))

    def _lines(self, chain: Chain[int]) -> Iterator[Line]:
        above: list[int] = []
        for line, following in pairwise([*chain.lines, ChainLine(chain.root, 0)]):
            del above[line.depth :]
            yield self._line(line, above[-1] if above else None, _step(line, following))
            above.append(line.task)
            self._told.add(line.task)

    def _line(self, line: ChainLine[int], above: int | None, step: int) -> Line:
        ends = self._ends[line.task]
        shared = shared_ends(ends, self._ends[above], is_required=True) if above else ()
        return Line(
            task=self._tasks[line.task],
            depth=line.depth,
            required_by=self._tasks[above] if above else None,
            is_told_before=line.task in self._told,
            ends=tuple(ends.values()),
            late=tuple(end for end in shared if end.is_wrong),
            opens=step > 0,
            closes=range(-step),
        )


def _step(line: ChainLine[int], following: ChainLine[int]) -> int:
    """How many lists further in the following line stands; below zero, further out."""
    return min(following.depth, DEEPEST) - min(line.depth, DEEPEST)
