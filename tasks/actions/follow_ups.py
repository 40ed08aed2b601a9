"""Follow a task up: who does it, by when, and that it is done. Never part of the approved text."""

from django.db import transaction
from django.utils import timezone

from tasks.actions.derived import refresh_derived
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, Stale, require
from tasks.models import EventKind, FollowedUp, FollowedUpBy, FollowUp, KlikTask, Person
from tasks.permissions import can_follow_up, can_mark_followed_up


def follow_up_key(row: FollowUp | None) -> str:
    """Return what a page remembers of the follow-up it showed: ”kombit:7”; "" for none."""
    if row is None:
        return ""
    return f"{row.by}:{'' if row.days_before is None else row.days_before}"


@transaction.atomic
def set_follow_up(person: Person, pk: int, shown: str, by: str, days_before: int | None) -> bool:
    """Choose who follows the task up; an empty ``by`` takes it away. Tell whether anything changed.

    ``shown`` is the ``follow_up_key`` the page showed. Raises Stale when somebody has chosen
    something else meanwhile; choosing what is chosen already changes nothing.
    """
    task = locked_task(pk)
    require(can_follow_up(person, task))
    row = FollowUp.objects.filter(task=task).first()
    wanted = FollowUp(task=task, by=by, days_before=days_before) if by else None
    if follow_up_key(row) == follow_up_key(wanted):
        return False
    if follow_up_key(row) != shown:
        raise Stale("En anden har ændret opfølgningen, siden du åbnede siden. Se den, og gem igen.")
    if wanted is not None:
        wanted.save(force_insert=row is None)
    elif row is not None:
        row.delete()
    _tell(person, task, wanted)
    refresh_derived(pk)
    return True


def _tell(person: Person, task: KlikTask, row: FollowUp | None) -> None:
    by = FollowedUpBy(row.by).label if row else ""
    days = row.days_before if row else None
    record(task, EventKind.FOLLOW_UP, person, timezone.now(), by=by, days=days)


@transaction.atomic
def mark_followed_up(person: Person, pk: int, wave_pk: int) -> bool:
    """Note that the task is followed up in a wave; twice is once. Tell whether it was new.

    Raises Refused as well when no municipality sees the task yet.
    """
    task = locked_task(pk)
    require(can_mark_followed_up(person, task))
    wave = task.waves.filter(is_test=False, pk=wave_pk).first()
    if wave is None:
        raise Refused("Opgaven er ikke længere i bølgen. Se listen igen.")
    now = timezone.now()
    _, is_new = FollowedUp.objects.get_or_create(
        task=task, wave=wave, defaults={"done_by": person, "done_at": now}
    )
    if is_new:
        record(task, EventKind.FOLLOW_UP, person, now, wave=wave.name)
    return is_new


@transaction.atomic
def mark_not_followed_up(person: Person, pk: int, wave_pk: int) -> bool:
    """Take the note back; without one it stays so. Tell whether there was one."""
    task = locked_task(pk)
    require(can_follow_up(person, task))
    row = FollowedUp.objects.filter(task=task, wave=wave_pk).select_related("wave").first()
    if row is None:
        return False
    row.delete()
    told = {"wave": row.wave.name, "taken_back": True}
    record(task, EventKind.FOLLOW_UP, person, timezone.now(), **told)
    return True
