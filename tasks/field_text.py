"""A field's value as plain text that a person can read, wherever values stand side by side."""

from collections.abc import Callable, Sequence
from typing import Any

from tasks import guide, richtext
from tasks.announcement import Kind


def field_text(key: str, value: Any) -> str:
    """Return a value of ``task.values()``, or its JSON, in words; an empty one is an empty text."""
    if value is None or value in ("", []):
        return ""
    return _WRITERS.get(key, _as_it_is)(value)


def _as_it_is(value: Any) -> str:
    return ", ".join(str(row) for row in value) if isinstance(value, list) else str(value)


def _yes_or_no(value: bool) -> str:
    return "Ja" if value else "Nej"


def _priority(value: str) -> str:
    return {priority.value: priority.label for priority in guide.Priority}.get(value, value)


def _separator(value: str) -> str:
    return "mellemrum" if value == " " else value


def _message_kind(value: str) -> str:
    return {kind.value: kind.label for kind in Kind}.get(value, value)


def _links(links: list[Sequence[str]]) -> str:
    """A line for each link: its title and its address."""
    return "\n".join(" ".join(part for part in link if part) for link in links)


_WRITERS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(guide.PROSE_KEYS, richtext.to_text),
    "is_infrastructure": _yes_or_no,
    "respects_frozen_zone": _yes_or_no,
    "priority": _priority,
    "separator": _separator,
    "kind": _message_kind,
    "attachments": _links,
}
