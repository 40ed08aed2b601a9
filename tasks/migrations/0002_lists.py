"""The lists KOMBIT owns, as public sources name them; an administrator keeps them from here on."""

import csv
from pathlib import Path
from typing import Any

from django.db import migrations

PHASES = ("Forberedelse", "Klargøring", "Idriftsættelse", "Ibrugtagning")

# KOMBIT's model of 2015; the abbreviations are not public and stand empty until filled in
THEMES = (
    "Drift og support",
    "Kontrakt-, indkøbs- og leverandørstyring",
    "Projektstyring",
    "Strategi",
    "Kommunikation",
    "Gevinstrealisering",
    "Sagsklargøring/-oprydning",
    "Kompetenceudvikling",
    "Arbejdsgange og organisering",
)

ROLES = (
    "Infrastrukturejer",
    "Infrastrukturansvarlig",
    "KOMBIT-programleder",
    "Projektejer",
    "Projektleder",
    "Systemansvarlig",
    "Systemadministrator",
    "Superbruger",
    "Kommunal administrator",
    "Institutionsadministrator",
    "Leverandøradministrator",
)

TEST_MUNICIPALITY = "Korsbæk Kommune"


def add_lists(apps: Any, schema_editor: Any) -> None:
    for model, names in (("Phase", PHASES), ("Theme", THEMES), ("Role", ROLES)):
        rows = apps.get_model("tasks", model).objects
        for position, name in enumerate(names, start=1):
            rows.create(name=name, position=position)
    _add_municipalities(apps.get_model("tasks", "Municipality"))


def _add_municipalities(municipality: Any) -> None:
    source = Path(__file__).with_name("municipalities.csv")
    with source.open(encoding="utf-8", newline="") as lines:
        for position, row in enumerate(csv.DictReader(lines), start=1):
            municipality.objects.create(
                name=row["navn"], code=row["kommunekode"], position=position
            )
    municipality.objects.create(name=TEST_MUNICIPALITY, is_fictional=True, position=0)


class Migration(migrations.Migration):
    dependencies = (("tasks", "0001_initial"),)
    operations = (migrations.RunPython(add_lists, migrations.RunPython.noop),)
