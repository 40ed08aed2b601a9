"""What every field of the task form wears: the guide's words, and our own kind sentences."""

from typing import Any

from django import forms
from django.core.validators import BaseValidator

from tasks import guide

_GONE = "Det valg findes ikke længere. Vælg igen."
_TOO_LONG = "Teksten er for lang: højst %(limit_value)d tegn, og den er på %(show_value)d."


def dress(key: str, field: forms.Field) -> None:
    """Give a field its label, hint and guidance from the guide, and our own kind sentences."""
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        gone = dict.fromkeys(("invalid_choice", "invalid_list", "invalid_pk_value"), _GONE)
        field.error_messages |= gone
    if isinstance(field, forms.CharField) and field.max_length:
        _replace_message(field, "max_length", _TOO_LONG)
    described = guide.REFERENCE if key == guide.REFERENCE_KEY else guide.FIELD.get(key)
    if described is None:
        return
    field.label = described.label
    field.help_text = " ".join(filter(None, (described.help, guide.WHO_IS_YOU.get(key))))
    field.guide = described  # type: ignore[attr-defined]


def _replace_message(field: forms.CharField, code: str, message: Any) -> None:
    """A length is told by the validator, which has a message of its own."""
    field.error_messages[code] = message
    for validator in field.validators:
        if isinstance(validator, BaseValidator) and validator.code == code:
            validator.message = message
