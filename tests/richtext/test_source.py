"""The plain textarea: what Anne types is what is stored, and comes back as she typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guide.examples import SETUP_METHOD, SFTP_DESCRIPTION
from tasks.richtext import clean_html, from_source, to_source
from tests.richtext.grammar import assert_well_formed


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("", ""),
        (" \r\n \n", ""),
        ("a", "<p>a</p>"),
        ("a\nb", "<p>a</p><p>b</p>"),
        ("a\r\n\r\n\r\nb", "<p>a</p><p>b</p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("• a\n* b\n·\tc", "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>"),
        ("1. a\n\n2. b", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("10. a\n11) b", '<ol start="10"><li><p>a</p></li><li><p>b</p></li></ol>'),
        ("- a\n1. b", "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>"),
        (
            "1. a\n  - b\n  - c\n2. d",
            "<ol><li><p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul></li><li><p>d</p></li></ol>",
        ),
        (
            "- a\n    - b\n        - c\n    - d",
            "<ul><li><p>a</p><ul><li><p>b</p><ul><li><p>c</p></li></ul></li>"
            "<li><p>d</p></li></ul></li></ul>",
        ),
        ("- a\n\t- b", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"),
        ("- a\n  b\nc", "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>"),
        ("  - a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("-14 dage", "<p>-14 dage</p>"),
        ("-", "<p>-</p>"),
        ("4.0.0 er klar", "<p>4.0.0 er klar</p>"),
        ("30. oktober er fristen", "<p>30. oktober er fristen</p>"),
        ("1. kvartal", "<p>1. kvartal</p>"),
        ("2026. var året", "<p>2026. var året</p>"),
        ("5. (….)", '<ol start="5"><li><p>(….)</p></li></ol>'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("&lt; og & <b>", "<p>&amp;lt; og &amp; &lt;b&gt;</p>"),
        ("a\x00\x07\u200bb\x0bc", "<p>ab</p><p>c</p>"),
    ],
)
def test_typed_text_becomes_paragraphs_and_lists(typed: str, html: str) -> None:
    assert from_source(typed) == html


@pytest.mark.parametrize(
    ("typed", "address", "after"),
    [
        ("Se https://kp.dk/a_b.", "https://kp.dk/a_b", "."),
        ("Se KP (https://kp.dk/?a=1&b=2), trin 3", "https://kp.dk/?a=1&amp;b=2", "), trin 3"),
        ("https://da.wikipedia.org/wiki/A_(b)", "https://da.wikipedia.org/wiki/A_(b)", ""),
        ("”https://kp.dk”", "https://kp.dk", "”"),
        ("http://kp.dk!", "http://kp.dk", "!"),
    ],
)  # fmt: skip
def test_a_bare_address_becomes_a_link(typed: str, address: str, after: str) -> None:
    html = from_source(typed)
    assert f'<a href="{address}">{address}</a>{after}</p>' in html
    assert to_source(html) == typed


@pytest.mark.parametrize(
    "typed", ["https://", "javascript:alert(1)", "xhttps://kp.dk", "//evil.dk"]
)
def test_what_is_no_address_stays_text(typed: str) -> None:
    assert from_source(typed) == f"<p>{typed}</p>"


def test_an_unseen_sign_in_or_after_an_address_is_not_part_of_it() -> None:
    link = '<a href="https://kp.dk/a">https://kp.dk/a</a>'
    assert from_source("https://kp.dk/\u200ba") == f"<p>{link}</p>"
    assert from_source("Se https://kp.dk/a.\u200b") == f"<p>Se {link}.</p>"


def test_items_nest_no_deeper_than_what_is_stored() -> None:
    html = from_source("\n".join(f"{'  ' * depth}- punkt" for depth in range(10)))
    assert clean_html(html) == html
    assert html.count("<ul>") == 6
    assert html.count("<li>") == 10


def test_two_addresses_in_a_line_are_two_links() -> None:
    html = from_source("https://a.dk eller https://b.dk")
    assert html == (
        '<p><a href="https://a.dk">https://a.dk</a> eller <a href="https://b.dk">https://b.dk</a></p>'
    )


def test_a_named_link_shows_its_address() -> None:
    html = '<p>Se <a href="https://kp.dk"><strong>vejled</strong>ningen</a>.</p>'
    assert to_source(html) == "Se vejledningen (https://kp.dk)."
    assert to_source('<a href="mailto:a@b.dk">Skriv</a> <a href="mailto:c@d.dk">c@d.dk</a>') == (
        "Skriv (a@b.dk) c@d.dk"
    )


def test_a_space_inside_a_link_still_parts_the_words() -> None:
    assert to_source('<a href="https://kp.dk">her </a>og nu') == "her (https://kp.dk) og nu"


def test_unchanged_text_keeps_the_stored_html_byte_for_byte() -> None:
    stored = '<p>Se <strong>her</strong>:</p><ol start="3"><li>a  b</li></ol>'  # not canonical
    typed = to_source(stored)
    assert from_source(typed, stored) is stored
    assert from_source(typed.replace("\n", "\r\n") + "\r\n ", stored) is stored


def test_edited_text_loses_its_marks_and_keeps_the_edit() -> None:
    stored = "<p>Se <strong>her</strong></p><ul><li><p>a</p></li></ul>"
    assert from_source("Se her nu\n\n- a", stored) == "<p>Se her nu</p><ul><li><p>a</p></li></ul>"


def test_the_guides_own_texts_survive_the_way_there_and_back() -> None:
    for typed in (SETUP_METHOD, SFTP_DESCRIPTION):
        html = from_source(typed)
        assert to_source(html) == typed
        assert from_source(to_source(html)) == html
    html = from_source(SETUP_METHOD)
    assert html.count("<li>") == 7
    assert '<ol start="10"><li><p>Gentage' in html


words = st.text("abcæøå.,:;!?()<>&\"'”-*1", min_size=1, max_size=12) | st.sampled_from(
    ["https://kp.dk/a", "(https://kp.dk)", "30. oktober", "10.", "- ", "1. x", "http://"]
)
lines = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "  ", "    ", "\t", "   "]),
    st.sampled_from(["", "", "- ", "1. ", "2. ", "3. ", "10. ", "• "]),
    st.lists(words, max_size=4).map(" ".join),
)
typed_texts = st.lists(lines, max_size=8).map("\n".join) | st.text()


@given(typed=typed_texts)
def test_anything_typed_is_stored_well_and_comes_back_the_same(typed: str) -> None:
    html = from_source(typed)
    assert_well_formed(html)
    assert clean_html(html) == html
    assert from_source(to_source(html)) == html


@given(typed=typed_texts, other=typed_texts)
def test_no_typed_word_is_lost(typed: str, other: str) -> None:
    def letters(text: str) -> list[str]:
        return [sign for sign in text if sign in "abcæøå<>&"]

    assert letters(to_source(from_source(typed, from_source(other)))) == letters(typed)
