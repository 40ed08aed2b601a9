"""Save the #besked: outside the approved text, so it costs no approval and makes no editor."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tasks import checking
from tasks.actions.derived import refresh_derived
from tasks.actions.fixing import Fixed, apart, change_of, changed_plain, find, fixable
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, Stale, require
from tasks.announcement import Kind, Snapshot
from tasks.announcing import TEXT_MAX, TOPIC_MAX
from tasks.covering import obstacles_for
from tasks.guide import ANNOUNCEMENT
from tasks.models import Announcement, EventKind, KlikTask, Person
from tasks.permissions import can_announce
from tasks.richtext.edit import Change
from tasks.workflow import Stage

_STALE = "Nogen har rettet beskeden, siden du åbnede den. Vælg, hvad der skal stå."


@transaction.atomic
def save_announcement(
    person: Person,
    pk: int,
    seen: int,
    *,
    topic: str,
    text: str,
    kind: str | None = None,
    facts: Snapshot | None = None,
    covers: Collection[int] | None = None,
) -> KlikTask:
    """Save kind, topic (one line), text and covered tasks of a #besked, in every status.

    ``seen`` is the announcement's revision the person read; ``facts`` are those the text was made
    from. What is None stays as it is. Saving what already stands writes nothing but these, so
    pressing twice does it once. Raises Stale when somebody else changed it in between, Refused
    without the right, in the bin, when it stands in another task's message, or beyond the limits
    in code points.
    """
    task = locked_task(pk)
    require(can_announce(person, task))
    _require_room(topic, text)
    _require_own_message(task)
    new = {"topic": topic, "text": text} | ({"kind": Kind(kind)} if kind else {})
    old = {key: getattr(task.announcement, key) for key in new}
    changed = {key: [old[key], new[key]] for key in new if old[key] != new[key]}
    if covers is not None and (names := _cover(person, task, set(covers))):
        changed["covers"] = names
    kept = {} if facts is None else {"facts": facts}
    if not changed:
        if kept:
            _seen_row(task, seen).update(**kept)
        return task
    now = timezone.now()
    written = _seen_row(task, seen).update(
        **new, **kept, revision=seen + 1, updated_at=now, updated_by=person
    )
    if written == 0:
        raise Stale(_STALE)
    record(task, EventKind.ANNOUNCEMENT, person, now, fields=changed)
    return refresh_derived(pk)


def _seen_row(task: KlikTask, seen: int) -> "QuerySet[Announcement]":
    return Announcement.objects.filter(task=task.pk, revision=seen)


def _cover(person: Person, task: KlikTask, wanted: set[int]) -> list[list[str]]:
    """Let the message tell of exactly these tasks too; return the names before and after."""
    before = list(KlikTask.objects.filter(announcement__covered_by=task.pk))
    added = wanted - {other.pk for other in before}
    if why := obstacles_for(task, added):
        raise Refused(" ".join(why_not for each in why.values() for why_not in each), "covers")
    if not added and wanted == {other.pk for other in before}:
        return []
    for other in KlikTask.objects.filter(pk__in=added):
        _write_cover(person, other, task)
    for other in before:
        if other.pk not in wanted:
            _write_cover(person, other, None)
    after = KlikTask.objects.filter(announcement__covered_by=task.pk)
    return [[other.short_name for other in before], [other.short_name for other in after]]


def _write_cover(person: Person, other: KlikTask, master: KlikTask | None) -> None:
    key = master.pk if master else None
    Announcement.objects.filter(task=other.pk).update(covered_by=key)
    name = master.short_name if master else ""
    record(other, EventKind.ANNOUNCEMENT, person, timezone.now(), covered_by=name)


@transaction.atomic
def leave_combined(person: Person, pk: int) -> KlikTask:
    """Take a task out of the other task's message, so that it can have its own."""
    task = locked_task(pk)
    require(can_announce(person, task))
    if task.announcement.covered_by_id is None:
        return task
    if task.publication.stage == Stage.ANNOUNCED:
        raise Refused("Den fælles besked er sendt, så kommunerne har fået besked om opgaven.")
    _write_cover(person, task, None)
    return KlikTask.objects.with_parts().get(pk=pk)


@transaction.atomic
def fix_announcement(person: Person, pk: int, finding_key: str, number: int) -> KlikTask:
    """Put fix ``number`` of the finding with this key into the saved text, fx #besked in front.

    Raises Refused when the finding is no longer there.
    """
    task = locked_task(pk)
    finding = find(checking.check_task(task).of_announcement(), finding_key)
    return _apply(person, task, [change_of(finding, number)])


@transaction.atomic
def fix_whole_line(person: Person, pk: int, line_key: str) -> Fixed:
    """Make the first fix of every finding of one rule; of overlapping ones the last in the text."""
    task = locked_task(pk)
    found = fixable(checking.check_task(task).of_announcement(), line_key)
    changes = apart(change_of(finding, 0) for finding in found)
    _apply(person, task, changes)
    return Fixed(ANNOUNCEMENT.key, len(changes), len(found) - len(changes))


def _apply(person: Person, task: KlikTask, changes: list[Change]) -> KlikTask:
    stored = task.announcement
    text = changed_plain(stored.text, changes)
    return save_announcement(person, task.pk, stored.revision, topic=stored.topic, text=text)


def _require_own_message(task: KlikTask) -> None:
    if master := task.announcement.master:
        raise Refused(
            f"Opgaven står i beskeden på {master.short_name}. Tag den ud af den først, hvis "
            "den skal have sin egen."
        )


def _require_room(topic: str, text: str) -> None:
    if len(topic) > TOPIC_MAX:
        raise Refused(f"Emnet må højst fylde {TOPIC_MAX} tegn.", field="topic")
    if len(text) > TEXT_MAX:
        raise Refused(f"Beskeden må højst fylde {TEXT_MAX} tegn.", field="announcement")
