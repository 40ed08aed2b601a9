"""The form of a wave: its name, its go-live, and who is in it."""

from collections import defaultdict
from typing import Any, cast

from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.utils.html import escape

from tasks.forms.danish_fields import DanishDateField
from tasks.forms.members import (
    Members,
    MembersField,
    MunicipalitiesField,
    PastedNamesField,
    read_pasted,
)
from tasks.forms.row_form import RowForm
from tasks.models import Municipality, Project, Wave
from tasks.permissions import names_in_words

_NAMED_MOST = 12  # municipalities named above the list; of more, only the number
_SEARCH = HTML('{% include "projects/_municipality_search.html" %}')


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
    members = MembersField()
    pasted = PastedNamesField()
    municipalities = MunicipalitiesField()
    is_in_podio = forms.BooleanField(label="Bølgen er oprettet i Podio", required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        project: Project,
        row: Wave | None = None,
        can_be_test: bool = True,
    ) -> None:
        self.offered = _offered(row)
        self.elsewhere = _other_waves(project, row)
        self.repeated: tuple[str, ...] = ()  # names that stood twice on a pasted list
        super().__init__(data, row=row)
        municipalities = cast(MunicipalitiesField, self.fields["municipalities"])
        municipalities.queryset = self.offered
        municipalities.elsewhere = self.elsewhere
        # Hints may hold markup, so names in one are escaped here
        municipalities.help_text = escape(_chosen_in_words(self.initial.get("municipalities", [])))
        members = cast(MembersField, self.fields["members"])
        members.choices = self._members_choices(can_be_test=can_be_test)

    def _members_choices(self, *, can_be_test: bool) -> list[tuple[str, str]]:
        choices: list[tuple[str, str]] = [(Members.ALL, f"Alle {len(self._everybody())} kommuner")]
        if self.elsewhere:
            choices.append((Members.OTHERS, _left_in_words(len(self._left()))))
        choices += [
            (Members.PASTED, "Kommuner fra en liste, du indsætter"),
            (Members.CHOSEN, "Udvalgte kommuner"),
        ]
        if can_be_test:
            choices.append((Members.TEST, "Kun Korsbæk Kommune – så er det en testbølge"))
        return choices

    def _everybody(self) -> list[Municipality]:
        return [row for row in self.offered if not row.is_retired]

    def _left(self) -> list[Municipality]:
        return [row for row in self._everybody() if row.name not in self.elsewhere]

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

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("members") == Members.PASTED and "pasted" in values:
            self._read_pasted(values["pasted"])
        if values.get("members") == Members.OTHERS and not self._left():
            self.add_error("members", "Alle kommuner er allerede med i en anden bølge.")
        return values

    def _read_pasted(self, text: str) -> None:
        """Take the list as a whole, or tell what is to be mended in it."""
        offered = {row.name: row for row in self.offered}
        try:
            pasted = read_pasted(text, {name: row.code or "" for name, row in offered.items()})
        except forms.ValidationError as unread:
            self.add_error("pasted", unread)
        else:
            self.repeated = pasted.repeated
            self.cleaned_data["municipalities"] = [offered[name] for name in pasted.found]

    def values(self) -> dict[str, Any]:
        """Return the columns of the wave with ``municipalities`` as rows."""
        values = super().values()
        values.pop("pasted")
        members = values.pop("members")
        told = {Members.ALL: self._everybody, Members.OTHERS: self._left, Members.TEST: list}
        rows = told[members]() if members in told else values["municipalities"]
        return values | {"municipalities": list(rows), "is_test": members == Members.TEST}

    def shown(self, name: str) -> str:
        if name != "municipalities":
            return super().shown(name)
        return names_in_words([str(row) for row in self.initial.get(name, [])])

    def layout(self) -> Layout:
        return Layout(
            Field("name", css_class="input-40"),
            "go_live",
            Field("goes_live_with", css_class="input-40"),
            "members",
            Div("pasted", css_class="wave-pasted"),
            Div(_SEARCH, "municipalities", css_class="wave-municipalities"),
            "is_in_podio",
        )


def _offered(row: Wave | None) -> Any:
    """Municipalities in use, and retired ones the wave already has; never the fictional one."""
    also = row.municipalities.all() if row else ()
    return Municipality.objects.offered(also).filter(is_fictional=False)


def _other_waves(project: Project, row: Wave | None) -> dict[str, list[str]]:
    """The real waves of the project a municipality is in, other than this one, all by name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    own = row.name if row else None
    for wave, municipality in project.waves.members():
        if wave != own:
            found[municipality].append(wave)
    return dict(found)


def _left_in_words(count: int) -> str:
    if count == 0:
        return "De øvrige kommuner – der er ingen tilbage"
    left = "Den sidste kommune" if count == 1 else f"De øvrige {count} kommuner"
    return f"{left} – ikke i nogen anden bølge"


def _chosen_in_words(chosen: list[Municipality]) -> str:
    """Tell which are chosen now; in a list of 98 the ticks are far apart."""
    if not chosen:
        return ""
    if len(chosen) > _NAMED_MOST:
        return f"{len(chosen)} er valgt nu."
    return f"Valgt nu: {names_in_words([str(row) for row in chosen])}."
