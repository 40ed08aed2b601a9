"""The buttons of Tjek: they come with the whole form, so what was typed is saved first."""

from django.contrib import messages

from tasks import checking
from tasks.actions import findings, fixing
from tasks.models import KlikTask
from tasks.views.asking import PersonRequest, whole_number
from tasks.views.check_panel import REASONS


def press_panel_buttons(request: PersonRequest, task: KlikTask) -> str:
    """Fix, keep or unkeep on what was just saved; return the key of the field that was fixed.

    Raises Refused when the finding is gone, or the person may not.
    """
    data, fixed = request.POST, ""
    if data.get("fix"):
        key, _, number = data["fix"].rpartition("#")
        outcome = fixing.apply_fix(request.user, task.pk, key, whole_number(number))
        fixed = next(iter(outcome.written), "")
        messages.success(request, "Teksten er rettet.")
    if data.get("keep"):
        key, _, reason = data["keep"].rpartition("#")
        finding = fixing.find(checking.check_task(task), key)
        words = REASONS.get(reason) or data.get(f"keep_other:{key}", "")
        whole = f"keep_project:{key}" in data
        findings.keep_finding(request.user, task.pk, finding, words, whole_project=whole)
        messages.success(request, "Teksten er beholdt. Godkenderen ser din grund.")
    if data.get("unkeep"):
        findings.unkeep_finding(request.user, task.pk, whole_number(data["unkeep"]))
    return fixed
