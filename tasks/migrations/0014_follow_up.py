"""Who follows an obligatory task up, by when, and that it is done."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0013_moved_dates"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowedUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("done_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="follow_up",
                        serialize=False,
                        to="tasks.kliktask",
                    ),
                ),
                (
                    "by",
                    models.CharField(
                        choices=[
                            ("kombit", "KOMBIT"),
                            ("supplier", "Leverandøren"),
                            ("both", "KOMBIT og leverandøren"),
                        ],
                        max_length=10,
                    ),
                ),
                ("days_before", models.PositiveIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="event",
            name="event_kind_known",
        ),
        migrations.AddField(
            model_name="project",
            name="follow_up_days_before",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="Intern deadline, dage før slutdatoen"
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("created", "oprettede opgaven"),
                    ("edited", "rettede"),
                    ("submitted", "sendte til godkendelse"),
                    ("withdrawn", "trak tilbage"),
                    ("sent_back", "sendte tilbage"),
                    ("approved", "godkendte"),
                    ("reopened", "genåbnede"),
                    ("kept", "beholdt teksten"),
                    ("unkept", "tog ”Behold teksten” tilbage"),
                    ("reason_accepted", "godtog begrundelsen"),
                    ("reason_refused", "bad om rettelse"),
                    ("project_accepted", "godtog for hele projektet"),
                    ("project_declined", "lod det gælde denne opgave alene"),
                    ("announcement", "rettede #besked"),
                    ("entered", "indtastede i Podio"),
                    ("linked", "gemte link til masteropgaven"),
                    ("on_test", "lagde på testbølgen"),
                    ("test_skipped", "sprang testen over"),
                    ("published", "flyttede til rigtige bølger"),
                    ("announced", "sendte #besked"),
                    ("binned", "lagde i papirkurven"),
                    ("restored", "tog op af papirkurven"),
                    ("became", "gjorde til den, der kun fandtes i Podio"),
                    ("dates_moved", "flyttede datoer"),
                    ("corrected", "rettede i Podio"),
                    ("follow_up", "ændrede opfølgningen"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "created",
                            "edited",
                            "submitted",
                            "withdrawn",
                            "sent_back",
                            "approved",
                            "reopened",
                            "kept",
                            "unkept",
                            "reason_accepted",
                            "reason_refused",
                            "project_accepted",
                            "project_declined",
                            "announcement",
                            "entered",
                            "linked",
                            "on_test",
                            "test_skipped",
                            "published",
                            "announced",
                            "binned",
                            "restored",
                            "became",
                            "dates_moved",
                            "corrected",
                            "follow_up",
                        ],
                    )
                ),
                name="event_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="followedup",
            name="done_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="followedup",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="followed_up",
                to="tasks.kliktask",
            ),
        ),
        migrations.AddField(
            model_name="followedup",
            name="wave",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="followed_up",
                to="tasks.wave",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("by__in", ["kombit", "supplier", "both"])),
                name="follow_up_by_somebody_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("days_before__lte", 3650), ("days_before", None), _connector="OR"
                ),
                name="follow_up_days_within_reach",
            ),
        ),
        migrations.AddConstraint(
            model_name="followedup",
            constraint=models.UniqueConstraint(
                models.F("task"), models.F("wave"), name="followed_up_once_in_a_wave"
            ),
        ),
    ]
