"""Reads what was put right in a text after it was approved, and what Podio still lacks of it."""

from dataclasses import dataclass
from datetime import datetime

from tasks import guide
from tasks.differences import Part, differences
from tasks.exports.podio import podio_payload
from tasks.models import EventKind, KlikTask
from tasks.richtext import to_text


@dataclass(frozen=True, slots=True)
class Corrected:
    """One small correction; ``is_in_podio``: Podio holds another text, or may."""

    key: str
    label: str
    who: str
    at: datetime
    parts: tuple[Part, ...]
    is_in_podio: bool


def corrected_since_approval(task: KlikTask) -> list[Corrected]:
    """Return the small corrections since the last approval, the newest first."""
    approval = task.approvals.first()
    events = task.events.filter(kind=EventKind.SMALL).select_related("actor")
    if approval is not None:
        events = events.filter(at__gte=approval.at)
    lacking = _lacking(task) if events else set()
    return [
        Corrected(
            key=key,
            label=guide.label_of(key),
            who=event.actor.short_name,
            at=event.at,
            parts=differences(to_text(old), to_text(new)),
            is_in_podio=key in lacking,
        )
        for event in events
        for key, (old, new) in event.details.get("fields", {}).items()
    ]


def to_mend(corrected: list[Corrected]) -> list[Corrected]:
    """Return one correction for each field that Podio still holds another text of."""
    return list({one.key: one for one in corrected if one.is_in_podio}.values())


def _lacking(task: KlikTask) -> set[str]:
    """The fields of which Podio holds another text, or may: nobody ticked, but it stands there."""
    ticked = {entry.field: entry.value_hash for entry in task.podio_entries.all()}
    stands_there = bool(task.podio_url or task.publication.stage)
    return {
        field.key
        for field in podio_payload(task).fields
        if ticked.get(field.key, "") != field.value_hash and (field.key in ticked or stands_there)
    }
