"""Words about a task's fields: labels, names in the genitive, another person's text."""

from typing import Any

from django import template

from tasks import guide
from tasks.forms.prose import as_source
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
def typed_texts(form: Any) -> list[tuple[str, str]]:
    """Return (label, typed text) for every text field of a bound form that holds something."""
    keys = ("reference", "title", *guide.PROSE_KEYS, "performer_comment", "owner_comment")
    typed = [(form[key].label, as_source(form[key].value() or "")) for key in keys]
    return [(label, text) for label, text in typed if text.strip()]
