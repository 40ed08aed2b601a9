"""What a changed list row means for the tasks that use it; the admin writes the row itself."""

from django.db.models import Model, Q, QuerySet

from tasks.actions.derived import refresh_tasks
from tasks.models import KlikTask, Phase, Role, Theme


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
