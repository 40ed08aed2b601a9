"""*Gem* while one writes: the same form, saved as by the button, and answered in JSON."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from tasks.actions import drafts
from tasks.actions.refusal import Refused
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.permissions import can_edit
from tasks.views.asking import PersonRequest, form_key, person_with, sent_seen
from tasks.views.autosave_answer import answer_of
from tasks.views.frame import fetch_task
from tasks.workflow import Right


@require_POST
def task_autosave(request: PersonRequest, pk: int) -> JsonResponse:
    """Save what was changed; a locked text is refused with the reason."""
    task = fetch_task(pk)
    if not (can := can_edit(request.user, task)):
        return _refused(can.reason)
    form = TaskForm(request.POST, stored=task.values(), pk=pk)
    form.is_valid()
    seen = sent_seen(request)
    try:
        outcome = drafts.save_task(request.user, pk, seen, form.changed(seen))
    except Refused as refusal:
        return _refused(refusal.message)
    return JsonResponse(answer_of(form, outcome, request.user))


@require_POST
def task_autosave_new(request: PersonRequest) -> JsonResponse:
    """Make the task the first time it has a title; until then it is refused."""
    person = person_with(request, Right.WRITE)
    form = TaskForm(request.POST, stored=empty_values())
    form.is_valid()
    seen = sent_seen(request)
    try:
        outcome = drafts.create_task(person, form.changed(seen), form_key(request))
    except Refused as refusal:
        return _refused(refusal.message)
    url = reverse("task_edit", args=[outcome.task.pk])
    return JsonResponse(answer_of(form, outcome, person) | {"url": url})


def _refused(reason: str) -> JsonResponse:
    """Not an error of http, which browsers write in their console: the page tells it kindly."""
    return JsonResponse({"refused": reason})
