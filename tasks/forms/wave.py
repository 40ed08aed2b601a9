"""The form of a wave: its name, its go-live, and who is in it."""

from enum import StrEnum
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.utils.html import escape

from tasks.forms.danish_fields import DanishDateField
from tasks.forms.fields import RowsField
from tasks.forms.row_form import ListField, RowForm
from tasks.models import Municipality, Wave
from tasks.permissions import names_in_words

_NAMED_MOST = 12  # municipalities named above the list; of more, only the number


class Members(StrEnum):
    """How the municipalities of a wave are told; one answer, so none can contradict another."""

    ALL = "all"
    CHOSEN = "chosen"
    TEST = "test"


class WaveForm(RowForm):
    """A wave. ”Alle 98 kommuner” is worked out here on the server, so it needs no script."""

    name = forms.CharField(
        label="Bølgens navn",
        max_length=120,
        help_text="Fx Bølge 1.",
        error_messages={"required": "Skriv, hvad bølgen hedder."},
    )
    go_live = DanishDateField(
        label="Go-live",
        required=False,
        help_text="Fx 30.10.2026. Er datoen ikke kendt endnu, så lad feltet stå tomt.",
    )
    goes_live_with = forms.CharField(
        label="Hvad går i drift?",
        max_length=120,
        required=False,
        help_text="Med ord, som de står i en besked, fx ”den nye release 4.0”.",
    )
    members = forms.ChoiceField(
        label="Hvilke kommuner er med i bølgen?",
        widget=forms.RadioSelect,
        initial=Members.CHOSEN,
        error_messages={
            "required": "Vælg, hvilke kommuner der er med.",
            "invalid_choice": "Vælg, hvilke kommuner der er med.",
        },
    )
    municipalities = RowsField(
        Municipality.objects.none(),
        label="Udvalgte kommuner",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": "Vælg kommuner fra listen.",
            "invalid_pk_value": "Vælg kommuner fra listen.",
        },
    )
    is_in_podio = forms.BooleanField(label="Bølgen er oprettet i Podio", required=False)

    def __init__(
        self, data: Any = None, *, row: Wave | None = None, can_be_test: bool = True
    ) -> None:
        self.offered = _offered(row)
        super().__init__(data, row=row)
        municipalities = cast(ListField, self.fields["municipalities"])
        municipalities.queryset = self.offered
        # Hints may hold markup, so names in one are escaped here
        municipalities.help_text = escape(_chosen_in_words(self.initial.get("municipalities", [])))
        members = cast(forms.ChoiceField, self.fields["members"])
        members.choices = self._members_choices(can_be_test=can_be_test)

    def _members_choices(self, *, can_be_test: bool) -> list[tuple[str, str]]:
        choices: list[tuple[str, str]] = [
            (Members.ALL, f"Alle {self._everybody().count()} kommuner"),
            (Members.CHOSEN, "Udvalgte kommuner"),
        ]
        if can_be_test:
            choices.append((Members.TEST, "Kun Korsbæk Kommune – så er det en testbølge"))
        return choices

    def _everybody(self) -> Any:
        return self.offered.filter(is_retired=False)

    def initial_of(self, row: Wave) -> dict[str, Any]:
        names = ("name", "go_live", "goes_live_with", "is_in_podio")
        inside = [member for member in row.municipalities.all() if not member.is_fictional]
        shown: dict[str, Any] = {name: getattr(row, name) for name in names}
        return shown | {"members": self._members_of(row, inside), "municipalities": inside}

    def _members_of(self, row: Wave, inside: list[Municipality]) -> Members:
        if row.is_test:
            return Members.TEST
        everybody = {member.pk for member in self._everybody()}
        is_all = {member.pk for member in inside} == everybody
        return Members.ALL if is_all else Members.CHOSEN

    def values(self) -> dict[str, Any]:
        """Return the columns of the wave with ``municipalities`` as rows."""
        values = super().values()
        members = values.pop("members")
        if members != Members.CHOSEN:
            values["municipalities"] = self._everybody() if members == Members.ALL else []
        return values | {
            "municipalities": list(values["municipalities"]),
            "is_test": members == Members.TEST,
        }

    def layout(self) -> Layout:
        return Layout(
            Field("name", css_class="input-40"),
            "go_live",
            Field("goes_live_with", css_class="input-40"),
            "members",
            Div("municipalities", css_class="wave-municipalities"),
            "is_in_podio",
        )


def _offered(row: Wave | None) -> Any:
    """Municipalities in use, and retired ones the wave already has; never the fictional one."""
    also = row.municipalities.all() if row else ()
    return Municipality.objects.offered(also).filter(is_fictional=False)


def _chosen_in_words(chosen: list[Municipality]) -> str:
    """Tell which are chosen now; in a list of 98 the ticks are far apart."""
    if not chosen:
        return ""
    if len(chosen) > _NAMED_MOST:
        return f"{len(chosen)} er valgt nu."
    return f"Valgt nu: {names_in_words([str(row) for row in chosen])}."
