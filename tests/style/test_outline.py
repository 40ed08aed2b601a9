"""A guide outside the task: the steps are sketched here, and its part is told."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Block, BlockLink, Draft, Finding, House, Link
from tasks.style.rule import prose

ADDRESS = "https://docs.kombit.dk/kp/vejledning"


def found(rule: str, method: str, attachments: tuple[Link, ...] = ()) -> list[Finding]:
    draft = Draft(method=prose(method), attachments=attachments)
    return list(RULE[rule].find(draft, House()))


@pytest.mark.parametrize(
    "text",
    [
        f"Følg vejledningen på {ADDRESS}.",
        ADDRESS,
        "Se vejledningen under ”Eksterne bilag”.",
        f"Som systemadministrator følger du vejledningen her:\n- {ADDRESS}",
        "Du er systemadministrator og udfører opgaven. Læs rolleguiden, afsnit 2.\n"
        "Marker opgaven som fuldført.",
        "- Læs vejledningen til KP\n- Skriv til os, hvis I har spørgsmål",
    ],
)
def test_only_a_link_asks_for_a_sketch(text: str) -> None:
    (finding,) = found("method-outline", text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"Åbn fanen, og vælg rollen. Læs mere i vejledningen på {ADDRESS}.",
        f"1. Åbn fanen\n2. Følg vejledningen, afsnit 2: {ADDRESS}\n3. Gem",
        "Skriv ”Ja” i kommentarfeltet.",
        "- Send vejledningen til jeres superbrugere\n- Marker opgaven som fuldført",
        "Som systemansvarlig skal du læse om modellerne i vejledningen, drøfte dem med den "
        "faglige leder, skrive dem i kommentarfeltet og markere opgaven som fuldført.",
        examples.SETUP_METHOD,
    ],
)
def test_a_sketch_beside_the_link_is_enough(text: str) -> None:
    assert not found("method-outline", text)


@pytest.mark.parametrize(
    "text",
    [
        "Læs om rollerne i vejledningen til KP.",
        f"Følg brugervejledningen: {ADDRESS}",
        "1. Opret rollerne som beskrevet i rolleguiden\n2. Gem",
        "Fremgangsmåden fremgår af manualen.",
        "Brug dokumentationen fra leverandøren.",
    ],
)
def test_a_guide_without_its_part_is_found(text: str) -> None:
    (finding,) = found("method-guide-part", text)
    assert finding.phrase


def test_a_link_over_the_guides_name_points_to_it() -> None:
    block = Block("Rollerne står i rolleguiden.", links=(BlockLink(17, 27, ADDRESS),))
    assert list(RULE["method-guide-part"].find(Draft(method=(block,)), House()))


@pytest.mark.parametrize(
    "text",
    [
        "Læs om rollerne i afsnit 2 i vejledningen til KP.",
        "Læs kapitlet ”Roller” i vejledningen.",
        "Se side 4 i guiden.",
        "Følg hele vejledningen.",
        "Følg vejledningens punkt 5-9.",
        "Følg kvikguiden.",
        "Skriv en vejledning til jeres sagsbehandlere.",
        "Send guiden til superbrugerne.",
        "Tilbyd borgeren vejledning.",
        "Læs afsnit 2 i vejledningen. Find tallet i vejledningen igen.",
        examples.SETUP_METHOD,
    ],
)
def test_a_part_is_told_in_many_ways(text: str) -> None:
    assert not found("method-guide-part", text)


def test_the_attachment_may_say_the_part() -> None:
    link = Link("Certifikatvejledning, afsnit 4.2", ADDRESS)
    assert not found("method-guide-part", "Følg certifikatvejledningen.", (link,))
    assert found("method-guide-part", "Følg vejledningen.", (Link("Vejledning", ADDRESS),))
