"""How the task form is laid out: the template's six sections, in the guide's order."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout, LayoutObject
from django.template.loader import render_to_string
from django.urls import reverse_lazy

from tasks.guide import SECTIONS, Section


class FormSection(LayoutObject):  # type: ignore[misc]
    """One numbered section of the form; what needs a project says so until there is one."""

    template = "tasks/_form_section.html"

    def __init__(self, section: Section, *fields: Any) -> None:
        self.section, self.fields = section, list(fields)

    def render(self, form: Any, context: Any, template_pack: str = "", **options: Any) -> str:
        fields = self.get_rendered_fields(form, context, template_pack, **options)
        return render_to_string(self.template, {"section": self.section, "fields": fields})


class OfProject(LayoutObject):  # type: ignore[misc]
    """A field whose choices belong to the project; without any it explains itself."""

    template = "tasks/_form_nothing_to_choose.html"

    def __init__(self, name: str, nothing: str, **look: Any) -> None:
        self.name, self.fields, self.nothing = name, [Field(name, **look)], nothing

    def render(self, form: Any, context: Any, template_pack: str = "", **options: Any) -> str:
        name = self.name
        if form.fields[name].queryset.exists():
            return str(self.get_rendered_fields(form, context, template_pack, **options))
        form.rendered_fields.add(name)
        values = {"field": form[name], "nothing": self.nothing}
        if form.project_in_form is None:
            values["nothing"] = "Vælg først et projekt."
        return render_to_string(self.template, values)


def _include(template: str) -> HTML:
    return HTML(f'{{% include "{template}" %}}')


def task_layout() -> FormHelper:
    """Return the crispy helper of the task form; the form tag stands in the page's template."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        FormSection(SECTIONS[0], *_title_and_frame()),
        FormSection(SECTIONS[1], *_time_and_waves()),
        FormSection(SECTIONS[2], *_texts()),
        FormSection(SECTIONS[3], *_people_and_background()),
        FormSection(SECTIONS[4], "attachments"),
    )
    return helper


def project_parts_layout() -> FormHelper:
    """Return the helper for what changes with the project: sent when another one is chosen."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        *_references(), *_project(), _waves(), _prerequisites(), _related_tasks()
    )
    return helper


def _title_and_frame() -> tuple[Any, ...]:
    return (
        Div(
            Field("reference", css_class="input-10", list="naeste-referencer"),
            "title",
            css_class="form-fields form-fields-narrow-first",
        ),
        *_references(),
        *_project(),
        Div("phase", "theme", css_class="form-fields"),
        Field("priority", template="tasks/_form_priority.html"),
        "reply_to",
        "is_infrastructure",
    )


def _references() -> tuple[Any, ...]:
    return (_include("tasks/_form_references.html"),)


def _project() -> tuple[Any, ...]:
    return (
        Field(
            "project",
            hx_post=reverse_lazy("task_project_parts"),
            hx_include="#opgave-form",
            hx_swap="none",
            hx_select_oob="#referencer,#div_id_project,#projekt-skift,#div_id_waves,"
            "#div_id_prerequisites,#div_id_related_tasks",
        ),
        _include("tasks/_form_project_change.html"),
    )


def _waves() -> OfProject:
    return OfProject("waves", "Projektet har ingen bølger endnu. Opret den første.")


def _prerequisites() -> OfProject:
    return _other_tasks("prerequisites")


def _related_tasks() -> OfProject:
    return _other_tasks("related_tasks")


def _from_podio(name: str) -> HTML:
    return HTML(f'{{% include "tasks/_form_podio_task.html" with name="{name}" only %}}')


def _other_tasks(name: str) -> OfProject:
    nothing = "Projektet har ingen andre opgaver endnu."
    return OfProject(name, nothing, template="tasks/_form_task_choices.html")


def _time_and_waves() -> tuple[Any, ...]:
    return (
        Field("duration_days", css_class="input-10"),
        "respects_frozen_zone",
        Div(
            Field("end_offset_days", css_class="input-10"),
            Field("start_offset_days", css_class="input-10"),
            css_class="form-fields",
        ),
        _waves(),
        _include("tasks/_form_new_wave.html"),
        _include("tasks/_form_dates.html"),
        _prerequisites(),
        _from_podio("prerequisites"),
        _include("tasks/_form_connections.html"),
    )


def _texts() -> tuple[Any, ...]:
    return (
        _include("tasks/_form_plain_text.html"),
        Field("goal", rows=4),
        Field("description", rows=10),
        Field("method", rows=10),
        Field("result", rows=4),
        _related_tasks(),
        _from_podio("related_tasks"),
        _include("tasks/_form_related_connections.html"),
    )


def _people_and_background() -> tuple[Any, ...]:
    return (
        Field("performers", wrapper_class="field-in-columns"),
        "performer_comment",
        Field("quality_criteria", rows=4),
        Field("background", rows=4),
        Field("owners", wrapper_class="field-in-columns"),
        "owner_comment",
    )
