"""Words about a task's fields: labels, names in the genitive, another person's text."""

from typing import Any

from django import template

from tasks import guide, richtext
from tasks.actions.drafts import Conflict
from tasks.permissions import names_in_words
from tasks.reference import PARTS

register = template.Library()


@register.filter
def field_label(key: str) -> str:
    """The field's Danish label."""
    return guide.label_of(guide.REFERENCE_KEY if key in PARTS else key)


@register.filter
def genitive(name: str) -> str:
    """”Rikkes”, but ”Anders’”: Retskrivningsordbogen § 9."""
    return f"{name}’" if name[-1:].casefold() in ("s", "x", "z") else f"{name}s"


@register.filter
def in_words(names: list[str]) -> str:
    """Join names: ”Rikke, Mette og Karl”."""
    return names_in_words(names)


@register.filter
def their_text(conflict: Conflict) -> str:
    """What stands in the field now, as plain text."""
    return plain_text(conflict.key, conflict.theirs)


def plain_text(key: str, value: Any) -> str:
    """Return a field's value as a person reads it; nothing is ”(tomt)”."""
    if key in guide.PROSE_KEYS:
        text = richtext.to_text(value)
    elif key == "attachments":
        text = "\n".join(f"{title} {url}".strip() for title, url in value)
    elif isinstance(value, list):
        text = ", ".join(str(row) for row in value)
    elif isinstance(value, bool):
        text = "Ja" if value else "Nej"
    elif key == "priority" and value:
        text = guide.Priority(value).label
    else:
        text = "" if value is None else str(value)
    return text or "(tomt)"


@register.filter
def typed_texts(form: Any) -> list[tuple[str, str]]:
    """Return (label, typed text) for every text field of a bound form that holds something."""
    keys = ("reference", "title", *guide.PROSE_KEYS, "performer_comment", "owner_comment")
    typed = [(form[key].label, str(form[key].value() or "")) for key in keys]
    return [(label, text) for label, text in typed if text.strip()]
