"""Metode says who performs; of several chosen performers each is named."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Draft, Finding, House
from tasks.style.rule import prose

ROLES = House(
    roles=("Systemadministrator", "Superbruger", "Systemansvarlig", "Kommunal administrator")
)


def found(method: str, *performers: str) -> list[Finding]:
    draft = Draft(method=prose(method), performers=performers)
    return list(RULE["method-performer"].find(draft, ROLES))


@pytest.mark.parametrize(
    "text",
    [
        "1. Åbn fanen\n2. Vælg rollen",
        "1. Tildel rollen Systemadministrator\n2. Gem",
        "1. Vælg rollerne Systemadministrator og Superbruger",
        "1. Tildel rollen som systemadministrator",
        "1. Vælg ”Systemadministrator”",
        "I KP vælges rollen.",
        "Certifikatet bestilles i MitID Erhverv. Derefter installeres det på serveren.",
        "Systemet sender en kvittering, når certifikatet er godkendt.",
        "Vi anbefaler følgende trin:\n1. Åbn fanen",
        "1. Slet brugerne, og gem listen",
        "1. Log ind i KMD Nexus\n2. Kontakt Netcompany",
        "Derefter åbner fanen.",
    ],
)
def test_a_method_without_a_performer_is_found(text: str) -> None:
    (finding,) = found(text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text",
    [
        "Du skal:\n1. Åbn fanen",
        "1. Log ind, og åbn jeres fane",
        "Når I er klar:\n- Åbn fanen",
        "I kan nu åbne fanen.",
        "Systemadministrator:\n- Åbn fanen",
        "KP-systemadministrator åbner fanen.",
        "Den kommunale administrator åbner fanen.",
        "Som superbruger åbner man fanen.",
        "Netcompany opretter ruten.",
        "Leverandøren åbner fanen.",
        "Efter go-live sender KMD filen.",
        "Fujitsu skal oprette ruten.",
        "Vi opretter ruten.",
        "Rikke opretter ruten.",
        "Udfører: borgerservice\n1. Åbn fanen",
        "Udfører er en medarbejder i borgerservice.",
        "En medarbejder i borgerservice udfører alle trin.",
        "It-afdelingen installerer certifikatet.",
        "Opgaven løses af en jurist.",
        "Udføres af: it-drift\n- Åbn fanen",
        "Borgerservicelederen eller dennes stedfortræder åbner fanen.",
        "1. Kontakt jeres sagsbehandlere",
        examples.SETUP_METHOD,
    ],
)
def test_somebody_named_is_enough(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Jeres superbrugere tester.\nDu skal godkende testen.", "Systemadministrator"),
        ("Du skal godkende testen.", "Superbruger og Systemadministrator"),
        ("Systemadministratoren opretter rollen Superbruger.", "Superbruger"),
    ],
)
def test_of_two_performers_each_must_be_named(text: str, missing: str) -> None:
    (finding,) = found(text, "Superbruger", "Systemadministrator")
    assert f"hvad {missing} gør" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Jeres superbrugere tester, og KP-systemadministratoren godkender.",
        "Superbruger:\n1. Åbn fanen\nSystemadministrator:\n2. Gem",
        "Superbrugerne udfører trin 1, og systemadministrator udfører trin 2.",
    ],
)
def test_both_named_in_any_form_is_well(text: str) -> None:
    assert not found(text, "Superbruger", "Systemadministrator")


def test_a_suppliers_name_stands_for_its_own_role() -> None:
    roles = ("Superbruger", "Leverandøradministrator")
    assert not found("Superbrugeren tester, og Netcompany retter fejlene.", *roles)
    assert found("Superbrugeren tester i KMD Nexus.", *roles)


def test_the_same_performer_twice_is_one() -> None:
    assert not found("Du tester løsningen.", "Superbruger", "superbruger")


def test_an_empty_method_names_nobody_and_is_fine() -> None:
    assert not found("")
