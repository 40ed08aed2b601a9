"""What is kept for a whole project goes on holding, and each phrase is kept once."""

from typing import Any

from django.db import migrations


def accept(apps: Any, schema_editor: Any) -> None:
    """Nobody was asked then, so nobody is named as the one who accepted."""
    rows = apps.get_model("tasks", "Dismissal").objects.exclude(project=None)
    rows.update(verdict="accepted")


def keep_the_newest(apps: Any, schema_editor: Any) -> None:
    """Two who pressed at once could keep the same phrase twice; the newest row is the one shown."""
    dismissals = apps.get_model("tasks", "Dismissal").objects
    rows = dismissals.order_by("-at", "-pk").values_list(
        "pk", "task", "project", "rule", "field", "phrase"
    )
    met: set[tuple[Any, ...]] = set()
    for pk, *tied_to in rows:
        if tuple(tied_to) in met:
            dismissals.filter(pk=pk).delete()
        met.add(tuple(tied_to))


class Migration(migrations.Migration):
    dependencies = (("tasks", "0006_verdicts"),)
    operations = (
        migrations.RunPython(accept, migrations.RunPython.noop),
        migrations.RunPython(keep_the_newest, migrations.RunPython.noop),
    )
