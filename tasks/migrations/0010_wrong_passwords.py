"""The count of wrong passwords, shared by all server processes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0009_words_named"),
    ]

    operations = [
        migrations.CreateModel(
            name="WrongPasswords",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("began_at", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
