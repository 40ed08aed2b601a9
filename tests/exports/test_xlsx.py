"""The workbook, read back by another program's reader: every value, typed as it should be."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tasks import guide
from tasks.exports.payload import Payload, PayloadField
from tasks.exports.podio import podio_payload
from tasks.exports.xlsx import CELL_MAX, CUT_MARK, cell_text, workbook
from tests.exports.full_task import fresh, make_full_task
from tests.make import make_project, make_task, make_wave

HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://evil.dk";"Klik")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tindrykket",
    "{=1+1}",
    "https://kombit.dk/a",
    "'=1+1",
    "0042",
    "1e5",
    "TRUE",
    "_x0041_",
    "<r><t>falsk</t></r>",
    "<r>&</r>",
    '<b>fed</b> & "citat"',
    "  blanke for og bag  ",
    "æøå ÆØÅ – ”…” 😀",
]


def sheet_of(content: bytes) -> Worksheet:
    assert DEFUSEDXML  # a reader that no file can make read others
    sheet = load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def read_back(content: bytes) -> list[dict[str, Any]]:
    heading, *rows = sheet_of(content).iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def payload_of(text: str) -> Payload:
    """A payload with one text and nothing else."""
    fields = (
        PayloadField("title", "Opgavetitel", text, text),
        PayloadField("end_offset_days", "Slutdato (Fra Go-live)", "", None),
        PayloadField("start_offset_days", "Startdato (Fra slutdato)", "", None),
    )
    return Payload(fields, "", is_final=True, saved_at=datetime(2026, 9, 1, 10, 42))


def written(text: str) -> Any:
    return read_back(workbook([payload_of(text)]))[0]["Opgavetitel"]


@pytest.mark.django_db
def test_every_value_of_a_full_task_comes_back() -> None:
    payload = podio_payload(fresh(make_full_task()))
    (row,) = read_back(workbook([payload]))
    for field in payload.fields:
        is_number = field.key.endswith("_days")
        assert row[field.label] == (field.value if is_number else field.text), field.key
    assert row["Slutdato"] == datetime(2026, 10, 16)
    assert row["Startdato"] == datetime(2026, 9, 25)
    assert len(row) == 27


@pytest.mark.django_db
def test_the_labels_stand_verbatim_in_podios_order(settings: Any) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = ("goal",)
    (row,) = read_back(workbook([podio_payload(make_task())]))
    labels = [guide.FIELD["goal"].label, *(f.label for f in guide.FIELDS if f.key != "goal")]
    assert list(row) == [*labels, "Slutdato", "Startdato"]


@pytest.mark.django_db
def test_offsets_and_duration_are_numbers_and_an_answer_is_its_word() -> None:
    content = workbook([podio_payload(fresh(make_full_task()))])
    cells = {
        str(head.value): cell for head, cell in zip(*sheet_of(content).iter_rows(), strict=True)
    }
    numbers = {label for label, cell in cells.items() if cell.data_type == "n"}
    assert numbers == {
        "Opgavens varighed (antal dage)",
        "Slutdato (Fra Go-live)",
        "Startdato (Fra slutdato)",
    }
    assert cells["Slutdato (Fra Go-live)"].value == -14
    assert cells["Er det en STS/infrastruktur opgave?"].value == "Ja"
    assert cells["Slutdato"].number_format == "dd.mm.yyyy"


@pytest.mark.django_db
def test_an_empty_task_has_empty_cells_and_no_dates() -> None:
    (row,) = read_back(workbook([podio_payload(make_task("Giv samtykke"))]))
    filled = {label: value for label, value in row.items() if value is not None}
    assert filled == {
        "Opgavetitel": "Giv samtykke",
        "Frozen zone": "Nej",
        "Slutdato": "ingen dato",
        "Startdato": "ingen dato",
    }


@pytest.mark.django_db
def test_zero_days_is_a_number_in_its_cell() -> None:
    (row,) = read_back(workbook([podio_payload(make_task(end_offset_days=0))]))
    assert row["Slutdato (Fra Go-live)"] == 0


@pytest.mark.django_db
def test_several_waves_name_their_dates_in_one_cell() -> None:
    project = make_project()
    waves = [
        make_wave(project, "Bølge 1", date(2026, 10, 30)),
        make_wave(project, "Bølge 2", date(2026, 11, 13)),
    ]
    task = make_task(project=project, waves=waves, end_offset_days=-14)
    (row,) = read_back(workbook([podio_payload(fresh(task))]))
    assert row["Slutdato"] == "Bølge 1: 16.10.2026; Bølge 2: 30.10.2026"
    assert row["Startdato"] == "Bølge 1: ingen dato; Bølge 2: ingen dato"
    assert row["Bølger"] == "Bølge 1; Bølge 2"


@pytest.mark.django_db
def test_a_date_before_excels_calendar_is_a_text() -> None:
    project = make_project()
    wave = make_wave(project, go_live=date(1899, 12, 24))
    task = make_task(project=project, waves=[wave], end_offset_days=0)
    (row,) = read_back(workbook([podio_payload(fresh(task))]))
    assert row["Slutdato"] == "24.12.1899"


@pytest.mark.django_db
def test_a_row_per_task_in_the_order_given() -> None:
    titles = ["Giv samtykke", "Udfyld filen", "Åbn ruten"]
    rows = read_back(workbook([podio_payload(make_task(title)) for title in titles]))
    assert [row["Opgavetitel"] for row in rows] == titles


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_it_was(text: str) -> None:
    content = workbook([payload_of(text)])
    cell = sheet_of(content).cell(row=2, column=1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("nul\x00 klokke\x07 slet\x7f", "nul klokke slet"),
        ("halv \ud83d", "halv "),
        ("ikke et tegn \ufffe\uffff", "ikke et tegn "),
        ("\x00=1+1", "=1+1"),
    ],
)
def test_newlines_are_kept_and_what_xml_cannot_hold_is_left_out(text: str, stored: str) -> None:
    assert written(text) == stored


@pytest.mark.parametrize("letter", ["a", "å", "😀"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(letter: str) -> None:
    value = written(letter * 40_000)
    units = len(value.encode("utf-16-le")) // 2
    assert CELL_MAX - 1 <= units <= CELL_MAX
    assert value == letter * (len(value) - len(CUT_MARK)) + CUT_MARK


def test_a_text_that_just_fits_is_whole() -> None:
    assert written("b" * CELL_MAX) == "b" * CELL_MAX


def test_a_long_text_that_looks_like_markup_is_text_too() -> None:
    text = f"<r>{'a' * 40_000}</r>"
    assert written(text).endswith(CUT_MARK)


@given(st.text())
def test_any_text_at_all_becomes_a_cell_excel_can_hold(text: str) -> None:
    value = cell_text(text)
    assert cell_text(value) == value
    assert "\r" not in value
    value.encode("utf-8")


def test_any_texts_can_stand_in_one_workbook() -> None:
    texts = [*HOSTILE, "x" * 40_000]
    rows = read_back(workbook([payload_of(text) for text in texts]))
    assert [row["Opgavetitel"] for row in rows] == [cell_text(text) for text in texts]
