"""Projects: the list, one project's page, and the form of its facts."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tasks.actions import projects
from tasks.forms.project import ProjectForm
from tasks.models import KlikTask, Project, Wave
from tasks.permissions import may
from tasks.schedule import overlapping
from tasks.views.asking import PersonRequest, person_with, typed
from tasks.views.project_frame import project_context
from tasks.views.wave_notices import shared_in_words
from tasks.workflow import STATUS_LABELS, Right, Status


@dataclass(frozen=True, slots=True)
class TaskCount:
    """How many tasks a project has, in all and by *Trin*."""

    total: int
    by_step: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One line of the list."""

    project: Project
    waves: list[Wave]
    tasks: TaskCount


@require_safe
def project_list(request: PersonRequest) -> HttpResponse:
    """Every project with its real waves, and how far its tasks are."""
    rows = list(Project.objects.prefetch_related("waves"))
    counts = _task_counts(rows)
    lines = [ProjectLine(row, _real_waves(row), counts[row.pk]) for row in rows]
    context = {
        "lines": lines,
        "may_administer": may(request.user, Right.ADMINISTER),
    }
    return render(request, "projects/list.html", context)


def _real_waves(project: Project) -> list[Wave]:
    return [wave for wave in project.waves.all() if not wave.is_test]


def _task_counts(rows: list[Project]) -> dict[int, TaskCount]:
    """Count the tasks outside the bin, in one query for all the projects."""
    tasks = KlikTask.objects.kept().filter(project__in=rows).order_by()
    found = Counter(
        {
            (project, Status(status)): number
            for project, status, number in tasks.values_list("project", "status").annotate(
                Count("pk")
            )
        }
    )
    return {row.pk: _task_count(row.pk, found) for row in rows}


def _task_count(project_pk: int, found: Counter[tuple[int | None, Status]]) -> TaskCount:
    steps = [(label, found[project_pk, status]) for status, label in STATUS_LABELS.items()]
    total = sum(number for _, number in steps)
    return TaskCount(total, tuple((label, number) for label, number in steps if number))


@require_safe
def project_detail(request: PersonRequest, pk: int) -> HttpResponse:
    """All about one project: facts, waves, frozen zones, prefixes and the way to its tasks."""
    rows = Project.objects.select_related("default_phase", "default_theme")
    project = get_object_or_404(rows.prefetch_related("frozen_zones"), pk=pk)
    waves = project.waves.annotate(size=Count("municipalities"))
    context = project_context(project, "project_detail") | {
        "waves": waves.order_by("is_test", F("go_live").asc(nulls_last=True), "name"),
        "shared": shared_in_words(project),
        "zones": project.frozen_zones.all(),
        "overlaps": overlapping(project.schedule_zones()),
        "prefixes": project.prefixes.all(),
        "podio_tasks": KlikTask.objects.only_in_podio().filter(project=project),
        "tasks": _task_counts([project])[project.pk],
        "may_administer": may(request.user, Right.ADMINISTER),
        "may_write": may(request.user, Right.WRITE),
        "may_publish": may(request.user, Right.PUBLISH),
    }
    return render(request, "projects/detail.html", context)


@require_http_methods(["GET", "POST"])
def project_new(request: PersonRequest) -> HttpResponse:
    """Create a project; its test wave comes with it."""
    person = person_with(request, Right.ADMINISTER)
    form = ProjectForm(typed(request))
    if project := form.carry_out(lambda: projects.create_project(person, form.values())):
        messages.success(request, f"{project} er oprettet med en testbølge.")
        return redirect("project_detail", project.pk)
    return render(request, "projects/project_form.html", {"form": form, "project": None})


@require_http_methods(["GET", "POST"])
def project_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a project's facts and what its new tasks begin with."""
    project = get_object_or_404(Project, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = ProjectForm(typed(request), row=project)
    if form.carry_out(lambda: projects.change_project(person, pk, form.seen, form.values())):
        messages.success(request, "Projektet er gemt.")
        return redirect("project_detail", pk)
    return render(request, "projects/project_form.html", {"form": form, "project": project})
