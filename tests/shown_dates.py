"""Reads the dates of a task back from the places where people meet them, wave by wave."""

import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from tasks.danish_dates import WEEKDAYS, parse_danish_date

# The start and the end in each wave
Dates = dict[str, tuple[date | None, date | None]]

NO_DATE = "ingen dato"
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_SAID = re.compile(rf"(?:{'|'.join(WEEKDAYS)}) den \d+\. [a-zæøå]+(?: \d{{4}})?")
_EXCEL_DAY_NOUGHT = date(1899, 12, 30)
_OOXML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def words_of(html: str) -> str:
    """The text of a piece of a page, its tags gone."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def day_of(text: str) -> date | None:
    """The day that stands in a text as our pages write it; a weekday must be the right one."""
    return None if text == NO_DATE else parse_danish_date(text)


def in_list(page: str) -> dict[str, date | None]:
    """The end in each wave, from the one row of *Opgaver*."""
    ends = re.findall(r'<span class="list-end">(.*?)</span></span>', page, re.DOTALL)
    pairs = (words_of(end).split(": ") for end in ends)
    return {wave: day_of(written) for wave, written in pairs}


def in_form(page: str) -> Dates:
    """From the table of dates, read or to be typed in."""
    table = page[page.index('id="datoer"') :]
    rows = [row for row in _ROW.findall(table[: table.index("</table>")]) if "<td" in row]
    return {
        words_of(re.findall(r"<th.*?</th>", row, re.DOTALL)[0]): (
            day_of(_cell(row, "Startdato")),
            day_of(_cell(row, "Slutdato")),
        )
        for row in rows
    }


def _cell(row: str, label: str) -> str:
    cell = re.findall(rf'<td[^>]*data-label="{label}"[^>]*>(.*?)</td>', row, re.DOTALL)[0]
    typed = re.search(r'<input[^>]* value="([^"]*)"', cell)
    return unescape(typed[1]) or NO_DATE if typed else words_of(cell)


def in_timeline(page: str) -> Dates:
    """From the tables under the picture of a project with one task."""
    tables = re.findall(r"<caption>(.*?),.*?</caption>(.*?)</table>", page, re.DOTALL)
    return {wave: (day_of(_cell(row, "Start")), day_of(_cell(row, "Slut"))) for wave, row in tables}


def in_preview(page: str) -> tuple[date | None, date | None]:
    """As a municipality of the chosen wave meets them."""
    facts = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", page, re.DOTALL))
    return day_of(words_of(facts["Startdato"])), day_of(words_of(facts["Slutdato"]))


def in_sheet(page: str) -> Dates:
    """As they stand under the two offsets in *Indtast i Podio*."""
    starts, ends = (_under(page, key) for key in ("start_offset_days", "end_offset_days"))
    return {wave: (starts[wave], ends[wave]) for wave in starts}


def _under(page: str, key: str) -> dict[str, date | None]:
    line = page[page.index(f'<li id="felt-{key}"') :]
    rows = re.findall(r"<li>(.*?)</li>", line[: line.index("</ul>")], re.DOTALL)
    pairs = (words_of(row).split(": ") for row in rows)
    return {wave: day_of(written) for wave, written in pairs}


def in_message(text: str, waves: list[str], today: date) -> Dates:
    """As the #besked says them, before the start: a line for each wave, or a sentence for one."""
    lines = dict.fromkeys(waves, text)
    if len(waves) > 1:
        lines = {wave: re.findall(rf"- {wave}: (.*)", text)[0] for wave in waves}
    said = {wave: [_said(day, today) for day in _SAID.findall(lines[wave])] for wave in waves}
    return {wave: (days[0], days[-1]) for wave, days in said.items() if len(days) == 2}


def _said(text: str, today: date) -> date:
    """The day a message means: without a year it is the next one there is."""
    if text[-4:].isdigit():
        return parse_danish_date(text)
    written = [f"{text} {year}" for year in (today.year, today.year + 1)]
    return next(day for day in map(_if_there_is_one, written) if day and day >= today)


def _if_there_is_one(text: str) -> date | None:
    try:
        return parse_danish_date(text)
    except ValueError:
        return None


def in_workbook(content: bytes, waves: list[str]) -> Dates:
    """As openpyxl reads them."""
    sheet: Any = load_workbook(io.BytesIO(content)).active
    heading, row = sheet.iter_rows(values_only=True)
    cells = dict(zip(heading, row, strict=True))
    return _from_cells(*(cells[label] for label in ("Startdato", "Slutdato")), waves=waves)


def in_raw_workbook(content: bytes, waves: list[str]) -> Dates:
    """As the file itself holds them, for whatever program opens it: days are numbers there."""
    heading, row = _raw_rows(content)
    cells = {heading[column]: value for column, value in row.items()}
    return _from_cells(*(cells[label] for label in ("Startdato", "Slutdato")), waves=waves)


def _from_cells(start: Any, end: Any, *, waves: list[str]) -> Dates:
    starts, ends = (_by_wave(cell, waves) for cell in (start, end))
    return {wave: (starts[wave], ends[wave]) for wave in waves}


def _by_wave(cell: Any, waves: list[str]) -> dict[str, date | None]:
    if isinstance(cell, str):
        alone = [("", cell)] if ": " not in cell else [c.split(": ") for c in cell.split("; ")]
        return {wave or waves[0]: day_of(written) for wave, written in alone}
    return {waves[0]: cell.date() if hasattr(cell, "date") else cell}


def _raw_rows(content: bytes) -> Iterator[dict[str, Any]]:
    """Yield each row's cells by the letters of their column."""
    with ZipFile(io.BytesIO(content)) as book:
        strings = _texts(fromstring(book.read("xl/sharedStrings.xml")))
        sheet = fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{_OOXML}row"):
        cells = ((cell, cell.find(f"{_OOXML}v")) for cell in row)
        yield {
            cell.attrib["r"].rstrip("0123456789"): _raw_value(cell, value.text, strings)
            for cell, value in cells
            if value is not None
        }


def _texts(shared: Element) -> list[str]:
    return ["".join(text.text or "" for text in item.iter(f"{_OOXML}t")) for item in shared]


def _raw_value(cell: Element, value: str | None, strings: list[str]) -> str | date:
    if cell.attrib.get("t") == "s":
        return strings[int(value or "")]
    return _EXCEL_DAY_NOUGHT + timedelta(days=int(value or ""))
