"""Reads a task into the facts its #besked may say, and tells what the #besked still lacks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings

from tasks import checking
from tasks.announcement import (
    AnnouncementFacts,
    Kind,
    RelatedFacts,
    TaskFacts,
    WavePeriod,
    from_snapshot,
    is_short,
)
from tasks.models import KlikTask, SentMessage, Wave
from tasks.workflow import PUBLIC

TOPIC_MAX = 200  # code points
TEXT_MAX = 10_000  # code points; a message of ninety words has about 700
_SLOT = re.compile(r"\[[Ss]kriv[^\[\]\n]*\]")


def facts_of(
    task: KlikTask,
    today: date,
    topic: str = "",
    *,
    kind: Kind = Kind.NEW,
    others: Sequence[KlikTask] = (),
    before: tuple[TaskFacts, ...] = (),
) -> AnnouncementFacts:
    """Return what a proposal may say about the task, and the ``others`` it covers, on ``today``.

    A greeting or a name the project does not have is left empty: the proposal turns it into a
    [slot] for the author. Read the tasks from ``with_parts()`` or each list costs a query.
    """
    project = task.project
    together = sorted([task, *others], key=lambda each: (each.reference_sort, each.pk))
    return AnnouncementFacts(
        greeting=project.greeting if project else "",
        tasks=tuple(_task_facts(each) for each in together),
        signed_by=project.lead_name if project else "",
        today=today,
        related=tuple(_related(other, together) for other in related_tasks(task, others)),
        topic=topic,
        short_deadline_days=settings.KLIK_SHORT_DEADLINE_DAYS,
        kind=kind,
        before=before,
    )


def related_tasks(task: KlikTask, others: Sequence[KlikTask] = ()) -> list[KlikTask]:
    """Return the related tasks a message can name: one in the bin reaches no municipality.

    A task the message is about is told of already.
    """
    own = {task.pk, *(other.pk for other in others)}
    rows = [row for each in (task, *others) for row in each.relation_rows.all()]
    related = {row.related_id: row.related for row in rows if row.related_id not in own}
    return [other for other in related.values() if other.binned_at is None]


def _task_facts(task: KlikTask) -> TaskFacts:
    required = [row.required for row in task.prerequisite_rows.all()]
    return TaskFacts(
        str(task.reference),
        task.title,
        _periods(task),
        task.priority,
        tuple(_related(other, (task,)) for other in required if other.binned_at is None),
        task.pk,
    )


def told_before(tasks: Sequence[KlikTask]) -> tuple[TaskFacts, ...]:
    """Return the tasks as the municipalities were told of them last; nothing of one never told."""
    rows = SentMessage.objects.filter(task__in=[task.pk for task in tasks], facts__isnull=False)
    last = {row.task_id: row.facts for row in rows.order_by("sent_at", "pk")}
    told = ((pk, from_snapshot(facts)) for pk, facts in last.items())
    return tuple(
        each for pk, facts in told if facts is not None for each in facts.tasks if each.key == pk
    )


def is_worth_telling(facts: AnnouncementFacts) -> bool:
    """Tell if a message is wanted also when Podio tells by itself that a task has come.

    The guide: "hvis der er behov for at understrege fx hvornår opgaven kan begyndes eller kort
    deadline".
    """
    periods = [period for task in facts.tasks for period in task.periods]
    return any(
        (period.start is not None and period.start > facts.today) or is_short(period, facts)
        for period in periods
    )


def _periods(task: KlikTask) -> tuple[WavePeriod, ...]:
    return tuple(_period(task, wave) for wave in task.waves.all() if not wave.is_test)


def _period(task: KlikTask, wave: Wave) -> WavePeriod:
    dates = task.period_in(wave)
    return WavePeriod(wave.name, wave.goes_live_with, wave.go_live, dates.start, dates.end)


def _related(task: KlikTask, about: Sequence[KlikTask]) -> RelatedFacts:
    """A related task with its start for those who read the message: in the waves they are in.

    A task in quite other waves is told of by its own.
    """
    here = {wave.pk for each in about for wave in each.waves.all()}
    waves = [wave for wave in task.waves.all() if not wave.is_test]
    shared = [wave for wave in waves if wave.pk in here] or waves
    told = [(wave.name, _period(task, wave).start) for wave in shared]
    starts = tuple((name, start) for name, start in told if start is not None)
    days = {start for _, start in starts}
    return RelatedFacts(
        str(task.reference),
        task.title,
        min(days, default=None),
        starts if len(days) > 1 else (),
    )


def unpublished(tasks: list[KlikTask]) -> set[int]:
    """Return the keys of the tasks that the municipalities cannot see yet, in one query."""
    out = KlikTask.objects.filter(publication__stage__in=PUBLIC)
    seen = out.filter(pk__in=[task.pk for task in tasks]).values_list("pk", flat=True)
    return {task.pk for task in tasks if not task.is_only_in_podio} - set(seen)


def open_slots(text: str) -> tuple[str, ...]:
    """Return the proposal's slots that the author has not filled, fx ”[skriv hvorfor]”."""
    return tuple(_SLOT.findall(text))


def beside_slots(result: checking.CheckResult) -> checking.CheckResult:
    """Return what Tjek says beside the open slots, which the page asks for by themselves.

    A slot must be filled; as a finding it could be kept.
    """
    standing = tuple(f for f in result.standing if not _SLOT.fullmatch(f.phrase))
    return replace(result, standing=standing)


def missing_in_announcement(task: KlikTask) -> list[str]:
    """Say in Danish sentences what must be done before the #besked can be sent; none: ready.

    Of a covered task it is the master's #besked that counts.
    """
    place = "i #besked"
    if master := task.announcement.master:
        place = f"i #besked på {master.short_name}"
        task = KlikTask.objects.with_parts().get(pk=master.pk)
    text = task.announcement.text
    if not text.strip():
        return [f"Skriv #besked{place.removeprefix('i #besked')}."]
    missing = [f"Udfyld ”{slot}” {place}." for slot in dict.fromkeys(open_slots(text))]
    result = beside_slots(checking.check_task(task).of_announcement())
    left = len(result.errors) + len(result.warnings)
    if left:
        things = "én ting" if left == 1 else f"{left} ting"
        missing.append(f"Ret eller behold {things} {place}.")
    return missing
