"""References name tasks the project has; what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style import RULE, Draft, Finding, House, Severity, TaskRef
from tasks.style.mentions import mentions
from tasks.style.rule import text_example

REFERENCES = frozenset({"Auto 12", "Auto 13", "MI 01", "MI 2", "K04.1", "K04.2"})
HOUSE = House(references=REFERENCES, prefixes=("Auto", "MI", "K", "KP", "uge"))
OWN = Draft(prefix="Auto", separator=" ", number="15")


def found(text: str, field: str = "description", house: House = HOUSE) -> list[Finding]:
    draft = text_example(field, text, OWN).draft
    return list(RULE["reference-unknown"].find(draft, house))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Brug filen fra (Auto 21).", "Auto 21"),
        ("Brug filen fra ”Auto 21”, når I er klar.", "Auto 21"),
        ("Brug filen fra Auto 21.", "Auto 21"),
        ("Løs (MI 03) først.", "MI 03"),
        ("Løs (MI03) først.", "MI03"),
        ("Løs (MI-03) først.", "MI-03"),
        ("Løs K04.3 først.", "K04.3"),
        ("Opgaverne Auto 12-14 hører sammen.", "Auto 12-14"),
        ("Opgaverne Auto 12 – 14 hører sammen.", "Auto 12 – 14"),
    ],
)
def test_a_task_the_project_does_not_have_is_found_where_it_is_named(
    text: str, phrase: str
) -> None:
    (finding,) = found(text)
    assert (finding.severity, finding.phrase) == (Severity.WARNING, phrase)


def test_the_message_names_what_is_missing_of_a_range() -> None:
    (finding,) = found("Opgaverne Auto 12-14 hører sammen.")
    assert finding.message == "Projektet har ingen opgave (Auto 14). Tjek præfiks og nummer."


@pytest.mark.parametrize(
    "text",
    [
        "Brug filen fra (Auto 12).",
        "Brug filen fra ”Auto 12”.",
        "Auto 12-13 hører sammen.",
        "Løs MI 1, MI 02 og K04.1 først.",
        "Løs (MI02) og (MI-2) først.",
        "Denne opgave, (Auto 15), er den sidste.",
        "K04.1-2 hører sammen.",
    ],
)
def test_known_tasks_are_fine_however_the_number_is_written(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Release 4.0 og Windows 11 er klar.",
        "Gentag punkt 5-9 for alle afslagsårsager.",
        "Vi går i drift i Uge 42, og § 30 gælder.",
        "KP 4.0 er sat i drift, og KP 2027 følger efter.",
        "KP 4.0.1 retter fejlen.",
        "Læs https://kombit.dk/Auto 21 og kp@Auto.dk",
        "Tast MIKRO 21 eller AutoCAD 21.",
        "Auto21x og Auto 21 % er ikke opgaver.",
        "Opgaven MI er delt i to.",
        "Der er 12 filer i MI.",
    ],
)
def test_what_only_looks_like_a_reference_is_left_alone(text: str) -> None:
    assert not found(text)


def test_a_prefix_the_project_does_not_use_is_nobodys_business() -> None:
    assert not found("Se (KY 07) i det andet projekt.")


def test_tasks_chosen_as_related_are_known_whatever_their_project() -> None:
    related = (TaskRef("MI 77", "Fra et andet projekt"),)
    draft = text_example("goal", "Se (MI 77).", Draft(related_tasks=related)).draft
    assert not list(RULE["reference-unknown"].find(draft, HOUSE))


def test_the_message_to_the_municipalities_is_read_too() -> None:
    (finding,) = found("#besked\n\nOpgaven følger efter ”Auto 99”.", "announcement")
    assert finding.phrase == "Auto 99"


def test_without_facts_the_rule_is_silent() -> None:
    assert not found("Se (Auto 21).", house=House())
    assert not found("Se (Auto 21).", house=House(references=REFERENCES))
    assert not found("Se (Auto 21).", house=House(prefixes=("Auto",)))


@given(first=st.integers(1, 60), length=st.integers(0, 20), known=st.frozensets(st.integers(1, 80)))
def test_every_number_of_a_range_is_looked_up(
    first: int, length: int, known: frozenset[int]
) -> None:
    house = House(references=frozenset(f"MI {n:02}" for n in known), prefixes=("MI",))
    text = f"Opgaverne (MI {first}-{first + length}) hører sammen."
    all_known = set(range(first, first + length + 1)) <= known
    draft = text_example("goal", text).draft
    assert bool(list(RULE["reference-unknown"].find(draft, house))) is not all_known


@given(st.text(alphabet="MIK 0123456789.-–/()a", max_size=60))
def test_a_mention_stands_where_it_says(text: str) -> None:
    for said in mentions(text, ("MI", "K")):
        assert text[said.start : said.end].startswith(("MI", "K"))
        assert said.named


def test_an_endless_range_names_its_first_task_alone() -> None:
    (said,) = mentions("MI 1-99999999", ("MI",))
    assert [str(reference) for reference in said.named] == ["MI 1"]
