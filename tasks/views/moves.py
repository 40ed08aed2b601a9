"""The before/after table that is shown before a go-live or a frozen zone is changed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tasks.actions.moves import Unconfirmed
from tasks.moves import clash_in_words
from tasks.moving import PlannedMove
from tasks.views.asking import PersonRequest

View = Callable[[PersonRequest, int], HttpResponse]
_OWN = {"csrfmiddlewaretoken", "plan", "back"}


def asks_before_moving(view: View) -> View:
    """Let a view show what its action would do to tasks, and carry it out when sent once more.

    All that was typed goes along, so nothing is lost whichever way one goes from there.
    """

    @wraps(view)
    def asking(request: PersonRequest, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except Unconfirmed as asked:
            return render(request, "projects/confirm_move.html", _context(request, asked))

    return asking


def shown_plan(request: PersonRequest) -> str:
    """The digest of the table the person has seen, or nothing."""
    return str(request.POST.get("plan", ""))


def page_after_moving(request: PersonRequest) -> str:
    """The page to go on with: when tasks moved, what that leaves to be done."""
    return "project_corrections" if shown_plan(request) else "project_detail"


def _context(request: PersonRequest, asked: Unconfirmed) -> dict[str, Any]:
    plan = asked.plan
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _OWN
        for value in values
    ]
    return {
        "project": plan.lines[0].task.project,
        "lines": [(line, _warnings(line)) for line in plan.lines],
        "plan": plan,
        "change": asked.change,
        "task_count": len(plan.tasks),
        "moved_count": len({line.task.pk for line in plan.moved}),
        "warning_count": sum(len(line.move.new_clashes) for line in plan.lines),
        "podio_count": len({line.task.pk for line in plan.moved if line.is_in_podio}),
        "is_another": asked.is_another,
        "typed": typed,
    }


def _warnings(line: PlannedMove) -> list[str]:
    return [clash_in_words(clash) for clash in line.move.new_clashes]
