"""Reads what is to be corrected in Podio, and what the municipalities are to be told of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, QuerySet

from tasks.announcement import (
    AnnouncementFacts,
    MovedFacts,
    TaskFacts,
    WavePeriod,
    propose_moved,
)
from tasks.danish_dates import short_date
from tasks.models import Correcting, GoLiveMove, KlikTask, PodioCorrection, Project
from tasks.workflow import PUBLIC

NO_DAY = "ingen dato"


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One value: where it stands, what stands there, and what shall stand there."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CorrectionGroup:
    """What is corrected in one place in Podio: a task, or (without one) the waves.

    ``keys`` are the lines', to say that all of them are done.
    """

    title: str
    task: KlikTask | None
    lines: tuple[CorrectionLine, ...]
    keys: tuple[int, ...]
    done_by: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MoveToTell:
    """A moved go-live, the message proposed for it, and how many published tasks it is about.

    ``task`` is one whose municipalities are all of the wave's, and as few others as can be.
    """

    row: GoLiveMove
    text: str
    task_count: int
    task: KlikTask


def waiting_corrections(project: Project) -> list[CorrectionGroup]:
    """Return what is not corrected yet, the waves first and then task by task."""
    return _groups(_rows(project).filter(done_at=None))


def done_corrections(project: Project, since: datetime) -> list[CorrectionGroup]:
    """Return what was corrected since then, the last first."""
    rows = _rows(project).filter(done_at__gte=since)
    return sorted(_groups(rows), key=_when_done, reverse=True)


def _when_done(group: CorrectionGroup) -> str:
    return group.done_at.isoformat() if group.done_at else ""


def _rows(project: Project) -> "QuerySet[PodioCorrection]":
    rows = PodioCorrection.objects.filter(project=project)
    return rows.select_related("task", "wave", "done_by").order_by("task__reference_sort", "pk")


def _groups(rows: Iterable[PodioCorrection]) -> list[CorrectionGroup]:
    """A task's lines belong together as long as they were done together."""
    together: dict[tuple[int, datetime | None], list[PodioCorrection]] = {}
    for row in rows:
        together.setdefault((row.task_id or 0, row.done_at), []).append(row)
    groups = [_group(some) for some in together.values()]
    return sorted(groups, key=lambda group: group.task is not None)


def _group(rows: list[PodioCorrection]) -> CorrectionGroup:
    first = rows[0]
    return CorrectionGroup(
        title=str(first.task) if first.task else "Bølgerne",
        task=first.task,
        lines=tuple(_line(row) for row in rows),
        keys=tuple(row.pk for row in rows),
        done_by=first.done_by.short_name if first.done_by else "",
        done_at=first.done_at,
    )


def _line(row: PodioCorrection) -> CorrectionLine:
    label = Correcting(row.what).label
    if row.what == Correcting.WAVES:
        return CorrectionLine(label, row.old or "ingen", row.new or "ingen")
    where = f"{label} i {row.wave}" if row.task_id else f"{label} for {row.wave}"
    return CorrectionLine(where, _day(row.old), _day(row.new))


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text)) if text else NO_DAY


def moves_to_tell(project: Project, today: date) -> list[MoveToTell]:
    """Return the moved go-lives nobody was told of, when published tasks have other dates now."""
    moves = GoLiveMove.objects.filter(wave__project=project, told_at=None)
    rows = list(moves.select_related("wave__project", "moved_by"))
    out = KlikTask.objects.kept().filter(publication__stage__in=PUBLIC, project=project)
    tasks = list(out.exclude(end_offset_days=None).for_list().order_by("reference_sort", "pk"))
    in_wave = [(row, [task for task in tasks if row.wave in task.waves.all()]) for row in rows]
    return [_move_to_tell(row, about, today) for row, about in in_wave if about]


def _move_to_tell(row: GoLiveMove, tasks: Sequence[KlikTask], today: date) -> MoveToTell:
    wave, project = row.wave, row.wave.project
    about = tuple(_facts(task, row) for task in tasks)
    facts = AnnouncementFacts(
        greeting=project.greeting,
        tasks=about,
        signed_by=project.lead_name,
        today=today,
        short_deadline_days=settings.KLIK_SHORT_DEADLINE_DAYS,
    )
    moved = MovedFacts(wave.name, wave.goes_live_with, row.old_day, row.new_day, facts)
    narrowest = min(tasks, key=lambda task: len(task.waves.all()))
    return MoveToTell(row, propose_moved(moved), len(about), narrowest)


def _facts(task: KlikTask, row: GoLiveMove) -> TaskFacts:
    wave, dates = row.wave, task.period_in(row.wave)
    period = WavePeriod(wave.name, wave.goes_live_with, wave.go_live, dates.start, dates.end)
    return TaskFacts(str(task.reference), task.title, (period,), task.priority)


def projects_to_correct() -> list[tuple[Project, int]]:
    """Return the projects with something to correct in Podio, and how many values."""
    waiting = PodioCorrection.objects.filter(done_at=None)
    counts = dict(waiting.order_by().values_list("project").annotate(Count("pk")))
    return [(project, counts[project.pk]) for project in Project.objects.filter(pk__in=counts)]
