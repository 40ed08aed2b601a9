"""*Forhåndsvisning* beside the form: what is typed, as a municipality would meet it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from tasks.drafting import content_of
from tasks.exports.payload import Payload
from tasks.exports.podio import municipality_view, payload_of, podio_payload
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask
from tasks.views.asking import PersonRequest
from tasks.views.frame import fetch_task


@require_POST
def task_preview_now(request: PersonRequest, pk: int) -> HttpResponse:
    """The preview of what is typed in a saved task's form; nothing is saved."""
    return _seen(request, fetch_task(pk))


@require_POST
def task_preview_new(request: PersonRequest) -> HttpResponse:
    """The preview of a task that is not saved yet."""
    return _seen(request, None)


def _seen(request: PersonRequest, task: KlikTask | None) -> HttpResponse:
    """Show it in the first wave that is ticked; what cannot be read stands as it was saved."""
    stored = task.values() if task else empty_values()
    form = TaskForm(request.POST, stored=stored, pk=task.pk if task else None)
    is_read = form.is_valid()
    values = dict(stored) | form.values()
    if task and is_read and content_of(values) == content_of(stored):
        payload = podio_payload(task)
    else:
        payload = _unsaved(values, task)
    wave = next(iter(values["waves"]), None)
    context = {"view": municipality_view(payload, wave), "wave": wave}
    return render(request, "tasks/_preview_answer.html", context)


def _unsaved(values: dict[str, object], task: KlikTask | None) -> Payload:
    return payload_of(values, announcement=task.announcement.own_text if task else "")
