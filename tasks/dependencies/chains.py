"""Tasks under those that require them, the longest chain first, each told in full only once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Task = TypeVar("Task", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ChainLine(Generic[Task]):
    """One line of an indented list; ``depth`` is 0 for the root.

    ``is_told_before``: what the task requires stands under it further up, and is not repeated.
    """

    task: Task
    depth: int
    is_told_before: bool = False


@dataclass(frozen=True, slots=True)
class Chain(Generic[Task]):
    """A task nobody requires, and beneath it all it requires, the longest way first.

    ``length`` counts the tasks of the longest chain, the root with them.
    """

    length: int
    lines: tuple[ChainLine[Task], ...]

    @property
    def root(self) -> Task:
        """The task the chain ends in."""
        return self.lines[0].task


def longest_chains(edges: Iterable[tuple[Task, Task]]) -> list[Chain[Task]]:
    """Return a chain for each root, the longest first; equals in the order they were given.

    An edge is (a task, what it requires); turn them round for a list that begins with what is done
    first. There is a line for each root and each edge, so the list is never longer than they are.
    """
    beneath: dict[Task, list[Task]] = defaultdict(list)
    for one, required in dict.fromkeys(edges):
        beneath[one].append(required)
    lengths = _lengths(beneath)
    told: set[Task] = set()
    roots = sorted(_roots(beneath), key=lambda task: -lengths[task])
    return [
        Chain(lengths[root], tuple(_lines(root, beneath, lengths, told)))
        for root in roots
        if root not in told
    ]


def _roots(beneath: Mapping[Task, Sequence[Task]]) -> list[Task]:
    """Those nobody requires; and all others, for tasks that wait in a circle have no root."""
    required = {task for tasks in beneath.values() for task in tasks}
    first = [task for task in beneath if task not in required]
    return first if _reach(first, beneath) >= beneath.keys() else [*first, *beneath]


def _reach(roots: Iterable[Task], beneath: Mapping[Task, Sequence[Task]]) -> set[Task]:
    reached = set(roots)
    waiting = list(reached)
    while waiting:
        fresh = set(beneath.get(waiting.pop(), ())) - reached
        reached |= fresh
        waiting += fresh
    return reached


def _lengths(beneath: Mapping[Task, Sequence[Task]]) -> dict[Task, int]:
    """How many tasks the longest chain from each has; one that comes back to itself is cut."""
    lengths: dict[Task, int] = {}
    open_tasks: set[Task] = set()
    waiting = list(beneath)[::-1]
    while waiting:
        here = waiting[-1]
        required = beneath.get(here, ())
        if here in lengths:
            waiting.pop()
        elif here in open_tasks:
            below = [lengths[one] for one in required if one in lengths]
            lengths[here] = 1 + max(below, default=0)
        else:
            open_tasks.add(here)
            waiting += [one for one in required if one not in open_tasks]
    return lengths


def _lines(
    root: Task,
    beneath: Mapping[Task, Sequence[Task]],
    lengths: Mapping[Task, int],
    told: set[Task],
) -> Iterator[ChainLine[Task]]:
    waiting = [(root, 0)]
    while waiting:
        task, depth = waiting.pop()
        required = beneath.get(task, ())
        yield ChainLine(task, depth, is_told_before=task in told and bool(required))
        if task not in told:
            told.add(task)
            # The longest is taken from the stack first, and equals as they were given
            ordered = sorted(required, key=lambda one: -lengths[one])
            waiting += [(one, depth + 1) for one in reversed(ordered)]
