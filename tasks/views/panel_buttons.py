"""The buttons of Tjek: they come with the whole form, so what was typed is saved first."""

from collections.abc import Collection

from django.contrib import messages

from tasks import checking, guide
from tasks.actions import findings, fixing
from tasks.actions.refusal import Refused
from tasks.models import KlikTask
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.check_panel import REASONS

BUTTONS = frozenset({"fix", "fix_all", "keep", "unkeep"})


def press_panel_buttons(request: PersonRequest, task: KlikTask, unsaved: Collection[str]) -> str:
    """Fix, keep or unkeep on what was just saved; return the key of the field that was fixed.

    Raises Refused when the finding is gone, the person may not, or the field is one of the
    ``unsaved``: what is typed there is not what would be fixed.
    """
    data, fixed = request.POST, ""
    if data.get("fix") or data.get("fix_all"):
        fixed = _fix(request, task, unsaved)
    if data.get("keep"):
        messages.success(request, keep(request, checking.check_task(task), task.pk))
    if data.get("unkeep"):
        findings.unkeep_finding(request.user, task.pk, whole_number(data["unkeep"]))
    return fixed


def _fix(request: PersonRequest, task: KlikTask, unsaved: Collection[str]) -> str:
    data, person = request.POST, request.user
    key, _, number = data.get("fix", "").rpartition("#")
    key = key or data.get("fix_all", "")
    if (field := fixing.field_of(key)) in unsaved:
        label = guide.label_of(field)
        raise Refused(f"{label} er ikke gemt endnu. Vælg først, hvad der skal stå dér.")
    if data.get("fix"):
        done = fixing.apply_fix(person, task.pk, key, whole_number(number))
    else:
        done = fixing.apply_all(person, task.pk, key)
    messages.success(request, fixed_sentence(done))
    return done.field


def fixed_sentence(done: fixing.Fixed) -> str:
    """Say what was mended, and what was not because it overlapped."""
    said = "Teksten er rettet." if done.count == 1 else f"{done.count} steder er rettet."
    if not done.skipped:
        return said
    left = "1 sted" if done.skipped == 1 else f"{done.skipped} steder"
    return f"{said} {left} gik ind over et andet. Se efter i Tjek, og ret det for sig."


def keep(request: PersonRequest, result: checking.CheckResult, pk: int) -> str:
    """Keep the finding, or the whole line, that the button names; return what was done."""
    data = request.POST
    key, _, reason = data["keep"].rpartition("#")
    found = fixing.find_all(result, key)
    words = REASONS.get(reason) or data.get(f"keep_other:{key}", "")
    whole = f"keep_project:{key}" in data
    findings.keep_findings(request.user, pk, found, words, whole_project=whole)
    if whole:
        return "Teksten er beholdt her. Godkenderen afgør, om det skal gælde hele projektet."
    return "Teksten er beholdt. Godkenderen ser din grund."
