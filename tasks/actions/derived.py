"""What lists read of a task without computing it: finding counts, search text, content hash.

The counts are the text's: the #besked lies outside it, and has a door of its own.
"""

from django.db import transaction
from django.db.models import QuerySet

from tasks import checking, drafting, search
from tasks.actions.locking import lock_projects
from tasks.models import KlikTask
from tasks.style import RULES_VERSION, Severity

_COLUMNS = ("content_hash", "search_text", "errors", "warnings", "hints", "rules_version")
_AT_ONCE = 100  # tasks


def refresh_derived(pk: int) -> KlikTask:
    """Compute a locked task's columns anew, and return the task with its parts."""
    task = KlikTask.objects.with_parts().get(pk=pk)
    _write(task, checking.check_task(task))
    return task


def refresh_project(project_pk: int) -> None:
    """Do so for every task of a project whose facts (name, zones, go-lives) changed."""
    refresh_tasks(KlikTask.objects.filter(project=project_pk))


@transaction.atomic
def refresh_tasks(tasks: QuerySet[KlikTask]) -> int:
    """Do so for many tasks, all or none; return how many. The projects are locked first."""
    written = tasks.filter(is_only_in_podio=False).order_by()
    projects = dict(written.values_list("pk", "project_id"))
    lock_projects(projects.values())
    for some in _in_turn(sorted(projects)):
        _refresh(some)
    return len(projects)


def refresh_outdated() -> int:
    """Do so for tasks that were counted by older rules, a hundred at a time; return how many."""
    outdated = KlikTask.objects.written().exclude(rules_version=RULES_VERSION)
    keys = list(outdated.order_by("pk").values_list("pk", flat=True))
    return sum(refresh_tasks(KlikTask.objects.filter(pk__in=some)) for some in _in_turn(keys))


def _in_turn(keys: list[int]) -> list[list[int]]:
    return [keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE)]


def _refresh(keys: list[int]) -> None:
    rows = KlikTask.objects.filter(pk__in=keys).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    tasks = list(rows.with_parts())
    results = checking.check_tasks(tasks)
    for task in tasks:
        _write(task, results[task.pk])


def _write(task: KlikTask, result: checking.CheckResult) -> None:
    """Write the columns, unless they stand already."""
    values, of_text = task.values(), result.of_text()
    texts = [*drafting.searchable_texts(values), task.announcement.text]
    columns = (
        drafting.content_hash(values),
        search.index_text(texts),
        of_text.count(Severity.ERROR),
        of_text.count(Severity.WARNING),
        of_text.count(Severity.HINT),
        RULES_VERSION,
    )
    new = dict(zip(_COLUMNS, columns, strict=True))
    changed = [key for key, value in new.items() if getattr(task, key) != value]
    for key in changed:
        setattr(task, key, new[key])
    if changed:
        task.save(update_fields=changed)
