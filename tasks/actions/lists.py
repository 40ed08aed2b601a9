"""What a changed list row means for the tasks that use it; the admin writes the row itself."""

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from tasks.actions.writing import refresh_derived
from tasks.models import KlikTask, Phase, Role, Theme


@transaction.atomic
def refresh_tasks_with(row: Model) -> int:
    """Count and index again the tasks that use a phase, theme or role; return how many.

    Search finds tasks by these names, and some rules read them.
    """
    keys = list(_tasks_with(row).values_list("pk", flat=True).distinct())
    for pk in keys:
        refresh_derived(pk)
    return len(keys)


def _tasks_with(row: Model) -> QuerySet[KlikTask]:
    if isinstance(row, Phase):
        return KlikTask.objects.filter(phase=row)
    if isinstance(row, Theme):
        return KlikTask.objects.filter(theme=row)
    if isinstance(row, Role):
        return KlikTask.objects.filter(Q(performers=row) | Q(owners=row))
    return KlikTask.objects.none()
