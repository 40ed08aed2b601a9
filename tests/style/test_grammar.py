"""The slips of form that are certain, with the right form; what only looks like one is left."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Finding, House, Severity, default_house
from tasks.style.rule import text_example
from tests.style.traps import traps


def found(text: str) -> list[Finding]:
    return list(RULE["grammar-verb"].find(text_example("method", text).draft, House()))


def test_the_traps_are_told_apart() -> None:
    lines = traps("grammar-verb.txt")
    assert len(lines) > 40
    rule = RULE["grammar-verb"]
    assert not [line for line in lines if not line.is_told(rule, default_house())]


def test_the_guides_slips_are_hints_with_the_right_form() -> None:
    slips = [(f.phrase, f.fixes[0].replacement, f.severity) for f in found(examples.SETUP_METHOD)]
    assert slips == [
        ("markere opgave", "markere opgaven", Severity.HINT),
        ("din kommunens", "din kommunes", Severity.HINT),
        ("skal havde", "skal have", Severity.HINT),
    ]
    assert not found(examples.SFTP_DESCRIPTION)


@pytest.mark.parametrize(
    ("text", "phrase", "right"),
    [
        ("I kan opretter ruten.", "kan opretter", "kan opretter"[:-1]),
        ("Derefter kan du markerede sagen.", "kan du markerede", "kan du markere"),
        ("Du må ikke slettede brugere.", "må ikke slettede", "må ikke slette"),
        ("I skal været klar.", "skal været", "skal være"),
        ("Leverandøren skal sender filen.", "skal sender", "skal sende"),
        ("Husk at udfører alle punkter.", "at udfører", "at udføre"),
        ("I får besked ved at vælger to brugere.", "at vælger", "at vælge"),
        ("Begynd med at henter filer.", "at henter", "at hente"),
        ("I har modtage et brev.", "har modtage", "har modtaget"),
        ("Leverandøren har opdaterer løsningen.", "har opdaterer", "har opdateret"),
        ("Filen er blevet opdatere.", "blevet opdatere", "blevet opdateret"),
        ("Spørg din leverandørens support.", "din leverandørens", "din leverandørs"),
        ("Spørg jeres it-afdelingens leder.", "jeres it-afdelingens", "jeres it-afdelings"),
        ("Spørg jeres egen kommunens leder.", "jeres egen kommunens", "jeres egen kommunes"),
        ("Markér opgave som fuldført.", "Markér opgave", "Markér opgaven"),
    ],
)
def test_a_slip_is_put_right(text: str, phrase: str, right: str) -> None:
    (finding,) = found(text)
    assert (finding.phrase, finding.fixes[0].replacement) == (phrase, right)


def test_a_form_the_words_do_not_know_is_found_without_a_guess() -> None:
    (finding,) = found("I har foretrække en model.")
    assert (finding.phrase, finding.fixes) == ("har foretrække", ())


@pytest.mark.parametrize(
    "text",
    [
        "Så skal han svare.",
        "Hvis bruger er i tvivl, kan bruger 1 kontakte supporten.",
        "Derefter kan udfører kontakte leverandøren.",
        "Derefter skal opdaterede oplysninger stå i KP.",
        "Det kan leder afgøre.",
        "I skal under ingen omstændigheder slette filen.",
        "I skal fortsat indberette tallene.",
        "I kan altid få hjælp.",
        "Sørg for, at der er plads.",
        "Sørg for, at udfører og ansvarlig er angivet.",
        "Husk, at bruger I den gamle rute, skal I skifte.",
        "Husk, at sender leverandøren filen for sent, bliver den afvist.",
        "Husk, at bliver listen for lang, kan den deles.",
        "Kontrollér, at leder godkender svaret.",
        "Kontrollér, at filer og lister er med.",
        "I har åbne sager i KP.",
        "I har lister over jeres brugere.",
        "I har faste aftaler med leverandøren.",
        "De roller, I har giver en bred adgang.",
        "Svartiden bliver lavere og lettere at måle.",
        "Spørg jeres kommunes it-afdeling.",
        "Følg jeres budgets rammer.",
        "Marker opgave 12 som fuldført.",
        "Løs opgave (Auto 12) først.",
        "Skriv ”skal havde” i feltet.",
        "De ændringer, I vil have, skriver I her.",
        "Kan I ikke nå det, siger I til.",
        "I må gerne bruge filen, som I vil.",
        "Ring til os, så vi kan hjælpe.",
        "Gør det, I kan, inden fredag.",
        "Målet er, at brugerne kan lære systemet at kende.",
    ],
)
def test_what_only_looks_like_a_slip_is_left(text: str) -> None:
    assert not found(text)
