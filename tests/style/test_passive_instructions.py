"""Passive instructions: found where the reader is meant, turned where every word can stay."""

from dataclasses import replace

import pytest

from tasks.style import RULE, Block, Draft, Finding, House
from tasks.style.rule import text_example
from tests.style.traps import Trap, traps

PASSIVE = RULE["tone-passive"]


class AmongOthers(Trap):
    """A trap with a line before it in Metode, where it would be a step if it stood alone."""

    @property
    def draft(self) -> Draft:
        draft = super().draft
        return replace(draft, method=(Block("Læs først vejledningen."), *draft.method))


def found(text: str, field: str = "description", house: House | None = None) -> list[Finding]:
    return list(PASSIVE.find(text_example(field, text).draft, house or House()))


def test_the_traps_are_told_apart() -> None:
    lines = traps("tone-passive-instruction.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not AmongOthers(**vars(line)).is_told(PASSIVE, House())]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Filen oprettes herefter.", "Opret filen"),
        ("Felterne skal udfyldes inden fredag.", "Udfyld felterne"),
        ("Der vælges en rolle.", "Vælg"),
        ("Derefter trykkes der på Gem.", "Tryk derefter"),
    ],
)
def test_the_order_it_hides_is_offered(text: str, right: str) -> None:
    (finding,) = found(f"Læs først vejledningen.\n{text}", "method")
    assert [fix.replacement for fix in finding.fixes] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Skemaet skal udfyldes og sendes til os.",
        "Skemaet skal inden fredag udfyldes.",
        "Netcompanys fil skal hentes.",
        "Rollen skal tildeles af en superbruger.",
    ],
)
def test_no_order_is_offered_where_a_word_would_lose_its_footing(text: str) -> None:
    assert found(text)
    assert not [fix for finding in found(text) for fix in finding.fixes]


@pytest.mark.parametrize(
    "text",
    [
        "Bilagene sendes via en SFTP-rute.",
        "Hermed publiceres ny KLIK-opgave.",
        "Sagen lukkes automatisk.",
        "Certifikatet udstedes af Den Danske Stat.",
        "I får besked, når filen skal hentes.",
        "Tryk på ”Filen skal hentes”.",
        "Data bør kunne genskabes.",
    ],
)
def test_what_is_told_is_no_instruction(text: str) -> None:
    assert not found(text)
    assert not found(text, "announcement")


def test_no_order_is_offered_in_a_sentence_too_long_to_turn() -> None:
    (finding,) = found("Filen skal hentes " + "i dag " * 40 + "herfra.")
    assert not finding.fixes


def test_a_step_is_another_rules_question() -> None:
    assert not found("1. Filen oprettes.\n2. Filen sendes.", "method")


def test_every_passive_is_told_when_asked_for() -> None:
    told = found("Filen sendes, og sagen bliver lukket.", house=House(reports_every_passive=True))
    assert [finding.phrase for finding in told] == ["sendes", "bliver lukket"]
