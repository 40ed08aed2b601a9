"""Placeholders, the template's own words, and files that are not there."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Draft, Finding, House, Link, TaskRef, default_house
from tasks.style.draft import READ_FIELDS
from tasks.style.rule import prose, text_example
from tests.style.traps import Trap, traps


def found(rule: str, text: str, field: str = "method") -> list[Finding]:
    return list(RULE[rule].find(text_example(field, text).draft, House()))


def phrases(rule: str, text: str, field: str = "method") -> list[str]:
    return [finding.phrase for finding in found(rule, text, field)]


@pytest.mark.parametrize("rule", ["text-leftover", "attachment-missing"])
def test_the_traps_are_told_apart(rule: str) -> None:
    lines = traps(f"{rule}.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE[rule], default_house())]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Vælg (….)", "(….)"),
        ("Vælg (...) i listen", "(...)"),
        ("…", "…"),
        ("Ring til XX", "XX"),
        ("Det sker kl. xx.xx", "xx.xx"),
        ("Fristen er d. XX.XX.", "XX.XX"),
        ("Læs [indsæt link]", "[indsæt link]"),
        ("Skriv til <navn>", "<navn>"),
        ("Skriv til {{navn}}", "{{navn}}"),
        ("TODO: Find linket", "TODO"),
        ("lorem ipsum dolor", "lorem ipsum"),
        ("Navn: ______", "______"),
        ("Fristen er ???", "???"),
        ("Beskrivelse udfyldes senere.", "udfyldes senere"),
        ("Indsæt link.", "Indsæt link."),
        ("Læs mere (indsæt link her)", "(indsæt link her)"),
    ],
)
def test_a_placeholder_is_found_where_it_stands(text: str, phrase: str) -> None:
    assert phrases("text-leftover", text) == [phrase]


@pytest.mark.parametrize("field", READ_FIELDS)
def test_every_text_is_looked_through(field: str) -> None:
    assert phrases("text-leftover", "Opret XX", field) == ["XX"]


@pytest.mark.parametrize(
    "text",
    [
        "Skriv ”XX” i feltet, hvis du ikke kender tallet.",
        "Skriv datoen i formatet dd.mm.åååå.",
        "Navngiv filen rapport_xx.xlsx.",
        "Åbn https://example.dk/xxx/(...)/[dato] i din browser.",
        "Brug version 4.x af programmet.",
        "Er I klar?",
        "Hvad nu??",
        "Tryk på [Enter].",
        "Slet fletfelterne [navn] og [adresse] i brevet.",
        "Skriv navnet på jeres kontaktperson(er).",
        "Se lovens § 5 [1] og [2].",
        "Vi glæder os … og I gør også.",
        "Vælg mellem (a) og (b).",
        "Angiv antal (skriv 0, hvis der ingen er).",
        "Vi går til todo-listen bagefter.",
        "Beløbet er > 100 kr. og < 200 kr.",
    ],
)
def test_what_belongs_in_a_text_is_no_leftover(text: str) -> None:
    assert not found("text-leftover", text)


@pytest.mark.parametrize(
    "text",
    [
        "Kort beskrivelse af målet med opgaven.",
        "Kvalitetskriterier kan skitseres her, hvis det er relevant.",
        "Baggrund for opgaven kan skitseres her, hvis det er relevant",
        "Her skal vælges en rolle fra KOMBITs rollegalleri, hvis den relevante udfører er en del "
        "af rollegalleriet",
    ],
)
def test_the_templates_own_words_are_leftovers(text: str) -> None:
    (finding,) = found("text-leftover", text, "background")
    assert finding.phrase == text


def test_the_guides_examples_are_no_instructions() -> None:
    assert not found("text-leftover", examples.SFTP_DESCRIPTION, "description")
    assert phrases("text-leftover", examples.SETUP_METHOD) == ["(….)"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Udfyld det vedhæftede skema.", "det vedhæftede skema"),
        ("Se vedlagte plan.", "vedlagte plan"),
        ("Vejledningen er vedhæftet.", "Vejledningen er vedhæftet"),
        ("Vi har vedhæftet en liste.", "Vi har vedhæftet"),
        ("Læs bilag 2.", "bilag 2"),
        ("Svaret fremgår af bilaget.", "bilaget"),
        ("Udfyld excel-arket.", "excel-arket"),
        ("Find skabelonen under ”Eksterne bilag”.", "Eksterne bilag"),
    ],
)
def test_a_file_that_is_not_there_is_found(text: str, phrase: str) -> None:
    assert phrases("attachment-missing", text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Brug den udfyldte excel-fil fra ”(Auto 12)”.",
        "Ret rækkerne i excel-filen fra (Auto 12).",
        "Eksportér listen til Excel, og gem excel-filen.",
        "Ansøgningerne kan indeholde bilag, og disse bilag sendes via en SFTP-rute.",
        "Læs bilag 3 til databehandleraftalen.",
        "Læs kontraktens bilag 3.",
        "Læg aftalen på opgaven som bilag.",
        "Kontrollér, at filen er vedhæftet.",
        "Åbn ansøgningen, og læs det vedhæftede brev fra borgeren.",
        "Har I vedhæftet filen, er I færdige.",
        "Brug regnearket fra webinaret, som ligger på https://kombit.dk/ark.",
    ],
)
def test_a_file_that_is_somewhere_else_is_not_missed(text: str) -> None:
    assert not found("attachment-missing", text)


def test_a_title_may_name_the_file_the_text_brings() -> None:
    assert not list(RULE["attachment-missing"].find(Draft(title="Udfyld excel-arket"), House()))


def test_an_attachment_makes_it_well() -> None:
    draft = Draft(
        method=prose("Udfyld det vedhæftede skema."),
        attachments=(Link("Skema", "https://kombit.dk/skema"),),
    )
    assert not list(RULE["attachment-missing"].find(draft, House()))


def test_a_link_in_the_text_makes_it_well() -> None:
    trap = Trap("method", False, 'Følg <a href="https://kombit.dk/v">vedhæftede vejledning</a>.')
    assert trap.is_told(RULE["attachment-missing"], House())


def test_a_sheet_is_known_when_another_field_names_its_task() -> None:
    draft = Draft(
        method=prose("Hent filen fra ”(Auto 12)”."),
        quality_criteria=prose("Alle rækker i excel-filen er rettet."),
        related_tasks=(TaskRef("Auto 12", "Udfyld excel-fil"),),
    )
    assert not list(RULE["attachment-missing"].find(draft, House()))
