"""The whole text of a task to read: every field, also those municipalities do not see."""

from typing import Any

from tasks.exports.podio import podio_payload
from tasks.models import KlikTask


def read_text(task: KlikTask) -> dict[str, Any]:
    """Return what ``_read_text.html`` shows: the payload, so it is what goes to Podio."""
    return {"payload": podio_payload(task)}
