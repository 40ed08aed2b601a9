"""Metode is a list from three sentences on."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Draft, Finding, House
from tasks.style.rule import prose


def found(method: str) -> list[Finding]:
    return list(RULE["method-list"].find(Draft(method=prose(method)), House()))


@pytest.mark.parametrize(
    "text",
    [
        "Åbn fanen. Vælg rollen.\nGem til sidst.",
        "Du skal åbne fanen. Derefter vælger du rollen! Gemmer du den nu?",
        "Som systemansvarlig skal du læse om modellerne, drøfte dem med jeres leder, skrive "
        "svaret i kommentarfeltet og til sidst markere opgaven som fuldført.",
    ],
)
def test_three_sentences_or_four_deeds_should_be_a_list(text: str) -> None:
    (finding,) = found(text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Åbn fanen. Vælg rollen.",
        "Gør sådan. Åbn fanen. Vælg rollen.\n- Gem",
        "Du skal:\n10. Gentag punkt 5-9. Gem. Luk.",
        "1) Åbn fanen. Den ligger øverst.\n2) Vælg rollen. Gem.",
        "Trin 1: Åbn fanen. Den ligger øverst.\nTrin 2: Vælg rollen. Gem.",
        "Læs jf. afsnit 4.0.0 d. 30.10. i vejledningen, ifm. release 4.",
        "Du skal åbne fanen, vælge rollen og gemme.",
        "I skal have navne, adresser, telefonnumre og mails klar.",
        examples.SETUP_METHOD,
    ],
)
def test_short_texts_and_lists_are_fine(text: str) -> None:
    assert not found(text)
