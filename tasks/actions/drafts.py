"""Create and save drafts: never style, never completeness, never over somebody unseen."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from tasks import drafting
from tasks.actions import becoming, writing
from tasks.actions.derived import refresh_derived
from tasks.actions.locking import locked_task, record
from tasks.actions.mentioned import refresh_mentioning
from tasks.actions.moves import note_waves
from tasks.actions.refusal import Refused, require
from tasks.actions.sittings import leave_version
from tasks.models import (
    Announcement,
    EventKind,
    KlikTask,
    Person,
    Phase,
    Project,
    Publication,
    Theme,
)
from tasks.permissions import can_edit, may
from tasks.reference import PARTS
from tasks.seen import Seen
from tasks.workflow import Right


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field two people changed: what stands now, who wrote it and when."""

    key: str
    theirs: Any
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """What a save did: the keys written, those in conflict, and those refused with the reason.

    ``has_unseen`` tells that the text now holds changes the person has not been shown.
    """

    task: KlikTask
    written: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)
    has_unseen: bool = False


@transaction.atomic
def create_task(
    person: Person, values: drafting.Values, key: UUID | None = None, **told: str
) -> SaveOutcome:
    """Create a draft from at least a title; other keys may be missing.

    A value the data cannot hold, fx a taken reference, is left out and named in ``refused``.
    ``key`` is the form's own: sent a second time, it answers the task that was made the first,
    with what was typed since (after Back) saved in it. Somebody else's key counts as none. ``told``
    goes into the record. Raises Refused without the right, or without a title.
    """
    outcome = _create(person, values, key, **told)
    refresh_mentioning(outcome.task.project, outcome.task.reference)
    return outcome


def _create(person: Person, values: drafting.Values, key: UUID | None, **told: str) -> SaveOutcome:
    require(may(person, Right.WRITE))
    if not values.get("title"):
        raise Refused("Giv opgaven en titel, så gemmer vi den.", field="title")
    now = timezone.now()
    task, is_new = _row(person, values["title"], key, now)
    if not is_new:
        return _sent_again(person, task, values)
    Announcement.objects.create(task=task)
    Publication.objects.create(task=task)
    task = locked_task(task.pk, bound_for=values.get("project"))
    allowed, refused = writing.sift(task, becoming.as_they_are_now(values))
    writing.write_values(task, allowed)
    became = becoming.become(task)
    task = _saved(task, now)
    leave_version(task, person, now, None)
    record(task, EventKind.CREATED, person, now, **told)
    becoming.tell(became, task, person, now)
    return SaveOutcome(task, tuple(allowed), refused=refused)


def _row(person: Person, title: str, key: UUID | None, now: datetime) -> tuple[KlikTask, bool]:
    """Make the row, or find the one this form made; two presses at once make one."""
    columns = {"title": title, "author": person, "updated_at": now, "status_changed_at": now}
    if key is None:
        return KlikTask.objects.create(**columns), True
    task, is_new = KlikTask.objects.get_or_create(creation_key=key, defaults=columns)
    if task.author_id != person.pk:
        return KlikTask.objects.create(**columns), True
    return task, is_new


def _sent_again(person: Person, task: KlikTask, values: drafting.Values) -> SaveOutcome:
    """Save what differs from what stands; a second press of the button changes nothing."""
    return save_task(person, task.pk, Seen(1), values)


def create_many(
    person: Person, project: Project, titles: Iterable[drafting.Values], key: UUID | None = None
) -> list[int]:
    """Create a draft per line with the project's defaults, all or none; return their keys.

    ``key`` is the form's own: sent a second time, it answers the tasks that were made the first.
    Raises Refused naming the first reference that is taken.
    """
    with transaction.atomic():
        tasks = [
            _create_one(person, project, values, line_key(key, line))
            for line, values in enumerate(titles)
        ]
        refresh_mentioning(project, *(task.reference for task in tasks))
    return [task.pk for task in tasks]


