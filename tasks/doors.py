"""What keeps a text from going on: one answer for the page's button and for the action."""

from tasks.checking import CheckResult, Kept
from tasks.guide import label_of
from tasks.style import Severity


def submit_hindrance(result: CheckResult) -> str:
    """Say why the text cannot be sent: an ERROR or a WARNING stands; empty when nothing does.

    Hints count at no door.
    """
    left = len(result.errors) + len(result.warnings)
    if not left:
        return ""
    return f"Ret eller behold {_things(left)} i teksten først. Du ser dem under Tjek."


def approve_hindrance(result: CheckResult) -> str:
    """Say why the text cannot be approved: as for sending, or an ERROR's reason is not accepted."""
    left = len(result.errors) + len(result.warnings)
    if left:
        return f"{_things(left)} i teksten skal rettes eller beholdes først. Send opgaven tilbage."
    waiting = {kept.row.pk: kept for kept in result.kept if _waits(kept)}
    if not waiting:
        return ""
    if len(waiting) > 1:
        return f"Godtag de {len(waiting)} begrundelser først, eller bed om rettelse."
    (kept,) = waiting.values()
    where = label_of(kept.finding.field)
    what = f"”{kept.finding.phrase}” i {where}" if kept.finding.phrase else where
    return f"Godtag begrundelsen for {what} først, eller bed om rettelse."


def _waits(kept: Kept) -> bool:
    """A kept WARNING is accepted with the approval itself; an ERROR needs a yes of its own."""
    return kept.finding.severity is Severity.ERROR and not kept.row.is_accepted


def _things(count: int) -> str:
    return "1 ting" if count == 1 else f"{count} ting"
