"""Tasks that would wait for each other: the circle named by its path, before it is saved."""

from collections.abc import Mapping
from typing import Any

from tasks.dependencies import cycle_path
from tasks.models import KlikTask, Prerequisite

_NAMED_MOST = 8  # tasks; of a longer circle both ends are named, and those between are counted
_NAMED_LAST = 3


def circle(task: KlikTask, values: Mapping[str, Any], standing_in: KlikTask | None = None) -> str:
    """Say by which path the task would require itself with these prerequisites, or nothing.

    Who requires ``standing_in`` counts as requiring the task.
    """
    rows = Prerequisite.objects.filter(task__project=values["project"])
    real = {standing_in.pk: task.pk} if standing_in else {}
    edges = [(one, real.get(aim, aim)) for one, aim in rows.values_list("task_id", "required_id")]
    required = [other.pk for other in values["prerequisites"]]
    path = cycle_path(edges, task.pk, required)
    return f"Opgaverne ville vente på hinanden: {_in_words(path)}." if path else ""


def _in_words(path: list[int]) -> str:
    """Return ”(MI 01) kræver (MI 02), som kræver (MI 03), som kræver (MI 01)”."""
    shown = path if len(path) <= _NAMED_MOST else [*path[:_NAMED_LAST], *path[-_NAMED_LAST:]]
    tasks = KlikTask.objects.in_bulk(shown)
    names = [tasks[key].short_name for key in shown]
    if shown == path:
        return _requiring(names)
    between = len(path) - len(shown)
    first, last = names[:_NAMED_LAST], names[_NAMED_LAST:]
    return f"{_requiring(first)}, som gennem {between} andre kræver {', som kræver '.join(last)}"


def _requiring(names: list[str]) -> str:
    return f"{names[0]} kræver {', som kræver '.join(names[1:])}"
