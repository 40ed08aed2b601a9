"""The path by which a task would come to require itself."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Task = TypeVar("Task", bound=Hashable)


def cycle_path(
    edges: Iterable[tuple[Task, Task]], task: Task, new_requirements: Iterable[Task]
) -> list[Task]:
    """Return the shortest path ``[task, required, …, task]``, or nothing when there is none.

    An edge is (a task, what it requires). ``new_requirements`` are all that ``task`` is to require
    from now on: its own edges do not count. Every task and every edge is looked at once.
    """
    following: dict[Task, list[Task]] = defaultdict(list)
    for one, required in edges:
        if one != task:
            following[one].append(required)
    came_from: dict[Task, Task] = {}
    following[task] = list(new_requirements)
    waiting = deque([task])
    while waiting:
        here = waiting.popleft()
        for required in following.get(here, ()):
            if required == task:
                return [*_back(came_from, here), task]
            if required not in came_from:
                came_from[required] = here
                waiting.append(required)
    return []


def _back(came_from: Mapping[Task, Task], here: Task) -> list[Task]:
    """The way that led here, from its beginning."""
    path = [here]
    while path[-1] in came_from:
        path.append(came_from[path[-1]])
    return path[::-1]
