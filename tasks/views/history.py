"""*Forløb*: all that happened to a task, the newest first, a page of fifty events at a time."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tasks.history import days_of
from tasks.views.asking import PersonRequest
from tasks.views.frame import fetch_task, task_context

PAGE_SIZE = 50  # events


@require_safe
def task_history(request: PersonRequest, pk: int) -> HttpResponse:
    """Show who did what when, with before and after of each field; a wrong page is the nearest."""
    task = fetch_task(pk)
    events = task.events.select_related("actor")
    page = Paginator(events, PAGE_SIZE).get_page(request.GET.get("page"))
    context = task_context(task, "task_history") | {"page": page, "days": days_of(list(page))}
    return render(request, "tasks/history.html", context)
