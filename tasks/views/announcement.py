"""#besked: write it, have it proposed from the task's facts, mend what is amiss, and save it."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tasks import checking
from tasks.actions.announcements import (
    fix_announcement,
    fix_whole_line,
    leave_combined,
    save_announcement,
)
from tasks.actions.findings import unkeep_finding
from tasks.actions.refusal import Refused, Stale
from tasks.announcement import (
    Kind,
    Snapshot,
    from_snapshot,
    news_in,
    open_news,
    propose,
    refresh,
    to_snapshot,
    with_news,
)
from tasks.correcting import moves_to_tell
from tasks.covering import choices_for
from tasks.danish_dates import clock
from tasks.forms.announcement import AnnouncementForm
from tasks.models import KlikTask
from tasks.views.announcement_facts import around, facts_like
from tasks.views.announcement_page import (
    BEFORE,
    PAGE,
    PROPOSAL,
    Notice,
    announcement_page,
    asked_in,
    findings_alone,
    theirs,
)
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.frame import fetch_task, say_refusal
from tasks.views.panel_buttons import fixed_sentence, keep

Verb = Callable[[PersonRequest, KlikTask, AnnouncementForm], HttpResponse]

_UNSAVED = Notice("info", "Forslaget er ikke gemt endnu. Læs det igennem, ret det til, og gem.")
_SAME = Notice("info", "Din tekst er allerede som forslaget.")
_BESIDE = Notice("info", "Din tekst er ikke rørt. Forslaget står ved siden af eller lige under.")
_REFRESHED = Notice("info", "Beskeden er opdateret. Læs beskeden igennem, og gem.")
_ACCEPTED = Notice("info", "Beskeden regnes nu for rigtig. Gem, så det bliver husket.")
_PARTLY = Notice("warning", "Noget fandt ikke plads i din tekst. Skriv det selv ind, og gem.")
_SWAPPED = Notice("info", "Teksterne har byttet plads. Der er ikke gemt noget endnu.")


@require_http_methods(["GET", "HEAD", "POST"])
def task_announcement(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the #besked, or do what the pressed button says."""
    task = fetch_task(pk)
    if request.method != "POST":
        return _show(request, task)
    action = request.POST.get("action", "save")
    if action == "leave":
        return _leave(request, task)
    form = AnnouncementForm(request.POST, choices=choices_for(task))
    if action == "check":
        return findings_alone(request, task, form)
    if not form.is_valid():
        return announcement_page(request, task, form)
    return _VERBS.get(action, _save)(request, task, form)


def _show(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """Show what is saved; with ?flyttet=, the message of a moved go-live to write on beside it."""
    moved = _moved_text(task, whole_number(request.GET.get("flyttet", "")))
    if not moved:
        return announcement_page(request, task, _stored_form(task))
    if task.announcement.text.strip():
        beside = _stored_form(task, kind=Kind.CHANGED, other=moved)
        return announcement_page(request, task, beside, _BESIDE, PROPOSAL)
    filled = _stored_form(task, kind=Kind.CHANGED, announcement=moved)
    return announcement_page(request, task, filled, _UNSAVED)


def _moved_text(task: KlikTask, key: int) -> str:
    """The message of a moved go-live the municipalities are still to hear of; else nothing."""
    if key < 1 or task.project is None:
        return ""
    to_tell = moves_to_tell(task.project, timezone.localdate())
    return next((move.text for move in to_tell if move.row.pk == key), "")


def _stored_form(task: KlikTask, **changes: object) -> AnnouncementForm:
    row = task.announcement
    stored = {
        "kind": row.kind,
        "topic": row.topic,
        "announcement": row.text,
        "revision": row.revision,
        "facts": row.facts,
        "covers": list(row.covers.values_list("pk", flat=True)),
    }
    return AnnouncementForm(initial=stored | changes, choices=choices_for(task))


def _changed(form: AnnouncementForm, **changes: object) -> AnnouncementForm:
    """The same form with other values in it, still not saved."""
    return AnnouncementForm(initial=form.cleaned_data | changes, choices=form.choices)


def _leave(request: PersonRequest, task: KlikTask) -> HttpResponse:
    """Take the task out of another one's message."""
    try:
        leave_combined(request.user, task.pk)
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, "Opgaven er taget ud af den fælles besked.")
    return redirect(PAGE, pk=task.pk)


