"""One version and one line of *Forløb* for a sitting, however often it was saved.

A sitting is one person's editing of a task. It ends after ten minutes' pause, when somebody else
edits, and when the task moves on: what was sent or approved is never written over.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from tasks import drafting
from tasks.actions.locking import record
from tasks.models import Event, EventKind, KlikTask, Person, Version

PAUSE = timedelta(minutes=10)

Edits = dict[str, list[Any]]

# What one does beside the text does not end one's sitting
_BESIDE = (EventKind.KEPT, EventKind.UNKEPT, EventKind.ANNOUNCEMENT, EventKind.BECAME)
_OF_TEXT = (EventKind.CREATED, EventKind.EDITED)


def leave_version(task: KlikTask, person: Person, now: datetime, edits: Edits | None) -> None:
    """Leave the text of a locked task, as it now stands, as a version with its line in *Forløb*.

    ``edits`` are old and new value (JSON) by key; None when the task was just made, whose line
    the caller leaves. Within a sitting both go into the version and the line that are there.
    """
    content = drafting.content_of(task.values())
    going_on = edits is not None and _is_going_on(task, person, now)
    newest = task.versions.first() if going_on else None
    if newest is None:
        Version.objects.create(
            task=task, revision=task.revision, author=person, at=now, content=content
        )
    else:
        newest.revision, newest.at, newest.content = task.revision, now, content
        newest.save(update_fields=["revision", "at", "content"])
    if edits is not None:
        _leave_line(task, person, now, edits, is_going_on=going_on)


def _is_going_on(task: KlikTask, person: Person, now: datetime) -> bool:
    newest = task.versions.first()
    if newest is None or newest.author_id != person.pk or now - newest.at > PAUSE:
        return False
    last = _line_before(task, person)
    return last is not None and last.kind in _OF_TEXT and last.actor_id == person.pk


def _line_before(task: KlikTask, person: Person) -> Event | None:
    """The newest line but for what the person did beside the text."""
    return task.events.exclude(Q(kind__in=_BESIDE) & Q(actor=person)).first()


def _leave_line(
    task: KlikTask, person: Person, now: datetime, edits: Edits, *, is_going_on: bool
) -> None:
    last = _line_before(task, person) if is_going_on else None
    if last is None or last.kind != EventKind.EDITED:
        record(task, EventKind.EDITED, person, now, fields=edits)
        return
    fields = _together(last.details.get("fields", {}), edits)
    if not fields:  # all of it was taken back again
        last.delete()
        return
    last.at, last.revision, last.details = now, task.revision, {**last.details, "fields": fields}
    last.save(update_fields=["at", "revision", "details"])


def _together(before: Edits, after: Edits) -> Edits:
    """Two edits as one: from the first old value to the last new one."""
    merged = before | {key: [before.get(key, pair)[0], pair[1]] for key, pair in after.items()}
    return {key: pair for key, pair in merged.items() if pair[0] != pair[1]}
