"""*Kopiér opgave*: one press, then the copy lies open and says what it has kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tasks.actions.copying import copy_task
from tasks.actions.refusal import Refused
from tasks.models import KlikTask
from tasks.views.asking import PersonRequest, form_key, person_with
from tasks.views.frame import fetch_task, say_refusal
from tasks.workflow import Right

_KEPT = (
    "Kopien er en ny kladde. Den har beholdt titel og ramme, tekster, datoer, bølger, "
    "roller, forudsætninger, relaterede opgaver og bilag. Giv den en reference. "
    "Godkendelse, #besked, begrundelser og det, der er indtastet i Podio, følger ikke med."
)


@require_POST
def task_copy(request: PersonRequest, pk: int) -> HttpResponse:
    """Copy the task as it is saved; a refusal is shown on the task's page."""
    task = fetch_task(pk)
    person_with(request, Right.WRITE)
    return open_copy(request, task)


def open_copy(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """Copy the saved task and open the copy; *Skriv* saves what was typed before it asks."""
    try:
        outcome = copy_task(request.user, task.pk, form_key(request))
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect(task)
    messages.success(request, _KEPT)
    for reason in outcome.refused.values():
        messages.warning(request, reason)
    return redirect(outcome.task)
