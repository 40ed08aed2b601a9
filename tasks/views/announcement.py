"""#besked: write it, have it proposed from the task's facts, mend what is amiss, and save it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tasks import announcing, checking
from tasks.actions.announcements import fix_announcement, fix_whole_line, save_announcement
from tasks.actions.findings import unkeep_finding
from tasks.actions.refusal import Refused, Stale
from tasks.announcement import propose
from tasks.danish_dates import clock
from tasks.forms.announcement import AnnouncementForm
from tasks.models import KlikTask
from tasks.views.announcement_page import (
    BEFORE,
    PAGE,
    PROPOSAL,
    Notice,
    announcement_page,
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
_SWAPPED = Notice("info", "Teksterne har byttet plads. Der er ikke gemt noget endnu.")


@require_http_methods(["GET", "HEAD", "POST"])
def task_announcement(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the #besked, or do what the pressed button says."""
    task = fetch_task(pk)
    if request.method != "POST":
        return announcement_page(request, task, _stored_form(task))
    form, action = AnnouncementForm(request.POST), request.POST.get("action", "save")
    if action == "check":
        return findings_alone(request, task, form)
    if not form.is_valid():
        return announcement_page(request, task, form)
    return _VERBS.get(action, _save)(request, task, form)


def _stored_form(task: KlikTask) -> AnnouncementForm:
    row = task.announcement
    return AnnouncementForm(
        initial={"topic": row.topic, "announcement": row.text, "revision": row.revision}
    )


def _changed(form: AnnouncementForm, **changes: object) -> AnnouncementForm:
    """The same form with other values in it, still not saved."""
    return AnnouncementForm(initial=form.cleaned_data | changes)


def _save(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Save what was typed, then do what the findings' buttons say with it."""
    data, person = form.cleaned_data, request.user
    try:
        save_announcement(
            person, task.pk, data["revision"], topic=data["topic"], text=data["announcement"]
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
    shown = _changed(form, other=row.text, revision=row.revision)
    notice = Notice("warning", text)
    return announcement_page(request, task, shown, notice, theirs(name), status=409)


def _propose(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Fill an empty form with the proposal; a typed text keeps its place, with it beside."""
    typed = form.cleaned_data["announcement"]
    facts = announcing.facts_of(task, timezone.localdate(), form.cleaned_data["topic"])
    proposal = propose(facts)
    if not typed.strip():
        filled = _changed(form, announcement=proposal, other="")
        return announcement_page(request, task, filled, _UNSAVED)
    if typed == proposal:
        return announcement_page(request, task, _changed(form, other=""), _SAME)
    return announcement_page(request, task, _changed(form, other=proposal), _BESIDE, PROPOSAL)


def _swap(request: PersonRequest, task: KlikTask, form: AnnouncementForm) -> HttpResponse:
    """Let the typed text and the one beside it change places, so that neither is lost."""
    data = form.cleaned_data
    swapped = _changed(form, announcement=data["other"], other=data["announcement"])
    return announcement_page(request, task, swapped, _SWAPPED, BEFORE)


_VERBS: dict[str, Verb] = {"propose": _propose, "swap": _swap}
