"""Enter an approved task in Podio: tick its fields, and keep the link to the master task.

Neither is part of the approved text, so the task's revision stays as it is.
"""

from django.db import transaction
from django.utils import timezone

from tasks import guide
from tasks.actions.locking import locked_task, record
from tasks.actions.podio_link import link_problem
from tasks.actions.refusal import Refused, Stale, require
from tasks.exports.podio import podio_payload
from tasks.models import EventKind, KlikTask, Person, PodioEntry
from tasks.permissions import can_publish


@transaction.atomic
def tick_field(person: Person, pk: int, key: str, shown_hash: str) -> PodioEntry:
    """Remember that a field was typed into Podio with the value that was shown.

    Ticking the same value again changes nothing. Raises Stale when the value is another by
    now, Refused for a key the template does not have.
    """
    task = locked_task(pk)
    require(can_publish(person, task))
    _require_known(key)
    field = podio_payload(task).field(key)
    if field.value_hash != shown_hash:
        raise Stale(f"{field.label} er ændret, siden du åbnede siden. Se den nye værdi først.")
    ticked = task.podio_entries.filter(field=key, value_hash=field.value_hash).first()
    if ticked is not None:
        return ticked
    now = timezone.now()
    entry, _ = PodioEntry.objects.update_or_create(
        task=task,
        field=key,
        defaults={"value_hash": field.value_hash, "entered_by": person, "entered_at": now},
    )
    record(task, EventKind.ENTERED, person, now, field=key, label=field.label)
    return entry


@transaction.atomic
def untick_field(person: Person, pk: int, key: str) -> None:
    """Take a tick back; a field without one stays so. The event says ``taken_back``."""
    task = locked_task(pk)
    require(can_publish(person, task))
    _require_known(key)
    removed, _ = task.podio_entries.filter(field=key).delete()
    if removed:
        told = {"field": key, "label": guide.label_of(key), "taken_back": True}
        record(task, EventKind.ENTERED, person, timezone.now(), **told)


def _require_known(key: str) -> None:
    if key not in {field.key for field in guide.FIELDS}:
        raise Refused("Feltet findes ikke i skabelonen.")


@transaction.atomic
def save_podio_link(person: Person, pk: int, url: str) -> KlikTask:
    """Keep the address of the master task; an empty one takes it away again.

    Raises Refused on the field ``podio_url`` unless it is an https address with a host.
    """
    task = locked_task(pk)
    require(can_publish(person, task))
    old, new = task.podio_url, url.strip()
    if new == old and new:
        return task
    if problem := _problem(new, old):
        raise Refused(problem, field="podio_url")
    task.podio_url = new
    task.save(update_fields=("podio_url",))
    record(task, EventKind.LINKED, person, timezone.now(), old=old, new=new)
    return task


def _problem(url: str, old: str) -> str:
    """Say in Danish what is wrong with a new address, or nothing."""
    if not url:
        return "" if old else "Skriv linket til masteropgaven."
    return link_problem(url)
