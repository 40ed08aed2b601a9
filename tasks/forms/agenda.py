"""The filters of *Kalender*, read from the address; nonsense there is left out."""

from dataclasses import dataclass
from datetime import date

from django import forms

from tasks.forms.danish_fields import DanishDateField
from tasks.forms.filters import FilterForm
from tasks.models import Project

WEEKS = (2, 4, 8, 13)
_USUAL = 4


@dataclass(frozen=True, slots=True)
class AgendaQuery:
    """What to show: from which day (None is today), how many weeks, and whose."""

    first: date | None
    weeks: int
    project: Project | None
    is_mine: bool


class AgendaForm(FilterForm):
    """One field for each filter; ``query()`` answers even when some of them are nonsense."""

    project = forms.ModelChoiceField(
        label="Projekt", queryset=Project.objects.all(), required=False, empty_label="Alle"
    )
    weeks = forms.TypedChoiceField(
        label="Uger",
        coerce=int,
        choices=[(number, f"{number} uger") for number in WEEKS],
        required=False,
        initial=_USUAL,
    )
    first = DanishDateField(label="Fra", required=False)
    mine = forms.BooleanField(label="Mine opgaver", required=False)

    def query(self) -> AgendaQuery:
        """Return what the address asks for; a filter that makes no sense is left out."""
        self.is_valid()
        known = self.cleaned_data
        return AgendaQuery(
            first=known.get("first"),
            weeks=known.get("weeks") or _USUAL,
            project=known.get("project"),
            is_mine=known.get("mine", False),
        )

    def without_nonsense(self, weeks: int) -> "AgendaForm":
        """The form as it is shown."""
        return AgendaForm(self.sense | {"weeks": weeks})
