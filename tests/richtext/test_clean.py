"""The door for HTML: safe, in one form, and every word still where it was."""

import pytest

from tasks.richtext import ALLOWED, clean_html
from tests.richtext import hostile
from tests.richtext.grammar import PARENTS


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("", ""),
        ("  \n ", ""),
        ("<p>&nbsp;</p><p><strong> </strong></p><ul><li></li></ul>", ""),
        ("bar tekst", "<p>bar tekst</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("a<br>b<br/>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>a<p>b</p>c</p>", "<p>a</p><p>b</p><p>c</p>"),
        ("<h1>a</h1>b<div>c<div>d</div></div>", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        (
            "<table><tr><th>a<th>b</tr><tr><td>c</td><td>d</td></tr></table>",
            "<p>a</p><p>b</p><p>c</p><p>d</p>",
        ),
        ("<dl><dt>a<dd>b</dl><blockquote>c</blockquote>d", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        ("<pre>a\nb</pre>c\nd", "<p>a</p><p>b</p><p>c d</p>"),
        ("a<img src=x>b<foo>c</foo>d", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        ("<b>af</b>slag<i>s</i><u>årsag</u>", "<p><strong>af</strong>slag<em>s</em>årsag</p>"),
        ("Kø<o:p></o:p>ben<wbr>havn", "<p>København</p>"),
        ("<em><strong>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
        ("<b>a<p>b</p></b>c", "<p><strong>a</strong></p><p><strong>b</strong></p><p>c</p>"),
        ("<p> a <b> b </b> c </p>", "<p>a <strong>b </strong>c</p>"),
        ("a &lt; b &amp; c < d", "<p>a &lt; b &amp; c &lt; d</p>"),
        ("a <b og resten", "<p>a &lt;b og resten</p>"),
        ("a\u00a0b\u00adc\u200bd\x00e\x07f", "<p>a\u00a0bcdef</p>"),
        ("a\x0bb\x1cc\u2028d", "<p>a b c d</p>"),
        ("a\u030aben", "<p>åben</p>"),
        ("&#" + "9" * 5000 + ";", "<p>\ufffd</p>"),
    ],
)  # fmt: skip
def test_words_keep_their_places(html: str, stored: str) -> None:
    assert clean_html(html) == stored


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<ul><li>a<li>b</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<ul><li><p>a</p></li></ul>", "<ul><li><p>a</p></li></ul>"),
        ("<ol start='10'><li>a</ol>", '<ol start="10"><li><p>a</p></li></ol>'),
        ("<ol start=1><li>a</ol>", "<ol><li><p>a</p></li></ol>"),
        ("<ol start=x><li>a</ol>", "<ol><li><p>a</p></li></ol>"),
        ("<ol start=-3><li>a</ol>", "<ol><li><p>a</p></li></ol>"),
        ("<ol start=0><li>a</ol>", '<ol start="0"><li><p>a</p></li></ol>'),
        (
            "<ol><li>a<li value=5>b</ol>",
            '<ol><li><p>a</p></li></ol><ol start="5"><li><p>b</p></li></ol>',
        ),
        (
            "<ol><li>a</ol><ol start=2><li>b</ol>",
            "<ol><li><p>a</p></li><li><p>b</p></li></ol>",
        ),
        ("<ol><li>a</ol><ol><li>b</ol>", "<ol><li><p>a</p></li></ol><ol><li><p>b</p></li></ol>"),
        ("<ol><li><li>a</ol>", "<ol><li><p>a</p></li></ol>"),
        (
            "<ul><li>a<ol><li>b</ol></li><li>c</ul>",
            "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li><li><p>c</p></li></ul>",
        ),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        (
            "<ul><li>a<ul><li>b</ul>c<p>d</ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul><p>c</p><p>d</p></li></ul>",
        ),
        ("<ul><li><ul><li>a</ul></ul>", "<ul><li><p>a</p></li></ul>"),
        ("<ul><li><ul><li>a<p>b</ul></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<ul>a<li>b</li>c</ul>", "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>"),
        ("<li>a</li>b", "<p>a</p><p>b</p>"),
        ("<p>a<ul><li>b</ul>c", "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>"),
        ("</ul></li></b></a></p>a", "<p>a</p>"),
    ],
)  # fmt: skip
def test_lists_have_one_form(html: str, stored: str) -> None:
    assert clean_html(html) == stored
    assert clean_html(stored) == stored


def test_an_item_keeps_the_number_it_shows_through_empty_neighbours() -> None:
    html = clean_html("<ol start=999999><li>a<li>b</ol><ol start=9999999><li>c</ol>")
    assert html.count("999999") == 2  # numbers end there, and 7 digits are no number
    assert clean_html(html) == html


@pytest.mark.parametrize(
    "href",
    [
        "https://www.kombit.dk",
        "HTTP://kombit.dk:8080/sti?q=1&amp;r=2#anker",
        "https://ærø.dk/æøå",
        "https://[2001:db8::1]/",
        "https://da.wikipedia.org/wiki/A_(b)",
        "mailto:aske@kombit.dk",
        "mailto:aske@kombit.dk?subject=KLIK",
    ],
)
def test_links_with_scheme_and_host_are_kept(href: str) -> None:
    html = f'<p>Se <a href="{href}">her</a>.</p>'
    assert clean_html(html) == html


def test_spaces_in_an_address_are_written_as_browsers_send_them() -> None:
    html = clean_html('<a href=" https://x.dk/en fil.pdf\n" target=_blank>fil</a>')
    assert html == '<p><a href="https://x.dk/en%20fil.pdf">fil</a></p>'


@pytest.mark.parametrize("href", hostile.LINKS)
def test_other_links_keep_only_their_text(href: str) -> None:
    assert clean_html(f'<a href="{href}">tekst</a>') == "<p>tekst</p>"


def test_quotes_in_an_address_stay_inside_it() -> None:
    html = clean_html("<a href='https://x.dk/\"onclick=\"y'>x</a>")
    assert html == '<p><a href="https://x.dk/&quot;onclick=&quot;y">x</a></p>'


def test_of_two_addresses_the_first_counts_as_in_browsers() -> None:
    html = '<a href="https://x.dk" HREF="https://evil.dk">x</a>'
    assert clean_html(html) == '<p><a href="https://x.dk">x</a></p>'


def test_marks_inside_a_link_stay_inside() -> None:
    html = '<p><a href="https://x.dk">a <strong>b</strong></a></p>'
    assert clean_html(html) == html
    assert clean_html('<strong><a href="https://x.dk">a</a></strong>') == (
        '<p><a href="https://x.dk"><strong>a</strong></a></p>'
    )


def test_a_closed_inner_link_gives_the_outer_one_back() -> None:
    html = '<a href="https://x.dk">a<a href="javascript:x">b</a>c</a>d'
    assert clean_html(html) == ('<p><a href="https://x.dk">a</a>b<a href="https://x.dk">c</a>d</p>')


def test_the_allowed_tags_are_those_the_writer_makes() -> None:
    assert set(ALLOWED) == set(PARENTS)
    assert {(tag, name) for tag, names in ALLOWED.items() for name in names} == {
        ("a", "href"),
        ("ol", "start"),
    }
