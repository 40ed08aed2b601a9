"""Waves: a form of their own, also reached from inside a task that needs a new one."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tasks.actions import waves
from tasks.actions.refusal import Refused
from tasks.forms.wave import WaveForm
from tasks.models import KlikTask, Person, Project, Wave
from tasks.views.asking import PersonRequest, person_with, typed
from tasks.views.frame import say_refusal, waiting_task
from tasks.views.moves import asks_before_moving, page_after_moving, shown_plan
from tasks.views.wave_notices import tell_about, told_of
from tasks.workflow import Right


@require_http_methods(["GET", "POST"])
def wave_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Create a wave in a project; with ?opgave= it is chosen for that task, and one goes back."""
    project = get_object_or_404(Project, pk=pk)
    person = person_with(request, Right.WRITE)
    task = waiting_task(request, project)
    form = WaveForm(typed(request), project=project, can_be_test=task is None)
    if wave := form.carry_out(lambda: _create(person, project, task, form)):
        return _created(request, wave, task, form.repeated)
    context = {"form": form, "project": project, "wave": None, "task": task}
    context |= {"waves": project.waves.filter(is_test=False)}
    return render(request, "projects/wave_form.html", context)


def _create(person: Person, project: Project, task: KlikTask | None, form: WaveForm) -> Wave:
    if task is None:
        return waves.create_wave(person, project.pk, form.values())
    return waves.create_wave_for_task(person, task.pk, form.values())


def _created(
    request: PersonRequest, wave: Wave, task: KlikTask | None, repeated: Sequence[str]
) -> HttpResponse:
    and_chosen = " og valgt på opgaven" if task else ""
    messages.success(request, f"{wave} er oprettet{and_chosen}.")
    tell_about(request, wave, repeated)
    if task is not None:
        return redirect(f"{reverse('task_edit', args=[task.pk])}#div_id_waves")
    if "opgave" in request.GET:
        messages.warning(request, "Bølgen er ikke valgt på opgaven, for den kan ikke rettes nu.")
    return redirect("project_detail", wave.project_id)


@require_http_methods(["GET", "POST"])
@asks_before_moving
def wave_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a wave; the dates of its tasks move with its go-live."""
    rows = Wave.objects.select_related("project").prefetch_related("municipalities")
    wave = get_object_or_404(rows, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = WaveForm(typed(request), project=wave.project, row=wave)
    if saved := form.carry_out(
        lambda: waves.change_wave(person, pk, form.seen, form.values(), shown_plan(request))
    ):
        messages.success(request, "Bølgen er gemt.")
        tell_about(request, saved, form.repeated)
        return redirect(page_after_moving(request), wave.project_id)
    context = {"form": form, "project": wave.project, "wave": wave, "task": None}
    context |= {"users": waves.tasks_in_words(wave), "why_kept": waves.why_kept(wave)}
    context |= {"shared": told_of(wave)}
    return render(request, "projects/wave_form.html", context)


@require_POST
def wave_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Remove a wave no task uses."""
    wave = get_object_or_404(Wave, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    try:
        waves.remove_wave(person, pk)
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect("wave_edit", pk)
    messages.success(request, f"{wave} er fjernet.")
    return redirect("project_detail", wave.project_id)


@require_POST
def wave_in_podio(request: PersonRequest, pk: int) -> HttpResponse:
    """Tick that a wave is made in Podio, or take the tick away again."""
    wave = get_object_or_404(Wave, pk=pk)
    person = person_with(request, Right.PUBLISH)
    is_there = "undo" not in request.POST
    waves.mark_in_podio(person, pk, is_there=is_there)
    done = "markeret som oprettet i Podio" if is_there else "ikke længere markeret som oprettet"
    messages.success(request, f"{wave} er {done}.")
    return redirect(f"{reverse('project_detail', args=[wave.project_id])}#boelger")
