"""Asks the style engine about a task and tells which findings somebody has kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from tasks import drafting
from tasks.guide import ANNOUNCEMENT
from tasks.house import house_around, houses_around
from tasks.models import Dismissal as KeptRow
from tasks.models import KlikTask, Project
from tasks.style import (
    RULES,
    Dismissal,
    Draft,
    Finding,
    House,
    Rule,
    Severity,
    check,
    is_dismissed,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding somebody keeps, or kept, the text against, with the reason given."""

    finding: Finding
    row: KeptRow


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What stands and what is kept, in the form's order.

    ``refused`` holds those that stand again because a godkender asked for the text to be mended.
    """

    standing: tuple[Finding, ...]
    kept: tuple[Kept, ...]
    refused: tuple[Kept, ...] = ()

    def of_text(self) -> "CheckResult":
        """Without the announcement, which lies outside the approved text."""
        return self._where(lambda field: field != ANNOUNCEMENT.key)

    def of_announcement(self) -> "CheckResult":
        """The announcement's findings alone."""
        return self._where(lambda field: field == ANNOUNCEMENT.key)

    def _where(self, is_wanted: Callable[[str], bool]) -> "CheckResult":
        return CheckResult(
            tuple(f for f in self.standing if is_wanted(f.field)),
            tuple(k for k in self.kept if is_wanted(k.finding.field)),
            tuple(k for k in self.refused if is_wanted(k.finding.field)),
        )

    def count(self, severity: Severity) -> int:
        """How many findings of one severity stand."""
        return sum(1 for finding in self.standing if finding.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """*Skal rettes*."""
        return tuple(f for f in self.standing if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """*Bør rettes*."""
        return tuple(f for f in self.standing if f.severity is Severity.WARNING)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """*Godt råd*."""
        return tuple(f for f in self.standing if f.severity is Severity.HINT)


def check_task(task: KlikTask) -> CheckResult:
    """Check the text as it is saved, announcement included."""
    kept = kept_rows(task, task.project)
    return check_values(task.values(), kept, task.announcement.own_text, task)


def check_tasks(
    tasks: Sequence[KlikTask],
    rules: Sequence[Rule] = RULES,
    lists: drafting.HouseLists | None = None,
) -> dict[int, CheckResult]:
    """Check many tasks, read from ``with_parts()``, in eight queries; the results by key.

    ``lists`` are others than those the house has now.
    """
    rows = list(_kept_in(tasks, {task.project_id for task in tasks} - {None}))
    values = [task.values() for task in tasks]
    asked = [(said, task.pk) for said, task in zip(values, tasks, strict=True)]
    houses = houses_around(asked, lists)
    return {
        task.pk: _result(
            drafting.draft_of(said, task.announcement.own_text),
            house,
            [row for row in rows if _holds_for(row, task)],
            rules,
        )
        for task, said, house in zip(tasks, values, houses, strict=True)
    }


def check_values(
    values: drafting.Values,
    kept: Iterable[KeptRow],
    announcement: str = "",
    task: KlikTask | None = None,
) -> CheckResult:
    """Check values that may be just typed, against what somebody has kept.

    ``task`` is the saved task they are typed into; it may have another reference by now.
    """
    house = house_around(values, task.pk if task is not None else None)
    return _result(drafting.draft_of(values, announcement), house, kept)


def _result(
    draft: Draft, house: House, kept: Iterable[KeptRow], rules: Sequence[Rule] = RULES
) -> CheckResult:
    return told(check(draft, house, rules), kept)


def told(findings: Iterable[Finding], rows: Iterable[KeptRow]) -> CheckResult:
    """Tell findings that stand from those that are kept; a refused reason keeps nothing."""
    found, all_rows = tuple(findings), tuple(rows)
    holding = _by_dismissal(row for row in all_rows if not row.is_refused)
    refused = _by_dismissal(row for row in all_rows if row.is_refused)
    kept = tuple(f for f in found if is_dismissed(f, holding.keys()))
    standing = tuple(f for f in found if not is_dismissed(f, holding.keys()))
    return CheckResult(
        standing,
        tuple(Kept(f, holding[Dismissal.of(f)]) for f in kept),
        tuple(Kept(f, refused[Dismissal.of(f)]) for f in standing if Dismissal.of(f) in refused),
    )


def _by_dismissal(rows: Iterable[KeptRow]) -> dict[Dismissal, KeptRow]:
    """Rows by what they are tied to; of two, the one that a godkender has accepted counts."""
    ordered = sorted(rows, key=lambda row: row.is_accepted)
    return {Dismissal(row.rule, row.field, row.phrase): row for row in ordered}


def kept_rows(task: KlikTask | None, project: Project | None) -> list[KeptRow]:
    """Return a task's dismissals: its project's, and its own after them, the refused too."""
    tasks = [task] if task is not None and task.pk else []
    return list(_kept_in(tasks, [project.pk] if project is not None else []))


def _kept_in(tasks: Iterable[KlikTask], projects: Iterable[int | None]) -> QuerySet[KeptRow]:
    rows = KeptRow.objects.filter(Q(task__in=tasks) | Q(project__in=projects))
    return rows.select_related("by", "judged_by").order_by(
        F("project").asc(nulls_last=True), "-at", "-pk"
    )


def _holds_for(row: KeptRow, task: KlikTask) -> bool:
    return row.task_id == task.pk or (
        row.project_id is not None and row.project_id == task.project_id
    )
