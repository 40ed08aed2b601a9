"""*Tidslinje*: the project as a picture, and the same dates as a table."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tasks.forms.timeline import TimelineForm
from tasks.models import Project
from tasks.planning import wave_facts
from tasks.timeline import draw
from tasks.views.asking import PersonRequest
from tasks.views.project_frame import project_context


@require_safe
def project_timeline(request: PersonRequest, pk: int) -> HttpResponse:
    """Draw the tasks of a project's waves, filtered as the address says."""
    project = get_object_or_404(Project.objects.prefetch_related("frozen_zones"), pk=pk)
    form = TimelineForm(request.GET, project)
    query = form.query()
    waves = wave_facts(project, query)
    context = project_context(project, "project_timeline") | {
        "form": form.without_nonsense(),
        "left_out": form.left_out,
        "is_filtered": query.is_filtered,
        "waves": waves,
        "task_count": sum(len(wave.entries) for wave in waves),
        "picture": draw(waves, project.schedule_zones(), timezone.localdate()),
    }
    return render(request, "projects/timeline.html", context)
