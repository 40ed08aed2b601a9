"""A go-live or a frozen zone is changed only after its before/after table was seen.

What moved leaves an event on each task, a work list for Podio, and a go-live to tell about. The
text of a task is not touched, so its approval stands.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tasks.actions.refusal import Refused, require
from tasks.actions.rows import locked_project
from tasks.models import (
    Correcting,
    Event,
    EventKind,
    GoLiveMove,
    KlikTask,
    Person,
    PodioCorrection,
    Project,
    Wave,
)
from tasks.moves import Dates
from tasks.moving import Plan, PlannedMove
from tasks.permissions import may
from tasks.schedule import Clash
from tasks.workflow import Right


class Unconfirmed(Exception):
    """Nothing was written: the person has not seen what the change does to the tasks.

    ``plan`` is what to show, ``change`` what is changed, as a Danish sentence; ``is_another`` tells
    that they saw a plan which no longer holds.
    """

    def __init__(self, plan: Plan, change: str, *, is_another: bool) -> None:
        super().__init__("The plan was not shown.")
        self.plan, self.change, self.is_another = plan, change, is_another


def require_shown(plan: Plan, shown: str, change: str) -> None:
    """Raise Unconfirmed when the plan touches tasks and is not the one that was shown."""
    if plan.lines and plan.digest != shown:
        raise Unconfirmed(plan, change, is_another=bool(shown))


def carry_out(person: Person, project: Project, plan: Plan, **why: Any) -> None:
    """Leave the events and the work list of a change that is written; ``why`` goes in each event.

    The project is locked by the caller.
    """
    now = timezone.now()
    Event.objects.bulk_create(_events(person, plan, now, why))
    corrections = [c for line in plan.moved if line.is_in_podio for c in _corrections(line)]
    note_corrections(person, project, corrections, now)


def _events(person: Person, plan: Plan, now: datetime, why: dict[str, Any]) -> Iterator[Event]:
    told: dict[int, list[dict[str, Any]]] = {}
    for line in plan.lines:
        told.setdefault(line.task.pk, []).append(_told(line))
    for task in plan.tasks:
        yield Event(
            task=task,
            kind=EventKind.DATES_MOVED,
            actor=person,
            at=now,
            revision=task.revision,
            details={**why, "waves": told[task.pk]},
        )


def _told(line: PlannedMove) -> dict[str, Any]:
    move = line.move
    return {
        "wave": line.wave.name,
        "start": [_text(move.old.start), _text(move.new.start)],
        "end": [_text(move.old.end), _text(move.new.end)],
        "clashes": [_clash(clash) for clash in move.new_clashes],
        "gone": [_clash(clash) for clash in move.gone_clashes],
    }


def _clash(clash: Clash) -> dict[str, str]:
    return {"which": clash.which, "day": clash.day.isoformat(), "name": clash.name}


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _corrections(line: PlannedMove) -> Iterator[PodioCorrection]:
    for what, of in ((Correcting.START, _start), (Correcting.END, _end)):
        old, new = of(line.move.old), of(line.move.new)
        if old != new:
            yield _correction(what, _text(old), _text(new), task=line.task, wave=line.wave)


def _start(dates: Dates) -> date | None:
    return dates.start


def _end(dates: Dates) -> date | None:
    return dates.end


def _correction(what: Correcting, old: str, new: str, **about: Any) -> PodioCorrection:
    keys = "-".join(str(about[name].pk) if name in about else "" for name in ("task", "wave"))
    return PodioCorrection(what=what, old=old, new=new, place=f"{what.value}-{keys}", **about)


def note_go_live(person: Person, wave: Wave, old: date | None, plan: Plan) -> None:
    """Note a moved go-live: to be corrected in Podio if the wave is there, and to be told about.

    Moved back before anybody was told, there is nothing to tell.
    """
    now = timezone.now()
    if wave.is_in_podio:
        moved = _correction(Correcting.GO_LIVE, _text(old), _text(wave.go_live), wave=wave)
        note_corrections(person, wave.project, [moved], now)
    untold = GoLiveMove.objects.filter(wave=wave, told_at=None).first()
    first = untold.old_day if untold else old
    if untold:
        untold.delete()
    if first != wave.go_live and plan.moved:
        columns = {"old_day": first, "new_day": wave.go_live, "moved_by": person, "moved_at": now}
        GoLiveMove.objects.create(wave=wave, **columns)


def note_waves(person: Person, task: KlikTask, old: Iterable[str]) -> None:
    """Note that a task has other waves than the ``old``, if it stands in Podio already."""
    if task.project is None or not KlikTask.objects.in_podio().filter(pk=task.pk).exists():
        return
    new = (wave.name for wave in task.waves.all())
    change = _correction(Correcting.WAVES, *("; ".join(sorted(n)) for n in (old, new)), task=task)
    note_corrections(person, task.project, [change], timezone.now())


def note_corrections(
    person: Person, project: Project, corrections: Iterable[PodioCorrection], now: datetime
) -> None:
    """Put corrections on the work list; one that waits there already keeps its old value.

    Podio still holds the value of the first, so a value that came back is nothing to correct.
    """
    waiting = {row.place: row for row in _open(project)}
    fresh, superseded = [], []
    for one in corrections:
        before = waiting.get(one.place)
        if before is not None:
            one.old = before.old
            superseded.append(before.pk)
        if one.old != one.new:
            one.project, one.noted_by, one.noted_at = project, person, now
            fresh.append(one)
    PodioCorrection.objects.filter(pk__in=superseded).delete()
    PodioCorrection.objects.bulk_create(fresh)


@transaction.atomic
def mark_corrected(person: Person, project_pk: int, keys: Iterable[int]) -> int:
    """Note that these lines are right in Podio now; return how many were not noted before.

    A line that was replaced since it was shown is no longer there, and waits with its new value.
    """
    project = _project_of(person, project_pk)
    rows = _open(project).filter(pk__in=list(keys))
    found = list(rows.select_related("task", "wave"))
    now = timezone.now()
    rows.update(done_by=person, done_at=now)
    Event.objects.bulk_create(_corrected(person, found, now))
    return len(found)


def _corrected(person: Person, rows: list[PodioCorrection], now: datetime) -> Iterator[Event]:
    tasks = {row.task.pk: row.task for row in rows if row.task is not None}
    for task in tasks.values():
        values = [_value(row) for row in rows if row.task_id == task.pk]
        yield Event(
            task=task,
            kind=EventKind.CORRECTED,
            actor=person,
            at=now,
            revision=task.revision,
            details={"values": values},
        )


def _value(row: PodioCorrection) -> dict[str, str]:
    wave = row.wave.name if row.wave else ""
    return {"what": row.what, "wave": wave, "old": row.old, "new": row.new}


@transaction.atomic
def mark_uncorrected(person: Person, project_pk: int, keys: Iterable[int]) -> int:
    """Take the note back: the lines wait again, unless a newer one waits in their place."""
    project = _project_of(person, project_pk)
    done = PodioCorrection.objects.filter(project=project, pk__in=list(keys)).exclude(done_at=None)
    taken = set(_open(project).values_list("place", flat=True))
    done = done.exclude(place__in=taken).order_by("done_at")
    free = {row.place: row.pk for row in done}
    rows = PodioCorrection.objects.filter(pk__in=free.values())
    return rows.update(done_by=None, done_at=None)


@transaction.atomic
def mark_told(person: Person, project_pk: int, key: int, text: str) -> GoLiveMove:
    """Note that the municipalities were told of a moved go-live, with the text that was shown."""
    _project_of(person, project_pk)
    row = GoLiveMove.objects.filter(pk=key, wave__project=project_pk).first()
    if row is None:
        raise Refused("Go-live er flyttet igen, siden du åbnede siden. Se den nye besked.")
    if row.told_at is None:
        row.told_by, row.told_at, row.told_text = person, timezone.now(), text
        row.save(update_fields=("told_by", "told_at", "told_text"))
    return row


def _open(project: Project) -> "QuerySet[PodioCorrection]":
    return PodioCorrection.objects.filter(project=project, done_at=None)


def _project_of(person: Person, project_pk: int) -> Project:
    require(may(person, Right.PUBLISH))
    return locked_project(project_pk)
