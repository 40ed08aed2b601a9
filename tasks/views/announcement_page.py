"""The page around the #besked: findings, a text beside it, the task's facts, and sending."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tasks import announcing, checking
from tasks.announcement import WavePeriod, escape_markdown
from tasks.forms.announcement import AnnouncementForm
from tasks.forms.error_list import error_list
from tasks.models import KlikTask
from tasks.permissions import can_announce, can_publish, may
from tasks.views.asking import PersonRequest
from tasks.views.check_panel import panel_context
from tasks.views.check_places import blocks_of, held_back, places_context
from tasks.views.frame import task_context
from tasks.workflow import Right, Stage

PAGE = "task_announcement"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence on top of the form; the kind is ”info” or ”warning”."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What a text beside the typed one is, and the button that puts it in."""

    title: str
    button: str


PROPOSAL = Beside("Forslaget", "Brug forslaget")
BEFORE = Beside("Teksten før", "Brug teksten før")
_OTHER = Beside("Den anden tekst", "Brug den anden tekst")


def theirs(name: str) -> Beside:
    """Somebody else's newer text."""
    return Beside(f"Det, {name} har gemt", f"Brug det, {name} har gemt")


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave's dates as they are compared with the text; ``days`` counts from the first day."""

    period: WavePeriod
    days: int | None
    is_short: bool


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related task, its earliest start, and whether the municipalities can see it."""

    task: KlikTask
    start: date | None
    is_unpublished: bool


def announcement_page(
    request: PersonRequest,
    task: KlikTask,
    form: AnnouncementForm,
    notice: Notice | None = None,
    beside: Beside | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Answer with the whole page; ``beside`` names the text in the form's field ``other``."""
    typed, topic, other = _typed(form)
    may_write = can_announce(request.user, task)
    for name in () if may_write else ("topic", "announcement"):
        form.fields[name].widget.attrs["readonly"] = True
    context = {
        **task_context(task, PAGE),
        **_findings(request, task, typed),
        **_facts(task),
        **_sending(request, task, typed),
        "form": form,
        "error_list": error_list(form),
        "notice": notice,
        "beside": (beside or _OTHER) if other.strip() else None,
        "other": other,
        "has_text": bool(typed.strip()),
        "has_unsaved": (typed, topic) != (task.announcement.text, task.announcement.topic),
        "may_write": may_write,
    }
    return render(request, "tasks/announcement.html", context, status=status)


def _typed(form: AnnouncementForm) -> tuple[str, str, str]:
    """Return text, topic and the text beside as they stand in the form."""
    text, topic, other = (
        str(form[name].value() or "").replace("\r\n", "\n")
        for name in ("announcement", "topic", "other")
    )
    return text, topic, other


def findings_alone(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Answer with what there is to look at in the typed text, while one types."""
    typed, _, _ = _typed(form)
    context = _findings(request, task, typed)
    return render(request, "tasks/_announcement_findings.html", context)


def _findings(request: PersonRequest, task: KlikTask, typed: str) -> dict[str, Any]:
    kept, values = checking.kept_rows(task, task.project), task.values()
    result = checking.check_values(values, kept, typed, task).of_announcement()
    beside = announcing.beside_slots(result)
    slots = tuple(dict.fromkeys(announcing.open_slots(typed)))
    can_act = bool(can_announce(request.user, task))
    blocks = blocks_of(values, typed)
    held = held_back(beside.standing, blocks, request.POST.get("typing", ""))
    panel = panel_context(
        beside,
        can_act=can_act,
        has_project=task.project is not None,
        may_unkeep_all=bool(may(request.user, Right.APPROVE)),
        held=held,
    )
    panel |= places_context(beside, blocks, can_act=can_act, held=held, sent=request.POST)
    return panel | {"slots": slots}


def _facts(task: KlikTask) -> dict[str, Any]:
    """What the author compares the text with."""
    facts = announcing.facts_of(task, timezone.localdate())
    related = announcing.related_tasks(task)
    hidden = announcing.unpublished(related)
    return {
        "wave_lines": [
            WaveLine(
                period,
                announcing.days_to_do_it(period, facts.today),
                announcing.is_short(period, facts),
            )
            for period in facts.tasks[0].periods
        ],
        "related_lines": [
            RelatedLine(other, told.start, other.pk in hidden)
            for other, told in zip(related, facts.related, strict=True)
        ],
    }


def _sending(request: PersonRequest, task: KlikTask, typed: str) -> dict[str, Any]:
    """The saved text as Podio takes it; a text that is not saved is never copied."""
    stored, publication = task.announcement, task.publication
    is_saved = typed == stored.text and bool(typed.strip())
    markdown = escape_markdown(stored.text) if is_saved else ""
    return {
        "markdown": markdown,
        "has_escapes": markdown.count("\\") > typed.count("\\"),
        "may_mark": can_publish(request.user, task),
        "is_published": publication.stage == Stage.PUBLISHED,
        "is_announced": publication.stage == Stage.ANNOUNCED,
        "is_changed_since": publication.announced_text != stored.text,
    }
