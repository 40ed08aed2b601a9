"""An approved task's way to the municipalities: test wave, look, real waves, #besked sent.

The text and its approval are never touched; the record stands while a task is reopened, and its
steps go on when it is approved again.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tasks.actions.locking import locked_task, record, require_revision
from tasks.actions.refusal import Refused, Stale, require
from tasks.announcing import missing_in_announcement
from tasks.covering import covered_tasks, obstacles_for
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import EventKind, KlikTask, Person, Publication, SentMessage
from tasks.permissions import can_publish
from tasks.workflow import PUBLIC, Stage

LOOK_AT_ALL = "Sæt kryds ved alle fem, når du har set efter på testbølgen."
REASON_MAX = 300  # code points
_LOOK_FIRST = "Se opgaven efter på testbølgen først."
_LOOK_AGAIN = "Teksten er godkendt igen, siden du så efter. Se efter på testbølgen én gang til."
_TEST_FIRST = "Læg opgaven på testbølgen først, eller spring testen over med en grund."


class Place(StrEnum):
    """Where a missing thing is put right."""

    STEPS = "steps"
    LINK = "link"
    ANNOUNCEMENT = "announcement"


class Missing(NamedTuple):
    """One thing a door still wants, as a Danish sentence in the imperative."""

    sentence: str
    place: Place


@transaction.atomic
def put_on_test_wave(person: Person, pk: int, seen: int) -> KlikTask:
    """Note that the approved revision ``seen`` lies on the test wave; a second press is nothing.

    The guide: "publiceres opgaven først til en ”test-bølge”".
    """
    task = locked_task(pk)
    require(can_publish(person, task))
    require_revision(task, seen)
    if task.publication.stage != Stage.NONE:
        return task
    now = timezone.now()
    _write(task, (Stage.NONE,), stage=Stage.ON_TEST, tested_at=now, test_skipped_because="")
    record(task, EventKind.ON_TEST, person, now)
    return _fresh(pk)


@transaction.atomic
def look_on_test_wave(person: Person, pk: int, seen: int, points: Iterable[str]) -> KlikTask:
    """Note that the approved revision ``seen`` was looked at on the test wave, point by point.

    The guide: "For at teste om en KLIK-opgave slår igennem som den skal". All points are wanted.
    The look is void when another text is approved, see ``Publication.is_looked_at``; once the
    task is out, a change is mended there, and no test wave is asked for again. A second press is
    nothing.
    """
    task, checked = locked_task(pk), set(points)
    require(can_publish(person, task))
    require_revision(task, seen)
    if task.progress.is_looked_at or task.publication.is_public:
        return task
    if task.publication.stage != Stage.ON_TEST:
        raise Refused("Læg opgaven på testbølgen først.")
    if checked != set(TEST_STEP_CHECKLIST):
        raise Refused(LOOK_AT_ALL, field="points")
    now = timezone.now()
    _write(task, (Stage.ON_TEST,), looked_at=now, looked_revision=task.revision)
    record(task, EventKind.LOOKED, person, now, points=list(TEST_STEP_CHECKLIST))
    return _fresh(pk)


@transaction.atomic
def skip_test(person: Person, pk: int, seen: int, reason: str) -> KlikTask:
    """Leave out the test wave; the reason (at most 300 code points) stays in *Forløb*."""
    task = locked_task(pk)
    require(can_publish(person, task))
    require_revision(task, seen)
    reason = reason.strip()
    if not reason:
        raise Refused("Skriv, hvorfor testen springes over.", field="reason")
    if len(reason) > REASON_MAX:
        raise Refused(f"Grunden må højst fylde {REASON_MAX} tegn.", field="reason")
    if task.publication.test_skipped_because == reason:
        return task
    if task.publication.stage != Stage.NONE:
        raise Refused("Opgaven ligger allerede i KLIK, så der er ingen test at springe over.")
    _write(task, (Stage.NONE,), test_skipped_because=reason)
    record(task, EventKind.TEST_SKIPPED, person, timezone.now(), reason=reason)
    return _fresh(pk)


@transaction.atomic
def publish(person: Person, pk: int, seen: int) -> KlikTask:
    """Note that the approved revision ``seen`` lies on its real waves; the publish door holds.

    The guide: "Herefter kan bølgen ændres til den faktiske bølge med de relevante kommuner".
    Raises Refused naming all that is missing. A second press is nothing.
    """
    task = locked_task(pk)
    require(can_publish(person, task))
    require_revision(task, seen)
    if task.publication.is_public:
        return task
    if missing := missing_before_publishing(task):
        raise Refused(_in_one_line(missing))
    now = timezone.now()
    _write(task, (Stage.NONE, Stage.ON_TEST), stage=Stage.PUBLISHED, published_at=now)
    waves = [wave.name for wave in task.waves.all()]
    record(task, EventKind.PUBLISHED, person, now, waves=waves)
    return _fresh(pk)


@transaction.atomic
def mark_announced(person: Person, pk: int, seen: int) -> KlikTask:
    """Note that the #besked was sent, and keep the text that was, with who and when.

    ``seen`` is the announcement's revision the person copied. A second press is nothing; a message
    that was changed since, fx to a reminder, is noted as one more. What it tells of other tasks
    counts for them too.
    """
    task = locked_task(pk)
    require(can_publish(person, task))
    if _is_sent(task):
        return task
    if missing := missing_before_announcing(task):
        raise Refused(_in_one_line(missing))
    if task.announcement.revision != seen:
        raise Stale("Beskeden er rettet, siden du åbnede siden. Se efter, hvad du har sendt.")
    for told in (task, *covered_tasks(task)):
        _write_sent(person, told, task)
    return _fresh(pk)


def _is_sent(task: KlikTask) -> bool:
    row = task.publication
    return row.stage == Stage.ANNOUNCED and row.announced_text == task.announcement.text


def _write_sent(person: Person, told: KlikTask, master: KlikTask) -> None:
    now, message = timezone.now(), master.announcement
    _write(told, PUBLIC, stage=Stage.ANNOUNCED, announced_at=now, announced_text=message.text)
    SentMessage.objects.create(
        task=told,
        master=master,
        kind=message.kind,
        text=message.text,
        facts=message.facts,
        sent_at=now,
        sent_by=person,
    )
    where = {} if told == master else {"covered_by": master.short_name}
    record(told, EventKind.ANNOUNCED, person, now, message_kind=message.kind, **where)


def missing_before_publishing(task: KlikTask) -> list[Missing]:
    """Return what the publish door still wants of an approved task; nothing when it is open."""
    missing = _missing_test(task)
    if not task.podio_url:
        missing.append(Missing("Gem linket til masteropgaven.", Place.LINK))
    if settings.KLIK_ANNOUNCEMENT_REQUIRED:
        missing += _missing_in_announcement(task)
    return missing


def _missing_test(task: KlikTask) -> list[Missing]:
    publication = task.publication
    if publication.test_skipped_because or task.progress.is_looked_at:
        return []
    if publication.stage == Stage.NONE:
        return [Missing(_TEST_FIRST, Place.STEPS)]
    return [Missing(_LOOK_AGAIN if publication.looked_at else _LOOK_FIRST, Place.STEPS)]


def missing_before_announcing(task: KlikTask) -> list[Missing]:
    """Return what must be done before the #besked can be noted as sent."""
    if master := task.announcement.master:
        return [Missing(f"Send beskeden på {master.short_name}.", Place.ANNOUNCEMENT)]
    if not task.publication.is_public:
        return [Missing("Flyt opgaven til de rigtige bølger først.", Place.STEPS)]
    missing = _missing_of_covered(task)
    if settings.KLIK_ANNOUNCEMENT_REQUIRED or not task.announcement.text.strip():
        missing += _missing_in_announcement(task)
    return missing


def _missing_of_covered(task: KlikTask) -> list[Missing]:
    """What keeps a combined message back: a task that is not out, or got other municipalities."""
    others = covered_tasks(task)
    barred = obstacles_for(task, [other.pk for other in others]) if others else {}
    sentences = [sentence for each in barred.values() for sentence in each]
    sentences += [
        f"Flyt {other.short_name} til de rigtige bølger først, eller tag den ud af beskeden."
        for other in others
        if not other.publication.is_public
    ]
    return [Missing(sentence, Place.ANNOUNCEMENT) for sentence in sentences]


def _missing_in_announcement(task: KlikTask) -> list[Missing]:
    sentences = missing_in_announcement(task)
    return [Missing(sentence, Place.ANNOUNCEMENT) for sentence in sentences]


def _in_one_line(missing: list[Missing]) -> str:
    return " ".join(thing.sentence for thing in missing)


def _write(task: KlikTask, stages: Iterable[Stage], **changes: Any) -> None:
    """Write the record only if it still stands at one of these stages."""
    rows = Publication.objects.filter(task=task.pk, stage__in=list(stages))
    if rows.update(**changes) == 0:
        raise Stale("Nogen kom først. Indlæs siden igen.")


def _fresh(pk: int) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=pk)
