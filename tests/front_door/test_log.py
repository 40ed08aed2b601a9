"""An entry in the log is one line, and nobody can forge another."""

from __future__ import annotations

import logging
import sys

from hypothesis import given
from hypothesis import strategies as st

from klik_author.log import OneLineFormatter

FORMATTER = OneLineFormatter("{levelname} {message}", style="{")


def record(message: str) -> logging.LogRecord:
    return logging.LogRecord("klik", logging.INFO, "x.py", 1, "Login: %s", (message,), None)


@given(message=st.text())
def test_an_entry_is_one_line_whatever_was_typed(message: str) -> None:
    assert len(FORMATTER.format(record(message)).splitlines()) == 1


def test_what_was_typed_can_still_be_read() -> None:
    assert (
        FORMATTER.format(record("Ærø\nINFO Login: Karl")) == "INFO Login: Ærø\\x0aINFO Login: Karl"
    )


def test_a_traceback_never_begins_at_the_margin() -> None:
    entry = record("Anne")
    try:
        raise ValueError("\nINFO Login: Karl\n\nINFO Login: Rikke")
    except ValueError:
        entry.exc_info = sys.exc_info()
    first, *rest = FORMATTER.format(entry).splitlines()
    assert first == "INFO Login: Anne"
    assert all(line.startswith("    ") for line in rest if line)
    assert any("ValueError" in line for line in rest)
