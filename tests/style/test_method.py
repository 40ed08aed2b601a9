"""Metode is a list and says who performs."""

import pytest

from tasks.style import RULE, Draft, Finding, House
from tasks.style.rule import prose

ROLES = House(roles=("Systemadministrator", "Superbruger", "Systemansvarlig"))


def method_findings(rule: str, method: str, *performers: str) -> list[Finding]:
    draft = Draft(method=prose(method), performers=performers)
    return list(RULE[rule].find(draft, ROLES))


def test_three_sentences_should_be_a_list() -> None:
    text = "Åbn fanen. Vælg rollen.\nGem til sidst."
    (finding,) = method_findings("method-list", text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text",
    [
        "Åbn fanen. Vælg rollen.",
        "Gør sådan. Åbn fanen. Vælg rollen.\n- Gem",
        "Du skal:\n10. Gentag punkt 5-9. Gem. Luk.",
        "Læs jf. afsnit 4.0.0 d. 30.10. i vejledningen, ifm. release 4.",
    ],
)
def test_short_texts_and_lists_are_fine(text: str) -> None:
    assert not method_findings("method-list", text)


@pytest.mark.parametrize(
    "text",
    [
        "1. Åbn fanen\n2. Vælg rollen",
        "1. Tildel rollen Systemadministrator\n2. Gem",
        "1. Vælg ”Systemadministrator”",
        "I KP vælges rollen.",
    ],
)
def test_a_method_without_a_performer_is_found(text: str) -> None:
    assert method_findings("method-performer", text)


@pytest.mark.parametrize(
    "text",
    [
        "Du skal:\n1. Åbn fanen",
        "1. Log ind, og åbn jeres fane",
        "Når I er klar:\n- Åbn fanen",
        "Systemadministrator:\n- Åbn fanen",
        "KP-systemadministrator åbner fanen.",
        "Netcompany opretter ruten.",
        "Leverandøren åbner fanen.",
        "1. Kontakt jeres sagsbehandlere",
        "I kan nu åbne fanen.",
    ],
)
def test_somebody_named_is_enough(text: str) -> None:
    assert not method_findings("method-performer", text)


def test_of_two_performers_each_must_be_named() -> None:
    text = "Jeres superbrugere tester løsningen.\nDu skal godkende testen."
    (finding,) = method_findings("method-performer", text, "Superbruger", "Systemadministrator")
    assert "Systemadministrator" in finding.message


def test_an_empty_method_names_nobody_and_is_fine() -> None:
    assert not method_findings("method-performer", "")
