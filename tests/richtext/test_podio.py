"""Podio's HTML: flat lists from 1, and every other number written out."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.guide.examples import SETUP_METHOD
from tasks.richtext import from_source, to_blocks, to_podio_html


def test_marks_links_and_flat_lists_stay() -> None:
    html = '<p>Se <a href="https://kp.dk"><strong>KP</strong></a></p><ul><li><p>a</p></li></ul>'
    assert to_podio_html(html) == (
        '<p>Se <a href="https://kp.dk"><strong>KP</strong></a></p><ul><li>a</li></ul>'
    )


def test_the_guides_own_method_keeps_its_numbers() -> None:
    html = to_podio_html(from_source(SETUP_METHOD))
    assert html.startswith("<p>For at løse denne KLIK-opgave anbefaler vi følgende trin:</p><ol>")
    assert html.count("<li>") == 5
    assert "</ol><p>10. Gentage punkt 5-9 for alle" in html
    assert "<p>11. Når alle rækker i excel-filen" in html
    assert "start=" not in html


def test_two_lists_from_1_stay_two() -> None:
    html = "<ol><li>a</li></ol><ol><li>b</li></ol>"
    assert to_podio_html(html) == html


def test_a_numbered_list_with_more_than_items_becomes_paragraphs() -> None:
    html = "<ol><li>a<ul><li>b</li></ul></li><li>c<p>d</p></li></ol><p>e</p>"
    assert to_podio_html(html) == ("<p>1. a</p><p>– b</p><p>2. c</p><p>d</p><p>e</p>")


def test_what_is_nested_in_bullets_stands_between_them() -> None:
    html = "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"
    assert to_podio_html(html) == ("<ul><li>a</li></ul><p>1. b</p><p>2. c</p><ul><li>d</li></ul>")


def test_nothing_is_nothing() -> None:
    assert to_podio_html("") == ""


pieces = st.sampled_from(["<ul>", "</ul>", "<ol>", "<ol start=4>", "</ol>", "<li>", "<p>", "<b>"])


@given(html=st.lists(pieces | st.just("ord ")).map("".join))
def test_podio_shows_the_same_words_and_numbers_without_nesting(html: str) -> None:
    podio = to_podio_html(html)
    shown = [
        (f"{block.number}. " if block.number is not None else "") + block.text
        for block in to_blocks(podio)
    ]
    stored = [
        (f"{block.number}. " if block.number is not None else "") + block.text
        for block in to_blocks(html)
    ]
    assert [line.removeprefix("– ") for line in shown] == stored
    assert "start" not in podio
    assert all(block.depth == 0 for block in to_blocks(podio))
