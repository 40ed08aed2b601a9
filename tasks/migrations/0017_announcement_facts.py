"""What a #besked was made from, which tasks it tells of, and each one that was sent."""

import django.db.models.deletion
import tasks.announcement.facts
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0016_looked_at"),
    ]

    operations = [
        migrations.CreateModel(
            name="SentMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("text", models.TextField()),
                ("facts", models.JSONField(blank=True, null=True)),
                ("sent_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-sent_at", "-pk"),
            },
        ),
        migrations.AddField(
            model_name="announcement",
            name="covered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="covers",
                to="tasks.announcement",
            ),
        ),
        migrations.AddField(
            model_name="announcement",
            name="facts",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="announcement",
            name="kind",
            field=models.CharField(default=tasks.announcement.facts.Kind["NEW"], max_length=10),
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            tasks.announcement.facts.Kind["NEW"],
                            tasks.announcement.facts.Kind["CHANGED"],
                            tasks.announcement.facts.Kind["REMINDER"],
                        ],
                    )
                ),
                name="announcement_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="announcement",
            constraint=models.CheckConstraint(
                condition=models.Q(("covered_by", models.F("task")), _negated=True),
                name="announcement_does_not_cover_itself",
            ),
        ),
        migrations.AddField(
            model_name="sentmessage",
            name="master",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tasks.kliktask"
            ),
        ),
        migrations.AddField(
            model_name="sentmessage",
            name="sent_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sentmessage",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sent_messages",
                to="tasks.kliktask",
            ),
        ),
    ]
