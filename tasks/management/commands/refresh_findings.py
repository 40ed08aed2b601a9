"""Counts findings again for tasks that were counted by older rules; run it after an upgrade."""

from typing import Any

from django.core.management.base import BaseCommand

from tasks.actions.derived import refresh_outdated


class Command(BaseCommand):
    """Safe to run at any time: a task that was counted by today's rules is left alone."""

    help = "Tæller Tjek igen for opgaver, der er talt med ældre regler."

    def handle(self, *_: Any, **__: Any) -> None:
        count = refresh_outdated()
        tasks = "1 opgave" if count == 1 else f"{count} opgaver"
        self.stdout.write(f"{tasks} er talt igen.")
