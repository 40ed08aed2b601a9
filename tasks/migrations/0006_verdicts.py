"""What a godkender says of a reason, and proposals for a whole project."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0005_words_seeded"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="event",
            name="event_kind_known",
        ),
        migrations.AddField(
            model_name="dismissal",
            name="is_proposed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="judged_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="judged_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("open", "Ikke set endnu"),
                    ("accepted", "Godtaget"),
                    ("refused", "Skal rettes"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="words",
            field=models.CharField(blank=True, max_length=300),
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
                        ],
                    )
                ),
                name="event_kind_known",
            ),
        ),
    ]
