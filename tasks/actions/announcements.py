"""Save the #besked: outside the approved text, so it costs no approval and makes no editor."""

from django.db import transaction
from django.utils import timezone

from tasks import checking
from tasks.actions.derived import refresh_derived
from tasks.actions.fixing import Fixed, apart, change_of, changed_plain, find, fixable
from tasks.actions.locking import locked_task, record
from tasks.actions.refusal import Refused, Stale, require
from tasks.announcing import TEXT_MAX, TOPIC_MAX
from tasks.guide import ANNOUNCEMENT
from tasks.models import Announcement, EventKind, KlikTask, Person
from tasks.permissions import can_announce
from tasks.richtext.edit import Change

_STALE = "Nogen har rettet beskeden, siden du åbnede den. Vælg, hvad der skal stå."


@transaction.atomic
def save_announcement(person: Person, pk: int, seen: int, *, topic: str, text: str) -> KlikTask:
    """Save topic (one line) and text of a task's #besked, in every status of the task.

    ``seen`` is the announcement's revision the person read. Saving what already stands writes
    nothing, so pressing twice does it once. Raises Stale when somebody else changed it in
    between, Refused without the right, in the bin, or beyond the limits in code points.
    """
    task = locked_task(pk)
    require(can_announce(person, task))
    _require_room(topic, text)
    new = {"topic": topic, "text": text}
    old = {key: getattr(task.announcement, key) for key in new}
    changed = {key: [old[key], new[key]] for key in new if old[key] != new[key]}
    if not changed:
        return task
    now = timezone.now()
    written = Announcement.objects.filter(task=pk, revision=seen).update(
        **new, revision=seen + 1, updated_at=now, updated_by=person
    )
    if written == 0:
        raise Stale(_STALE)
    record(task, EventKind.ANNOUNCEMENT, person, now, fields=changed)
    return refresh_derived(pk)


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


def _require_room(topic: str, text: str) -> None:
    if len(topic) > TOPIC_MAX:
        raise Refused(f"Emnet må højst fylde {TOPIC_MAX} tegn.", field="topic")
    if len(text) > TEXT_MAX:
        raise Refused(f"Beskeden må højst fylde {TEXT_MAX} tegn.", field="announcement")
