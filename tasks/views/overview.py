"""*Overblik*: what waits for this person, their own drafts, and what was changed last."""

from django.db.models import Count, F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tasks.correcting import projects_to_correct
from tasks.listing import STEPS
from tasks.models import KlikTask, Person, Version
from tasks.permissions import may
from tasks.views.asking import PersonRequest
from tasks.waiting import SHOWN, groups_for
from tasks.workflow import Right, Status

_RECENT = 8


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """Show the person's own work first; whoever has none is told how to begin."""
    person = request.user
    drafts = KlikTask.objects.kept().filter(author=person, status=Status.DRAFT)
    context = {
        "waiting": groups_for(person, timezone.localdate()),
        "drafts": drafts.for_list().order_by("-updated_at", "pk")[:SHOWN],
        "draft_count": drafts.count(),
        "recent": _recent(),
        "steps": _steps(),
        "to_correct": projects_to_correct() if person.has_right(Right.PUBLISH) else [],
        "may_write": may(person, Right.WRITE),
    }
    return render(request, "tasks/overview.html", context)


def _recent() -> list[tuple[KlikTask, Person | None]]:
    """The tasks changed last, each with the person who wrote its newest version."""
    tasks = list(KlikTask.objects.kept().for_list().order_by("-updated_at", "pk")[:_RECENT])
    versions = Version.objects.filter(task__in=tasks, revision=F("task__revision"))
    versions = versions.select_related("author").defer("content")
    authors = {version.task_id: version.author for version in versions}
    return [(task, authors.get(task.pk)) for task in tasks]


def _steps() -> list[tuple[str, str, int]]:
    """Each *Trin* that holds tasks: its key in the list's address, its label and how many."""
    tasks = KlikTask.objects.kept()
    counts = tasks.aggregate(**{key: Count("pk", filter=held) for key, (_, held) in STEPS.items()})
    return [(key, label, counts[key]) for key, (label, _) in STEPS.items() if counts[key]]
