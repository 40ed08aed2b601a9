"""Checks a text on the command line; manage.py itself answers before Django has read a setting."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from tasks.lint.command import HELP, main


class Command(BaseCommand):
    """Here so that `manage.py help` knows it; the arguments are the pure command's own."""

    help = HELP

    def run_from_argv(self, argv: list[str]) -> None:
        """Answer with the exit code: 0, 1 when something must be corrected, 2 when unusable."""
        sys.exit(main(argv[2:]))

    def handle(self, *arguments: Any, **_: Any) -> None:
        """For ``call_command``, which gives the arguments as they are."""
        sys.exit(main([str(argument) for argument in arguments]))
