"""Dates picked in the table of *Skriv*: turned into offsets before the form is read."""

from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.views.decorators.http import require_POST

from tasks.forms.picked_day import FIELD_OF, Picked, picked_day
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.models.task import OFFSET_MAX
from tasks.views.asking import PersonRequest, person_with
from tasks.workflow import Right


@require_POST
def task_pick_day(request: PersonRequest) -> HttpResponse:
    """Answer the offset that a picked date means, or what is wrong with it; nothing is saved."""
    person_with(request, Right.WRITE)
    picked = _picked(request.POST)
    if picked is None:
        return JsonResponse({"problem": "Bølgen er ikke valgt længere."})
    if picked.problem:
        return JsonResponse({"problem": picked.problem})
    return JsonResponse({"field": picked.field, "days": picked.days})


def with_picked(sent: QueryDict) -> tuple[QueryDict, Picked | None]:
    """Return what was sent with the offset the pressed button means, and what was picked.

    Without a script the buttons *Brug datoen* and those of the nearest free dates send the form.
    """
    if "use_day" in sent:
        picked = _picked(sent)
    elif "use_offset" in sent:
        picked = _proposed(sent.get("use_offset", ""))
    else:
        return sent, None
    if picked is None or picked.days is None:
        return sent, picked
    changed = sent.copy()
    changed[picked.field] = str(picked.days)
    return changed, picked


def tell_of(picked: Picked | None, form: TaskForm) -> None:
    """Say at the field of the offset why a picked date could not be used."""
    if picked is not None and picked.problem:
        form.add_error(picked.field, picked.problem)


def _picked(sent: QueryDict) -> Picked | None:
    cell = sent.get("use_day", "")
    typed = sent.get(f"use_day_{cell.replace('-', '_')}", "")
    return picked_day(cell, typed, _values(sent))


def _values(sent: QueryDict) -> dict[str, Any]:
    empty = empty_values()
    form = TaskForm(sent, stored=empty)
    form.is_valid()
    return dict(empty) | form.values()


def _proposed(text: str) -> Picked | None:
    field, _, days = text.partition(":")
    if field not in FIELD_OF.values():
        return None
    digits = days.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and int(digits[:9] or 0) <= OFFSET_MAX):
        return None
    return Picked(field, int(days))
