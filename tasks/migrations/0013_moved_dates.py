"""What a moved date leaves to be done by hand."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0012_only_in_podio"),
    ]

    operations = [
        migrations.CreateModel(
            name="GoLiveMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_day", models.DateField(blank=True, null=True)),
                ("new_day", models.DateField(blank=True, null=True)),
                ("moved_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("told_text", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("-moved_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="PodioCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("go_live", "Go-live"),
                            ("start", "Startdato"),
                            ("end", "Slutdato"),
                            ("waves", "Bølger"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(max_length=60)),
                ("old", models.CharField(blank=True, max_length=1000)),
                ("new", models.CharField(blank=True, max_length=1000)),
                ("noted_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="event",
            name="event_kind_known",
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
                        ],
                    )
                ),
                name="event_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="golivemove",
            name="moved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="golivemove",
            name="told_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="golivemove",
            name="wave",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="go_live_moves",
                to="tasks.wave",
            ),
        ),
        migrations.AddField(
            model_name="podiocorrection",
            name="done_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="podiocorrection",
            name="noted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="podiocorrection",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="podio_corrections",
                to="tasks.project",
            ),
        ),
        migrations.AddField(
            model_name="podiocorrection",
            name="task",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="podio_corrections",
                to="tasks.kliktask",
            ),
        ),
        migrations.AddField(
            model_name="podiocorrection",
            name="wave",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="podio_corrections",
                to="tasks.wave",
            ),
        ),
        migrations.AddConstraint(
            model_name="golivemove",
            constraint=models.UniqueConstraint(
                models.F("wave"),
                condition=models.Q(("told_at", None)),
                name="one_untold_move_of_a_wave",
            ),
        ),
        migrations.AddConstraint(
            model_name="podiocorrection",
            constraint=models.UniqueConstraint(
                models.F("project"),
                models.F("place"),
                condition=models.Q(("done_at", None)),
                name="podio_correction_once_while_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="podiocorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__in", ["go_live", "start", "end", "waves"])),
                name="podio_correction_known",
            ),
        ),
    ]
