"""Tasks that only are in Podio: a reference, a title and a link, so that others can point at them.

Whoever writes tasks makes, corrects and removes them; ``becoming`` makes one the real task.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tasks.actions.drafts import save_task
from tasks.actions.locking import locked_task
from tasks.actions.mentioned import refresh_mentioning
from tasks.actions.podio_link import link_problem
from tasks.actions.refusal import Refused, require
from tasks.actions.rows import Values, locked_part, locked_project, require_seen
from tasks.models import KlikTask, Person, Project
from tasks.permissions import can_edit, may, names_in_words
from tasks.workflow import Right

_GONE = "Opgaven fra Podio findes ikke længere her. Måske er den skrevet som en rigtig opgave."


@transaction.atomic
def add_podio_task(person: Person, project_pk: int, values: Values) -> KlikTask:
    """Make one from its ``reference``, ``title`` and ``podio_url``.

    Raises Refused at the field that is wrong, or that another task of the project has already.
    """
    require(may(person, Right.WRITE))
    project = locked_project(project_pk)
    row = KlikTask(project=project, author=person, is_only_in_podio=True)
    row.status_changed_at = timezone.now()
    _write(row, values)
    return row


@transaction.atomic
def add_podio_task_for(person: Person, task_pk: int, key: str, values: Values) -> KlikTask:
    """Make one in a task's project and choose it there as prerequisite or related.

    Raises Refused, and makes nothing, when the person may not edit the task.
    """
    task = locked_task(task_pk)
    require(can_edit(person, task))
    if task.project_id is None:
        raise Refused("Vælg et projekt på opgaven først.")
    row = add_podio_task(person, task.project_id, values)
    outcome = save_task(person, task.pk, task.revision, {key: [*task.values()[key], row]})
    for message in outcome.refused.values():
        raise Refused(message)
    return row


@transaction.atomic
def change_podio_task(person: Person, pk: int, seen: str, values: Values) -> KlikTask:
    """Correct one; ``seen`` is the fingerprint of what was shown. Raises Stale when it changed."""
    require(may(person, Right.WRITE))
    row = _locked(pk)
    require_seen(row, seen)
    _write(row, values)
    return row


@transaction.atomic
def remove_podio_task(person: Person, pk: int) -> None:
    """Take one away that no task points at; raise Refused naming those that do.

    The row stays out of sight for as long as the bin keeps, so that *Forløb* can name it.
    """
    require(may(person, Right.WRITE))
    row = _locked(pk)
    if reason := why_kept(row):
        raise Refused(reason)
    row.binned_at, row.reference_key = timezone.now(), ""
    row.save(update_fields=("binned_at", "reference_key"))
    refresh_mentioning(row.project, row.reference)


def why_kept(row: KlikTask) -> str:
    """Say why one cannot be removed, in one Danish sentence; nothing when it can."""
    pointing = Q(prerequisite_rows__required=row) | Q(relation_rows__related=row)
    names = [
        f"{task.short_name} i papirkurven" if task.binned_at else task.short_name
        for task in KlikTask.objects.filter(pointing).distinct()
    ]
    return f"{names_in_words(names)} peger på opgaven. Fjern den dér først." if names else ""


def _locked(pk: int) -> KlikTask:
    row: KlikTask = locked_part(KlikTask.objects.only_in_podio(), pk, _GONE)
    return row


def _write(row: KlikTask, values: Values) -> None:
    old, reference, url = row.reference, values["reference"], values["podio_url"].strip()
    row.prefix, row.separator, row.number = reference.prefix, reference.separator, reference.number
    row.reference_key, row.reference_sort = reference.natural_key, reference.sort_key
    row.title, row.podio_url, row.updated_at = values["title"], url, timezone.now()
    if problem := link_problem(url):
        raise Refused(problem, field="podio_url")
    _require_alone(row)
    row.save()
    if reference != old:
        refresh_mentioning(row.project, old, reference)


def _require_alone(row: KlikTask) -> None:
    """Raise Refused when another task of the project has the reference or the link."""
    others = KlikTask.objects.filter(project=row.project, became=None).exclude(pk=row.pk)
    if same := others.filter(reference_key=row.reference_key).first():
        raise Refused(f"{row.reference.bracketed} {_is_already(same)}", field="reference")
    if same := others.filter(podio_url=row.podio_url, binned_at=None).first():
        raise Refused(f"Linket hører til {same}. Brug den opgave.", field="podio_url")


def _is_already(same: KlikTask) -> str:
    if same.binned_at:
        return f"ligger i papirkurven som ”{same.title}”. Gendan den, og vælg den på listen."
    where = "er allerede tilføjet fra Podio" if same.is_only_in_podio else "er skrevet her"
    return f"{where} som ”{same.title}”. Vælg den på listen."


def podio_tasks_of(project: Project) -> list[KlikTask]:
    """Return those of a project, in the order of their references."""
    return list(KlikTask.objects.only_in_podio().filter(project=project))
