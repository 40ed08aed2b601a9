"""Search: Danish words are found in any case and form, and nothing breaks it."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.search import QUERY_WORDS_MAX, index_text, query_terms

WORDS = st.from_regex(r"[A-Za-zÆØÅæøå]{1,15}", fullmatch=True)


def finds(query: str, *texts: str) -> bool:
    """Search as the list does: every term must stand somewhere in what is indexed."""
    indexed = index_text(texts)
    return all(term in indexed for term in query_terms(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("østers", "Spis ØSTERS"),
        ("ØSTERS", "østers"),
        ("opgaver", "Løs opgaven"),
        ("kommune", "jeres kommunes vegne"),
        ("årsag", "Ret afslagsårsagerne"),
        ("udfyld skema", "Skemaet skal være udfyldt – udfyld det"),
        ("sftp-rute", "Opret en SFTP-rute"),
        ("(Auto 12)", "Auto 12"),
        ("12", "(Auto 12)"),
    ],
)
def test_a_word_is_found_in_another_case_or_form(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize("query", ["skib", "udfyld skib", "Auto 13"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert not finds(query, "Udfyld skemaet i (Auto 12)")


def test_an_empty_query_asks_for_nothing() -> None:
    assert query_terms("  ?! %_ ") == ()


def test_an_å_of_two_signs_is_the_same_å() -> None:
    assert finds(normalize("NFD", "årsag"), "årsag")
    assert finds("årsag", normalize("NFD", "årsag"))


def test_words_of_several_texts_are_found_together_but_do_not_join() -> None:
    assert finds("mål metode", "Mål", "Metode")
    assert not finds("målmetode", "Mål", "Metode")


def test_only_the_first_ten_words_count() -> None:
    assert len(query_terms("ord " * 500)) == QUERY_WORDS_MAX


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_every_word_of_a_text_is_found_however_much_of_it_is_typed(
    words: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert finds(word, " ".join(words))
    assert finds(typed.upper(), " ".join(words))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_indexed_and_asked_for(text: str, query: str) -> None:
    assert finds(text, text)
    for term in query_terms(query):
        assert not set(term) & set(" %_\\'\"\x00")
