"""Counts Tjek anew where a text names a reference that has just come or gone."""

from collections.abc import Iterable

from tasks.actions.derived import refresh_tasks
from tasks.guide import PROSE_KEYS
from tasks.models import KlikTask, Project
from tasks.reference import Reference
from tasks.style import mentions

_READ = ("title", *sorted(PROSE_KEYS))


def refresh_mentioning(project: Project | None, *references: Reference) -> None:
    """Count anew the tasks of a project, locked by the caller, that name one of the references.

    An author often writes ”se (Auto 13)” before that task is made: the finding goes with it.
    """
    complete = [reference for reference in references if reference.is_complete]
    if project is None or not complete:
        return
    prefixes = tuple({reference.prefix for reference in complete})
    wanted = {reference.natural_key for reference in complete}
    rows = KlikTask.objects.written().filter(project=project).values_list("pk", *_READ)
    naming = [pk for pk, *texts in rows.iterator() if _named_in(texts, prefixes) & wanted]
    if naming:
        refresh_tasks(KlikTask.objects.filter(pk__in=naming))


def _named_in(texts: Iterable[str], prefixes: tuple[str, ...]) -> set[str]:
    return {
        named.natural_key
        for text in texts
        for mention in mentions(text, prefixes)
        for named in mention.named
    }
