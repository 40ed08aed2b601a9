"""The guide in code: the 25 fields in its order, with its labels and its words."""

import pytest

from tasks import guide
from tasks.guide import FIELD, FIELDS, SECTIONS, Priority, label_of

# Verbatim from the template, in its order; * is the guide's own mark
TEMPLATE = """\
*Opgavetitel
*Projekt
*Fase
*Tema
*Prioritet
Svar til
*Er det en STS/infrastruktur opgave?
Opgavens varighed (antal dage)
Frozen zone
Slutdato (Fra Go-live)
Startdato (Fra slutdato)
*Bølger
Forudsætninger
Mål
*Beskrivelse
Metode og fremgangsmåde
Resultat
Opgaven er tæt relateret til
Anbefalet udfører
Eventuel kommentar til anbefalet udfører
Kvalitetskriterier
Historik
Anbefalet ansvarlig
Eventuel kommentar til Anbefalet ansvarlig
Eksterne bilag""".splitlines()


def test_the_fields_stand_in_the_guides_order_with_its_labels_and_marks() -> None:
    assert [f"{'*' if field.is_required else ''}{field.label}" for field in FIELDS] == TEMPLATE


def test_only_two_fields_are_hidden_from_the_municipalities() -> None:
    hidden = [field.label for field in FIELDS if not field.seen_by_municipalities]
    assert hidden == ["Opgavens varighed (antal dage)", "Frozen zone"]


def test_every_field_has_a_key_of_its_own_and_can_be_found_by_it() -> None:
    assert len({field.key for field in FIELDS}) == 25
    assert {field.key: field for field in FIELDS} | {"announcement": guide.ANNOUNCEMENT} == FIELD


def test_the_sections_hold_the_fields_in_order_and_leave_none_out() -> None:
    assert [section.number for section in SECTIONS] == [1, 2, 3, 4, 5, 6]
    assert [field for section in SECTIONS for field in section.fields] == list(FIELDS)
    assert [len(section.fields) for section in SECTIONS] == [7, 6, 5, 6, 1, 0]


def test_every_field_says_how_to_fill_it_in_a_whole_sentence() -> None:
    for field in (*FIELDS, guide.ANNOUNCEMENT):
        assert field.help.endswith((".", "?")), field.key


def test_a_label_is_found_for_every_key_and_for_the_reference() -> None:
    assert label_of("goal") == "Mål"
    assert label_of("announcement") == "Besked til kommunerne"
    assert label_of("reference") == "Reference"
    with pytest.raises(KeyError):
        label_of("unknown")


def test_the_three_priorities_have_the_guides_names() -> None:
    assert [priority.label for priority in Priority] == [
        "Obligatorisk på kritisk vej",
        "Obligatorisk",
        "Anbefalet",
    ]
    assert all(priority.help for priority in Priority)


def test_the_prose_fields_are_those_of_the_guide() -> None:
    assert [FIELD[key].label for key in guide.PROSE_KEYS] == [
        "Mål",
        "Beskrivelse",
        "Metode og fremgangsmåde",
        "Resultat",
        "Kvalitetskriterier",
        "Historik",
    ]


def test_you_is_explained_where_it_means_two_people() -> None:
    assert "systemansvarlige" in guide.WHO_IS_YOU["description"]
    assert "udføreren" in guide.WHO_IS_YOU["method"]


def test_the_dogmas_are_the_guides_four() -> None:
    assert len(guide.DOGMAS) == 4
    assert "Vi skriver ”du skal” og ”I skal” og ikke ”kommunen skal”." in guide.DOGMAS
