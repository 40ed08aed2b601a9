"""Form fields that parse what people type, each with a Danish sentence when it cannot be read."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tasks import drafting, reference
from tasks.danish_dates import short_date
from tasks.models import KlikTask

KEY_DIGITS = 18  # the longest that every database still holds
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-"})
_DAYS = re.compile(r"([+-]?)\s*(\d{1,6})(?:[.,]0+)?(?:\s*dage?)?", re.IGNORECASE)


class DaysField(forms.Field):
    """A signed whole number of days; ”14 dage”, ”+14” and a typographic minus are read too."""

    widget = forms.TextInput

    def __init__(self, *, lowest: int, highest: int, too_high: str = "", **options: Any) -> None:
        self.lowest, self.highest = lowest, highest
        self.range_message = f"Skriv et tal mellem {lowest} og {highest}."
        self.too_high = too_high or self.range_message
        super().__init__(**options)

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").translate(_MINUS).strip()
        if not text:
            return None
        match = _DAYS.fullmatch(text)
        if match is None:
            example = -14 if self.lowest < 0 else 14
            raise ValidationError(f"Skriv antal dage som et helt tal, fx {example}.")
        return int(f"{match[1]}{match[2]}")

    def validate(self, value: int | None) -> None:
        if value is not None and value > self.highest:
            raise ValidationError(self.too_high)
        if value is not None and value < self.lowest:
            raise ValidationError(self.range_message)


class ReferenceField(forms.CharField):
    """Cleans to a Reference; any text is one, since the style engine says what is wrong.

    Of a pasted ”(MI 02) Udfyld …” it takes the reference; the form takes the title.
    """

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        pasted, title = reference.split_title(text)
        parsed = pasted if title and str(pasted) else reference.parse(text)
        for part, most in (
            (parsed.prefix, reference.PREFIX_MAX),
            (parsed.separator, reference.SEPARATOR_MAX),
            (parsed.number, reference.NUMBER_MAX),
        ):
            if len(part) > most:
                raise ValidationError("Referencen er for lang. Skriv den kort, fx MI 01.")
        return parsed


class LinesField(forms.CharField):
    """Lines of plain text; a line break counts as one character, though browsers send two."""

    widget = forms.Textarea

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.replace("\r\n", "\n"))


class OneLineField(forms.CharField):
    """A text without newlines, in a textarea that grows when it is long; one typed is a blank."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"rows": 1, "data-one-line": True}

    def to_python(self, value: Any) -> str:
        return re.sub(r"\s*[\r\n]+\s*", " ", str(value or "")).strip()


class AddressesField(forms.CharField):
    """Cleans to e-mail addresses joined with comma and blank."""

    def clean(self, value: Any) -> str:
        addresses = drafting.split_addresses(super().clean(value))
        for address in addresses:
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(f"”{address}” er ikke en e-mailadresse.") from None
        return ", ".join(addresses)


def row_key(text: Any) -> int | None:
    """Read the key of a row from a form; what no row can have as its key is None."""
    written = str(text or "")
    return int(written) if written.isdecimal() and len(written) <= KEY_DIGITS else None


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several rows; a number too large for any database is a wrong choice, not a broken page."""

    def clean(self, value: Any) -> Any:
        for key in value or ():
            if row_key(key) is None:
                message = self.error_messages["invalid_pk_value"]
                raise ValidationError(message, code="invalid_pk_value", params={"pk": key})
        return super().clean(value)


class TasksField(RowsField):
    """Other tasks; one that only was in Podio when the page was made is the one it has become."""

    def clean(self, value: Any) -> Any:
        keys = {text: key for text in value or () if (key := row_key(text)) is not None}
        rows = KlikTask.objects.filter(pk__in=keys.values(), became__isnull=False)
        became = dict(rows.values_list("pk", "became"))
        return super().clean([became.get(keys.get(text, 0), text) for text in value or ()])


class WavesField(RowsField):
    """Waves by name and go-live, so that nobody has to remember which is which."""

    def label_from_instance(self, obj: Any) -> str:
        """Return fx ”Bølge 1 – go-live fre 30.10.2026”."""
        when = short_date(obj.go_live) if obj.go_live else "ingen dato"
        return f"{obj.name} – go-live {when}"
