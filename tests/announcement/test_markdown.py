"""Podio reads comments as Markdown: what Anne typed is what the municipalities see."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tasks.announcement import escape_markdown, propose
from tests.announcement.markdown_cases import CASES
from tests.announcement.situations import SITUATIONS

# Podio says ”Markdown” and no more: CommonMark alone, and with what most renderers add to it
RENDERERS = {
    "commonmark": MarkdownIt("commonmark"),
    "with tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("30. oktober går vi i drift.", "30\\. oktober går vi i drift."),
        ("1) Log ind", "1\\) Log ind"),
        ("d. 30.10. og 4.0.0", "d. 30.10. og 4.0.0"),
        ("30.10. er fristen", "30.10. er fristen"),
        ("4.0 er klar", "4.0 er klar"),
        ("Fristen er 30.", "Fristen er 30."),
        ("*vigtigt* fil_navn_2", "\\*vigtigt\\* fil\\_navn\\_2"),
        ("# overskrift", "\\# overskrift"),
        ("> citat", "\\> citat"),
        ("+ punkt", "\\+ punkt"),
        ("---", "\\---"),
        ("- - -", "\\- - -"),
        ("-14 dage", "-14 dage"),
        ("- punkt", "- punkt"),
        ("- 30. oktober", "- 30\\. oktober"),
        ("`kode` ~~slet~~ ca. ~ 3", "\\`kode\\` \\~\\~slet\\~\\~ ca. ~ 3"),
        ("[tekst](https://x.dk)", "[tekst\\](https://x.dk)"),
        ("[skriv hvorfor]", "[skriv hvorfor]"),
        ("[1]: https://x.dk", "[1\\]: https://x.dk"),
        ("<b>fed</b> a < b", "\\<b>fed\\</b> a < b"),
        ("R&D &amp; &", "R&D \\&amp; &"),
        ("C:\\mappe\\*", "C:\\mappe\\\\\\*"),
        ("Se https://kp.dk/en_fil_her.", "Se https://kp.dk/en_fil_her."),
        ("Se https://kp.dk/_a_*b*.", "Se https://kp.dk/\\_a\\_\\*b\\*."),
        ("- [ ] ikke gjort", "- \\[ ] ikke gjort"),
        ("    indrykket", "indrykket"),
    ],
)
def test_a_line_is_escaped_as_little_as_it_needs(typed: str, markdown: str) -> None:
    assert escape_markdown(typed) == markdown


def test_the_first_characters_stay_besked_and_only_they() -> None:
    assert escape_markdown("#besked\n\nKære du.\n#besked") == "#besked\n\nKære du.\n\n\\#besked"
    assert escape_markdown("#besked *nu*") == "#besked \\*nu\\*"
    assert escape_markdown("\n #besked") == "#besked"


def test_a_single_newline_becomes_a_paragraph_and_a_list_stays_together() -> None:
    text = "Start her:\n- Bølge 1\n- Bølge 2\nGod dag!\nMvh. Aske / KOMBIT"
    assert escape_markdown(text) == (
        "Start her:\n\n- Bølge 1\n- Bølge 2\n\nGod dag!\n\nMvh. Aske / KOMBIT"
    )


def test_nothing_is_nothing() -> None:
    assert escape_markdown("") == escape_markdown(" \n\n ") == ""


def shown_by(html: str) -> list[str]:
    """The lines a reader of the rendered HTML sees; there is nothing in it but lines and lists."""
    lines = re.sub(r"</?(?:p|ul|li)>", "\n", html)
    assert not re.search(r"<[^>]*>", lines), html
    return [" ".join(line.split()) for line in unescape(lines).splitlines() if line.strip()]


def typed_as(text: str) -> list[str]:
    """The lines that were typed; the dash of a list is a dot when it is shown."""
    lines = (" ".join(line.split()) for line in text.splitlines() if line.strip())
    return [re.sub(r"^- (?=[^\s-])", "", line) for line in lines]


@pytest.mark.parametrize("renderer", RENDERERS)
def test_a_renderer_shows_every_case_as_it_was_typed(renderer: str) -> None:
    assert len(CASES) > 700
    for typed in CASES:
        html = RENDERERS[renderer].render(escape_markdown(typed))
        assert shown_by(html) == typed_as(typed), typed


def test_the_renderer_would_show_something_else_without_the_escaping() -> None:
    changed = [t for t in CASES if RENDERERS["commonmark"].render(t) != f"<p>{t}</p>\n"]
    assert len(changed) > 200


@pytest.mark.parametrize("name", sorted(SITUATIONS))
def test_a_renderer_shows_every_proposal_as_it_was_written(name: str) -> None:
    text = propose(SITUATIONS[name])
    for renderer in RENDERERS.values():
        assert shown_by(renderer.render(escape_markdown(text))) == typed_as(text)


@given(text=st.text(alphabet="ab1.#*_-+>\\`[](:<&;~ \n", max_size=60))
def test_only_backslashes_and_line_breaks_are_added(text: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"[\\\s]", "", words)

    escaped = escape_markdown(text)
    assert bare(escaped) == bare(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`]", escaped)
    assert not re.search(r"^(?:#(?!besked)|\d+[.)](?:\s|$)|[>+]\s)", escaped, re.MULTILINE)


def test_a_long_hostile_text_is_escaped_in_no_time() -> None:
    for hostile in ("[" * 200_000, "\\" * 200_000, "&#" * 100_000, "1" * 200_000, "<" * 200_000):
        assert len(escape_markdown(hostile)) >= 200_000
