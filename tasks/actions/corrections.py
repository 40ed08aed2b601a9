"""Put a slip right in an approved text: a small correction keeps the approval, others do not."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from tasks import checking, guide
from tasks.actions import review
from tasks.actions.derived import refresh_derived
from tasks.actions.drafts import save_task
from tasks.actions.locking import locked_task, record, require_revision
from tasks.actions.refusal import Refused, require
from tasks.actions.sittings import leave_version
from tasks.corrections import Why, why_not_small
from tasks.models import EventKind, KlikTask, Person, Role
from tasks.permissions import can_correct
from tasks.style import Finding


class NotSmall(Refused):
    """Nothing was written: the change needs a new approval, for these reasons."""

    def __init__(self, reasons: tuple[Why, ...]) -> None:
        super().__init__(" ".join(why.sentence for why in reasons))
        self.reasons = reasons


@transaction.atomic
def correct(person: Person, pk: int, seen: int, field: str, html: str) -> KlikTask:
    """Write a small correction of one prose field; the approval goes on to the new revision.

    It is measured from the text that was approved, so many small ones never add up to a large
    one. The text as it stands changes nothing. Raises NotSmall, Stale, or Refused when the text
    is not approved.
    """
    task = _locked(person, pk, seen, field)
    old = getattr(task, field)
    if html == old:
        return task
    if reasons := why_not_in(task, field, html):
        raise NotSmall(reasons)
    now = timezone.now()
    task.revision += 1
    task.approved_revision = task.revision
    setattr(task, field, html)
    task.field_revisions |= {field: task.revision}
    task.updated_at = now
    task.save()
    task = refresh_derived(task.pk)
    leave_version(task, person, now, None)
    record(task, EventKind.SMALL, person, now, fields={field: [old, html]})
    return task


@transaction.atomic
def reopen_with(person: Person, pk: int, seen: int, field: str, html: str) -> KlikTask:
    """Open an approved text for changes, with the first change in it; it must be approved again."""
    _locked(person, pk, seen, field)
    review.reopen(person, pk, seen)
    return save_task(person, pk, seen, {field: html}).task


def _locked(person: Person, pk: int, seen: int, field: str) -> KlikTask:
    task = locked_task(pk)
    require(can_correct(person, task))
    require_revision(task, seen)
    if field not in guide.PROSE_KEYS:
        raise Refused("Kun tekstfelterne kan rettes efter godkendelse.")
    return task


def why_not_in(task: KlikTask, field: str, html: str) -> tuple[Why, ...]:
    """Return why a new text of a field needs a new approval; nothing when it is a small change."""
    roles = Role.objects.values_list("name", flat=True)
    new = _new_findings(task, field, html)
    approved = {field: approved_text(task, field)}
    return why_not_small(approved, {field: html}, roles=roles, new_findings=new)


def approved_text(task: KlikTask, field: str) -> str:
    """Return the HTML of a field as somebody read and approved it."""
    approval = task.approvals.first()
    if approval is None:
        return str(getattr(task, field))
    return str(task.version_with(approval.revision).content[field])


def _new_findings(task: KlikTask, field: str, html: str) -> int:
    """How many findings the text would have which it has not now."""
    kept = checking.kept_rows(task, task.project)
    values = task.values()
    before = checking.check_values(values, kept, task=task).of_text()
    after = checking.check_values(values | {field: html}, kept, task=task).of_text()
    return (_counted(after.standing) - _counted(before.standing)).total()


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((found.rule, found.field, found.phrase) for found in findings)
