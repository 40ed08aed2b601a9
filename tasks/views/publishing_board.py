"""*Publicering*: how far each task of a project has come on its way to the municipalities."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tasks.forms.board import BoardForm
from tasks.models import Project
from tasks.publishing_board import board
from tasks.views.asking import PersonRequest
from tasks.views.project_frame import project_context


@require_safe
def project_publishing(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the board, of one wave when the address says so."""
    project = get_object_or_404(Project, pk=pk)
    form = BoardForm(request.GET, project)
    query = form.query()
    context = project_context(project, "project_publishing") | {
        "form": form.without_nonsense(),
        "left_out": form.left_out,
        "is_filtered": query.wave is not None,
        "board": board(project, query.wave),
    }
    return render(request, "projects/publishing.html", context)
