"""The glossary and the known acronyms, kept as rows by an administrator."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0003_groups"),
    ]

    operations = [
        migrations.CreateModel(
            name="Acronym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        help_text="Med store og små bogstaver, fx MitID.",
                        max_length=40,
                        unique=True,
                        verbose_name="forkortelse",
                    ),
                ),
                (
                    "stands_for",
                    models.CharField(blank=True, max_length=200, verbose_name="står for"),
                ),
                (
                    "is_retired",
                    models.BooleanField(
                        default=False,
                        help_text="Tjek beder igen om, at forkortelsen bliver forklaret.",
                        verbose_name="udgået",
                    ),
                ),
            ],
            options={
                "verbose_name": "kendt forkortelse",
                "verbose_name_plural": "Kendte forkortelser",
                "ordering": ("text",),
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "term",
                    models.CharField(
                        help_text="Ét eller flere ord, som de står i ordbogen.",
                        max_length=80,
                        unique=True,
                        verbose_name="ord",
                    ),
                ),
                (
                    "plain",
                    models.CharField(
                        blank=True,
                        help_text="Det jævne ord, som Tjek foreslår. Må være tomt.",
                        max_length=200,
                        verbose_name="skriv hellere",
                    ),
                ),
                (
                    "fine_in",
                    models.JSONField(blank=True, default=list, verbose_name="må gerne stå i"),
                ),
                (
                    "is_retired",
                    models.BooleanField(
                        default=False,
                        help_text="Tjek leder ikke længere efter ordet.",
                        verbose_name="udgået",
                    ),
                ),
            ],
            options={
                "verbose_name": "ord i ordlisten",
                "verbose_name_plural": "Ordliste",
                "ordering": ("term",),
            },
        ),
    ]
