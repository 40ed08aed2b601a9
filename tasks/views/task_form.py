"""*Skriv*: the form of one task, new or saved."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tasks import checking
from tasks.actions import drafts
from tasks.actions.refusal import Refused
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask, Project
from tasks.permissions import can_edit
from tasks.reference import next_after
from tasks.views import after_save, form_page
from tasks.views.asking import PersonRequest, form_key, person_with, sent_seen, whole_number
from tasks.views.frame import fetch_task
from tasks.views.picking import tell_of, with_picked
from tasks.views.read_text import read_approved
from tasks.workflow import Right

_FRAME = ("project", "phase", "theme", "priority", "reply_to", "is_infrastructure", "waves")


@require_http_methods(["GET", "POST"])
def task_new(request: PersonRequest) -> HttpResponse:
    """The empty form; the first save makes the task, once."""
    person_with(request, Right.WRITE)
    if request.method == "GET":
        form = TaskForm(stored=_first_values(request))
        return form_page.render_new(request, form, uuid4())
    sent, picks = with_picked(request.POST, empty_values())
    form = TaskForm(sent, stored=empty_values())
    form.is_valid()
    tell_of(picks, form)
    key = form_key(request)
    try:
        outcome = drafts.create_task(request.user, form.changed(sent_seen(request)), key)
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.message)
        return form_page.render_new(request, form, key)
    return after_save.answer(request, form, outcome)


@require_http_methods(["GET", "POST"])
def task_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """A saved task's form; an approved text, or one in the bin, is shown locked."""
    task = fetch_task(pk)
    if not can_edit(request.user, task):
        return _locked(request, task)
    if request.method == "GET":
        form = TaskForm(stored=task.values(), pk=task.pk)
        return form_page.render_saved(request, task, form, checking.check_task(task).of_text())
    sent, picks = with_picked(request.POST, task.values())
    form = TaskForm(sent, stored=task.values(), pk=task.pk)
    form.is_valid()
    tell_of(picks, form)
    seen = sent_seen(request)
    values = after_save.with_choices(request, form.changed(seen), task.values())
    try:
        outcome = drafts.save_task(request.user, task.pk, seen, values)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        result = checking.check_task(task).of_text()
        return form_page.render_saved(request, task, form, result)
    return after_save.answer(request, form, outcome)


def _locked(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """The text to read and the reason; what was typed meanwhile is shown to be copied."""
    reason = can_edit(request.user, task).reason
    context = form_page.frame(request, task) | {"reason": reason}
    context |= read_approved(task, request.user)
    if request.method == "POST":
        form = TaskForm(request.POST, stored=task.values(), pk=task.pk)
        context["form"] = form
        messages.error(request, f"Det blev ikke gemt. {reason}")
        return render(request, "tasks/locked.html", context, status=409)
    return render(request, "tasks/locked.html", context)


def _first_values(request: PersonRequest) -> dict[str, Any]:
    """Begin with ?projekt=’s defaults, or with the frame of the task ?efter=."""
    values = empty_values()
    before = _row(KlikTask.objects.written().with_parts(), request.GET.get("efter", ""))
    if before is not None:
        shared = before.values()
        values |= {key: shared[key] for key in _FRAME}
        if before.project and before.reference.is_complete:
            taken = (task.reference for task in before.project.tasks.all())
            following = next_after(taken, before.prefix)
            values |= {
                "prefix": following.prefix,
                "separator": following.separator,
                "number": following.number,
            }
    elif (project := _row(Project.objects, request.GET.get("projekt", ""))) is not None:
        values |= drafts.project_defaults(project)
    return values


def _row(rows: Any, key: str) -> Any:
    return rows.filter(pk=whole_number(key)).first() if key else None
