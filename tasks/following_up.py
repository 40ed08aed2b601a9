"""Reads a project's obligatory tasks into what *Opfølgning* shows: the week, the rest, the gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from tasks import schedule
from tasks.guide import Priority
from tasks.models import FollowedUp, FollowedUpBy, FollowUp, KlikTask, Project, Wave

NOBODY = "none"
# What the filter asks for; one who follows up together with the other is found by both names
_ASKED = {
    FollowedUpBy.KOMBIT.value: Q(follow_up__by__in=(FollowedUpBy.KOMBIT, FollowedUpBy.BOTH)),
    FollowedUpBy.SUPPLIER.value: Q(follow_up__by__in=(FollowedUpBy.SUPPLIER, FollowedUpBy.BOTH)),
    NOBODY: Q(follow_up=None),
}


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A task in a wave. ``done`` is its tick; ``day_off`` why nobody works on the deadline."""

    task: KlikTask
    wave: Wave
    row: FollowUp | None
    end: date | None
    deadline: date | None
    done: FollowedUp | None
    is_overdue: bool = False

    @property
    def by(self) -> str:
        """Who follows up, in words; empty when nobody is chosen."""
        return FollowedUpBy(self.row.by).label if self.row else ""

    @property
    def day_off(self) -> str:
        """Return ”lørdag” or the like when the deadline lies on one."""
        return schedule.day_off(self.deadline) if self.deadline else ""


@dataclass(frozen=True, slots=True)
class FollowUpPlan:
    """What the page shows; ``missing`` and ``chosen`` are tasks with their FollowUp, if any.

    ``unpublished`` is what no municipality sees yet: there is nobody to follow up with.
    """

    this_week: list[FollowUpLine] = field(default_factory=list)
    coming: list[FollowUpLine] = field(default_factory=list)
    undated: list[FollowUpLine] = field(default_factory=list)
    unpublished: list[FollowUpLine] = field(default_factory=list)
    done: list[FollowUpLine] = field(default_factory=list)
    missing: list[tuple[KlikTask, FollowUp | None]] = field(default_factory=list)
    chosen: list[tuple[KlikTask, FollowUp | None]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True when no task is to be followed up."""
        return not (self.missing or self.chosen)


def days_before(project: Project) -> int:
    """Return the project's days from internal deadline to end date; else the installation's."""
    own = project.follow_up_days_before
    return settings.KLIK_FOLLOW_UP_DAYS_BEFORE if own is None else own


def plan(project: Project, who: str, today: date) -> FollowUpPlan:
    """Return the plan on a day; ``who`` is a FollowedUpBy, NOBODY or "" for all."""
    tasks = _tasks(project, who)
    made = FollowUpPlan()
    for line in sorted(_lines(project, tasks, today), key=_by_deadline):
        _place(made, line, today).append(line)
    for task in tasks:
        row = _row_of(task)
        (made.chosen if row else made.missing).append((task, row))
    return made


def _tasks(project: Project, who: str) -> "QuerySet[KlikTask]":
    obligatory = [priority for priority in Priority if priority.is_followed_up]
    tasks = KlikTask.objects.kept().filter(project=project, priority__in=obligatory)
    if who in _ASKED:
        tasks = tasks.filter(_ASKED[who])
    tasks = tasks.for_list().select_related("follow_up").prefetch_related("followed_up__done_by")
    return tasks.order_by("reference_sort", "pk")


def _row_of(task: KlikTask) -> FollowUp | None:
    row: FollowUp | None = getattr(task, "follow_up", None)
    return row


def _lines(project: Project, tasks: Iterable[KlikTask], today: date) -> Iterator[FollowUpLine]:
    default = days_before(project)
    for task in tasks:
        row = _row_of(task)
        days = default if row is None or row.days_before is None else row.days_before
        ticks = {tick.wave_id: tick for tick in task.followed_up.all()}
        for wave in task.waves.all():
            if not wave.is_test:
                end = task.period_in(wave).end
                deadline = schedule.internal_deadline(end, days)
                tick = ticks.get(wave.pk)
                is_late = deadline is not None and deadline < today
                is_open = tick is None and task.publication.is_public
                yield FollowUpLine(task, wave, row, end, deadline, tick, is_late and is_open)


def _by_deadline(line: FollowUpLine) -> tuple[date, str, int]:
    return line.deadline or date.max, line.task.reference_sort, line.task.pk


def _place(made: FollowUpPlan, line: FollowUpLine, today: date) -> list[FollowUpLine]:
    if line.done is not None:
        return made.done
    if not line.task.publication.is_public:
        return made.unpublished
    if line.deadline is None:
        return made.undated
    is_now = schedule.iso_week(line.deadline) == schedule.iso_week(today)
    return made.this_week if line.is_overdue or is_now else made.coming
