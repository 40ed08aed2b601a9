"""Reads the command line, checks what it points at, and answers with an exit code."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from tasks.lint.one_field import PlacedDraft, one_field
from tasks.lint.refusal import UnusableError
from tasks.lint.report import Reported, as_json, as_text, reported
from tasks.lint.whole_task import whole_task
from tasks.style import House, Severity, check, default_house
from tasks.style.draft import READ_FIELDS

USAGE = "manage.py lint [FIL|-] [--field FELT] [--lines] [--all] [--format text|json]"
HELP = f"""\
{USAGE}

Tjekker én opgave som JSON, eller med --field teksten i ét felt. Uden FIL læses fra standard input.

  --field FELT   teksten hører til dette felt: {", ".join(READ_FIELDS[:5])},
                 {", ".join(READ_FIELDS[5:])}
  --lines        hver linje er sin egen tekst (kun med --field)
  --all          vis hver eneste passiv, ikke kun dem, der giver en ordre
  --format       text (til mennesker) eller json (til programmer)

Svarer 0, når intet skal rettes, 1, når noget skal rettes, og 2, når teksten ikke kan læses.
"""


def main(arguments: Sequence[str]) -> int:
    """Check what the arguments point at, print it, and return 0, 1 (an ERROR) or 2 (unusable)."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        options = _options(arguments)
        if options.help:
            sys.stdout.write(HELP)
            return 0
        rows = list(_rows(options))
    except UnusableError as error:
        sys.stderr.write(f"lint: {error}\n")
        return 2
    shown = as_json(rows) if options.format == "json" else as_text(rows)
    sys.stdout.write(f"{shown}\n")
    return int(any(row.finding.severity is Severity.ERROR for row in rows))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse says it in English
        raise UnusableError(f"Brug: {USAGE}")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("file", nargs="?", default="-")
    parser.add_argument("--field")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--help", "-h", action="store_true")
    options = parser.parse_args(arguments)
    if options.lines and options.field is None:
        raise UnusableError("--lines kræver --field: Sig, hvilket felt linjerne hører til.")
    return options


def _rows(options: argparse.Namespace) -> Iterator[Reported]:
    house = replace(default_house(), reports_every_passive=options.all)
    text = _read(options.file)
    if options.field is None:
        yield from _checked(whole_task(text), house)
    elif options.lines:
        one_field(options.field, "")  # an unknown field is told also when there is no line
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                source = one_field(options.field, line.removesuffix("\r"))
                yield from _checked(source, house, options.field, number)
    else:
        yield from _checked(one_field(options.field, text.rstrip("\r\n")), house, options.field)


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UnusableError(f"”{file}” kan ikke læses: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnusableError(f"Teksten er ikke UTF-8 (byte {error.start}).") from error


def _checked(
    source: PlacedDraft, house: House, field: str = "", line: int | None = None
) -> Iterator[Reported]:
    """Check one draft; with a field, only what is found in that field."""
    findings = check(source.draft, house)
    wanted = (finding for finding in findings if field in {"", finding.field})
    return reported(source, wanted, line)
