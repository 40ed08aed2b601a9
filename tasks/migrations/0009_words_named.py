"""The two lists of words are named as the other lists: ”54 ord i ordlisten”."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tasks", "0008_verdicts_hold")]

    operations = [
        migrations.AlterModelOptions(
            name="acronym",
            options={
                "ordering": ("text",),
                "verbose_name": "kendt forkortelse",
                "verbose_name_plural": "kendte forkortelser",
            },
        ),
        migrations.AlterModelOptions(
            name="term",
            options={
                "ordering": ("term",),
                "verbose_name": "ord i ordlisten",
                "verbose_name_plural": "ord i ordlisten",
            },
        ),
    ]
