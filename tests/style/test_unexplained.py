"""Acronyms nobody explained, and numbers that may be somebody's CPR number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style import RULE, Draft, Finding, House, default_house
from tasks.style.cpr import cpr_like
from tasks.style.rule import prose, text_example
from tests.style.traps import traps

KNOWN = House(acronyms=frozenset({"KP", "IT"}), prefixes=("MI",))


def acronyms_in(text: str, house: House = KNOWN, field: str = "description") -> list[str]:
    rule = RULE["word-acronym"]
    return [finding.phrase for finding in rule.find(text_example(field, text).draft, house)]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("I skal bruge SP fra oktober. SP er ny.", ["SP"]),
        ("Brug KP og IT, se MI 02.", []),
        ("Brug Serviceplatformen (SP). SP er ny.", []),
        ("Brug SP (Serviceplatformen).", []),
        ("SP står for Serviceplatformen.", []),
        ("SP-administratoren og KP-brugeren hjælper.", ["SP"]),
        ("Hent SP'en.", ["SP"]),
        ("Skriv svaret INDEN FREDAG.", []),
        ("Hent KP_AB.xlsx og AB.csv.", []),
        ("Tryk på ”AB”.", []),
        ("MitID og NemKonto virker.", []),
        ("Skriv DDMMÅÅ-XXXX eller DD-MM-ÅÅÅÅ.", []),
    ],
)
def test_an_acronym_is_told_once_unless_the_text_explains_it(text: str, unknown: list[str]) -> None:
    assert acronyms_in(text) == unknown


def test_an_explanation_anywhere_in_the_task_counts() -> None:
    draft = Draft(
        description=prose("I skal bruge SP."), result=prose("Serviceplatformen (SP) er i brug.")
    )
    assert not list(RULE["word-acronym"].find(draft, KNOWN))


def test_metode_may_use_them_and_an_unknown_list_is_silent() -> None:
    assert not acronyms_in("Åbn SP.", field="method")
    assert not acronyms_in("Brug SP.", House(acronyms=None))
    assert acronyms_in("Brug SP.", House(acronyms=frozenset())) == ["SP"]


def cpr_in(text: str) -> list[Finding]:
    return list(RULE["word-cpr"].find(text_example("method", text).draft, House()))


def test_the_traps_are_told_apart() -> None:
    lines = traps("word-cpr.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE["word-cpr"], default_house())]


@pytest.mark.parametrize(
    "text",
    [
        "Version 120426-1234 er udgivet.",
        "Skriv ref. 1204673321 i feltet.",
        "Nummeret er 120467 3321 33.",
        "Nummeret er 310299-7890.",
    ],
)
def test_a_version_a_reference_and_an_impossible_day_are_no_cpr_number(text: str) -> None:
    assert not cpr_in(text)


def test_a_number_in_a_file_name_is_found() -> None:
    assert [finding.phrase for finding in cpr_in("Åbn bilag_120467-3321.pdf.")] == ["120467-3321"]


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["", "-", " "]))
def test_every_day_of_birth_with_four_digits_is_found(day: object, serial: int, glue: str) -> None:
    number = f"{day:%d%m%y}{glue}{serial:04}"
    assert list(cpr_like(f"Søg på {number}.")) == [(7, 7 + len(number))]


@given(st.text(st.sampled_from("0123456789- .,/kontr"), max_size=60))
def test_a_found_number_always_begins_with_a_day(text: str) -> None:
    for start, _ in cpr_like(text):
        assert 1 <= int(text[start : start + 2]) <= 31
        assert 1 <= int(text[start + 2 : start + 4]) <= 12


def test_it_is_a_warning_that_says_what_to_write() -> None:
    (finding,) = cpr_in("Søg på 120467-3321.")
    assert (finding.phrase, finding.severity.name) == ("120467-3321", "WARNING")
    assert "DDMMÅÅ-XXXX" in finding.message
