"""Names for the rows that events hold by primary key, looked up for a whole page at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tasks.models import KlikTask, Phase, Project, Role, Theme, Wave

_MODELS: dict[str, type[Any]] = {
    "project": Project,
    "phase": Phase,
    "theme": Theme,
    "waves": Wave,
    "prerequisites": KlikTask,
    "related_tasks": KlikTask,
    "performers": Role,
    "owners": Role,
}
_GONE = "(findes ikke længere)"


class RowNames:
    """Names of rows by field key; at most a query per table, however many events."""

    def __init__(self, changed: Iterable[tuple[str, Any]]) -> None:
        """Look up every row of these (field key, stored value) pairs."""
        wanted: dict[type[Any], set[int]] = defaultdict(set)
        for key, value in changed:
            if key in _MODELS:
                wanted[_MODELS[key]].update(_keys(value))
        self._rows = {model: model.objects.in_bulk(keys) for model, keys in wanted.items()}

    def names(self, key: str, value: Any) -> str:
        """Return the rows' names joined with ”, ”; an empty value gives an empty text."""
        rows = self._rows[_MODELS[key]]
        return ", ".join(str(rows.get(pk, _GONE)) for pk in _keys(value))


def is_row_key(key: str) -> bool:
    """Tell if a field's value is one or more rows."""
    return key in _MODELS


def _keys(value: Any) -> list[int]:
    keys = value if isinstance(value, list) else [value]
    return [key for key in keys if isinstance(key, int)]
