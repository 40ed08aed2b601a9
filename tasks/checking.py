"""Asks the style engine about a task and tells which findings somebody has kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasks import drafting
from tasks.models import Dismissal as KeptRow
from tasks.models import KlikTask, Project
from tasks.style import Dismissal, Finding, Severity, check, is_dismissed

ANNOUNCEMENT_KEY = "announcement"


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding the author keeps the text against, with the reason given."""

    finding: Finding
    row: KeptRow


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What stands and what is kept, in the form's order."""

    standing: tuple[Finding, ...]
    kept: tuple[Kept, ...]

    def of_text(self) -> "CheckResult":
        """Without the announcement, which lies outside the approved text."""
        return CheckResult(
            tuple(f for f in self.standing if f.field != ANNOUNCEMENT_KEY),
            tuple(k for k in self.kept if k.finding.field != ANNOUNCEMENT_KEY),
        )

    def of_announcement(self) -> "CheckResult":
        """The announcement's findings alone."""
        return CheckResult(
            tuple(f for f in self.standing if f.field == ANNOUNCEMENT_KEY),
            tuple(k for k in self.kept if k.finding.field == ANNOUNCEMENT_KEY),
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
    return check_values(task.values(), kept_rows(task, task.project), task.announcement.text)


def check_values(
    values: drafting.Values, kept: Iterable[KeptRow], announcement: str = ""
) -> CheckResult:
    """Check values that may be just typed, against what somebody has kept."""
    draft = drafting.draft_of(values, announcement)
    findings = check(draft, drafting.house_of(values["project"]))
    rows = {Dismissal(row.rule, row.field, row.phrase): row for row in kept}
    return CheckResult(
        standing=tuple(f for f in findings if not is_dismissed(f, rows.keys())),
        kept=tuple(
            Kept(f, rows[Dismissal.of(f)]) for f in findings if is_dismissed(f, rows.keys())
        ),
    )


def kept_rows(task: KlikTask | None, project: Project | None) -> list[KeptRow]:
    """Return the dismissals that hold for a task: its own, and its project's."""
    rows = KeptRow.objects.select_related("by")
    own = list(rows.filter(task=task)) if task is not None and task.pk else []
    shared = list(rows.filter(project=project)) if project is not None else []
    return shared + own
