"""*Godkendelse*: read the text as it stands, approve it, send it back, or move it otherwise."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tasks import checking
from tasks.actions import review
from tasks.actions.refusal import Refused
from tasks.doors import approve_hindrance
from tasks.forms.error_list import error_list
from tasks.forms.review import ApproveForm, SendBackForm
from tasks.models import KlikTask
from tasks.permissions import may, reviewers_for
from tasks.views.asking import PersonRequest, seen_revision
from tasks.views.check_panel import panel_context
from tasks.views.form_page import frame
from tasks.views.frame import fetch_task, say_refusal, task_context
from tasks.views.read_text import read_text
from tasks.views.reasons import asked_for, reasons_of
from tasks.waiting import to_review
from tasks.workflow import Right

_MOVES = {
    "send": (review.submit, "Opgaven er sendt til godkendelse."),
    "traek-tilbage": (review.withdraw, "Opgaven er trukket tilbage. Du kan skrive videre."),
    "genaabn": (review.reopen, "Opgaven er genåbnet. Den skal godkendes igen."),
}


@require_safe
def task_review(request: PersonRequest, pk: int) -> HttpResponse:
    """The page of the review: the text to read, and the person's possible answers."""
    return _page(request, fetch_task(pk))


@require_POST
def task_approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Approve the version that was shown; *Godkend og gå til næste* goes on to the next."""
    task = fetch_task(pk)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return _page(request, task, approve_form=form)
    try:
        review.approve(request.user, pk, seen_revision(request), form.cleaned_data["checklist"])
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect("task_review", pk)
    messages.success(request, f"”{task}” er godkendt.")
    following = _next_to_review(request) if request.POST.get("action") == "next" else None
    if following is None and request.POST.get("action") == "next":
        messages.info(request, "Der er ikke flere opgaver, du kan godkende.")
    return redirect("task_review", following or pk)


@require_POST
def task_send_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Send the task back; without a message nothing happens, and what was typed stays."""
    task = fetch_task(pk)
    form = SendBackForm(request.POST, author=task.author.short_name)
    if not form.is_valid():
        return _page(request, task, send_back_form=form)
    message, lines = form.cleaned_data["message"], form.told_lines()
    try:
        review.send_back(request.user, pk, seen_revision(request), message, lines)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, fetch_task(pk), send_back_form=form)
    messages.success(request, f"”{task}” er sendt tilbage til {task.author.short_name}.")
    return redirect("task_review", pk)


@require_POST
def task_move(request: PersonRequest, pk: int, move: str) -> HttpResponse:
    """Send, withdraw or reopen: the moves that need no words."""
    if move not in _MOVES:
        raise Http404
    task = fetch_task(pk)
    action, sentence = _MOVES[move]
    try:
        action(request.user, task.pk, seen_revision(request))
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, sentence)
    return redirect(reverse("task_edit" if move == "genaabn" else "task_review", args=[pk]))


def _next_to_review(request: PersonRequest) -> int | None:
    """The longest waiting task this person can approve."""
    if not may(request.user, Right.APPROVE):
        return None
    waiting = KlikTask.objects.awaiting_review().filter(to_review(request.user))
    return waiting.values_list("pk", flat=True).first()


def _page(
    request: PersonRequest,
    task: KlikTask,
    approve_form: ApproveForm | None = None,
    send_back_form: SendBackForm | None = None,
) -> HttpResponse:
    approve_form = approve_form or ApproveForm()
    result = checking.check_task(task)
    send_back_form = send_back_form or SendBackForm(
        author=task.author.short_name, initial={"message": asked_for(result)}
    )
    context: dict[str, Any] = frame(request, task) | task_context(task, "task_review")
    context |= panel_context(result.of_text(), can_act=False) | read_text(task)
    reasons = reasons_of(request, task, result)
    context |= {
        "task_reasons": reasons,
        "open_reasons": [reason for reason in reasons if reason.is_open],
        "approve_hindrance": approve_hindrance(result.of_text()),
        "approve_form": approve_form,
        "send_back_form": send_back_form,
        "error_list": error_list(approve_form) + error_list(send_back_form),
        "reviewers": [person.short_name for person in reviewers_for(task)],
        "approval": task.approvals.select_related("approved_by").first(),
        "submitted": task.events.filter(kind="submitted").select_related("actor").first(),
    }
    return render(request, "review/review.html", context)
