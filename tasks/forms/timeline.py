"""The filters of *Tidslinje*, read from the address; nonsense there is left out."""

from dataclasses import dataclass
from typing import Any, Self

from django import forms

from tasks.forms.filters import FilterForm
from tasks.guide import Priority
from tasks.models import Project, Theme, Wave

ALL = ("", "Alle")


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """What to draw; None and "" are all."""

    wave: Wave | None = None
    theme: Theme | None = None
    priority: str = ""

    @property
    def is_filtered(self) -> bool:
        """True when less than everything is asked for."""
        return self != TimelineQuery()


class TimelineForm(FilterForm):
    """One field for each filter; ``query()`` answers even when some of them are nonsense."""

    wave = forms.ModelChoiceField(
        label="Bølge", queryset=Wave.objects.none(), required=False, empty_label="Alle"
    )
    theme = forms.ModelChoiceField(
        label="Tema", queryset=Theme.objects.all(), required=False, empty_label="Alle"
    )
    priority = forms.ChoiceField(
        label="Prioritet",
        required=False,
        choices=[ALL, *((priority.value, priority.label) for priority in Priority)],
    )

    def __init__(self, data: Any, project: Project) -> None:
        super().__init__(data)
        self._project = project
        wave: Any = self.fields["wave"]
        wave.queryset = Wave.objects.real().filter(project=project)

    def query(self) -> TimelineQuery:
        """Return what the address asks for; a filter that makes no sense is left out."""
        self.is_valid()
        known = self.cleaned_data
        return TimelineQuery(known.get("wave"), known.get("theme"), known.get("priority", ""))

    def without_nonsense(self) -> Self:
        """The form as it is shown."""
        return type(self)(self.sense, self._project)
