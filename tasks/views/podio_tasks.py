"""Tasks that only are in Podio: added right from the task that is to point at them, or apart."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tasks import guide
from tasks.actions import podio_tasks
from tasks.actions.becoming import POINTERS
from tasks.actions.refusal import Refused
from tasks.forms.podio_task import PodioTaskForm
from tasks.models import KlikTask, Person, Project
from tasks.views.asking import PersonRequest, person_with, typed
from tasks.views.frame import say_refusal, waiting_task
from tasks.workflow import Right


@require_http_methods(["GET", "POST"])
def podio_task_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add one to a project; with ?opgave= it is chosen for that task, and one goes back."""
    project = get_object_or_404(Project, pk=pk)
    person = person_with(request, Right.WRITE)
    task, key = waiting_task(request, project), _pointer(request)
    form = PodioTaskForm(typed(request))
    if row := form.carry_out(lambda: _add(person, project, task, key, form)):
        return _added(request, row, task, key)
    context = {"form": form, "project": project, "row": None, "task": task}
    there = {"label": guide.label_of(key), "rows": podio_tasks.podio_tasks_of(project)}
    return render(request, "projects/podio_task_form.html", context | there)


def _pointer(request: PersonRequest) -> str:
    """The field it is to be chosen in."""
    wanted = request.GET.get("som", "")
    return wanted if wanted in POINTERS else POINTERS[0]


def _add(
    person: Person, project: Project, task: KlikTask | None, key: str, form: PodioTaskForm
) -> KlikTask:
    if task is None:
        return podio_tasks.add_podio_task(person, project.pk, form.values())
    return podio_tasks.add_podio_task_for(person, task.pk, key, form.values())


def _added(request: PersonRequest, row: KlikTask, task: KlikTask | None, key: str) -> HttpResponse:
    if task is not None:
        label = guide.label_of(key)
        messages.success(request, f"{row.short_name} er tilføjet og valgt under ”{label}”.")
        return redirect(f"{reverse('task_edit', args=[task.pk])}#div_id_{key}")
    messages.success(request, f"{row.short_name} er tilføjet.")
    if "opgave" in request.GET:
        messages.warning(request, "Den er ikke valgt på opgaven, for den kan ikke rettes nu.")
    return redirect("project_detail", row.project_id)


@require_http_methods(["GET", "POST"])
def podio_task_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct one; the tasks that point at it follow. One that is written by now is shown so."""
    rows = KlikTask.objects.filter(is_only_in_podio=True, binned_at=None)
    row = get_object_or_404(rows.select_related("project", "became"), pk=pk)
    if row.became is not None:
        return redirect(row.became)
    person = person_with(request, Right.WRITE)
    form = PodioTaskForm(typed(request), row=row)
    if form.carry_out(lambda: podio_tasks.change_podio_task(person, pk, form.seen, form.values())):
        messages.success(request, "Opgaven fra Podio er gemt.")
        return redirect("project_detail", row.project_id)
    context = {"form": form, "project": row.project, "row": row, "task": None}
    reason = podio_tasks.why_kept(row)
    return render(request, "projects/podio_task_form.html", context | {"why_kept": reason})


@require_POST
def podio_task_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take one away that no task points at."""
    row = get_object_or_404(KlikTask.objects.only_in_podio(), pk=pk)
    person = person_with(request, Right.WRITE)
    try:
        podio_tasks.remove_podio_task(person, pk)
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect("podio_task_edit", pk)
    messages.success(request, f"{row.short_name} er fjernet.")
    return redirect("project_detail", row.project_id)
