"""What every field of the task form wears: the guide's words, and our own kind sentences."""

from typing import Any

from django import forms
from django.core.validators import BaseValidator

from tasks import guide
from tasks.style.rules.title import TITLE_MAX as SHOWN_MAX

_GONE = "Det valg findes ikke længere. Vælg igen."
_TOO_LONG = "Teksten er for lang: højst %(limit_value)d tegn, og den er på %(show_value)d."


def dress(key: str, field: forms.Field) -> None:
    """Give a field its label, hint and guidance from the guide, and our own kind sentences."""
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        gone = dict.fromkeys(("invalid_choice", "invalid_list", "invalid_pk_value"), _GONE)
        field.error_messages |= gone
    if isinstance(field, forms.CharField) and field.max_length:
        _replace_message(field, "max_length", _TOO_LONG)
        field.widget.attrs |= _counted(key, field.max_length)
        # The browser would cut a pasted text short and say nothing: here it is told, and kept.
        field.widget.attrs.pop("maxlength", None)
    described = guide.REFERENCE if key == guide.REFERENCE_KEY else guide.FIELD.get(key)
    if described is None:
        return
    field.label = described.label
    field.help_text = " ".join(filter(None, (described.help, guide.WHO_IS_YOU.get(key))))
    field.guide = described  # type: ignore[attr-defined]


def _counted(key: str, most: int) -> dict[str, Any]:
    """What ``comforts/counters.js`` reads; a title may be longer than what lists show of it."""
    if key != "title":
        return {"data-count-to": most}
    return {
        "data-count-to": SHOWN_MAX,
        "data-count-soft": f"KLIK viser omkring {SHOWN_MAX}, og referencen tæller med.",
        "data-count-with": f"id_{guide.REFERENCE_KEY}",
        "data-count-most": most,
    }


def _replace_message(field: forms.CharField, code: str, message: Any) -> None:
    """A length is told by the validator, which has a message of its own."""
    field.error_messages[code] = message
    for validator in field.validators:
        if isinstance(validator, BaseValidator) and validator.code == code:
            validator.message = message
