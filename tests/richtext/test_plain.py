"""A text without its marks: blocks for the rules, and plain text."""

from tasks.richtext import clean_html, to_blocks, to_text
from tasks.style import Block, BlockLink

NESTED = (
    "<p>Gør <strong>sådan</strong>:</p>"
    '<ol start="10"><li><p>Log <a href="https://kp.dk">ind</a></p><p>Det tager tid.</p>'
    "<ul><li><p>som dig selv</p></li></ul></li><li><p>Log ud</p></li></ol>"
)


def test_blocks_carry_kind_number_and_depth() -> None:
    assert to_blocks(NESTED) == (
        Block("Gør sådan:"),
        Block("Log ind", "li", 10, links=(BlockLink(4, 7, "https://kp.dk"),)),
        Block("Det tager tid.", "p", None, 1),
        Block("som dig selv", "li", None, 1),
        Block("Log ud", "li", 11),
    )


def test_text_shows_markers_and_depth() -> None:
    assert to_text(NESTED) == (
        "Gør sådan:\n10. Log ind\n  Det tager tid.\n  - som dig selv\n11. Log ud"
    )


def test_nothing_has_no_blocks_and_no_text() -> None:
    assert to_blocks("") == ()
    assert to_text("<p></p>") == ""


def test_a_block_is_one_line_of_plain_text() -> None:
    assert to_blocks("<p>a\nb &lt;i&gt; &amp;amp;</p>") == (Block("a b <i> &amp;"),)


def test_blocks_of_any_html_are_those_of_the_cleaned_html() -> None:
    html = "<ul><li><ul><li>a<p>b</p></li><ol><li>c</ol></ul></li></ul>"
    assert to_blocks(html) == to_blocks(clean_html(html))
    assert to_blocks(html)[1] == Block("b", "p", None, 1)
