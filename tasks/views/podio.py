"""*Indtast i Podio*: the copy sheet with its ticks, and the link to the master task."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from tasks.actions.entering import save_podio_link, tick_field, untick_field
from tasks.actions.refusal import Refused
from tasks.corrected import corrected_since_approval, to_mend
from tasks.exports.sheet import copy_sheet
from tasks.forms.error_list import error_list
from tasks.forms.podio import PodioLinkForm
from tasks.models import KlikTask
from tasks.permissions import can_publish
from tasks.views.asking import PersonRequest
from tasks.views.frame import fetch_task, say_refusal, task_context
from tasks.views.publishing import publishing_context
from tasks.workflow import Status


@require_safe
def task_podio(request: PersonRequest, pk: int) -> HttpResponse:
    """The sheet of an approved task; of any other, why there is none and what comes next."""
    task = fetch_task(pk)
    if task.status != Status.APPROVED:
        was_entered = task.podio_entries.exists()
        context = task_context(task, "task_podio") | {"was_entered": was_entered}
        return render(request, "tasks/podio_too_early.html", context)
    return _page(request, task, PodioLinkForm(initial={"podio_url": task.podio_url}))


def _page(request: PersonRequest, task: KlikTask, form: PodioLinkForm) -> HttpResponse:
    context = _sheet_context(request, task) | {"form": form, "error_list": error_list(form)}
    corrected = corrected_since_approval(task)
    context |= {"corrected": corrected, "to_mend": to_mend(corrected)}
    context |= task_context(task, "task_podio") | publishing_context(task, request.user)
    return render(request, "tasks/podio.html", context)


def _sheet_context(request: PersonRequest, task: KlikTask) -> dict[str, Any]:
    return {
        "task": task,
        "sheet": copy_sheet(task),
        "may_enter": can_publish(request.user, task),
    }


@require_POST
def task_podio_tick(request: PersonRequest, pk: int) -> HttpResponse:
    """Tick a field, or take its tick back; htmx gets the line and the progress."""
    fetch_task(pk)
    key = request.POST.get("field", "")
    try:
        _tick(request, pk, key)
    except Refused as refusal:
        say_refusal(request, refusal)
        return _back(request, pk)
    if _is_htmx(request):
        context = _sheet_context(request, fetch_task(pk))
        line = context["sheet"].line(key)
        return render(request, "tasks/_podio_ticked.html", context | {"line": line})
    return _back(request, pk, f"#felt-{key}")


def _tick(request: PersonRequest, pk: int, key: str) -> None:
    person = request.user
    if "take_back" in request.POST:
        untick_field(person, pk, key)
    else:
        tick_field(person, pk, key, request.POST.get("value_hash", ""))


def _back(request: PersonRequest, pk: int, fragment: str = "") -> HttpResponse:
    url = reverse("task_podio", args=[pk])
    if _is_htmx(request):
        return HttpResponseClientRedirect(url)
    return redirect(url + fragment)


def _is_htmx(request: PersonRequest) -> bool:
    return bool(request.htmx)


@require_POST
def task_podio_link(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep the link to the master task; a wrong one stays in its field with the reason."""
    task = fetch_task(pk)
    form = PodioLinkForm(request.POST)
    if form.is_valid():
        try:
            save_podio_link(request.user, pk, form.cleaned_data["podio_url"])
        except Refused as refusal:
            if not refusal.field:
                say_refusal(request, refusal)
                return _back(request, pk)
            form.add_error(refusal.field, refusal.message)
    if form.errors and task.status == Status.APPROVED:
        return _page(request, task, form)
    return _back(request, pk)
