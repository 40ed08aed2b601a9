"""Heavy terms, paper words and verbs hidden in nouns: the right word in the right form."""

import pytest

from tasks.style import RULE, Finding, House, default_house
from tasks.style.draft import Term
from tasks.style.rule import text_example
from tests.style.traps import traps

TERMS = House(
    glossary=(
        Term("implementere", "indføre", ("method",)),
        Term("snitflade", "forbindelse"),
        Term("token", "midlertidig nøgle"),
        Term("use case", "eksempel"),
        Term("scope"),
    )
)


def found(rule: str, text: str, house: House = TERMS, field: str = "description") -> list[Finding]:
    return list(RULE[rule].find(text_example(field, text).draft, house))


@pytest.mark.parametrize("rule", ["word-paper", "word-nominal"])
def test_the_traps_are_told_apart(rule: str) -> None:
    lines = traps(f"{rule}.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE[rule], default_house())]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("I skal implementere løsningen.", "implementere"),
        ("Løsningen implementeres i maj.", "implementeres"),
        ("Når I har implementeret den.", "implementeret"),
        ("Snitfladerne er klar.", "Snitfladerne"),
        ("Vi åbner KP-snitfladen.", "KP-snitfladen"),
        ("Hent et token.", "token"),
        ("Læs de tre use cases.", "use cases"),
    ],
)
def test_a_term_is_known_in_its_forms(text: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("word-term", text)] == [phrase]


@pytest.mark.parametrize(
    "text", ["Tryk på ”Snitflade”.", "Tokenisering er noget andet.", "Horoscope er et magasin."]
)
def test_a_quoted_or_another_word_is_no_term(text: str) -> None:
    assert not found("word-term", text)


def test_a_term_is_fine_where_the_glossary_says_so() -> None:
    assert not found("word-term", "Du skal implementere løsningen.", field="method")
    assert found("word-term", "Du skal åbne snitfladen.", field="method")


def test_a_plain_word_is_offered_in_the_same_form_only() -> None:
    (finding,) = found("word-term", "I skal implementere løsningen.")
    assert finding.fixes[0].replacement == "indføre"
    (finding,) = found("word-term", "Løsningen implementeres i maj.")
    assert finding.fixes[0].replacement == "indføres"
    assert not found("word-term", "Snitfladerne er klar.")[0].fixes
    assert not found("word-term", "Hent et token.")[0].fixes


def test_a_term_without_a_plain_word_asks_for_an_explanation() -> None:
    (finding,) = found("word-term", "Vi ændrer scope.")
    assert "forklar" in finding.message


def test_without_a_glossary_the_rule_is_silent() -> None:
    assert not found("word-term", "Snitfladerne er klar.", House())


@pytest.mark.parametrize(
    ("text", "phrase", "right"),
    [
        ("Såfremt I ikke svarer, lukker ruten.", "Såfremt", "Hvis"),
        ("Ruten lukker, såfremt I ikke svarer.", "såfremt", "hvis"),
        ("Ruten er ny, hvorfor I skal svare.", "hvorfor", "så"),
    ],
)
def test_a_paper_word_gets_its_twin(text: str, phrase: str, right: str) -> None:
    (finding,) = found("word-paper", text)
    assert (finding.phrase, finding.fixes[0].replacement) == (phrase, right)


@pytest.mark.parametrize(
    "text",
    [
        "Hermed publiceres ny opgave vedr. SFTP, jf. aftalen, ifm. release 4.0.",
        "Undersøg, hvorfor filen mangler.",
        "Skriv, hvorfor I ikke giver samtykke.",
        "Tryk på ”Såfremt”.",
    ],
)
def test_the_guides_own_words_and_questions_pass(text: str) -> None:
    assert not found("word-paper", text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("I skal foretage en opdatering af listen.", "opdatere"),
        ("Foretag en opdatering af listen.", "Opdatér"),
        ("I skal gennemføre oprettelse af brugere.", "oprette"),
    ],
)
def test_a_hidden_verb_comes_out_with_its_object(text: str, right: str) -> None:
    (finding,) = found("word-nominal", text)
    (fix,) = finding.fixes
    assert fix.replacement.replace("er", "ér").startswith(right[:4].replace("er", "ér"))
    assert text[fix.start : fix.end].endswith(" af")


def test_behind_der_a_person_must_write_who_does_it() -> None:
    (finding,) = found("word-nominal", "Der foretages en kontrol af alle sager.")
    assert not finding.fixes


def test_a_noun_that_names_a_thing_hides_no_verb() -> None:
    assert not found("word-nominal", "I skal udføre opgaven, og løsningen sker ikke af sig selv.")
    assert not found("word-nominal", "I skal udføre test i maj.")
