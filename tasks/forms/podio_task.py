"""The form of a task that only is in Podio; the action decides what a link is."""

from typing import Any

from crispy_forms.layout import Field, Layout
from django import forms

from tasks import reference
from tasks.forms.fields import ReferenceField
from tasks.forms.row_form import RowForm
from tasks.models import KlikTask
from tasks.models.task import TITLE_MAX

_TOO_LONG = f"Titlen er for lang: højst {TITLE_MAX} tegn, og den er på %(show_value)d."
_NO_TITLE = "Skriv titlen, som den står i Podio."


class PodioTaskForm(RowForm):
    """Reference, title and link, as they stand in Podio; both pasted in one are parted."""

    reference = ReferenceField(
        label="Reference",
        help_text="Fx MI 07.",
        error_messages={"required": "Skriv opgavens reference, fx MI 07."},
    )
    title = forms.CharField(
        label="Titel",
        help_text="Som den står i Podio, uden reference.",
        max_length=TITLE_MAX,
        error_messages={"required": _NO_TITLE, "max_length": _TOO_LONG},
    )
    podio_url = forms.CharField(
        label="Link til opgaven i Podio",
        help_text="Åbn opgaven i Podio, og kopiér adressen fra browseren. "
        "Den begynder med https://.",
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
        error_messages={"required": "Indsæt linket til opgaven i Podio."},
    )

    def __init__(self, data: Any = None, *, row: KlikTask | None = None) -> None:
        super().__init__(data, row=row)
        for name in self.fields:
            self.fields[name].widget.attrs.pop("maxlength", None)

    def initial_of(self, row: KlikTask) -> dict[str, Any]:
        return super().initial_of(row) | {"reference": str(row.reference)}

    def layout(self) -> Layout:
        return Layout(Field("reference", css_class="input-10"), "title", "podio_url")

    def clean(self) -> dict[str, Any]:
        """”(MI 07) Udfyld filen” pasted into either input fills both."""
        data = super().clean() or {}
        if not (written := str(self["title"].value() or "").strip()):
            written = str(self["reference"].value() or "")
        pasted, title = reference.split_title(written)
        is_same = bool(str(pasted)) and pasted.natural_key == _key(data.get("reference"))
        if is_same and 0 < len(title) <= TITLE_MAX:
            data["title"] = title
            self.errors.pop("title", None)
        if "reference" in data and not data["reference"].is_complete:
            self.add_error("reference", "Skriv præfiks og nummer, fx MI 07.")
        return data


def _key(parsed: reference.Reference | None) -> str:
    return parsed.natural_key if parsed else ""
