"""The glossary and the known acronyms begin as the packaged lists; the rows are the house's own.

Read from the package when the migration runs, not copied into it: a new installation shall begin
with the newest lists, and those that have run it keep their rows, which no upgrade touches.
"""

from typing import Any

from django.db import migrations

from tasks.style import default_house


def add_words(apps: Any, schema_editor: Any) -> None:
    house = default_house()
    term, acronym = apps.get_model("tasks", "Term"), apps.get_model("tasks", "Acronym")
    term.objects.bulk_create(
        term(term=row.term, plain=row.plain, fine_in=list(row.fine_in)) for row in house.glossary
    )
    acronym.objects.bulk_create(acronym(text=text) for text in sorted(house.acronyms or ()))


class Migration(migrations.Migration):
    dependencies = (("tasks", "0004_words"),)
    operations = (migrations.RunPython(add_words, migrations.RunPython.noop),)
