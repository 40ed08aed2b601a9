"""300 random tasks: what is typed into Podio and what a municipality sees are the same values."""

import io
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template.loader import render_to_string
from openpyxl import load_workbook

from tasks import guide
from tasks.danish_dates import long_date_with_week
from tasks.exports.municipality import MunicipalityView
from tasks.exports.payload import Payload
from tasks.exports.podio import municipality_view, payload_of
from tasks.exports.xlsx import cell_text, workbook
from tests.exports.random_tasks import (
    DURATIONS,
    END_OFFSETS,
    START_OFFSETS,
    random_message,
    random_values,
)

NUMBERS = range(300)
HIDDEN = {"duration_days", "respects_frozen_zone"}
DATES = {"end_offset_days": "Slutdato", "start_offset_days": "Startdato"}
ELSEWHERE = {"title", "waves"}


class Words(HTMLParser):
    """The words a page shows, tag by tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def words_of(html: str) -> list[str]:
    return Words(html).found


@cache
def payload(number: int) -> Payload:
    return payload_of(random_values(number), announcement=random_message(number))


@cache
def views(number: int) -> list[tuple[Any, MunicipalityView]]:
    """The task as each of its waves sees it, and without any."""
    waves = [*random_values(number)["waves"], None]
    return [(wave, municipality_view(payload(number), wave)) for wave in waves]


def expected_dates(number: int, wave: Any) -> dict[str, str]:
    """Both dates, counted here from the go-live and the offsets."""
    values = random_values(number)
    end, start = values["end_offset_days"], values["start_offset_days"]
    go_live: date | None = wave.go_live if wave else None
    ends = None if go_live is None or end is None else go_live + timedelta(days=end)
    starts = None if ends is None or start is None else ends + timedelta(days=start)
    days = {"end_offset_days": ends, "start_offset_days": starts}
    return {key: long_date_with_week(day) if day else "ingen dato" for key, day in days.items()}


def test_the_300_tasks_have_every_field_both_filled_and_empty() -> None:
    for field in guide.FIELDS:
        texts = {bool(payload(number).field(field.key).text) for number in NUMBERS}
        never_empty = {"title", "respects_frozen_zone"}
        assert texts == ({True} if field.key in never_empty else {True, False}), field.key


def test_every_value_a_municipality_may_see_is_seen_as_it_is_typed_into_podio() -> None:
    for number in NUMBERS:
        typed = payload(number)
        for wave, view in views(number):
            seen = {field.key: field for field in (view.heading, *view.fields)}
            for field in typed.fields:
                if field.key in HIDDEN | {"waves"} | DATES.keys():
                    continue
                if not field.text and field.key != "title":
                    assert field.key not in seen
                    continue
                there = seen[field.key]
                assert (there.label, there.text) == (field.label, field.text)
                assert (there.html, there.items, there.links) == (
                    field.html,
                    field.items,
                    field.links,
                )
            assert {key: seen[key].text for key in DATES} == expected_dates(number, wave)
            assert (view.message.text if view.message else "") == typed.announcement


def test_nothing_is_seen_that_is_not_typed_into_podio() -> None:
    for number in NUMBERS:
        typed = {field.key: field.text for field in payload(number).fields}
        for _, view in views(number):
            keys = [field.key for field in view.fields]
            assert len(keys) == len(set(keys))
            assert not set(keys) & (HIDDEN | ELSEWHERE)
            for field in view.fields:
                if field.key in DATES:
                    assert field.label == DATES[field.key]
                else:
                    assert field.text == typed[field.key]


def shown(view: MunicipalityView) -> list[str]:
    """The words of the view in order: what the page must show, and all that it may."""
    words = ["KLADDE", "ikke", "gemt", "endnu", *view.title.split()]
    words += ["Status", "i", "KLIK", *view.status.split()]
    for field in view.fields:
        words += field.label.split()
        if field.is_prose:
            words += field.who_is_you.split() + words_of(field.html)
        elif field.links:
            words += [word for link in field.links for word in (link.title or link.url).split()]
        elif len(field.items) > 1:
            words += " ".join(field.items).split()
        else:
            words += field.text.split()
    if view.message:
        words += [*view.message.label.split(), *words_of(view.message.html)]
    return words


def test_the_page_shows_the_view_and_nothing_else() -> None:
    for number in NUMBERS:
        _, view = views(number)[0]
        html = render_to_string("tasks/_seen.html", {"view": view})
        assert words_of(html) == shown(view)


def test_duration_frozen_zone_and_offsets_are_in_no_preview() -> None:
    for number in NUMBERS:
        values = random_values(number)
        never = [str(values[key]) for key in ("duration_days", "end_offset_days")]
        never += [str(values["start_offset_days"]), "varighed", "rozen", "Fra Go-live"]
        for _, view in views(number):
            html = render_to_string("tasks/_seen.html", {"view": view})
            found = [text for text in never if text != "None" and text in html]
            assert not found, (number, found)


def test_the_workbook_has_the_payloads_value_in_every_cell() -> None:
    payloads = [payload(number) for number in NUMBERS]
    sheet: Any = load_workbook(io.BytesIO(workbook(payloads))).active
    labels = [cell.value for cell in sheet[1]]
    assert labels[:25] == [field.label for field in guide.FIELDS]
    for row, typed in zip(sheet.iter_rows(min_row=2), payloads, strict=True):
        for cell, field in zip(row, typed.fields, strict=False):
            if field.key in {"duration_days", *DATES}:
                assert cell.value == field.value
            else:
                assert (cell.value or "") == cell_text(field.text)


@pytest.mark.parametrize("hidden", [DURATIONS, END_OFFSETS, START_OFFSETS])
def test_the_numbers_that_must_not_be_seen_are_really_typed(hidden: range) -> None:
    texts = {field.text for number in NUMBERS for field in payload(number).fields}
    assert len(texts & {str(number) for number in hidden}) > 50
