"""Reads a task into the facts its #besked may say, and tells what the #besked still lacks."""

import re
from dataclasses import replace
from datetime import date

from django.conf import settings

from tasks import checking
from tasks.announcement import AnnouncementFacts, RelatedFacts, TaskFacts, WavePeriod
from tasks.models import KlikTask, Wave
from tasks.workflow import Stage

TOPIC_MAX = 200  # code points
TEXT_MAX = 10_000  # code points; a message of ninety words has about 700
_SLOT = re.compile(r"\[[Ss]kriv[^\[\]\n]*\]")


def facts_of(task: KlikTask, today: date, topic: str = "") -> AnnouncementFacts:
    """Return what a proposal may say about the task on ``today``.

    A greeting or a name the project does not have is left empty: the proposal turns it into a
    [slot] for the author. Read the task from ``with_parts()`` or each list costs a query.
    """
    project = task.project
    return AnnouncementFacts(
        greeting=project.greeting if project else "",
        tasks=(TaskFacts(str(task.reference), task.title, _periods(task), task.priority),),
        signed_by=project.lead_name if project else "",
        today=today,
        related=tuple(_related(other) for other in related_tasks(task)),
        topic=topic,
        short_deadline_days=settings.KLIK_SHORT_DEADLINE_DAYS,
    )


def related_tasks(task: KlikTask) -> list[KlikTask]:
    """Return the related tasks a message can name: one in the bin reaches no municipality."""
    related = [row.related for row in task.relation_rows.all()]
    return [other for other in related if other.binned_at is None]


def _periods(task: KlikTask) -> tuple[WavePeriod, ...]:
    return tuple(_period(task, wave) for wave in task.waves.all() if not wave.is_test)


def _period(task: KlikTask, wave: Wave) -> WavePeriod:
    dates = task.period_in(wave)
    return WavePeriod(wave.name, wave.goes_live_with, wave.go_live, dates.start, dates.end)


def _related(task: KlikTask) -> RelatedFacts:
    """A related task with its earliest start, of all its waves."""
    starts = [period.start for period in _periods(task) if period.start]
    return RelatedFacts(str(task.reference), task.title, min(starts, default=None))


def days_to_do_it(period: WavePeriod, today: date) -> int | None:
    """Return the days from the first possible day to the end; None when a date is missing."""
    if period.start is None or period.end is None:
        return None
    return (period.end - max(period.start, today)).days


def is_short(period: WavePeriod, facts: AnnouncementFacts) -> bool:
    """Tell if the deadline must be named: ”Hvis opgaven har kort deadline, skal det … fremgå”."""
    days = days_to_do_it(period, facts.today)
    return days is not None and 0 <= days <= facts.short_deadline_days


def unpublished(tasks: list[KlikTask]) -> set[int]:
    """Return the keys of the tasks that the municipalities cannot see yet, in one query."""
    out = KlikTask.objects.filter(publication__stage__in=(Stage.PUBLISHED, Stage.ANNOUNCED))
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
    """Say in Danish sentences what must be done before the #besked can be sent; none: ready."""
    text = task.announcement.text
    if not text.strip():
        return ["Skriv #besked."]
    missing = [f"Udfyld ”{slot}” i #besked." for slot in dict.fromkeys(open_slots(text))]
    result = beside_slots(checking.check_task(task).of_announcement())
    left = len(result.errors) + len(result.warnings)
    if left:
        things = "én ting" if left == 1 else f"{left} ting"
        missing.append(f"Ret eller behold {things} i #besked.")
    return missing
