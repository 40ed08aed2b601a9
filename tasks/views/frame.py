"""What all pages about one task share: fetching it, its tabs, and answering a refusal."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse

from tasks.actions.refusal import Refused
from tasks.context import NavItem
from tasks.models import KlikTask, Project
from tasks.permissions import can_edit
from tasks.views.asking import PersonRequest, whole_number

_TABS = (
    ("Skriv", "task_edit"),
    ("Forhåndsvisning", "task_preview"),
    ("Godkendelse", "task_review"),
    ("#besked", "task_announcement"),
    ("Indtast i Podio", "task_podio"),
    ("Forløb", "task_history"),
)


def fetch_task(pk: int) -> KlikTask:
    """Return a task with its parts, in or out of the bin; answers 404 when there is none."""
    return get_object_or_404(KlikTask.objects.written().with_parts(), pk=pk)


def task_context(task: KlikTask, current: str) -> dict[str, Any]:
    """Return what the frame around a task's page shows; ``current`` is the page's URL name."""
    tabs = [NavItem(label, reverse(name, args=[task.pk]), name == current) for label, name in _TABS]
    return {"task": task, "task_tabs": tabs}


def waiting_task(request: PersonRequest, project: Project) -> KlikTask | None:
    """The task (?opgave=) something is made for: one of the project's that may be edited now."""
    key = request.GET.get("opgave", "")
    rows = KlikTask.objects.written().filter(project=project)
    task = rows.filter(pk=whole_number(key)).first() if key else None
    return task if task is not None and can_edit(request.user, task) else None


def say_refusal(request: PersonRequest, refusal: Refused) -> None:
    """Show why an action did nothing on the next page."""
    messages.error(request, refusal.message)
