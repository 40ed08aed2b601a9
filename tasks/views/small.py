"""*Ret en småting*: one field of an approved text, and what a larger change costs."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tasks import guide
from tasks.actions import corrections
from tasks.actions.corrections import NotSmall
from tasks.actions.refusal import Refused
from tasks.forms.error_list import error_list
from tasks.forms.small import SmallCorrectionForm
from tasks.models import KlikTask
from tasks.permissions import can_correct
from tasks.views.asking import PersonRequest, seen_revision
from tasks.views.frame import fetch_task, say_refusal, task_context


@require_http_methods(["GET", "HEAD", "POST"])
def task_small(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a slip right; what is more than that is told, kept, and can be saved by reopening."""
    task = fetch_task(pk)
    if not (answer := can_correct(request.user, task)):
        return _page(request, task, None, why_not=answer.reason)
    form = _form(request, task)
    if request.method != "POST" or not form.is_valid():
        return _page(request, task, form)
    try:
        return _carried_out(request, task, form)
    except NotSmall as refusal:
        reasons = [why.sentence for why in refusal.reasons]
        return _page(request, task, form, reasons=reasons)
    except Refused as refusal:
        say_refusal(request, refusal)
        return _page(request, task, form)


def _form(request: PersonRequest, task: KlikTask) -> SmallCorrectionForm:
    asked = request.POST.get("felt") or request.GET.get("felt", "")
    key = asked if asked in guide.PROSE_KEYS else guide.PROSE_KEYS[0]
    sent = request.POST if request.method == "POST" else None
    return SmallCorrectionForm(sent, key=key, stored=getattr(task, key))


def _carried_out(request: PersonRequest, task: KlikTask, form: SmallCorrectionForm) -> HttpResponse:
    person, seen, html = request.user, seen_revision(request), form.html()
    if "reopen" in request.POST:
        corrections.reopen_with(person, task.pk, seen, form.key, html)
        messages.success(request, "Opgaven er genåbnet med din rettelse. Send den til godkendelse.")
        return redirect("task_edit", task.pk)
    if html == getattr(task, form.key):
        messages.info(request, "Du har ikke ændret noget.")
        return _page(request, task, form)
    corrections.correct(person, task.pk, seen, form.key, html)
    messages.success(request, f"{form.label} er rettet. Godkendelsen gælder stadig.")
    return redirect(f"{reverse('task_edit', args=[task.pk])}#felt-{form.key}")


def _page(
    request: PersonRequest, task: KlikTask, form: SmallCorrectionForm | None, **more: Any
) -> HttpResponse:
    errors = error_list(form) if form else []
    context = task_context(task, "task_edit") | {"form": form, "error_list": errors}
    return render(request, "tasks/small_correction.html", context | more)
