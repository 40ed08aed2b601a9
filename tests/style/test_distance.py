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


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("I uge 40 tester kommunen ruten.", "I uge 40 tester I ruten."),
        ("Inden go-live udpeger kommunen en tester.", "Inden go-live udpeger I en tester."),
        ("Når ruten er klar, tester kommunen den.", "Når ruten er klar, tester I den."),
        ("For at teste opretter kommunen en bruger.", "For at teste opretter I en bruger."),
        ("Senest fredag svarer kommunen.", "Senest fredag svarer I."),
        ("Den 5. oktober svarer kommunen.", "Den 5. oktober svarer I."),
        ("Hver måned afstemmer kommunen listen.", "Hver måned afstemmer I listen."),
        ("Hvordan opretter kommunen en rute?", "Hvordan opretter I en rute?"),
        ("Beslutter kommunen at vente, er det fint.", "Beslutter I at vente, er det fint."),
        ("Det gør kommunen selv.", "Det gør I selv."),
    ],
)
def test_behind_an_adverbial_the_subject_follows_its_verb(text: str, right: str) -> None:
    assert fixed("tone-distance", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Netcompany kontakter kommunen.",
        "Derefter kontakter Netcompany kommunen.",
        "Også Netcompany kontakter kommunen.",
        "Hver leverandør kontakter kommunen.",
        "Systemet giver kommunen adgang.",
        "Det koster kommunen 100 kr.",
        "Hvad koster det kommunen?",
        "Loven pålægger kommunen at svare.",
        "Netcompany opretter ruten, kontakter kommunen og lukker sagen.",
        "I åbner filen, kontakter kommunen og venter.",
        "Inden Netcompany kontakter kommunen, får I besked.",
        "I får besked, inden Netcompany kontakter kommunen.",
        "Ruten, som Netcompany giver kommunen, er gratis.",
        "I vejledningen hedder kommunen ”Testby”.",
    ],
)
def test_behind_another_noun_the_municipality_is_the_object(text: str) -> None:
    assert not found("tone-distance", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Det påhviler kommunen at svare.", "Det påhviler jer at svare."),
        ("Det er op til den enkelte kommune at svare.", "Det er op til jer at svare."),
        ("Ansvaret for ruten ligger hos kommunen.", "Ansvaret for ruten ligger hos jer."),
        ("Det er den enkelte kommunes ansvar at svare.", "Det er jeres ansvar at svare."),
    ],
)
def test_what_is_laid_on_the_municipality_is_laid_on_the_reader(text: str, right: str) -> None:
    assert fixed("tone-distance", text) == right


def test_no_duty_is_rewritten_where_the_municipality_is_named_again() -> None:
    for text in (
        "Det er kommunens ansvar at rette sine data.",
        "Det er op til kommunen, om den vil deltage.",
    ):
        (finding,) = found("tone-distance", text)
        assert not finding.fixes


def test_the_reader_is_the_one_with_the_task_to_do() -> None:
    for text in ("Modtageren skal markere opgaven.", "Modtageren af denne KLIK-opgave svarer."):
        assert found("tone-distance", text)
    for text in ("Modtageren skal oplyse sit navn.", "Ansvaret ligger hos KMD.", "Modtageren af"):
        assert not found("tone-distance", text)


def test_what_stands_as_a_demand_is_another_rules() -> None:
    for text in (
        "Kommunen skal svare.",
        "Kommunen får en rute.",
        "Kommunen har ansvar for ruten.",
        "Kommunen henter filen og skal gemme den.",
    ):
        assert not found("tone-distance", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("KOMBIT anbefaler, at I svarer.", "Vi anbefaler, at I svarer."),
        ("Derfor anbefaler KOMBIT, at I svarer.", "Derfor anbefaler vi, at I svarer."),
        ("KOMBIT kan ikke forlænge sin frist.", "Vi kan ikke forlænge vores frist."),
        ("KOMBIT vil kontakte jer.", "Vi vil kontakte jer."),
        ("Som dataansvarlig har KOMBIT svaret.", "Som dataansvarlig har vi svaret."),
        ("(KOMBIT kontakter jer.)", "(Vi kontakter jer.)"),
        ("Bemærk: KOMBIT kontakter jer.", "Bemærk: vi kontakter jer."),
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
        "Leverandøren giver KOMBIT besked.",
        "KOMBIT, som ejer løsningen, er enig.",
        "Skriv ”KOMBIT anbefaler” i feltet.",
    ],
)
def test_kombit_with_others_or_as_the_one_told_is_no_we(text: str) -> None:
    assert not found("tone-we", text)
