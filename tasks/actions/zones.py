"""Frozen zones: each change counts the findings of the project's tasks again."""

from django.db import transaction

from tasks.actions.derived import refresh_project
from tasks.actions.moves import carry_out, require_shown
from tasks.actions.refusal import Refused, require
from tasks.actions.rows import Values, locked_part, locked_project, require_seen, set_values
from tasks.danish_dates import short_date
from tasks.models import FrozenZone, Person
from tasks.moving import plan_for_zone
from tasks.permissions import may
from tasks.workflow import Right

_GONE = "Frozen zonen findes ikke længere."


@transaction.atomic
def create_zone(
    person: Person, project_pk: int, values: Values, shown_plan: str = ""
) -> FrozenZone:
    """Add a frozen zone; zones may overlap.

    ``shown_plan`` is the digest of the before/after table. Raises Refused at ``last_day`` when the
    zone would end before it starts, Unconfirmed when tasks are touched and no table was shown.
    """
    require(may(person, Right.ADMINISTER))
    project = locked_project(project_pk)
    _require_order(values)
    zone = FrozenZone(project=project, **values)
    plan = plan_for_zone(project, None, zone)
    require_shown(plan, shown_plan, f"Frozen zonen {_said(zone)} oprettes.")
    zone.save()
    refresh_project(project_pk)
    carry_out(person, project, plan, zone=zone.name)
    return zone


@transaction.atomic
def change_zone(
    person: Person, pk: int, seen: str, values: Values, shown_plan: str = ""
) -> FrozenZone:
    """Change a frozen zone; ``seen`` is the fingerprint of the zone that was shown."""
    require(may(person, Right.ADMINISTER))
    zone: FrozenZone = locked_part(FrozenZone.objects, pk, _GONE)
    require_seen(zone, seen)
    _require_order({"first_day": zone.first_day, "last_day": zone.last_day} | dict(values))
    changed = _changed(zone, values)
    plan = plan_for_zone(zone.project, zone, changed)
    change = f"Frozen zonen {_said(zone)} ændres til {_said(changed)}."
    require_shown(plan, shown_plan, change)
    set_values(zone, values)
    refresh_project(zone.project_id)
    carry_out(person, zone.project, plan, zone=zone.name)
    return zone


@transaction.atomic
def remove_zone(person: Person, pk: int, shown_plan: str = "") -> FrozenZone:
    """Remove a frozen zone; the row is returned as it was."""
    require(may(person, Right.ADMINISTER))
    zone: FrozenZone = locked_part(FrozenZone.objects, pk, _GONE)
    plan = plan_for_zone(zone.project, zone, None)
    require_shown(plan, shown_plan, f"Frozen zonen {_said(zone)} fjernes.")
    FrozenZone.objects.filter(pk=pk).delete()
    refresh_project(zone.project_id)
    carry_out(person, zone.project, plan, zone=zone.name)
    return zone


def _said(zone: FrozenZone) -> str:
    return f"”{zone}” ({short_date(zone.first_day)} – {short_date(zone.last_day)})"


def _changed(zone: FrozenZone, values: Values) -> FrozenZone:
    """The zone as it will be; nothing is written."""
    columns = {key: getattr(zone, key) for key in ("name", "first_day", "last_day")}
    return FrozenZone(project=zone.project, **(columns | dict(values)))


def _require_order(values: Values) -> None:
    if values["last_day"] < values["first_day"]:
        raise Refused("Sidste dag ligger før første dag.", field="last_day")
