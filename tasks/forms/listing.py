"""The search and filters of the task list, read from the address; nonsense there is left out."""

from typing import TYPE_CHECKING

from django import forms

from tasks.forms.filters import FilterForm
from tasks.guide import Priority
from tasks.listing import DEFAULT_SORT, SORTS, STEPS, ListQuery
from tasks.models import Project, Wave

SEARCH_MAX = 200  # code points

ALL = ("", "Alle")


if TYPE_CHECKING:
    _WaveField = forms.ModelChoiceField[Wave]
else:
    _WaveField = forms.ModelChoiceField


class _WaveChoice(_WaveField):
    """A wave with the project it belongs to, since most projects have a Bølge 1."""

    def label_from_instance(self, obj: Wave) -> str:
        return f"{obj.project.name}: {obj.name}"


class ListForm(FilterForm):
    """One field for each filter; ``query()`` answers even when some of them are nonsense."""

    q = forms.CharField(label="Søg i alle tekster", required=False, max_length=SEARCH_MAX)
    project = forms.ModelChoiceField(
        label="Projekt", queryset=Project.objects.all(), required=False, empty_label="Alle"
    )
    step = forms.ChoiceField(
        label="Trin",
        required=False,
        choices=[ALL, *((key, label) for key, (label, _) in STEPS.items())],
    )
    priority = forms.ChoiceField(
        label="Prioritet",
        required=False,
        choices=[ALL, *((priority.value, priority.label) for priority in Priority)],
    )
    wave = _WaveChoice(
        label="Bølge",
        queryset=Wave.objects.real().select_related("project").order_by("project__name", "go_live"),
        required=False,
        empty_label="Alle",
    )
    mine = forms.BooleanField(label="Mine opgaver", required=False)
    waiting = forms.BooleanField(label="Venter på mig", required=False)
    sort = forms.ChoiceField(label="Sortér efter", required=False, choices=list(SORTS.items()))

    def query(self) -> ListQuery:
        """Return what the address asks for; a filter that makes no sense is left out."""
        self.is_valid()
        known = self.cleaned_data
        return ListQuery(
            text=known.get("q", ""),
            project=known.get("project"),
            step=known.get("step", ""),
            priority=known.get("priority", ""),
            wave=known.get("wave"),
            is_mine=known.get("mine", False),
            is_waiting=known.get("waiting", False),
            sort=known.get("sort") or DEFAULT_SORT,
        )

    def without_nonsense(self) -> "ListForm":
        """The form as it is shown."""
        return ListForm(self.sense)
