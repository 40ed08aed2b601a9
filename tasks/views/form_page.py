"""The page around the task form: its checks, dates, suggestions and notices."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from tasks import checking, seen
from tasks.connections import connections_of
from tasks.forms.error_list import error_list
from tasks.forms.fields import row_key
from tasks.forms.layout import task_layout
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.guide import SECTIONS, Priority
from tasks.models import Event, EventKind, KlikTask, Theme
from tasks.permissions import can_copy, can_follow_up, can_move, editors_since_approval, may
from tasks.reference import Reference, next_after
from tasks.style import RULES_VERSION
from tasks.views.asking import PersonRequest
from tasks.views.check_panel import panel_context
from tasks.views.check_places import blocks_of, places_context
from tasks.views.conflicts import ShownConflict
from tasks.views.date_table import date_table, wave_changes
from tasks.views.frame import task_context
from tasks.workflow import MOVES, MoveName, Right, Status


def render_new(request: PersonRequest, form: TaskForm, key: UUID | None) -> HttpResponse:
    """The form of a task that is not saved yet."""
    result = checking.check_values(_values(form), []).of_text()
    shown = seen.written(seen.marks_of(empty_values(), 0))
    context = _form_context(request, form, result) | {"creation_key": key, "seen": shown}
    return render(request, "tasks/new.html", context)


def render_saved(
    request: PersonRequest,
    task: KlikTask,
    form: TaskForm,
    result: checking.CheckResult,
    conflicts: Sequence[ShownConflict] = (),
) -> HttpResponse:
    """The form of a saved task; bound, it shows what was typed with what is wrong."""
    context = frame(request, task) | _form_context(request, form, result)
    context |= {
        "revision": task.revision,
        "seen": seen.written(seen.marks_of(task.values(), task.revision)),
        "conflicts": conflicts,
        "sent_back": _sent_back(task),
        "approve_warning": _costs_approval(request, task),
    }
    return render(request, "tasks/edit.html", context)


def frame(request: PersonRequest, task: KlikTask) -> dict[str, Any]:
    """The task's frame with the moves this person can make from here.

    ``copy_key`` is the copy button's own, so that a second press makes no second copy.
    """
    answers = {name.value: can_move(request.user, name, task) for name in MoveName}
    labels = {name.value: MOVES[name].label for name in MoveName}
    copy_key = {"creation_key": uuid4()} if can_copy(request.user, task) else None
    context = {"moves": answers, "move_labels": labels, "copy_key": copy_key}
    context |= {"may_follow_up": can_follow_up(request.user, task)}
    return task_context(task, "task_edit") | context


def _form_context(
    request: PersonRequest, form: TaskForm, result: checking.CheckResult
) -> dict[str, Any]:
    form.helper = task_layout()  # type: ignore[attr-defined]
    can_write = bool(may(request.user, Right.WRITE))
    values = _values(form)
    panel = panel_context(
        result,
        can_act=can_write,
        has_project=values["project"] is not None,
        may_unkeep_all=bool(may(request.user, Right.APPROVE)),
    )
    panel |= places_context(result, blocks_of(values), can_act=can_write)
    return panel | {
        "form": form,
        "sections": SECTIONS[:5],
        "error_list": error_list(form, with_labels=True),
        "dates": date_table(values, form.data),
        "wave_changes": wave_changes(form) if form.is_bound else (),
        "connections": connections_of(values, form.pk),
        "priorities": [(priority, priority.help) for priority in Priority],
        "suggestions": suggestions(form),
        "rules_version": RULES_VERSION,
    }


def _values(form: TaskForm) -> dict[str, Any]:
    """What the form holds, typed over stored."""
    return dict(form.stored) | (form.values() if form.is_bound else {})


def suggestions(form: TaskForm) -> list[tuple[Reference, str]]:
    """Return the next free reference of each prefix of the project, with its meaning."""
    project = form.project_in_form
    if project is None:
        return []
    taken = [task.reference for task in project.tasks.all()]
    meanings = {prefix.prefix: prefix.meaning for prefix in project.prefixes.all()}
    used = {r.prefix: "" for r in taken if r.is_complete and r.prefix not in meanings}
    theme = _chosen_theme(form)
    if theme and theme.abbreviation and theme.abbreviation not in meanings:
        used[theme.abbreviation] = theme.name
    return [(next_after(taken, prefix), meaning) for prefix, meaning in (meanings | used).items()]


def _chosen_theme(form: TaskForm) -> Theme | None:
    key = row_key(form["theme"].value())
    return None if key is None else Theme.objects.filter(pk=key).first()


def _sent_back(task: KlikTask) -> Event | None:
    """The newest ”Sendt tilbage”, while it is the author's turn."""
    if task.status != Status.SENT_BACK:
        return None
    events: QuerySet[Event] = task.events.filter(kind=EventKind.SENT_BACK)
    return events.select_related("actor").first()


def _costs_approval(request: PersonRequest, task: KlikTask) -> bool:
    """Tell a godkender before the first letter: whoever edits cannot approve."""
    if not may(request.user, Right.APPROVE):
        return False
    return request.user.pk not in editors_since_approval(task)
