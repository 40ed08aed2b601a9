"""What all pages about one task share: fetching it, its tabs, and answering a refusal."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from tasks.actions.refusal import Refused
from tasks.context import NavItem
from tasks.models import KlikTask, Person

_TABS = (
    ("Skriv", "task_edit"),
    ("Forhåndsvisning", "task_preview"),
    ("Godkendelse", "task_review"),
    ("#besked", "task_announcement"),
    ("Indtast i Podio", "task_podio"),
    ("Forløb", "task_history"),
)


class PersonRequest(HttpRequest):
    """A request behind the login: its user is always a person."""

    user: Person
    htmx: HtmxDetails


def fetch_task(pk: int) -> KlikTask:
    """Return a task with its parts, in or out of the bin; answers 404 when there is none."""
    return get_object_or_404(KlikTask.objects.with_parts(), pk=pk)


def task_context(task: KlikTask, current: str) -> dict[str, Any]:
    """Return what the frame around a task's page shows; ``current`` is the page's URL name."""
    tabs = [NavItem(label, reverse(name, args=[task.pk]), name == current) for label, name in _TABS]
    return {"task": task, "task_tabs": tabs}


def say_refusal(request: HttpRequest, refusal: Refused) -> None:
    """Show why an action did nothing on the next page."""
    messages.error(request, refusal.message)
