"""*Forhåndsvisning*: the task as a municipality in a chosen wave meets it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tasks.exports.podio import municipality_view, podio_payload
from tasks.models import Wave
from tasks.views.asking import PersonRequest
from tasks.views.frame import fetch_task, task_context

WAVE_PARAMETER = "boelge"


@require_safe
def task_preview(request: PersonRequest, pk: int) -> HttpResponse:
    """Show any task, however unfinished; without a choice in its first wave."""
    task = fetch_task(pk)
    waves = list(task.waves.all())
    wave = _chosen(request, waves)
    view = municipality_view(podio_payload(task), wave)
    context = task_context(task, "task_preview") | {"view": view, "waves": waves, "wave": wave}
    return render(request, "tasks/preview.html", context)


def _chosen(request: PersonRequest, waves: list[Wave]) -> Wave | None:
    """The wave in the address; one the task does not have gives the first, and says so."""
    asked = request.GET.get(WAVE_PARAMETER, "")
    chosen = next((wave for wave in waves if str(wave.pk) == asked), None)
    if asked and chosen is None:
        instead = f"Du ser den i {waves[0].name}." if waves else "Vælg bølger på opgaven først."
        messages.warning(request, f"Opgaven ligger ikke i den bølge. {instead}")
    return chosen or next(iter(waves), None)
