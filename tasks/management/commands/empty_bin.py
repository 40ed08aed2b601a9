"""Deletes tasks whose days in the bin are over; run it once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from tasks.actions.bin import BIN_DAYS, bin_limit, empty_bin


class Command(BaseCommand):
    """Safe to run at any time: what can still be taken up again is left alone."""

    help = f"Sletter opgaver, der har ligget mere end {BIN_DAYS} dage i papirkurven."

    def handle(self, *_: Any, **__: Any) -> None:
        emptied = empty_bin(bin_limit(localdate()))
        self.stdout.write(f"{_tasks(emptied.deleted)} er slettet fra papirkurven.")
        if emptied.needed:
            self.stdout.write(f"{_tasks(emptied.needed)} bliver, for andre opgaver peger derhen.")


def _tasks(count: int) -> str:
    return "1 opgave" if count == 1 else f"{count} opgaver"
