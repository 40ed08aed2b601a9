"""*Send valgte til godkendelse*: confirm what is chosen, then tell per task how it went."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tasks.actions.refusal import Refused
from tasks.actions.review import submit
from tasks.listing import DEFAULT_SORT, PER_PAGE, page_of
from tasks.models import KlikTask
from tasks.views.asking import PersonRequest, person_with, whole_number
from tasks.workflow import Right

_OUTCOMES = "sent_to_review"  # in the session: (task's key, why not) of the last time


@require_http_methods(["GET", "HEAD", "POST"])
def task_submit_many(request: PersonRequest) -> HttpResponse:
    """Ask first (``task`` holds keys), send then (``seen`` holds key:revision), tell last (GET)."""
    if request.method != "POST":
        return _tell(request)
    person_with(request, Right.WRITE)
    if "seen" in request.POST:
        request.session[_OUTCOMES] = [_send(request, seen) for seen in _seen(request)]
        return redirect("task_submit_many")
    return _ask(request)


def _ask(request: PersonRequest) -> HttpResponse:
    keys = [key for value in request.POST.getlist("task") if (key := whole_number(value)) > 0]
    chosen = KlikTask.objects.kept().filter(pk__in=keys[:PER_PAGE])
    rows = page_of(chosen, DEFAULT_SORT, None).object_list
    context = {"tasks": [row.task for row in rows], "back": request.POST.get("back", "")}
    return render(request, "tasks/submit_many.html", context)


def _seen(request: PersonRequest) -> list[tuple[int, int]]:
    """The tasks that were confirmed, each once, with the revision that was shown."""
    pairs = (value.partition(":") for value in request.POST.getlist("seen"))
    return list(
        {
            key: (key, revision)
            for first, _, last in pairs
            if (key := whole_number(first)) > 0 and (revision := whole_number(last)) > 0
        }.values()
    )[:PER_PAGE]


def _send(request: PersonRequest, seen: tuple[int, int]) -> tuple[int, str]:
    try:
        submit(request.user, *seen)
    except Refused as refusal:
        return seen[0], refusal.message
    return seen[0], ""


def _tell(request: PersonRequest) -> HttpResponse:
    outcomes: list[Any] = request.session.get(_OUTCOMES, [])
    if not outcomes:
        return redirect("task_list")
    tasks = KlikTask.objects.in_bulk([key for key, _ in outcomes])
    told = [(tasks[key], why_not) for key, why_not in outcomes if key in tasks]
    context = {
        "sent": [task for task, why_not in told if not why_not],
        "left": [(task, why_not) for task, why_not in told if why_not],
    }
    return render(request, "tasks/submit_many_done.html", context)
