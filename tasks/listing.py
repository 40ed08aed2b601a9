"""The reading room of the task list: a validated query in, one page of tasks out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from tasks import schedule
from tasks.models import KlikTask, Person, Project, Wave
from tasks.search import query_terms
from tasks.waiting import waiting_for
from tasks.workflow import (
    MOVES,
    REOPENED_LABEL,
    STAGE_LABELS,
    STATUS_LABELS,
    MoveName,
    Stage,
    Status,
)

PER_PAGE = 50

_DRAFT = Q(status=Status.DRAFT)
_APPROVED = Q(status=Status.APPROVED)

# *Trin* as the list shows it: the key in the address, the label and the tasks it holds
STEPS: dict[str, tuple[str, Q]] = {
    "draft": (STATUS_LABELS[Status.DRAFT], _DRAFT & Q(approved_revision=None)),
    "reopened": (REOPENED_LABEL, _DRAFT & ~Q(approved_revision=None)),
    "sent_back": (STATUS_LABELS[Status.SENT_BACK], Q(status=Status.SENT_BACK)),
    "in_review": (STATUS_LABELS[Status.IN_REVIEW], Q(status=Status.IN_REVIEW)),
    "approved": (STATUS_LABELS[Status.APPROVED], _APPROVED & Q(publication__stage=Stage.NONE)),
} | {
    stage.value: (label, _APPROVED & Q(publication__stage=stage))
    for stage, label in STAGE_LABELS.items()
}

SORTS = {
    "reference": "Reference",
    "end": "Slutdato, tidligste først",
    "-end": "Slutdato, seneste først",
    "project": "Projekt",
    "-changed": "Senest rettet først",
    "changed": "Længst siden rettet først",
}
DEFAULT_SORT = "reference"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What to show, already validated; ``step`` is a key of STEPS, ``sort`` one of SORTS."""

    text: str = ""
    project: Project | None = None
    step: str = ""
    priority: str = ""
    wave: Wave | None = None
    is_mine: bool = False
    is_waiting: bool = False
    sort: str = DEFAULT_SORT

    @property
    def is_filtered(self) -> bool:
        """True when less than everything is asked for."""
        return replace(self, sort=DEFAULT_SORT) != ListQuery()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: the task, its end date in each wave, and whether it can be sent to review."""

    task: KlikTask
    ends: tuple[tuple[str, date | None], ...]
    can_be_sent: bool


def find(query: ListQuery, person: Person) -> QuerySet[KlikTask]:
    """Return the tasks outside the bin that a person's query asks for, in no order."""
    tasks = KlikTask.objects.kept()
    for term in query_terms(query.text):
        tasks = tasks.filter(search_text__contains=term)
    if query.project:
        tasks = tasks.filter(project=query.project)
    if query.step:
        tasks = tasks.filter(STEPS[query.step][1])
    if query.priority:
        tasks = tasks.filter(priority=query.priority)
    if query.wave:
        tasks = tasks.filter(waves=query.wave)
    if query.is_mine:
        tasks = tasks.filter(author=person)
    if query.is_waiting:
        tasks = tasks.filter(waiting_for(person))
    return tasks.order_by()


def page_of(tasks: QuerySet[KlikTask], sort: str, number: str | None) -> "Page[ListRow]":
    """Return a page of 50 ListRows in the wanted order; a number that is no page gives a near one.

    The end date is computed, not stored, so the order of all of them is found from three columns.
    """
    page: Page[Any] = Paginator(in_order(tasks, sort), PER_PAGE).get_page(number)
    found = KlikTask.objects.for_list().in_bulk(list(page.object_list))
    page.object_list = [_row(found[pk]) for pk in page.object_list if pk in found]
    return page


def _row(task: KlikTask) -> ListRow:
    return ListRow(
        task=task,
        ends=tuple((wave.name, task.period_in(wave).end) for wave in task.waves.all()),
        can_be_sent=task.status in MOVES[MoveName.SUBMIT].sources,
    )


def in_order(tasks: QuerySet[KlikTask], sort: str) -> list[int]:
    """Return the keys of the tasks in one of SORTS; equals stand by reference.

    Sorted here and not in the database, so that every database sorts alike. What has no
    reference, no project or no end date stands last, whichever way is up.
    """
    columns = ("pk", "reference_sort", "project__name", "updated_at")
    keys: list[Any] = list(tasks.values_list(*columns, named=True))
    keys.sort(key=lambda row: (not row.reference_sort, row.reference_sort, row.pk))
    what, is_descending = sort.removeprefix("-"), sort.startswith("-")
    if what == "project":
        keys.sort(key=lambda row: (row.project__name is None, _in_danish(row.project__name or "")))
    elif what == "changed":
        keys.sort(key=lambda row: row.updated_at, reverse=is_descending)
    elif what == "end":
        return _by_end([row.pk for row in keys], _first_ends(tasks), is_descending)
    return [row.pk for row in keys]


_LETTERS_AFTER_Z = str.maketrans("æøå", "{|}")


def _in_danish(name: str) -> str:
    """A key that puts æ, ø and å after z, in that order."""
    return name.casefold().translate(_LETTERS_AFTER_Z)


def _first_ends(tasks: QuerySet[KlikTask]) -> dict[int, date]:
    """The earliest end date of each task that has one, over all its waves."""
    first: dict[int, date] = {}
    for pk, go_live, offset in tasks.values_list("pk", "waves__go_live", "end_offset_days"):
        end = schedule.period(go_live, offset, None).end
        if end is not None:
            first[pk] = min(end, first.get(pk, end))
    return first


def _by_end(keys: list[int], ends: dict[int, date], is_descending: bool) -> list[int]:
    dated = [pk for pk in keys if pk in ends]
    dated.sort(key=lambda pk: ends[pk], reverse=is_descending)
    return dated + [pk for pk in keys if pk not in ends]
