"""The page around the #besked: findings, a text beside it, the task's facts, and sending."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpResponse
from django.shortcuts import render

from tasks import announcing, checking
from tasks.announcement import Kind, Snapshot, escape_markdown
from tasks.forms.announcement import AnnouncementForm
from tasks.forms.error_list import error_list
from tasks.models import KlikTask
from tasks.permissions import can_announce, can_publish, may, names_in_words
from tasks.views.announcement_facts import (
    Around,
    Asked,
    around,
    facts_context,
    is_out,
    is_sent_as,
    optional_context,
    stale_context,
)
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.check_panel import panel_context
from tasks.views.check_places import blocks_of, held_back, places_context
from tasks.views.frame import task_context
from tasks.workflow import Right, Stage

PAGE = "task_announcement"
_BARRED = 20  # tasks that cannot be covered, named with the reason; more are counted


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
    typed, _, other = _typed(form)
    found = around(task, asked_in(form, task))
    context = {
        **task_context(task, PAGE),
        **_findings(request, task, typed),
        **facts_context(task, found),
        **stale_context(task, found, facts_in(form), typed),
        **optional_context(found),
        **_covering(task, found, form),
        **_sending(request, task, typed, found),
        **_form(request, task, form, found),
        "notice": notice,
        "beside": (beside or _OTHER) if other.strip() else None,
    }
    return render(request, "tasks/announcement.html", context, status=status)


def _form(
    request: PersonRequest, task: KlikTask, form: AnnouncementForm, found: Around
) -> dict[str, Any]:
    """The form with what is typed in it; whoever may not write can read and copy it."""
    typed, _, other = _typed(form)
    may_write = can_announce(request.user, task)
    for name in () if may_write else ("topic", "announcement"):
        form.fields[name].widget.attrs["readonly"] = True
    return {
        "form": form,
        "error_list": error_list(form),
        "other": other,
        "has_text": bool(typed.strip()),
        "has_unsaved": bool(may_write) and _is_unsaved(task, form, found),
        "may_write": may_write,
    }


def _is_unsaved(task: KlikTask, form: AnnouncementForm, found: Around) -> bool:
    row, (typed, topic, _), facts = task.announcement, _typed(form), facts_in(form)
    if (typed, topic, found.facts.kind) != (row.text, row.topic, row.kind):
        return True
    if typed.strip() and facts not in (None, row.facts):
        return True
    return {other.pk for other in found.others} != set(row.covers.values_list("pk", flat=True))


def asked_in(form: AnnouncementForm, task: KlikTask) -> Asked:
    """What the form asks for now; what it does not say is as it was saved."""
    kind = str(form["kind"].value() or task.announcement.kind)
    offered = {key for key, _ in form.fields["covers"].choices}  # type: ignore[attr-defined]
    ticked = {whole_number(str(key)) for key in form["covers"].value() or ()}
    known = Kind(kind) if kind in set(Kind) else Kind.NEW
    return Asked(known, _typed(form)[1], tuple(sorted(ticked & offered)))


def facts_in(form: AnnouncementForm) -> Snapshot | None:
    """The facts the form's text was made from."""
    field = form.fields["facts"]
    return cast("Snapshot | None", field.to_python(field.prepare_value(form["facts"].value())))


def _covering(task: KlikTask, found: Around, form: AnnouncementForm) -> dict[str, Any]:
    """Which other tasks the message tells of, and why some cannot be among them."""
    barred = [choice for choice in form.choices if choice.obstacles]
    return {
        "others": found.others,
        "barred": barred[:_BARRED],
        "barred_left": max(0, len(barred) - _BARRED),
        "master": task.announcement.master,
    }


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


def _only_on_test(task: KlikTask, found: Around) -> str:
    """Say that a task of the message lies on the test wave alone; nothing when none does."""
    tasks = [task, *found.others]
    names = [each.short_name for each in tasks if each.publication.stage == Stage.ON_TEST]
    if not names:
        return ""
    who = "Opgaven ligger" if names == [task.short_name] else f"{names_in_words(names)} ligger"
    return f"{who} kun på testbølgen."


def _sending(request: PersonRequest, task: KlikTask, typed: str, found: Around) -> dict[str, Any]:
    """The saved text as Podio takes it; a text that is not saved is never copied."""
    stored, publication = task.announcement, task.publication
    is_saved = typed == stored.text and bool(typed.strip())
    markdown = escape_markdown(stored.text) if is_saved else ""
    return {
        "markdown": markdown,
        "has_escapes": markdown.count("\\") > typed.count("\\"),
        "may_mark": can_publish(request.user, task),
        "is_to_be_sent": is_out(task) and not is_sent_as(task, stored.text),
        "is_announced": publication.stage == Stage.ANNOUNCED,
        "only_on_test": _only_on_test(task, found),
        "is_changed_since": publication.announced_text != stored.text,
        "sent": list(task.sent_messages.select_related("sent_by", "master")),
    }
