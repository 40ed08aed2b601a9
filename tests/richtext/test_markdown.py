"""A message as Podio shows it: what was typed, in paragraphs and flat lists, and nothing more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.announcement import escape_markdown
from tasks.richtext import clean_html, from_markdown, to_blocks
from tests.richtext import hostile


def shown(typed: str) -> str:
    return from_markdown(escape_markdown(typed))


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("", ""),
        ("#besked\n\nKære alle.", "<p>#besked</p><p>Kære alle.</p>"),
        ("To linjer\nuden mellemrum", "<p>To linjer</p><p>uden mellemrum</p>"),
        ("30. oktober går vi i drift", "<p>30. oktober går vi i drift</p>"),
        ("- Læs\n- 30. oktober", "<ul><li>Læs</li><li>30. oktober</li></ul>"),
        ("*ikke* _fed_ fil_navn", "<p>*ikke* _fed_ fil_navn</p>"),
        ("# ingen overskrift\n> intet citat", "<p># ingen overskrift</p><p>&gt; intet citat</p>"),
        ("R&D &amp; a < b", "<p>R&amp;D &amp;amp; a &lt; b</p>"),
        ("C:\\mappe\\*", "<p>C:\\mappe\\*</p>"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"),
        (
            "Se https://kombit.dk/en_fil_her.",
            '<p>Se <a href="https://kombit.dk/en_fil_her">https://kombit.dk/en_fil_her</a>.</p>',
        ),
        ("👍 æøå", "<p>👍 æøå</p>"),
    ],
)
def test_a_message_is_shown_as_it_was_typed(typed: str, html: str) -> None:
    assert re.sub(r' rel="[^"]*"', "", shown(typed)) == html


_SIGNS = st.text("aæ1 30.-#*_`~[]()<>&;\\/!|=+:\n", max_size=60)


@given(_SIGNS)
def test_no_sign_is_lost_and_none_is_added(typed: str) -> None:
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    words = [re.sub(r"^- +(?=[^\s-])", "", line) for line in lines if line]
    assert [block.text for block in to_blocks(shown(typed))] == words


@pytest.mark.parametrize("typed", hostile.ALL)
def test_hostile_texts_become_words(typed: str) -> None:
    html = shown(typed)
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "ul", "li", "a"}
    assert to_blocks(clean_html(html)) == to_blocks(html)
    assert not re.search(r'<a href="(?!https?://)', html)
