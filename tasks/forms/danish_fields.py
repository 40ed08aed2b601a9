"""A day as people type it: a text field, since the browser's own forgets an impossible date."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tasks.danish_dates import parse_danish_date

# Offsets reach ten years either way, and the calendar must hold what they lead to
FIRST_YEAR, LAST_YEAR = 2000, 2099


class DanishDateField(forms.Field):
    """Cleans to a date, or None when empty; 31.11.2026 is an error that keeps what was typed."""

    widget = forms.TextInput(attrs={"class": "input-20", "autocomplete": "off"})
    default_error_messages = {"required": "Skriv en dato, fx 30.10.2026."}

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        if not str(value).strip():
            return None
        try:
            day = parse_danish_date(str(value))
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(f"Skriv et årstal mellem {FIRST_YEAR} og {LAST_YEAR}.")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Show a day as 30.10.2026, and what was typed as it was typed."""
        if isinstance(value, date):
            return f"{value.day:02}.{value.month:02}.{value.year}"
        return value
