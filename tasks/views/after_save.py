"""What follows a save: the button that was pressed decides, and nothing typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tasks import checking, drafting, guide
from tasks.actions import review
from tasks.actions.drafts import SaveOutcome
from tasks.actions.refusal import Refused
from tasks.forms.submit import SubmitForm
from tasks.forms.task import TaskForm
from tasks.forms.task_values import show_stored
from tasks.models import KlikTask
from tasks.permissions import names_in_words, reviewers_for
from tasks.reference import PARTS
from tasks.views import form_page
from tasks.views.asking import PersonRequest
from tasks.views.conflicts import (
    JOINED,
    ShownConflict,
    joined,
    put_on_fields,
    shown_conflicts,
)
from tasks.views.copying import open_copy
from tasks.views.frame import say_refusal
from tasks.views.panel_buttons import BUTTONS, press_panel_buttons


def with_choices(
    request: PersonRequest, values: dict[str, Any], stored: drafting.Values
) -> dict[str, Any]:
    """Follow what the person chose for a field two have changed: *Brug Rikkes*, *Skriv sammen*."""
    theirs, both = (request.POST.get(name, "") for name in ("use_theirs", "use_both"))
    dropped = PARTS if theirs == guide.REFERENCE_KEY else (theirs,)
    kept = {key: value for key, value in values.items() if key not in dropped}
    if both in JOINED and both in kept:
        kept[both] = joined(both, kept[both], stored[both])
    return kept


def answer(request: PersonRequest, form: TaskForm, outcome: SaveOutcome) -> HttpResponse:
    """Go on after a save; what could not be stored stays in the form and is said to be unsaved."""
    conflicts = shown_conflicts(form.values(), outcome, request.user)
    put_on_fields(form, outcome, request.user)
    task = outcome.task
    try:
        press_panel_buttons(request, task, form.errors.keys())
    except Refused as refusal:
        say_refusal(request, refusal)
    if form.errors:
        task = KlikTask.objects.with_parts().get(pk=task.pk)
        show_stored(form, task.values())
        return _unsaved(request, task, form, conflicts)
    if outcome.has_unseen and request.POST.get("action") == "submit":
        return _read_first(request, task)
    return _BUTTONS.get(request.POST.get("action", ""), _saved)(request, task)


def _read_first(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """Nobody sends a text they have not been shown."""
    messages.warning(
        request,
        "Det er gemt, men ikke sendt: Andre har også rettet i opgaven, siden du åbnede den. "
        "Læs den igennem, og send den så.",
    )
    return redirect("task_edit", task.pk)


def _unsaved(
    request: PersonRequest, task: KlikTask, form: TaskForm, conflicts: list[ShownConflict]
) -> HttpResponse:
    """The form as typed, over a task where the rest is saved."""
    labels = [form.fields[key].label for key in form.errors if key in form.fields]
    if labels:
        named = names_in_words([f"”{label}”" for label in labels])
        messages.warning(request, f"Resten er gemt. Ikke gemt endnu: {named}.")
    result = checking.check_task(task).of_text()
    return form_page.render_saved(request, task, form, result, conflicts)


def _saved(request: PersonRequest, task: KlikTask) -> HttpResponse:
    pressed = BUTTONS & set(request.POST)
    if not pressed:
        messages.success(request, _saved_sentence(task))
    return redirect(f"{reverse('task_edit', args=[task.pk])}{'#tjek' if pressed else ''}")


def _saved_sentence(task: KlikTask) -> str:
    left = task.errors + task.warnings
    if not left:
        return "Opgaven er gemt."
    things = "denne ene ting" if left == 1 else f"disse {left} ting"
    return f"Opgaven er gemt. Ret {things}, før du sender den."


def _saved_and_next(request: PersonRequest, task: KlikTask) -> HttpResponse:
    messages.success(request, f"”{task}” er gemt. Her er den næste med samme ramme.")
    return redirect(f"{reverse('task_new')}?efter={task.pk}")


def _new_wave(request: PersonRequest, task: KlikTask) -> HttpResponse:
    if task.project is None:
        messages.warning(request, "Opgaven er gemt. Vælg et projekt, før du opretter en bølge.")
        return redirect("task_edit", task.pk)
    return redirect(f"{reverse('wave_new', args=[task.project.pk])}?opgave={task.pk}")


def _new_podio_task(request: PersonRequest, task: KlikTask) -> HttpResponse:
    if task.project is None:
        messages.warning(request, "Opgaven er gemt. Vælg et projekt, før du tilføjer en opgave.")
        return redirect("task_edit", task.pk)
    field = request.POST["action"].removeprefix("podio_task_for_")
    url = reverse("podio_task_new", args=[task.project.pk])
    return redirect(f"{url}?opgave={task.pk}&som={field}")


def _submitted(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """The submit door, with every standing ERROR on its field."""
    form = SubmitForm(request.POST, task=task)
    if not form.is_valid():
        return form_page.render_saved(request, task, form, form.check)
    try:
        review.submit(request.user, task.pk, task.revision)
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect(f"{reverse('task_edit', args=[task.pk])}#tjek")
    names = names_in_words([person.short_name for person in reviewers_for(task)])
    who = f" {names} kan godkende den." if names else " Ingen andre kan godkende den endnu."
    messages.success(request, f"Opgaven er gemt og sendt til godkendelse.{who}")
    return redirect("task_review", task.pk)


_BUTTONS = {
    "save_next": _saved_and_next,
    "new_wave": _new_wave,
    "podio_task_for_prerequisites": _new_podio_task,
    "podio_task_for_related_tasks": _new_podio_task,
    "copy": open_copy,
    "submit": _submitted,
}
