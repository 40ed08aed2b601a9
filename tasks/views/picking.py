"""Dates picked in the table of *Skriv*: turned into offsets before the form is read."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.views.decorators.http import require_POST

from tasks.forms.picked_day import FIELD_OF, Picked, Which, day_text, name_of, picked_day
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


def with_picked(sent: QueryDict, stored: Mapping[str, Any]) -> tuple[QueryDict, list[Picked]]:
    """Return what was sent with the offsets that dates typed in the table mean, and those dates.

    Without a script whichever button sends the form: a date that is neither the one the page
    came with nor the one the offset gives was typed. (A script turns dates into offsets as they
    are typed, and sends none.) A date that cannot be used stays in its cell.
    """
    changed = sent.copy()
    if proposed := _proposed(sent.get("use_offset", "")):
        changed[proposed.field] = str(proposed.days)
    picks = []
    for which in ("end", "start"):
        values = _values(changed)
        found = [
            (cell, picked_day(cell, text, values))
            for cell, text in _typed(which, changed, values, stored)
        ]
        known = [(cell, picked) for cell, picked in found if picked is not None]
        picked = _one_of([picked for _, picked in known])
        if picked is None:
            continue
        picks.append(picked)
        if picked.days is None:
            changed.setlist(
                "use_kept", [*changed.getlist("use_kept"), *(cell for cell, _ in known)]
            )
        else:
            changed[picked.field] = str(picked.days)
    return changed, picks


def _typed(
    which: Which, sent: QueryDict, values: Mapping[str, Any], stored: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield the cells in which somebody typed, with what they typed."""
    for wave in values["waves"]:
        cell, name = f"{which}-{wave.pk}", name_of(which, wave.pk)
        text = sent.get(name)
        if text is None:
            continue
        shown = {day_text(which, wave, told) for told in (values, stored)}
        if sent.get("use_day") == cell or text.strip() not in shown:
            yield cell, text


def _one_of(picks: list[Picked]) -> Picked | None:
    """The one date that was picked; of several that differ, none."""
    if len({pick.days for pick in picks}) > 1 and not any(pick.problem for pick in picks):
        return Picked(picks[0].field, None, "Du har skrevet flere datoer. Skriv kun én af dem.")
    return next((pick for pick in picks if pick.problem), picks[0] if picks else None)


def tell_of(picks: list[Picked], form: TaskForm) -> None:
    """Say at the field of the offset why a picked date could not be used."""
    for picked in picks:
        if picked.problem:
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
