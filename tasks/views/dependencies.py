"""*Afhængigheder*: what a project's tasks wait for, the longest chain first."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tasks.models import Project
from tasks.project_chains import project_chains
from tasks.views.asking import PersonRequest
from tasks.views.project_frame import project_context


@require_safe
def project_dependencies(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the prerequisites of a project's tasks as indented lists."""
    project = get_object_or_404(Project, pk=pk)
    context = project_context(project, "project_dependencies") | {
        "found": project_chains(project),
        "tasks_url": f"{reverse('task_list')}?projekt={pk}",
    }
    return render(request, "projects/dependencies.html", context)