def _save(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Save what was typed, then do what the findings' buttons say with it."""
    data, person = form.cleaned_data, request.user
    try:
        save_announcement(
            person,
            task.pk,
            data["revision"],
            topic=data["topic"],
            text=data["announcement"],
            kind=data["kind"] or None,
            facts=_facts_to_keep(task, form),
            covers=data["covers"],
        )
    except Stale:
        return _conflict(request, fetch_task(task.pk), form)
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.message)
        return announcement_page(request, task, form)
    try:
        messages.success(request, _press_panel_buttons(request, task.pk))
    except Refused as refusal:
        say_refusal(request, refusal)
    return redirect(PAGE, pk=task.pk)


def _facts_to_keep(task: KlikTask, form: AnnouncementForm) -> Snapshot | None:
    """The facts the text was made from; of one's own words, those that stood beside them."""
    data = form.cleaned_data
    if data["facts"] is not None or not data["announcement"].strip():
        return cast("Snapshot | None", data["facts"])
    return to_snapshot(around(task, asked_in(form, task)).facts)


def _press_panel_buttons(request: PersonRequest, pk: int) -> str:
    """Fix, keep or unkeep a finding of what was just saved; return what was done."""
    data, person = request.POST, request.user
    if data.get("fix"):
        key, _, number = data["fix"].rpartition("#")
        fix_announcement(person, pk, key, whole_number(number))
        return "#besked er rettet og gemt."
    if data.get("fix_all"):
        return fixed_sentence(fix_whole_line(person, pk, data["fix_all"]))
    if data.get("keep"):
        keep(request, checking.check_task(fetch_task(pk)).of_announcement(), pk)
        return "Teksten er beholdt, og grunden står i Forløb."
    if data.get("unkeep"):
        unkeep_finding(person, pk, whole_number(data["unkeep"]))
        return "Det er taget tilbage."
    return f"#besked er gemt kl. {clock(timezone.localtime())}."


def _conflict(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Keep what was typed, and lay what stands beside it; either can be taken and saved."""
    row = task.announcement
    name = row.updated_by.short_name if row.updated_by else "En anden"
    text = f"{name} har også rettet i beskeden. Vælg, hvad der skal stå, og gem igen."
    if row.topic != form.cleaned_data["topic"]:
        text += f" Emnet står gemt som ”{row.topic}”."
    shown = _changed(form, other=row.text, other_facts=row.facts, revision=row.revision)
    notice = Notice("warning", text)
    return announcement_page(request, task, shown, notice, theirs(name), status=409)


def _propose(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Fill an empty form with the proposal; a typed text keeps its place, with it beside."""
    typed = form.cleaned_data["announcement"]
    facts = around(task, asked_in(form, task)).facts
    proposal, made_from = propose(facts), to_snapshot(facts)
    if not typed.strip():
        filled = _changed(form, announcement=proposal, facts=made_from, other="", other_facts=None)
        return announcement_page(request, task, filled, _UNSAVED)
    if typed == proposal:
        same = _changed(form, facts=made_from, other="", other_facts=None)
        return announcement_page(request, task, same, _SAME)
    beside = _changed(form, other=proposal, other_facts=made_from)
    return announcement_page(request, task, beside, _BESIDE, PROPOSAL)


def _swap(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Let the typed text and the one beside it change places, so that neither is lost."""
    data = form.cleaned_data
    swapped = _changed(
        form,
        announcement=data["other"],
        facts=data["other_facts"],
        other=data["announcement"],
        other_facts=data["facts"],
    )
    return announcement_page(request, task, swapped, _SWAPPED, BEFORE)


def _refresh(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Put the new facts into the typed text; what finds no place is shown until it stands there."""
    data = form.cleaned_data
    typed, kept, told = data["announcement"], data["facts"], from_snapshot(data["facts"])
    if told is None:
        return announcement_page(request, task, form)
    now = facts_like(told, around(task, asked_in(form, task)).facts)
    after = refresh(propose(told), propose(now), typed)
    news = open_news(after.text, (*news_in(kept), *after.unplaced))
    before = {"other": typed, "other_facts": kept} if after.text != typed else {}
    made_from = with_news(to_snapshot(now), news)
    shown = _changed(form, announcement=after.text, facts=made_from, **before)
    return announcement_page(request, task, shown, _PARTLY if news else _REFRESHED, BEFORE)


def _accept(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Hold the text against today's facts, as its author finds that it says what it should."""
    told = from_snapshot(form.cleaned_data["facts"])
    if told is None:
        return announcement_page(request, task, form)
    now = facts_like(told, around(task, asked_in(form, task)).facts)
    return announcement_page(request, task, _changed(form, facts=to_snapshot(now)), _ACCEPTED)


_VERBS: dict[str, Verb] = {
    "propose": _propose,
    "swap": _swap,
    "refresh": _refresh,
    "accept": _accept,
}