def line_key(key: UUID | None, line: int) -> UUID | None:
    """The key of one draft among many, told from the form's and the line's place from 0."""
    return uuid5(key, str(line)) if key else None


def _create_one(
    person: Person, project: Project, values: drafting.Values, key: UUID | None
) -> KlikTask:
    outcome = _create(person, project_defaults(project) | dict(values), key)
    for message in outcome.refused.values():
        raise Refused(message)
    return outcome.task


def project_defaults(project: Project) -> dict[str, Any]:
    """Return the values a new task of the project begins with; retired rows are left out."""
    return {
        "project": project,
        "phase": _in_use(project.default_phase),
        "theme": _in_use(project.default_theme),
        "priority": project.default_priority,
        "reply_to": project.default_reply_to,
    }


def _in_use(row: Phase | Theme | None) -> Phase | Theme | None:
    return None if row is None or row.is_retired else row


@transaction.atomic
def save_task(person: Person, pk: int, seen: Seen | int, values: drafting.Values) -> SaveOutcome:
    """Save what the person changed; other people's changes stay.

    ``values`` hold the keys the person changed in a page made from ``seen`` (or from one revision
    of all). A field that was changed elsewhere since is not overwritten: it comes back as a
    Conflict, and the rest is saved. Raises Refused when the task may not be edited.
    """
    seen = seen if isinstance(seen, Seen) else Seen(seen)
    task = locked_task(pk, bound_for=values.get("project"))
    require(can_edit(person, task))
    values = becoming.as_they_are_now(values)
    current, typed = drafting.content_of(task.values()), drafting.content_of(values)
    has_unseen = task.revision > seen.revision
    changed = [key for key in values if typed[key] != current[key]]
    clashing = _clashing(task, seen, changed)
    allowed, refused = writing.sift(task, {k: values[k] for k in changed if k not in clashing})
    conflicts = _conflicts(task, clashing)
    if not allowed:
        return SaveOutcome(task, (), conflicts, refused, has_unseen)
    now = timezone.now()
    old_waves = [wave.name for wave in task.waves.all()]
    old_place = task.project, task.reference
    task.revision += 1
    writing.write_values(task, allowed)
    became = becoming.become(task)
    task.field_revisions |= dict.fromkeys(allowed, task.revision)
    task = _saved(task, now)
    new = drafting.content_of(task.values())
    leave_version(task, person, now, {key: [current[key], new[key]] for key in allowed})
    becoming.tell(became, task, person, now)
    if "waves" in allowed:
        note_waves(person, task, old_waves)
    if {*PARTS, "project"} & set(allowed):
        refresh_mentioning(*old_place)
        refresh_mentioning(task.project, task.reference)
    return SaveOutcome(task, tuple(allowed), conflicts, refused, has_unseen)


def _clashing(task: KlikTask, seen: Seen, changed: Iterable[str]) -> list[str]:
    """The changed keys that were changed elsewhere too; the reference's parts clash together."""
    clashing = [key for key in changed if task.field_revisions.get(key, 1) > seen.revision_of(key)]
    if not set(clashing) & set(PARTS):
        return clashing
    others = [key for key in clashing if key not in PARTS]
    return [*PARTS, *others]


def _conflicts(task: KlikTask, clashing: Iterable[str]) -> tuple[Conflict, ...]:
    """One conflict for each field on the screen, so one for the whole reference."""
    keys = ("reference" if key in PARTS else key for key in clashing)
    return tuple(_conflict(task, key) for key in dict.fromkeys(keys))


def _conflict(task: KlikTask, key: str) -> Conflict:
    parts = PARTS if key == "reference" else (key,)
    at_revision = max(task.field_revisions.get(part, 1) for part in parts)
    version = task.version_with(at_revision)
    theirs = str(task.reference) if key == "reference" else task.values()[key]
    return Conflict(key, theirs, version.author, version.at)


def _saved(task: KlikTask, now: datetime) -> KlikTask:
    """Save the row with what is derived from it."""
    task.updated_at = now
    task.save()
    return refresh_derived(task.pk)
