"""What the small forms of one row share: the house's look, and a refusal put where it belongs."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.db.models import Model

from tasks.actions.refusal import Refused, Stale
from tasks.actions.rows import fingerprint
from tasks.forms.error_list import error_list

ListField: TypeAlias = "forms.ModelChoiceField[Any]"
Done = TypeVar("Done")


class RowForm(forms.Form):
    """A form for one row: a new one, or ``row`` as it stands now."""

    def __init__(self, data: Any = None, *, row: Model | None = None) -> None:
        self.row, self.is_stale = row, False
        super().__init__(data, initial=self.initial_of(row) if row else None)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = self.layout()

    def initial_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields show of a row."""
        return {name: getattr(row, name) for name in self.base_fields}

    def layout(self) -> Layout:
        """Return the fields as they stand on the page."""
        return Layout(*self.fields)

    def values(self) -> dict[str, Any]:
        """Return what the action is given; call it after ``is_valid()``."""
        return dict(self.cleaned_data)

    @property
    def seen(self) -> str:
        """The fingerprint to send back: of the row on the page, also after an error in a field."""
        if self.is_bound and not self.is_stale:
            return str(self.data.get("seen", ""))
        return fingerprint(self.row) if self.row else ""

    def carry_out(self, action: Callable[[], Done]) -> Done | None:
        """Return what the action did with a valid form; None when something stands to be mended.

        A refusal from the action is put at its field. ”back” brings what was typed back, unsaved.
        """
        if "back" in self.data or not self.is_valid():
            return None
        try:
            return action()
        except Refused as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, refusal.message)
            if isinstance(refusal, Stale):
                self._tell_what_stands()
            return None

    def _tell_what_stands(self) -> None:
        """Beside each field that differs: what is saved, since pressing again overwrites it."""
        self.is_stale = True
        for name in self.changed_data:
            saved = self.shown(name)
            self.add_error(name, f"Gemt er nu ”{saved}”." if saved else "Det gemte er nu et andet.")

    def shown(self, name: str) -> str:
        """Return a saved text or day as the page shows it; nothing for a choice."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField | forms.BooleanField):
            return ""
        return str(field.prepare_value(self.initial.get(name)) or "")

    def error_links(self) -> list[tuple[str, str]]:
        """Return (id of the field, what to do) for the summary on top, in the page's order."""
        return error_list(self)
