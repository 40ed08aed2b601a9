"""Reads a task into what its *Trin* and its *Næste skridt* are told from."""

from typing import TYPE_CHECKING

from django.conf import settings

from tasks.workflow import Progress, Stage, Status

if TYPE_CHECKING:
    from tasks.models.task import KlikTask


def progress_of(task: "KlikTask") -> Progress:
    """Return how far a task has come; it costs no query when ``for_list()`` read the task."""
    publication, master = task.publication, task.announcement.master
    return Progress(
        status=Status(task.status),
        stage=Stage(publication.stage),
        was_approved=task.approved_revision is not None,
        errors=task.errors,
        warnings=task.warnings,
        is_test_skipped=bool(publication.test_skipped_because),
        is_looked_at=publication.is_looked_at(task.revision, task.status_changed_at),
        has_announcement=task.announcement.is_written,
        told_with=master.short_name if master else "",
        is_announcement_required=settings.KLIK_ANNOUNCEMENT_REQUIRED,
    )
