"""Many tasks in few queries, for the tests of long lists; only what a list reads is filled in."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from tasks.models import Announcement, KlikTask, Person, Project, Publication, Version, Wave


def make_many(
    count: int,
    author: Person,
    project: Project | None = None,
    waves: Iterable[Wave] = (),
    **values: Any,
) -> list[KlikTask]:
    """Drafts titled ”Ret 000”, ”Ret 001” … in a project and its waves, two weeks before go-live."""
    now = timezone.now()
    tasks = KlikTask.objects.bulk_create(
        KlikTask(
            title=f"Ret {number:03}",
            search_text="ret",
            project=project,
            author=author,
            updated_at=now,
            status_changed_at=now,
            **({"end_offset_days": -14} | values),
        )
        for number in range(count)
    )
    Publication.objects.bulk_create(Publication(task=task) for task in tasks)
    Announcement.objects.bulk_create(Announcement(task=task) for task in tasks)
    Version.objects.bulk_create(
        Version(task=task, revision=1, author=author, at=now, content={}) for task in tasks
    )
    chosen = KlikTask.waves.through
    chosen.objects.bulk_create(chosen(kliktask=task, wave=wave) for task in tasks for wave in waves)
    return tasks
