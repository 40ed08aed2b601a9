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
        "Ifm. Release 4.0.0 bliver det muligt, jf. § 30.",
        "Se fx. Serviceplatformen og bl. a. KOMBITs vejledning.",
        "I kan starte den 30. Oktober kl. 8.00-9.30 (uge 44).",
        "1. Åbn fanen.",
        "10. Vælg ”Ja” i d. 4.0.1-version, jf. stk. 2 nr. 3.",
        "Mvh. Aske / KOMBIT",
        "Gentag punkt 5-9 for alle (hhv. Aalborg og Aarhus).",
        "Se (….) og https://kombit.dk/a?b=(c). d, f. eks. Årsag.",
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
        ("Ret roller mv. Derefter gemmer du.", ["Ret roller mv.", "Derefter gemmer du."]),
        ("Udfyld kolonne D. Gem.", ["Udfyld kolonne D.", "Gem."]),
        ("Se https://kombit.dk/x. Gem.", ["Se https://kombit.dk/x.", "Gem."]),
        ("Brug 4.0.0. Gem.", ["Brug 4.0.0.", "Gem."]),
        ("Læs § 30. Gem.", ["Læs § 30.", "Gem."]),
        ("(Se bilaget.) Gem.", ["(Se bilaget.)", "Gem."]),
        ("1. Åbn fanen\n2. Gem. Vent.", ["1. Åbn fanen", "2. Gem.", "Vent."]),
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


@pytest.mark.parametrize("behind", ["", ".", ",", ")", "!", "”", ". Gem"])
def test_a_url_is_one_token_without_the_mark_behind_it(behind: str) -> None:
    urls = [t.text for t in tokens(f"Se https://kombit.dk/x.y{behind}") if t.kind is Kind.URL]
    assert urls == ["https://kombit.dk/x.y"]


@given(st.text())
def test_tokens_are_the_text_itself_in_order(text: str) -> None:
    read = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in read)
    assert all(one.end <= two.start for one, two in pairwise(read))
    assert "".join("".join(token.text for token in read).split()) == "".join(text.split())


WHOLE = ("d. 30.10.", "4.0.0", "bl.a.", "ifm.", "(….)", "https://kombit.dk/a.b", "§ 30", "nr. 2")


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=6))
def test_sentences_never_end_inside_a_date_a_version_an_abbreviation(pieces: list[str]) -> None:
    text = f"Se {' og '.join(pieces)} nu."
    assert split(text) == [text]


@given(st.text(alphabet="Aa1.:!?,; \n()”§…", max_size=60))
def test_sentences_hold_every_token_but_line_ends_once(text: str) -> None:
    read = tokens(text)
    held = [token for said in sentences(read) for token in said]
    assert held == [token for token in read if token.kind is not Kind.LINE]
