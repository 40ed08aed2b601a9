"""The godkender's word on what is kept: accept the reason, ask for a mend, take it on for all."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from tasks import checking
from tasks.actions.findings import one_line, refreshed
from tasks.actions.locking import locked_task, record, require_revision
from tasks.actions.refusal import Refused, require
from tasks.models import Dismissal, EventKind, KlikTask, Person, Verdict
from tasks.permissions import can_judge, can_take_on

_GONE = "Begrundelsen er ændret eller taget tilbage. Læs opgaven igen."


@transaction.atomic
def accept_reasons(person: Person, pk: int, seen: int, rows: Iterable[int]) -> int:
    """*Godtag begrundelsen*, or all that were shown; return how many were accepted now.

    One's own among several are left for somebody else. Raises Refused when nothing can be
    accepted, Stale when the text is no longer the one that was read.
    """
    task = locked_task(pk)
    require_revision(task, seen)
    chosen = _rows(task, rows)
    mine = [kept.row for kept in chosen if can_judge(person, task, kept.row)]
    if not mine:
        require(can_judge(person, task, chosen[0].row))
    now = timezone.now()
    written = _accept(person, now, mine)
    if written:
        told = [kept for kept in chosen if kept.row.pk in written]
        _record(task, EventKind.REASON_ACCEPTED, person, now, told)
        refreshed(task, whole_project=False)
    return len(written)


@transaction.atomic
def refuse_reason(person: Person, pk: int, seen: int, row_pk: int, words: str) -> KlikTask:
    """*Bed om rettelse*: the finding stands again, with what the godkender asks for, if anything.

    A proposal for the whole project falls with it. Sending the task back is a press of its own.
    """
    task = locked_task(pk)
    require_revision(task, seen)
    kept = _rows(task, [row_pk])
    row = kept[0].row
    require(can_judge(person, task, row))
    if row.is_refused:
        return task
    now, words = timezone.now(), one_line(words)
    Dismissal.objects.filter(pk=row.pk).update(
        verdict=Verdict.REFUSED, judged_by=person, judged_at=now, words=words, is_proposed=False
    )
    _record(task, EventKind.REASON_REFUSED, person, now, kept, message=words)
    return refreshed(task, whole_project=False)


@transaction.atomic
def take_on(person: Person, pk: int, seen: int, row_pk: int) -> KlikTask:
    """*Godtag for hele projektet*: from now on it is kept in all the project's tasks."""
    task = locked_task(pk)
    require_revision(task, seen)
    kept = _rows(task, [row_pk])
    row = kept[0].row
    require(can_take_on(person, task, row))
    if task.project is None:
        raise Refused("Opgaven har intet projekt.")
    if not row.is_proposed:
        return task
    now = timezone.now()
    Dismissal.objects.filter(pk=row.pk).delete()
    Dismissal.objects.get_or_create(
        project=task.project,
        rule=row.rule,
        field=row.field,
        phrase=row.phrase,
        defaults={
            "reason": row.reason,
            "by": row.by,
            "at": row.at,
            "verdict": Verdict.ACCEPTED,
            "judged_by": person,
            "judged_at": now,
        },
    )
    _record(task, EventKind.PROJECT_ACCEPTED, person, now, kept)
    return refreshed(task, whole_project=True)


@transaction.atomic
def decline_proposal(person: Person, pk: int, seen: int, row_pk: int) -> KlikTask:
    """*Godtag kun i denne opgave*: the proposal falls, the task keeps its text.

    In review the reason is accepted with the same press.
    """
    task = locked_task(pk)
    require_revision(task, seen)
    kept = _rows(task, [row_pk])
    row = kept[0].row
    require(can_take_on(person, task, row))
    if not row.is_proposed:
        return task
    now = timezone.now()
    Dismissal.objects.filter(pk=row.pk).update(is_proposed=False)
    if can_judge(person, task, row):
        _accept(person, now, [row])
    _record(task, EventKind.PROJECT_DECLINED, person, now, kept)
    return task


def accept_with_approval(person: Person, kept: Iterable[checking.Kept], now: datetime) -> None:
    """Approving a text accepts the reasons that were shown with it, but never one's own."""
    _accept(person, now, [k.row for k in kept if k.row.by_id != person.pk])


def _rows(task: KlikTask, keys: Iterable[int]) -> list[checking.Kept]:
    """The reasons with these keys that the text is kept with, each once; raises Refused for none.

    A refused one is among them: the godkender may think better of it.
    """
    result, wanted = checking.check_task(task), set(keys)
    found = {k.row.pk: k for k in (*result.kept, *result.refused) if k.row.pk in wanted}
    if not found:
        raise Refused(_GONE)
    return list(found.values())


def _accept(person: Person, now: datetime, rows: Iterable[Dismissal]) -> list[int]:
    keys = [row.pk for row in rows if not row.is_accepted]
    Dismissal.objects.filter(pk__in=keys).update(
        verdict=Verdict.ACCEPTED, judged_by=person, judged_at=now, words=""
    )
    return keys


def _record(
    task: KlikTask,
    kind: EventKind,
    person: Person,
    now: datetime,
    told: Sequence[checking.Kept],
    **details: str,
) -> None:
    """One line in *Forløb*, however many reasons were accepted at once."""
    first = told[0]
    place = {"rule": first.row.rule, "field": first.row.field, "phrase": first.finding.phrase}
    more: dict[str, Any] = {"phrases": [kept.finding.phrase for kept in told]}
    if len(told) == 1:
        more = {"reason": first.row.reason}
    record(task, kind, person, now, **place, **more, **details)
