"""Loads the example project once; a second time it changes nothing."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.timezone import localdate

from tasks import example


class Command(BaseCommand):
    """``--today`` moves the example's dates, for the tests."""

    help = "Indlæser eksempelprojektet ”KP release 4.0” med tre opgaver."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--today", type=date.fromisoformat, help="Dagen i dag: 2026-09-01")

    def handle(self, *_: Any, **options: Any) -> None:
        project = example.load(options["today"] or localdate())
        if project is not None:
            self.stdout.write(f"Eksemplet ”{project.name}” er indlæst.")
