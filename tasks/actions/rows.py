"""A project's rows have no revision of their own: locking one, and never over somebody unseen."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Model
from django.forms.models import model_to_dict

from tasks.actions.locking import lock_projects
from tasks.actions.refusal import Refused, Stale
from tasks.models import Project

Values = Mapping[str, Any]


def locked_project(pk: int) -> Project:
    """Lock a project until the transaction ends; raise Refused when it is gone."""
    lock_projects([pk])
    project = Project.objects.filter(pk=pk).first()
    if project is None:
        raise Refused("Projektet findes ikke længere.")
    return project


def locked_part(rows: Any, pk: int, gone: str) -> Any:
    """Lock the project of a wave, zone or prefix, and return the row; else Refused ``gone``."""
    lock_projects(rows.filter(pk=pk).values_list("project_id", flat=True))
    row = rows.filter(pk=pk).first()
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
