"""*Rettelser i Podio*: the values that stand there as they were, and the move to tell of."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tasks.actions import moves
from tasks.actions.refusal import Refused
from tasks.announcement import escape_markdown
from tasks.correcting import done_corrections, moves_to_tell, waiting_corrections
from tasks.models import Project
from tasks.permissions import may
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.frame import say_refusal
from tasks.views.project_frame import project_context
from tasks.workflow import Right

_SHOWN_FOR = timedelta(days=30)


@require_safe
def project_corrections(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what waits, what to tell, and what was corrected in the last thirty days."""
    project = get_object_or_404(Project, pk=pk)
    to_tell = moves_to_tell(project, timezone.localdate())
    context = project_context(project, "project_corrections") | {
        "waiting": waiting_corrections(project),
        "done": done_corrections(project, timezone.now() - _SHOWN_FOR),
        "to_tell": [(m, escape_markdown(m.text), f"besked-{m.row.pk}") for m in to_tell],
        "may_correct": may(request.user, Right.PUBLISH),
    }
    return render(request, "projects/corrections.html", context)


@require_POST
def project_corrected(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the lines sent along are right in Podio now, or (with ”undo”) that they are not."""
    get_object_or_404(Project, pk=pk)
    action = moves.mark_uncorrected if "undo" in request.POST else moves.mark_corrected
    try:
        count = action(request.user, pk, _keys(request))
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        _say(request, count)
    return redirect("project_corrections", pk)


def _keys(request: PersonRequest) -> list[int]:
    return [key for text in request.POST.getlist("line") if (key := whole_number(text))]


def _say(request: PersonRequest, count: int) -> None:
    if "undo" in request.POST:
        messages.success(request, "Rettelsen står på listen igen.")
    elif count:
        messages.success(request, "Rettelsen er markeret som indtastet i Podio.")
    else:
        messages.info(request, "Listen er ændret, siden du åbnede siden. Se den igen.")


@require_POST
def project_told(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the municipalities know of a moved go-live."""
    get_object_or_404(Project, pk=pk)
    key, text = whole_number(request.POST.get("move", "")), request.POST.get("text", "")
    try:
        moves.mark_told(request.user, pk, key, text)
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, "Beskeden om den flyttede go-live er markeret som sendt.")
    return redirect("project_corrections", pk)
