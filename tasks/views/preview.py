"""*Forhåndsvisning*: the task as a municipality in a chosen wave meets it."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tasks.checking import check_task
from tasks.exports.marking import with_findings
from tasks.exports.podio import municipality_view, podio_payload
from tasks.views.asking import PersonRequest
from tasks.views.check_places import blocks_of
from tasks.views.frame import fetch_task, task_context
from tasks.views.seen_as import NAME_PARAMETER, WAVE_PARAMETER, seen_as

FINDINGS_PARAMETER = "fund"
DIGEST_PARAMETER = "set"


@require_safe
def task_preview(request: PersonRequest, pk: int) -> HttpResponse:
    """Show any task, however unfinished; on request with its findings where they stand."""
    task = fetch_task(pk)
    chosen = seen_as(request, task)
    if chosen.problem:
        messages.warning(request, chosen.problem)
    view = municipality_view(podio_payload(task), chosen.wave)
    is_marked = request.GET.get(FINDINGS_PARAMETER) == "1"
    context = task_context(task, "task_preview") | {
        "is_marked": is_marked,
        "seen_as": chosen,
        "toggle_url": _address(request, **{FINDINGS_PARAMETER: "" if is_marked else "1"}),
        "changed_url": f"{reverse('task_preview_changed', args=[pk])}"
        f"{_address(request, **{FINDINGS_PARAMETER: '', DIGEST_PARAMETER: view.digest})}",
    }
    if is_marked:
        blocks = blocks_of(task.values(), task.announcement.own_text)
        view = with_findings(view, check_task(task).standing, blocks)
    return render(request, "tasks/preview.html", context | {"view": view})


@require_safe
def task_preview_changed(request: PersonRequest, pk: int) -> HttpResponse:
    """Tell an open preview whether a municipality would see something else by now."""
    task = fetch_task(pk)
    view = municipality_view(podio_payload(task), seen_as(request, task).wave)
    return JsonResponse({"is_changed": view.digest != request.GET.get(DIGEST_PARAMETER)})


def _address(request: PersonRequest, **changed: str) -> str:
    """The query of the page as it is seen now, with something changed; "?" when nothing is left."""
    query = request.GET.copy()
    for name in set(query) - {WAVE_PARAMETER, NAME_PARAMETER, FINDINGS_PARAMETER}:
        del query[name]
    for name, value in changed.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}"
