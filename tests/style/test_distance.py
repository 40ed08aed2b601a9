"""Words that keep the reader or ourselves at a distance, and the sentence that does not."""

import pytest

from tasks.style import RULE, Finding, House
from tasks.style.rule import text_example
from tests.style.traps import traps


def found(rule: str, text: str, field: str = "description") -> list[Finding]:
    return list(RULE[rule].find(text_example(field, text).draft, House()))


def fixed(rule: str, text: str) -> str:
    (finding,) = found(rule, text)
    (fix,) = finding.fixes
    start, end = finding.span_of(fix)
    return text[:start] + fix.replacement + text[end:]


@pytest.mark.parametrize("rule", ["tone-distance", "tone-we"])
def test_the_traps_are_told_apart(rule: str) -> None:
    lines = traps(f"{rule}.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE[rule], House())]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Kommunen opretter selv sin rute.", "I opretter selv jeres rute."),
        ("Derefter bestiller kommunen et certifikat.", "Derefter bestiller I et certifikat."),
        ("Det er kommunens ansvar at rydde op.", "Det er jeres ansvar at rydde op."),
        ("Kommunen afgør selv, hvem der svarer.", "I afgør selv, hvem der svarer."),
    ],
)
def test_the_fix_speaks_to_the_reader(text: str, right: str) -> None:
    assert fixed("tone-distance", text) == right


def test_what_stands_as_a_demand_is_another_rules() -> None:
    for text in ("Kommunen skal svare.", "Kommunen får en rute.", "Kommunen har ansvar for ruten."):
        assert not found("tone-distance", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("KOMBIT anbefaler, at I svarer.", "Vi anbefaler, at I svarer."),
        ("Derfor anbefaler KOMBIT, at I svarer.", "Derfor anbefaler vi, at I svarer."),
        ("KOMBIT kan ikke forlænge sin frist.", "Vi kan ikke forlænge vores frist."),
        ("KOMBIT vil kontakte jer.", "Vi vil kontakte jer."),
    ],
)
def test_kombit_is_we(text: str, right: str) -> None:
    assert fixed("tone-we", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "KOMBIT og Netcompany anbefaler, at I svarer.",
        "Netcompany og KOMBIT anbefaler, at I svarer.",
        "I giver KOMBIT besked.",
        "KOMBIT, som ejer løsningen, er enig.",
        "Skriv ”KOMBIT anbefaler” i feltet.",
    ],
)
def test_kombit_with_others_or_as_the_one_told_is_no_we(text: str) -> None:
    assert not found("tone-we", text)
