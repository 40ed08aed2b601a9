"""The task form: every field of the template, none of them demanded, each saved on its own."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, cast

from django import forms

from tasks import drafting, guide, reference
from tasks.forms.dressing import dress
from tasks.forms.fields import (
    AddressesField,
    DaysField,
    LinesField,
    OneLineField,
    ReferenceField,
    RowsField,
    TasksField,
    WavesField,
    row_key,
)
from tasks.forms.links import LinksField
from tasks.forms.prose import Html, ProseField
from tasks.forms.task_values import initial_of
from tasks.guide import Priority
from tasks.models import KlikTask, Phase, Project, Role, Theme, Wave
from tasks.models.task import OFFSET_MAX, TITLE_MAX
from tasks.seen import Seen

_PARTS_OF_PROJECT = ("waves", "prerequisites", "related_tasks")
_YES_NO = (("ja", "Ja"), ("nej", "Nej"))


class TaskForm(forms.Form):
    """Reads and shows a task. ``values()`` holds what could be read; the rest stays as typed.

    Saving never demands completeness or style, so no field is required here.
    """

    reference = ReferenceField(required=False)
    title = OneLineField(required=False, max_length=TITLE_MAX)
    project = forms.ModelChoiceField(Project.objects.all(), required=False, empty_label="Intet")
    confirm_project = forms.BooleanField(required=False, label="Ja, skift projekt, og ryd dem")
    phase = forms.ModelChoiceField(Phase.objects.none(), required=False, empty_label="Vælg fase")
    theme = forms.ModelChoiceField(Theme.objects.none(), required=False, empty_label="Vælg tema")
    priority = forms.ChoiceField(
        choices=[(p.value, p.label) for p in Priority],
        widget=forms.RadioSelect,
        required=False,
    )
    reply_to = AddressesField(required=False, max_length=500)
    is_infrastructure = forms.ChoiceField(choices=_YES_NO, widget=forms.RadioSelect, required=False)
    duration_days = DaysField(required=False, lowest=1, highest=OFFSET_MAX)
    respects_frozen_zone = forms.BooleanField(required=False)
    end_offset_days = DaysField(required=False, lowest=-OFFSET_MAX, highest=OFFSET_MAX)
    start_offset_days = DaysField(
        required=False,
        lowest=-OFFSET_MAX,
        highest=-1,
        too_high="Startdatoen skal ligge før slutdatoen. Skriv et negativt tal, fx -14.",
    )
    waves = WavesField(Wave.objects.none(), widget=forms.CheckboxSelectMultiple, required=False)
    confirm_waves = forms.BooleanField(required=False, label="Ja, skift bølgerne")
    prerequisites = TasksField(
        KlikTask.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )
    goal = ProseField(required=False)
    description = ProseField(required=False)
    method = ProseField(required=False)
    result = ProseField(required=False)
    related_tasks = TasksField(
        KlikTask.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )
    performers = RowsField(Role.objects.none(), widget=forms.CheckboxSelectMultiple, required=False)
    performer_comment = LinesField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    quality_criteria = ProseField(required=False)
    background = ProseField(required=False)
    owners = RowsField(Role.objects.none(), widget=forms.CheckboxSelectMultiple, required=False)
    owner_comment = LinesField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    attachments = LinksField(required=False)

    def __init__(self, *args: Any, stored: drafting.Values, pk: int | None = None, **kw: Any):
        self.stored, self.pk = stored, pk
        kw.setdefault("initial", initial_of(stored))
        kw.setdefault("auto_id", "id_%s")
        super().__init__(*args, **kw)
        for key, field in self.fields.items():
            dress(key, field)
        for key in guide.PROSE_KEYS:
            cast("ProseField", self.fields[key]).stored = stored[key]
        self._offer_lists()
        projects = (self._project_pk(), _pk(stored["project"]))
        self._offer_projects_own([pk for pk in projects if pk is not None])

    def _offer_lists(self) -> None:
        """Rows in use, and retired ones the task already has."""
        stored = self.stored
        for key, model in (("phase", Phase), ("theme", Theme)):
            _queryset_of(self, key, model.objects.offered([stored[key]]))
        for key in ("performers", "owners"):
            _queryset_of(self, key, Role.objects.offered(stored[key]))

    def _offer_projects_own(self, projects: Iterable[int]) -> None:
        """Real waves and other tasks of these projects."""
        _queryset_of(self, "waves", Wave.objects.real().filter(project__in=projects))
        others = KlikTask.objects.to_point_at().filter(project__in=projects)
        others = others.exclude(pk=self.pk) if self.pk else others
        for key in ("prerequisites", "related_tasks"):
            binned = [task.pk for task in self.stored[key] if task.binned_at]
            mine = KlikTask.objects.filter(pk__in=binned)
            _queryset_of(self, key, (others | mine).order_by("reference_sort", "pk"))

    def _project_pk(self) -> int | None:
        """The project in the form right now, saved or not."""
        return row_key(self["project"].value())

    @property
    def project_in_form(self) -> Project | None:
        """The project the fields shown belong to."""
        pk = self._project_pk()
        return None if pk is None else Project.objects.filter(pk=pk).first()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._part_pasted_title(data)
        self._keep_order_of_roles(data)
        self._ask_before_clearing(data)
        self._ask_before_moving(data)
        shown = self._project_pk()
        self._offer_projects_own([] if shown is None else [shown])
        return data

    def _part_pasted_title(self, data: dict[str, Any]) -> None:
        """”(MI 02) Udfyld …” pasted into either input fills both."""
        self._title_pasted_into_reference(data)
        pasted, rest = reference.split_title(data.get("title", ""))
        there = data.get("reference", reference.Reference())
        if rest and str(pasted) and there.natural_key in ("", pasted.natural_key):
            data["reference"], data["title"] = pasted, rest

    def _title_pasted_into_reference(self, data: dict[str, Any]) -> None:
        if "reference" not in data or "title" not in data:
            return
        pasted, title = reference.split_title(str(self["reference"].value() or ""))
        if not title or not str(pasted) or data["title"] == title:
            return
        if data["title"] or len(title) > TITLE_MAX:
            self.add_error("reference", "Her står også en titel. Flyt den til Opgavetitel.")
        else:
            data["title"] = title

    def _keep_order_of_roles(self, data: dict[str, Any]) -> None:
        """The role chosen first stays first, since Podio's field may take only one."""
        for key in ("performers", "owners"):
            if key in data:
                first = [role for role in self.stored[key] if role in data[key]]
                data[key] = [*first, *(role for role in data[key] if role not in first)]

    def _ask_before_clearing(self, data: dict[str, Any]) -> None:
        """Another project has other waves and tasks: list what would go, and ask."""
        if "project" not in data:
            return
        cleared = self._of_other_projects(data)
        if cleared and not data.get("confirm_project"):
            names = ", ".join(cleared)
            message = f"Skifter du projekt, ryddes: {names}. Sæt kryds for at skifte."
            self.add_error("project", message)
            for key in _PARTS_OF_PROJECT:
                data.pop(key, None)
        for key in _PARTS_OF_PROJECT:
            if key in data:
                data[key] = [row for row in data[key] if row.project_id == _pk(data["project"])]

    def _ask_before_moving(self, data: dict[str, Any]) -> None:
        """Other waves on a task that stands in Podio must be mended there too: show, and ask."""
        if not self.moves_in_podio or data.get("confirm_waves"):
            return
        message = (
            "Opgaven står i Podio. Se før og efter under Datoer i bølgerne, og sæt kryds dér, "
            "før bølgerne skiftes."
        )
        self.add_error("waves", message)

    @cached_property
    def moves_in_podio(self) -> tuple[Wave, ...]:
        """The waves that are taken from or given to a task which stands in Podio already."""
        if self.pk is None or "waves" not in self.cleaned_data:
            return ()
        old, new = set(self.stored["waves"]), set(self.cleaned_data["waves"])
        if old == new or not KlikTask.objects.in_podio().filter(pk=self.pk).exists():
            return ()
        return tuple(sorted(old ^ new, key=lambda wave: (wave.go_live or date.max, wave.name)))

    def _of_other_projects(self, data: dict[str, Any]) -> list[str]:
        """Name what is saved or ticked and does not belong to the project chosen now."""
        rows = {
            (key, row.pk): row
            for key in _PARTS_OF_PROJECT
            for row in (*self.stored[key], *data.get(key, ()))
            if row.project_id != _pk(data["project"])
        }
        return [_short_name(row) for row in rows.values()]

    def values(self) -> dict[str, Any]:
        """Return what could be read, by the task's keys; call it after ``is_valid()``."""
        data = dict(self.cleaned_data)
        for question in ("confirm_project", "confirm_waves"):
            data.pop(question, None)
        values = {}
        if "reference" in data:
            parsed = data.pop("reference")
            values = {part: getattr(parsed, part) for part in reference.PARTS}
        if "is_infrastructure" in data:
            data["is_infrastructure"] = {"ja": True, "nej": False}.get(data["is_infrastructure"])
        for key in (*_PARTS_OF_PROJECT, "performers", "owners"):
            if key in data:
                data[key] = list(data[key])
        return values | data

    def changed(self, seen: Seen) -> dict[str, Any]:
        """Return the values that are not as the page showed them; call it after ``is_valid()``."""
        return seen.changed(self.values(), self.plain_texts())

    def plain_texts(self) -> dict[str, str]:
        """Return the prose that was typed without the editor, by key."""
        typed = {key: self[key].data for key in guide.PROSE_KEYS}
        return {k: text for k, text in typed.items() if text and not isinstance(text, Html)}

    @property
    def asks_about_project(self) -> bool:
        """True when a change of project waits for its confirmation."""
        return any("ryddes" in message for message in self.errors.get("project", ()))


def _queryset_of(form: forms.Form, key: str, rows: Any) -> None:
    cast("forms.ModelChoiceField[Any]", form.fields[key]).queryset = rows


def _pk(row: Any) -> int | None:
    return None if row is None else row.pk


def _short_name(row: Wave | KlikTask) -> str:
    return row.name if isinstance(row, Wave) else row.reference.bracketed or row.title
