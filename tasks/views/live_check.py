"""*Tjek* while one writes: the same form, checked and thrown away."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from tasks import checking
from tasks.connections import connections_of
from tasks.forms.layout import project_parts_layout
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask
from tasks.permissions import can_edit, may
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.check_panel import panel_context
from tasks.views.check_places import blocks_of, held_back, places_context
from tasks.views.date_table import date_table, wave_changes
from tasks.views.form_page import suggestions
from tasks.views.frame import fetch_task
from tasks.workflow import Right


@require_POST
def task_check(request: PersonRequest, pk: int) -> HttpResponse:
    """Findings and dates for what is typed in a saved task's form."""
    task = fetch_task(pk)
    return _panel(request, task, can_act=bool(can_edit(request.user, task)))


@require_POST
def task_check_new(request: PersonRequest) -> HttpResponse:
    """Findings and dates for a task that is not saved yet."""
    return _panel(request, None, can_act=bool(may(request.user, Right.WRITE)))


def _panel(request: PersonRequest, task: KlikTask | None, *, can_act: bool) -> HttpResponse:
    stored = task.values() if task else empty_values()
    form = TaskForm(request.POST, stored=stored, pk=task.pk if task else None)
    form.is_valid()
    values = dict(stored) | form.values()
    kept = checking.kept_rows(task, values["project"])
    result = checking.check_values(values, kept, task=task).of_text()
    blocks = blocks_of(values)
    held = held_back(result.standing, blocks, request.POST.get("typing", ""))
    context = panel_context(
        result,
        can_act=can_act,
        has_project=values["project"] is not None,
        may_unkeep_all=bool(may(request.user, Right.APPROVE)),
        held=held,
    )
    context |= places_context(result, blocks, can_act=can_act, held=held, sent=request.POST)
    context |= {"dates": date_table(values), "is_refresh": True}
    context |= {"form": form, "wave_changes": wave_changes(form)}
    context |= {"connections": connections_of(values, form.pk)}
    return render(request, "tasks/_check_answer.html", context)


@require_POST
def task_project_parts(request: PersonRequest) -> HttpResponse:
    """What changes when another project is chosen in the form; nothing is saved."""
    task = _task(request)
    stored = task.values() if task else empty_values()
    form = TaskForm(request.POST, stored=stored, pk=task.pk if task else None)
    form.is_valid()
    context = {
        "form": form,
        "parts": project_parts_layout(),
        "suggestions": suggestions(form),
    }
    return render(request, "tasks/_project_parts.html", context)


def _task(request: PersonRequest) -> KlikTask | None:
    """The saved task whose form it is; none for a new one."""
    key = whole_number(request.POST.get("task", ""))
    return KlikTask.objects.written().with_parts().filter(pk=key).first()
