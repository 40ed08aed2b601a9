"""What a changed list row means for the tasks; the admin writes all rows but the words itself."""

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from tasks.actions.derived import refresh_tasks
from tasks.models import KlikTask, Phase, Role, Theme
from tasks.word_effects import Word, effects_of


def refresh_tasks_with(row: Model) -> int:
    """Count and index again the tasks that use a phase, theme or role; return how many.

    Search finds tasks by these names, and some rules read them.
    """
    return refresh_tasks(_tasks_with(row))


def _tasks_with(row: Model) -> QuerySet[KlikTask]:
    if isinstance(row, Phase):
        return KlikTask.objects.filter(phase=row)
    if isinstance(row, Theme):
        return KlikTask.objects.filter(theme=row)
    if isinstance(row, Role):
        return KlikTask.objects.filter(Q(performers=row) | Q(owners=row))
    return KlikTask.objects.none()


@transaction.atomic
def save_word(row: Word) -> int:
    """Save a word of the glossary or a known acronym; return how many drafts it hits.

    What is found in them is counted again, in the bin too: a task comes back as it was counted.
    """
    effects = effects_of(row, KlikTask.objects.written())
    row.save()
    hit = KlikTask.objects.filter(pk__in=effects.tasks)
    refresh_tasks(hit)
    return hit.kept().count()
