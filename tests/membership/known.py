"""The 98 municipalities with their codes, as the database is made with them."""

import csv
from pathlib import Path

import tasks.migrations

_SOURCE = Path(tasks.migrations.__file__).with_name("municipalities.csv")

with _SOURCE.open(encoding="utf-8", newline="") as _lines:
    KNOWN = {row["navn"]: row["kommunekode"] for row in csv.DictReader(_lines)}
