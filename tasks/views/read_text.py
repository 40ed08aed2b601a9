"""The whole text of a task to read: every field, also those municipalities do not see."""

from typing import Any

from tasks.corrected import corrected_since_approval
from tasks.exports.podio import podio_payload
from tasks.models import KlikTask
from tasks.permissions import can_correct


def read_text(task: KlikTask) -> dict[str, Any]:
    """Return what ``_read_text.html`` shows: the payload, so it is what goes to Podio."""
    return {"payload": podio_payload(task)}


def read_approved(task: KlikTask, person: Any) -> dict[str, Any]:
    """Return, beside the text, what may be and was put right in it since it was approved."""
    return read_text(task) | {
        "may_correct": can_correct(person, task),
        "corrected": corrected_since_approval(task),
    }
