"""Tokens and sentences survive what breaks a naive splitter."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style.tokens import Kind, sentences, tokens


def split(text: str) -> list[str]:
    return [text[said[0].start : said[-1].end] for said in sentences(tokens(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Release 4.0.0 sættes i drift d. 30.10. kl. 10.42 i KP.",
        "Se bl.a. afsnit 4, jf. bilaget, ifm. release 4.",
        "Læs § 30 stk. 2 i loven.",
        "Se https://www.kombit.dk/a.b?c=d. og ring.",
        "Skriv til kp@kombit.dk. og vent.",
        "Vælg punkt (….) i listen.",
        "Skriv ”Hvad nu? Hvad så!” i feltet.",
        "Opgaven gælder evt. flere kommuner mv. i uge 42.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Åbn fanen. Gem.", ["Åbn fanen.", "Gem."]),
        ("Det sker d. 30.10. Derefter gemmer du.", ["Det sker d. 30.10.", "Derefter gemmer du."]),
        ("Er I klar? Så start!", ["Er I klar?", "Så start!"]),
        ("Skriv ”ja.” Gem så.", ["Skriv ”ja.”", "Gem så."]),
        ("Linje et\nlinje to", ["Linje et", "linje to"]),
        ("Se fx: Åbn fanen", ["Se fx: Åbn fanen"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_sentences_end_where_they_end(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_quoted_words_know_it_and_an_open_quote_hides_nothing() -> None:
    assert [t.text for t in tokens("Skriv ”kommunen skal” nu") if t.is_quoted and t.is_word] == [
        "kommunen",
        "skal",
    ]
    assert not any(t.is_quoted for t in tokens("Skriv ”kommunen skal\nsvare nu”"))


def test_a_url_is_one_token() -> None:
    assert Kind.URL in {token.kind for token in tokens("Se https://kombit.dk/x")}


@given(st.text())
def test_tokens_are_the_text_itself_in_order(text: str) -> None:
    read = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in read)
    assert all(one.end <= two.start for one, two in pairwise(read))
    assert "".join("".join(token.text for token in read).split()) == "".join(text.split())
