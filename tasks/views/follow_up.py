"""*Opfølgning*: what to follow up this week, who does it, and that it is done."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tasks.actions import follow_ups
from tasks.actions.refusal import Refused
from tasks.following_up import days_before, plan
from tasks.forms.follow_up import FollowUpFilter, FollowUpForm
from tasks.models import FollowedUpBy, FollowUp, KlikTask, Project
from tasks.permissions import may
from tasks.schedule import iso_week
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.frame import say_refusal
from tasks.views.project_frame import project_context
from tasks.workflow import Right


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A task with the form that chooses who follows it up; ``shown`` tells what it was made from.

    ``by`` and ``days`` are as typed when the row was refused, with the ``problem``.
    """

    task: KlikTask
    by: str
    days: str
    shown: str
    problem: str = ""

    @property
    def by_label(self) -> str:
        """Who follows up, in words."""
        return dict(FollowedUpBy.choices).get(self.by, "Ingen endnu")


@require_safe
def project_follow_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the week, what comes, and who is to be chosen."""
    return _page(request, get_object_or_404(Project, pk=pk))


@require_POST
def task_follow_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Choose who follows a task up; what cannot be read is shown again in its row."""
    task, project = _task_of_project(pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return _page(request, project, pk, form.problem)
    by, days = form.cleaned_data["by"], form.cleaned_data["days_before"]
    try:
        follow_ups.set_follow_up(request.user, pk, request.POST.get("shown", ""), by, days)
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, f"Opfølgningen på {task.short_name} er gemt.")
    return _back_to(request, project)


@require_POST
def task_followed_up(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that a task is followed up in a wave, or (with ”undo”) that it is not."""
    task, project = _task_of_project(pk)
    is_undone = "undo" in request.POST
    action = follow_ups.mark_not_followed_up if is_undone else follow_ups.mark_followed_up
    try:
        action(request.user, pk, whole_number(request.POST.get("followed_wave", "")))
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        said = "står på listen igen" if is_undone else "er fulgt op"
        messages.success(request, f"{task.short_name} {said}.")
    return _back_to(request, project)


def _back_to(request: PersonRequest, project: Project) -> HttpResponse:
    """Lead back to the list with the filter it was sent from."""
    page = reverse("project_follow_up", args=[project.pk])
    return redirect(f"{page}{_asked(FollowUpFilter(request.GET))}")


def _asked(who: FollowUpFilter) -> str:
    """The filter as an address carries it; empty when all are shown."""
    return f"?{urlencode({'who': who.asked})}" if who.asked else ""


def _task_of_project(pk: int) -> tuple[KlikTask, Project]:
    task = get_object_or_404(KlikTask.objects.written().select_related("project"), pk=pk)
    if task.project is None:
        raise Http404
    return task, task.project


def _page(
    request: PersonRequest, project: Project, refused: int = 0, problem: str = ""
) -> HttpResponse:
    """The page; ``refused`` is the key of the task whose row was sent and could not be read."""
    today = timezone.localdate()
    who = FollowUpFilter(request.GET)
    made = plan(project, who.asked, today)

    def row_of(task: KlikTask, row: FollowUp | None) -> FollowUpRow:
        if task.pk != refused:
            return _row(task, row)
        sent = request.POST
        typed = (sent.get("by", ""), sent.get("days_before", ""), sent.get("shown", ""))
        return FollowUpRow(task, *typed, problem)

    context = project_context(project, "project_follow_up") | _filtered(who)
    context |= {
        "plan": made,
        "missing": [row_of(*each) for each in made.missing],
        "chosen": [row_of(*each) for each in made.chosen],
        "week": iso_week(today).number,
        "days_before": days_before(project),
        "choices": FollowedUpBy.choices,
        "may_follow_up": may(request.user, Right.WRITE),
        "may_administer": may(request.user, Right.ADMINISTER),
    }
    return render(request, "projects/follow_up.html", context)


def _filtered(who: FollowUpFilter) -> dict[str, Any]:
    """The filter as it is shown; nonsense in the address is left out."""
    shown = who if who.is_valid() else FollowUpFilter({})
    return {"who": shown, "is_filtered": bool(who.asked), "asked": _asked(who)}


def _row(task: KlikTask, row: FollowUp | None) -> FollowUpRow:
    days = "" if row is None or row.days_before is None else str(row.days_before)
    return FollowUpRow(task, row.by if row else "", days, follow_ups.follow_up_key(row))
