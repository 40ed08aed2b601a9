"""*Papirkurv*: what lies there and until when, and the two verbs that put in and take up."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from tasks.actions.bin import BIN_DAYS, bin_task, last_day, restore_task
from tasks.actions.refusal import Refused
from tasks.models import Event, EventKind, KlikTask
from tasks.permissions import may
from tasks.views.asking import PersonRequest, person_with
from tasks.views.frame import fetch_task, say_refusal
from tasks.workflow import Right


@require_safe
def bin_page(request: PersonRequest) -> HttpResponse:
    """List what lies in the bin, last thrown first: who, when, and until when it can come up."""
    tasks = list(KlikTask.objects.in_bin().for_list().order_by("-binned_at", "pk"))
    events = Event.objects.filter(task__in=tasks, kind=EventKind.BINNED).select_related("actor")
    thrown_by = {event.task_id: event.actor for event in events.order_by("at", "pk")}
    rows = [(task, thrown_by.get(task.pk), _last_day(task)) for task in tasks]
    context = {"rows": rows, "days": BIN_DAYS, "may_write": may(request.user, Right.WRITE)}
    return render(request, "tasks/bin.html", context)


def _last_day(task: KlikTask) -> date | None:
    """The last day a task can be taken up for sure; none when that is over."""
    day = task.binned_at and last_day(task.binned_at)
    return day if day and day >= localdate() else None


@require_POST
def task_bin(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a task in the bin; a refusal is shown on the task's own page."""
    task = fetch_task(pk)
    person_with(request, Right.WRITE)
    try:
        bin_task(request.user, task.pk)
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect(task)
    messages.success(request, f"”{task}” ligger nu i papirkurven. Dér kan du gendanne den.")
    return redirect("task_list")


@require_POST
def task_restore(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a task up of the bin, and stay there: there may be more to take up."""
    task = fetch_task(pk)
    person_with(request, Right.WRITE)
    try:
        restore_task(request.user, task.pk)
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, f"”{task}” er gendannet og står i Opgaver igen.")
    return redirect("bin")
