"""KOMBIT's lists: phases, themes, roles and municipalities."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest

from tasks.actions.lists import refresh_tasks_with
from tasks.admin.kept import KeptAdmin
from tasks.forms.lists import MunicipalityForm
from tasks.models import Municipality


class ListAdmin(KeptAdmin):
    """One of the lists, in KOMBIT's order; a new row comes last."""

    list_display: tuple[str, ...] = ("name", "position", "state")
    list_filter = ("is_retired",)
    search_fields: ClassVar[tuple[str, ...]] = ("name",)

    @admin.display(description="Bruges", ordering="is_retired")
    def state(self, row: Any) -> str:
        """Say in words what a red cross would say wrongly."""
        return "Udgået" if row.is_retired else "I brug"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        last = self.model.objects.aggregate(last=Max("position"))["last"] or 0
        return {"position": last + 1}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            refresh_tasks_with(obj)


class ThemeAdmin(ListAdmin):
    list_display: tuple[str, ...] = ("name", "abbreviation", "position", "state")


class MunicipalityAdmin(ListAdmin):
    """Municipalities; Korsbæk is known by a mark that nobody can move to another row."""

    form = MunicipalityForm
    list_display: tuple[str, ...] = ("name", "code", "position", "state")
    search_fields: ClassVar[tuple[str, ...]] = ("name", "code")
    readonly_fields = ("is_fictional",)
    list_per_page = 120  # all of them on one page

    def state(self, row: Municipality) -> str:
        """Korsbæk is in use on test waves alone."""
        return "Kun til test" if row.is_fictional else super().state(row)
