"""The workbook: a row per task, labels verbatim, numbers as numbers, text as nothing but text."""

import io
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from tasks.exports.payload import NO_DATE, Payload, PayloadField, WaveDay

CELL_MAX = 32_767  # UTF-16 units; what a cell of Excel holds
CUT_MARK = "… [Teksten er for lang til Excel. Resten står i KLIK-værksted.]"
SHEET_NAME = "KLIK-opgaver"

_FIRST_YEAR = 1901  # Excel's calendar begins in 1900, with a leap day that never was
_WIDE, _NARROW = 50, 18  # characters
# What XML 1.0 cannot hold: most control characters, lone surrogates, two non-characters
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Columns of our own after the template's: the heading, and the field whose offset gives it
_DATE_COLUMNS = (("Slutdato", "end_offset_days"), ("Startdato", "start_offset_days"))


def workbook(payloads: Iterable[Payload]) -> bytes:
    """Return the bytes of an .xlsx with one row per task.

    Offsets and duration are number cells, a date is a date cell where there is one wave, and
    several values are joined with "; ". A text over 32,767 characters is cut with a mark.
    """
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        _Sheet(book).write(list(payloads))
    return file.getvalue()


def cell_text(text: str) -> str:
    """Return the text as a cell can hold it: newlines as LF, control characters gone.

    What is over 32,767 UTF-16 units is cut, and says so; the writer would cut it silently.
    """
    written = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = written.encode("utf-16-le")
    if len(units) <= 2 * CELL_MAX:
        return written
    room = 2 * (CELL_MAX - len(CUT_MARK))
    return units[:room].decode("utf-16-le", "ignore") + CUT_MARK


class _Sheet:
    """The one sheet, with its formats."""

    def __init__(self, book: Workbook) -> None:
        self.sheet = book.add_worksheet(SHEET_NAME)
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        self.sheet.freeze_panes(1, 1)

    def write(self, payloads: list[Payload]) -> None:
        for row, payload in enumerate(payloads, start=1):
            if row == 1:
                self._write_headings(payload)
            for column, field in enumerate(payload.fields):
                self._write_field(row, column, field)
            for column, (_, key) in enumerate(_DATE_COLUMNS, start=len(payload.fields)):
                self._write_dates(row, column, payload.field(key).dates)

    def _write_headings(self, payload: Payload) -> None:
        labels = [field.label for field in payload.fields]
        for column, label in enumerate([*labels, *(label for label, _ in _DATE_COLUMNS)]):
            self._write_text(0, column, label, self.heading)
        for column, field in enumerate(payload.fields):
            width = _WIDE if field.html or field.key == "title" else _NARROW
            self.sheet.set_column(column, column, width)
        self.sheet.set_column(len(labels), len(labels) + 1, _NARROW)

    def _write_field(self, row: int, column: int, field: PayloadField) -> None:
        # A bool is an int to Python, but "Ja" to Podio, whose options are matched by their text
        if isinstance(field.value, int) and not isinstance(field.value, bool):
            self.sheet.write_number(row, column, field.value, self.wrapped)
        elif field.text:
            self._write_text(row, column, field.text, self.wrapped)

    def _write_dates(self, row: int, column: int, dates: tuple[WaveDay, ...]) -> None:
        only = dates[0].day if len(dates) == 1 else None
        if only is not None and only.year >= _FIRST_YEAR:
            self.sheet.write_datetime(row, column, only, self.day)
        else:
            self._write_text(row, column, _dates_in_words(dates), self.wrapped)

    def _write_text(self, row: int, column: int, text: str, style: Any) -> None:
        """Write a text that can never become a formula, a link or markup of the file."""
        written = cell_text(text)
        if written.startswith("<r>") and written.endswith("</r>"):
            # The writer takes such a text for markup of the file, unless it comes in pieces
            pieces = (written[:1], written[1:2], written[2:])
            code = self.sheet.write_rich_string(row, column, *pieces, style)
        else:
            code = self.sheet.write_string(row, column, written, style)
        if code != 0:
            raise ValueError(f"The writer answered {code} for row {row}, column {column}")


def _dates_in_words(dates: tuple[WaveDay, ...]) -> str:
    if len(dates) < 2:
        return _numeric(dates[0].day) if dates else NO_DATE
    return "; ".join(f"{date.wave}: {_numeric(date.day)}" for date in dates)


def _numeric(day: date | None) -> str:
    return NO_DATE if day is None else f"{day.day:02}.{day.month:02}.{day.year}"
