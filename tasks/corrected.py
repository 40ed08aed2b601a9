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
    """One small correction; ``is_in_podio``: the field was typed there before, and not since."""

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
    return [
        Corrected(
            key=key,
            label=guide.label_of(key),
            who=event.actor.short_name,
            at=event.at,
            parts=differences(to_text(old), to_text(new)),
            is_in_podio=_lacks(task, key),
        )
        for event in events
        for key, (old, new) in event.details.get("fields", {}).items()
    ]


def _lacks(task: KlikTask, key: str) -> bool:
    """Podio holds another text of the field, or may do so, when nobody ticked but it is linked."""
    entry = task.podio_entries.filter(field=key).first()
    if entry is None:
        return bool(task.podio_url or task.publication.stage)
    return entry.value_hash != podio_payload(task).field(key).value_hash
