"""*Venter på mig*: the tasks a person can carry on with, told from their rights."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from tasks import schedule
from tasks.models import Event, EventKind, KlikTask, Person, Version
from tasks.workflow import Right, Stage, Status

UNTOLD = "Publiceret uden besked"
SHOWN = 5  # of each kind; the list has the rest

# Approved, and on the way to the municipalities until the message is sent
TO_PUBLISH = Q(status=Status.APPROVED) & ~Q(publication__stage=Stage.ANNOUNCED)
_TO_ENTER = Q(status=Status.APPROVED, publication__stage__in=(Stage.NONE, Stage.ON_TEST))
_OUT_UNTOLD = Q(status=Status.APPROVED, publication__stage=Stage.PUBLISHED)


def untold(today: date) -> Q:
    """Published tasks without their #besked.

    Where Podio notifies by itself, only those that start later or have a short deadline: "kan man
    nøjes med at skrive, hvis der er behov for at understrege fx hvornår opgaven kan begyndes eller
    kort deadline".
    """
    if settings.KLIK_ANNOUNCEMENT_REQUIRED:
        return _OUT_UNTOLD
    columns = ("pk", "waves__go_live", "end_offset_days", "start_offset_days")
    rows = KlikTask.objects.filter(_OUT_UNTOLD, waves__is_test=False).values_list(*columns)
    return Q(pk__in={pk for pk, *days in rows if _is_worth_saying(schedule.period(*days), today)})


def _is_worth_saying(dates: schedule.Period, today: date) -> bool:
    if dates.start is not None and dates.start > today:
        return True
    if dates.end is None:
        return False
    return 0 <= (dates.end - today).days <= settings.KLIK_SHORT_DEADLINE_DAYS


def to_review(person: Person) -> Q:
    """Tasks in review that a person may approve: not those they have edited since approval."""
    edits = Version.objects.filter(
        task=OuterRef("pk"),
        author=person.pk,
        revision__gt=Coalesce(OuterRef("approved_revision"), 0),
    )
    return Q(status=Status.IN_REVIEW) & ~Q(Exists(edits))


def sent_back_to(person: Person) -> Q:
    """Tasks sent back to the one who wrote them, or the one who sent them to review."""
    sent = Event.objects.filter(task=OuterRef("pk"), kind=EventKind.SUBMITTED, actor=person.pk)
    return Q(status=Status.SENT_BACK) & (Q(author=person) | Q(Exists(sent)))


def waiting_for(person: Person) -> Q:
    """All that waits for a person, of whatever kind; nothing for one without any right."""
    waiting = Q(pk__in=[])
    for right, tasks in (
        (Right.WRITE, sent_back_to(person)),
        (Right.APPROVE, to_review(person)),
        (Right.PUBLISH, TO_PUBLISH),
    ):
        if person.has_right(right):
            waiting |= tasks
    return waiting


@dataclass(frozen=True, slots=True)
class Said:
    """A task with who moved it last, how and when, and the message if it was sent back."""

    task: KlikTask
    verb: str = ""
    by: str = ""
    message: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of waiting: its first tasks, how many in all, and the list's query for them.

    ``page`` is the name of the task's page on which one goes on.
    """

    title: str
    page: str
    rows: list[Said]
    total: int
    query: str


def groups_for(person: Person, today: date) -> list[Group]:
    """What waits for a person, kind by kind, the longest waiting first; no kind is empty."""
    groups = []
    if person.has_right(Right.WRITE):
        back = sent_back_to(person)
        groups.append(_group("Sendt tilbage til dig", "task_edit", back, "step=sent_back"))
    if person.has_right(Right.APPROVE):
        unread = to_review(person)
        groups.append(_group("Til godkendelse", "task_review", unread, "step=in_review"))
    if person.has_right(Right.PUBLISH):
        groups.append(_group("Klar til Podio", "task_podio", _TO_ENTER, "sort=changed"))
        told = untold(today)
        groups.append(_group(UNTOLD, "task_announcement", told, "step=published"))
    return [group for group in groups if group.total]


def _group(title: str, page: str, wanted: Q, query: str) -> Group:
    tasks = KlikTask.objects.kept().filter(wanted).order_by("status_changed_at", "pk")
    total = tasks.count()
    rows = _with_messages(list(tasks.for_list()[:SHOWN]))
    return Group(title, page, rows, total, f"waiting=on&{query}")


_VERBS = {
    EventKind.SUBMITTED: "Sendt",
    EventKind.SENT_BACK: "Sendt tilbage",
    EventKind.APPROVED: "Godkendt",
}


def _with_messages(tasks: list[KlikTask]) -> list[Said]:
    events = Event.objects.filter(task__in=tasks, kind__in=_VERBS).select_related("actor")
    last = {event.task_id: event for event in events.order_by("at", "pk")}
    return [_said(task, last.get(task.pk)) for task in tasks]


def _said(task: KlikTask, event: Event | None) -> Said:
    if event is None:
        return Said(task)
    verb, message = _VERBS[EventKind(event.kind)], event.details.get("message", "")
    return Said(task, verb, event.actor.short_name, message, event.at)
