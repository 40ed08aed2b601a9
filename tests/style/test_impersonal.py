"""”Man” and empty subjects: told where somebody must act, silent about citizens and conditions."""

import pytest

from tasks.style import RULE, Finding, House
from tasks.style.rule import text_example
from tests.style.traps import traps


def found(rule: str, text: str, field: str = "description") -> list[Finding]:
    return list(RULE[rule].find(text_example(field, text).draft, House()))


def fixed(rule: str, text: str, field: str = "description") -> str:
    (finding,) = found(rule, text, field)
    (fix,) = finding.fixes
    start, end = finding.span_of(fix)
    return text[:start] + fix.replacement + text[end:]


@pytest.mark.parametrize("rule", ["tone-man", "tone-who"])
def test_the_traps_are_told_apart(rule: str) -> None:
    lines = traps(f"{rule}.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE[rule], House())]


@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        ("Man skal oprette en bruger.", "description", "I skal oprette en bruger."),
        ("Man skal oprette en bruger.", "method", "Du skal oprette en bruger."),
        ("Her kan man se listen.", "description", "Her kan I se listen."),
    ],
)
def test_man_becomes_the_reader(text: str, field: str, right: str) -> None:
    assert fixed("tone-man", text, field) == right


def test_a_citizen_reader_is_known_by_her_noun_only() -> None:
    for text in ("I borgerservice skal man logge ind.", "Når I modtager filen, skal man svare."):
        assert found("tone-man", text)


def test_no_fix_is_offered_where_another_word_must_follow() -> None:
    for text in ("Man skal have sin rolle.", "Når man er usikker, venter vi."):
        assert all(not finding.fixes for finding in found("tone-man", text)[:1])


@pytest.mark.parametrize(
    "text",
    [
        "Når man som borger søger, får man svar.",
        "Borgeren får at vide, at man kan klage.",
        "Er man pensionist, kan man søge.",
        "Er man folkepensionist, får man et tillæg.",
        "Åbent man.-fre. kl. 8.",
        "Skriv ”man” i feltet.",
    ],
)
def test_citizens_days_and_quotes_are_left_alone(text: str) -> None:
    assert not found("tone-man", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Der skal oprettes en bruger.", "I skal oprette en bruger."),
        ("Det skal sikres, at alle svarer.", "I skal sikre, at alle svarer."),
        ("Herefter skal der udfyldes et skema.", "Herefter skal I udfylde et skema."),
        ("Der skal derfor sendes en fil.", "I skal derfor sende en fil."),
        ("Der må ikke oprettes sager.", "I må ikke oprette sager."),
        ("Er aftalen ny, skal der oprettes en rute.", "Er aftalen ny, skal I oprette en rute."),
        ("Der skal efter aftale sendes en fil.", "I skal efter aftale sende en fil."),
        ("Der skal i ”Port” indtastes 22.", "I skal i ”Port” indtaste 22."),
        ("Det skal afklares med KL, hvem der svarer.", "I skal afklare med KL, hvem der svarer."),
        ("Det skal undersøges om porten er åben.", "I skal undersøge om porten er åben."),
    ],
)
def test_somebody_is_put_where_nobody_stood(text: str, right: str) -> None:
    assert fixed("tone-who", text) == right


def test_a_second_passive_would_be_left_behind_so_no_fix_is_offered() -> None:
    (finding,) = found("tone-who", "Der skal oprettes og testes en rute.")
    assert not finding.fixes


@pytest.mark.parametrize(
    "text",
    [
        "Der skal stå ”Aktiv”.",
        "Hvis der skal oprettes flere, ringer I.",
        "Skal der oprettes flere, ringer I.",
        "Find de brugere, der skal oprettes.",
        "Det skal bemærkes, at ruten er ny.",
        "Der skal betales af Netcompany.",
        "Der må oprettes sager.",
        "I ringer, skal der oprettes flere.",
        "Der skal i god tid være styr på data.",
        "Skemaet skal udfyldes, og det skal sendes til os.",
        "Find certifikatet. Det skal bruges til at logge ind.",
        "Det skal sendes, når I er klar.",
        "Det skal sendes til os, hvor vi gemmer det.",
    ],
)
def test_conditions_remarks_and_others_are_left_alone(text: str) -> None:
    assert not found("tone-who", text)
