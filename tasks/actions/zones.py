"""Frozen zones: each change counts the findings of the project's tasks again."""

from django.db import transaction

from tasks.actions.derived import refresh_project
from tasks.actions.refusal import Refused, require
from tasks.actions.rows import Values, locked_part, locked_project, require_seen, set_values
from tasks.models import FrozenZone, Person
from tasks.permissions import may
from tasks.workflow import Right

_GONE = "Frozen zonen findes ikke længere."


@transaction.atomic
def create_zone(person: Person, project_pk: int, values: Values) -> FrozenZone:
    """Add a frozen zone; zones may overlap.

    Raises Refused at ``last_day`` when the zone would end before it starts.
    """
    require(may(person, Right.ADMINISTER))
    project = locked_project(project_pk)
    _require_order(values)
    zone = FrozenZone.objects.create(project=project, **values)
    refresh_project(project_pk)
    return zone


@transaction.atomic
def change_zone(person: Person, pk: int, seen: str, values: Values) -> FrozenZone:
    """Change a frozen zone; ``seen`` is the fingerprint of the zone that was shown."""
    require(may(person, Right.ADMINISTER))
    zone: FrozenZone = locked_part(FrozenZone.objects, pk, _GONE)
    require_seen(zone, seen)
    _require_order({"first_day": zone.first_day, "last_day": zone.last_day} | dict(values))
    set_values(zone, values)
    refresh_project(zone.project_id)
    return zone


@transaction.atomic
def remove_zone(person: Person, pk: int) -> None:
    """Remove a frozen zone."""
    require(may(person, Right.ADMINISTER))
    zone: FrozenZone = locked_part(FrozenZone.objects, pk, _GONE)
    zone.delete()
    refresh_project(zone.project_id)


def _require_order(values: Values) -> None:
    if values["last_day"] < values["first_day"]:
        raise Refused("Sidste dag ligger før første dag.", field="last_day")
