"""What is known of a #besked sent before each was kept: its text, when, and who noted it."""

from typing import Any

from django.db import migrations


def keep_earlier(apps: Any, schema_editor: Any) -> None:
    """Who noted it stands in Forløb; one nobody is known to have sent is shown by its day alone."""
    publication = apps.get_model("tasks", "Publication")
    event = apps.get_model("tasks", "Event")
    message = apps.get_model("tasks", "SentMessage")
    noted = event.objects.filter(kind="announced").order_by("at", "pk")
    senders = dict(noted.values_list("task_id", "actor_id"))
    kept = message.objects.values_list("task_id", flat=True)
    sent = publication.objects.filter(announced_at__isnull=False).exclude(task_id__in=kept)
    message.objects.bulk_create(
        message(
            task_id=row.task_id,
            master_id=row.task_id,
            kind="new",
            text=row.announced_text,
            sent_at=row.announced_at,
            sent_by_id=senders[row.task_id],
        )
        for row in sent
        if row.task_id in senders
    )


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0017_announcement_facts"),
    ]

    operations = [
        migrations.RunPython(keep_earlier, migrations.RunPython.noop),
    ]
