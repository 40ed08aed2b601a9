#!/usr/bin/env python
"""Runs Django's management commands for this site; `lint` needs neither settings nor database."""

import os
import sys
from collections.abc import Callable

UNUSABLE = 2  # the exit status of a command that could not begin


def main() -> None:
    """Run the command that was asked for, or say in one line what the machine lacks."""
    try:
        run = _lint() if sys.argv[1:2] == ["lint"] else _django()
    except ModuleNotFoundError as error:
        lacking = f"{error.name} mangler. Kør ”make setup”, og brug .venv/bin/python manage.py …"
        sys.stderr.write(lacking + "\n")
        sys.exit(UNUSABLE)
    run()


def _lint() -> Callable[[], None]:
    from tasks.lint.command import main as lint

    return lambda: sys.exit(lint(sys.argv[2:]))


def _django() -> Callable[[], None]:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klik_author.settings")
    return lambda: execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
