"""Who looked at the task on the test wave, and at which text."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0015_small_corrections"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="event",
            name="event_kind_known",
        ),
        migrations.AddField(
            model_name="publication",
            name="looked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="publication",
            name="looked_revision",
            field=models.PositiveIntegerField(blank=True, null=True),
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
                    ("looked", "så efter på testbølgen"),
                    ("test_skipped", "sprang testen over"),
                    ("published", "flyttede til rigtige bølger"),
                    ("announced", "sendte #besked"),
                    ("binned", "lagde i papirkurven"),
                    ("restored", "tog op af papirkurven"),
                    ("became", "gjorde til den, der kun fandtes i Podio"),
                    ("dates_moved", "flyttede datoer"),
                    ("corrected", "rettede i Podio"),
                    ("small", "rettede en småting"),
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
                            "looked",
                            "test_skipped",
                            "published",
                            "announced",
                            "binned",
                            "restored",
                            "became",
                            "dates_moved",
                            "corrected",
                            "small",
                            "follow_up",
                        ],
                    )
                ),
                name="event_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("looked_at", None), ("looked_revision", None)),
                    models.Q(("looked_at__isnull", False), ("looked_revision__isnull", False)),
                    _connector="OR",
                ),
                name="publication_look_has_its_text",
            ),
        ),
    ]
