"""The forms of a project, its prefixes and its frozen zones."""

from typing import Any, cast

from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.conf import settings

from tasks.forms.danish_fields import DanishDateField
from tasks.forms.fields import AddressesField
from tasks.forms.row_form import ListField, RowForm
from tasks.models import Phase, Project, Theme
from tasks.models.following_up import DAYS_BEFORE_MAX
from tasks.models.project import PRIORITY_CHOICES
from tasks.reference import PREFIX_MAX

_FROM_THE_LIST = "Vælg fra listen."
_NAME_MAX = 120  # code points, as the columns hold


class ProjectForm(RowForm):
    """A project's facts, and what its new tasks begin with."""

    name = forms.CharField(
        label="Projektets navn i Podio",
        max_length=_NAME_MAX,
        error_messages={"required": "Skriv projektets navn, som det står i Podio."},
    )
    lead_name = forms.CharField(
        label="Implementeringsansvarlig",
        max_length=_NAME_MAX,
        required=False,
        help_text="Underskriver #besked.",
    )
    lead_email = forms.EmailField(
        label="Implementeringsansvarliges e-mail",
        required=False,
        error_messages={"invalid": "Skriv en e-mailadresse, fx aske@kombit.dk."},
    )
    greeting = forms.CharField(
        label="Beskeder begynder med ”Kære …”",
        max_length=_NAME_MAX,
        required=False,
        help_text="Skriv, hvem beskeden er til, fx KP-systemansvarlige.",
    )
    default_phase = forms.ModelChoiceField(
        Phase.objects.none(), label="Fase", required=False, empty_label="Ingen"
    )
    default_theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Tema", required=False, empty_label="Intet"
    )
    default_priority = forms.ChoiceField(
        label="Prioritet",
        choices=[("", "Ingen"), *PRIORITY_CHOICES],
        required=False,
        error_messages={"invalid_choice": _FROM_THE_LIST},
    )
    default_reply_to = AddressesField(
        label="Svar til",
        max_length=500,
        required=False,
        help_text="Andre end den implementeringsansvarlige, som skal have besked, "
        "fx en fælles postkasse. Skriv komma mellem flere adresser.",
    )

    follow_up_days_before = forms.IntegerField(
        label="Intern deadline, antal dage før slutdatoen",
        min_value=0,
        max_value=DAYS_BEFORE_MAX,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Skriv et helt antal dage, fx 7."
        ),
    )

    def __init__(self, data: Any = None, *, row: Project | None = None) -> None:
        super().__init__(data, row=row)
        for name, rows in (("default_phase", Phase.objects), ("default_theme", Theme.objects)):
            field = cast(ListField, self.fields[name])
            field.queryset = rows.offered([getattr(row, name, None)])
            field.error_messages["invalid_choice"] = _FROM_THE_LIST
        self.fields["follow_up_days_before"].help_text = (
            "Så tidligt skal obligatoriske opgaver være fulgt op. Kommunerne ser det ikke. Skriver "
            f"du ikke noget, er det {settings.KLIK_FOLLOW_UP_DAYS_BEFORE} dage."
        )

    def layout(self) -> Layout:
        return Layout(
            "name",
            Field("lead_name", css_class="input-40"),
            Field("lead_email", css_class="input-40"),
            Field("greeting", css_class="input-40"),
            HTML("<h2>Nye opgaver begynder med</h2><p>Det kan ændres på hver opgave.</p>"),
            Div("default_phase", "default_theme", css_class="form-fields"),
            Field("default_priority", css_class="input-40"),
            "default_reply_to",
            HTML("<h2>Opfølgning</h2>"),
            Field("follow_up_days_before", css_class="input-4"),
        )


class PrefixForm(RowForm):
    """A prefix with its meaning."""

    prefix = forms.CharField(  # type: ignore[assignment]  # a field, not Django's Form.prefix
        label="Præfiks",
        max_length=PREFIX_MAX,
        help_text="Fx MI. Nummeret skrives på hver opgave.",
        error_messages={"required": "Skriv et præfiks, fx MI."},
    )
    meaning = forms.CharField(
        label="Betydning", max_length=_NAME_MAX, required=False, help_text="Fx migrering."
    )

    def layout(self) -> Layout:
        return Layout(Field("prefix", css_class="input-10"), Field("meaning", css_class="input-40"))


class ZoneForm(RowForm):
    """A frozen zone; both its days are included."""

    name = forms.CharField(
        label="Navn",
        max_length=_NAME_MAX,
        help_text="Fx Jul og nytår.",
        error_messages={"required": "Skriv, hvad frozen zonen hedder."},
    )
    first_day = DanishDateField(
        label="Første dag",
        help_text="Fx 21.12.2026.",
        error_messages={"required": "Skriv den første dag, fx 21.12.2026."},
    )
    last_day = DanishDateField(
        label="Sidste dag",
        help_text="Fx 03.01.2027. Dagen er med i frozen zonen.",
        error_messages={"required": "Skriv den sidste dag, fx 03.01.2027."},
    )

    def layout(self) -> Layout:
        return Layout(Field("name", css_class="input-40"), "first_day", "last_day")
