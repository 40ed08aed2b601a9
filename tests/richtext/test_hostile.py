"""Hostile, broken and enormous HTML: nothing runs, nothing crashes, no word joins another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.richtext import clean_html, to_blocks, to_text
from tests.richtext import hostile
from tests.richtext.grammar import as_bleach_sees, assert_well_formed


def test_script_style_and_other_unshown_content_goes_and_nothing_else() -> None:
    html = "a<script>b</script>c<STYLE>d</sTyle >e<title>f</title>g<iframe>h</iframe>i<script>j"
    assert clean_html(html) == "<p>a</p><p>c</p><p>e</p><p>g</p><p>i</p>"


def test_there_are_many_hostile_texts() -> None:
    assert len(set(hostile.ALL)) > 100


@pytest.mark.parametrize("html", hostile.ALL)
@pytest.mark.parametrize("frame", ["{}", "<ul><li>{}</li></ul>", "<p title='{}'>x</p>", "a{}b"])
def test_a_hostile_text_leaves_only_what_we_store(frame: str, html: str) -> None:
    cleaned = clean_html(frame.format(html))
    assert_well_formed(cleaned)
    assert clean_html(cleaned) == cleaned
    assert as_bleach_sees(cleaned) == cleaned


TAGS = (
    "p", "div", "br", "hr", "h2", "ul", "ol", "li", "table", "tr", "td", "b", "strong", "i", "em",
    "a", "span", "pre", "script", "style", "title", "img", "svg", "foo", "o:p", "blockquote", "dl",
)  # fmt: skip
ATTRIBUTES = (
    "", "", "", " href=https://x.dk/a?b&c", " href='javascript:x'", " start=3", " start='10'",
    " value=7", " onclick='x'", ' title="', " class=a'b", "/", ' href="https://x.dk/&quot;"',
)  # fmt: skip
starts = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
ends = st.sampled_from([f"</{tag}>" for tag in TAGS])
texts = st.text(max_size=6) | st.sampled_from(["a", " ", "\n", "&amp;", "&lt;", "&nbsp;", "<!--"])
loose = st.sampled_from(["<", ">", "-->", "<!", "</", '"', "'", "&", "<a", "<p ", "=", "]]>"])
any_html = st.lists(starts | ends | texts | loose | st.sampled_from(hostile.ALL)).map("".join)


@given(html=any_html)
def test_any_html_leaves_only_what_we_store(html: str) -> None:
    cleaned = clean_html(html)
    assert_well_formed(cleaned)
    assert clean_html(cleaned) == cleaned
    assert to_blocks(cleaned) == to_blocks(html)
    assert as_bleach_sees(cleaned) == cleaned


BREAKING = tuple(
    {*TAGS} - {"b", "strong", "i", "em", "a", "span", "script", "style", "title", "o:p"}
)
breaks = st.lists(
    st.builds("<{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from(BREAKING)),
    min_size=1,
    max_size=4,
).map("".join)
inline = st.sampled_from(["", "<b>", "</b>", "<a href=https://x.dk>", "</a>", "<span>", "</em>"])


@given(gaps=st.lists(st.tuples(inline, breaks | st.just(" "), inline), max_size=12))
def test_words_never_join_and_never_get_lost(gaps: list[tuple[str, str, str]]) -> None:
    html = "".join(f"ord{n}{before}{gap}{after}" for n, (before, gap, after) in enumerate(gaps))
    shown = [word for word in to_text(clean_html(html)).split() if "ord" in word]
    assert shown == [f"ord{n}" for n in range(len(gaps))]


@pytest.mark.parametrize(
    "tag", ["div", "ul", "ol", "ul><li", "b", "a href='https://x.dk'", "table"]
)
def test_ten_thousand_levels_are_flattened(tag: str) -> None:
    html = clean_html(f"<{tag}>x" * 10_000)
    assert_well_formed(html)
    assert to_text(html).count("x") >= 10_000
    assert html.count("<ul>") + html.count("<ol>") <= 6


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!--",
        "<!--a>",
        "<a b='",
        "&#9",
        "<script>",
        "</p>",
        "a\u0315\u0300",
        "<",
        "<a href=\"'",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        html = (unit * length)[:length]
        began = time.process_time()
        clean_html(html)
        return time.process_time() - began

    assert seconds(400_000) < 20 * seconds(40_000) + 0.5
