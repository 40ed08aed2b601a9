"""A project's rows have no revision of their own: locking one, and never over somebody unseen."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import Manager, Model
from django.forms.models import model_to_dict

from tasks.actions.refusal import Refused, Stale

Values = Mapping[str, Any]
Row = TypeVar("Row", bound=Model)


def locked_row(rows: Manager[Row], pk: int, gone: str) -> Row:
    """Lock a row until the transaction ends; raise Refused with ``gone`` when there is none."""
    row = rows.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Refused(gone)
    return row


def fingerprint(row: Model) -> str:
    """Return a short digest of all a row holds, also of the rows chosen for it."""
    held = model_to_dict(row)
    for key, value in held.items():
        if isinstance(value, list):
            held[key] = sorted(chosen.pk for chosen in value)
    return sha256(repr(held).encode()).hexdigest()[:16]


def require_seen(row: Model, seen: str) -> None:
    """Raise Stale unless the row still is as it was shown."""
    if fingerprint(row) != seen:
        raise Stale(
            "En anden har rettet her, siden du åbnede siden. Det, du skrev, står her endnu. "
            "Gem igen, hvis det skal gælde."
        )


def require_free(taken: Iterable[str], wanted: str, message: str, *, field: str) -> None:
    """Raise Refused at ``field`` when a name is taken, whatever the case of its letters."""
    if wanted.casefold() in {name.casefold() for name in taken}:
        raise Refused(message, field=field)


def set_values(row: Model, values: Values) -> None:
    """Write the columns given, and only those."""
    for key, value in values.items():
        setattr(row, key, value)
    row.save(update_fields=list(values))
