"""A verdict is never one's own, and nothing is kept for a project that nobody accepted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0007_accept_for_projects"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["open", "accepted", "refused"])),
                name="dismissal_verdict_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("project", None),
                    models.Q(("is_proposed", False), ("verdict", "accepted")),
                    _connector="OR",
                ),
                name="dismissal_of_project_accepted",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("judged_by", None),
                    models.Q(("judged_by", models.F("by")), _negated=True),
                    _connector="OR",
                ),
                name="dismissal_judged_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("project", None)),
                fields=("task", "rule", "field", "phrase"),
                name="dismissal_once_in_task",
            ),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("task", None)),
                fields=("project", "rule", "field", "phrase"),
                name="dismissal_once_in_project",
            ),
        ),
    ]
