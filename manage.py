#!/usr/bin/env python
"""Runs Django's management commands for this site; `lint` needs neither settings nor database."""

import os
import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["lint"]:
        from tasks.lint.command import main

        sys.exit(main(sys.argv[2:]))

    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klik_author.settings")
    execute_from_command_line(sys.argv)
