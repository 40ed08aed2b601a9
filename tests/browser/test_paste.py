"""Pasting into the prose editor: from Word, Outlook, other pages, and as plain text.

In ``pastes`` stand clipboards as the programmes write them, each beside the text that is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks import richtext
from tasks.models import KlikTask
from tests.browser.accessibility import axe
from tests.make import make_anne, make_task
from tests.richtext.grammar import assert_well_formed
from tests.richtext.hostile import HANDLERS, SCRIPTS

PASTES = Path(__file__).parent / "pastes"
NAMES = sorted(path.name.removesuffix(".stored.html") for path in PASTES.glob("*.stored.html"))
PASTE = """([html, text]) => {
    const data = new DataTransfer();
    if (html !== null) data.setData("text/html", html);
    if (text !== null) data.setData("text/plain", text);
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", options)); }"""
PASTE_EACH = """([kind, pasted]) => {
    const field = window.klikEditor.prose.get("goal");
    return pasted.map((one) => {
        field.setHtml("", { canUndo: false });
        field.view.focus();
        const data = new DataTransfer();
        data.setData(kind, one);
        const options = { clipboardData: data, bubbles: true, cancelable: true };
        field.view.dom.dispatchEvent(new ClipboardEvent("paste", options));
        return field.html;
    }); }"""

CLEAN = """(html) => {
    const began = performance.now();
    let cleaned = "";
    const { view } = window.klikEditor.prose.get("goal");
    view.someProp("transformPastedHTML", (clean) => { cleaned = clean(html); });
    return [performance.now() - began, cleaned.length]; }"""


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Callable[..., Page]:
    """Open the form of a task with Anne logged in, the caret at the end of *Mål*."""
    sign_in(page, make_anne())

    def open_form(goal: str = "") -> Page:
        task = make_task(goal=goal)
        page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
        box(page).click()
        move(page, "Control+End")
        return page

    return open_form


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Mål")


def goal(page: Page) -> str:
    """What the form would send."""
    return page.locator("textarea[name=goal]").input_value()


def paste(page: Page, html: str | None = None, text: str | None = None) -> None:
    page.evaluate(PASTE, [html, text])


def move(page: Page, *keys: str) -> None:
    """Press keys that move the caret or select, and wait until the editor knows."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(20)  # milliseconds


def clipboard(name: str) -> str:
    return (PASTES / f"{name}.html").read_text(encoding="utf-8")


def stored(name: str) -> str:
    """The stored text, which stands in the file with line breaks and indentation."""
    return re.sub(r"\n\s*", "", (PASTES / f"{name}.stored.html").read_text(encoding="utf-8"))


# ---- From programmes -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_what_is_pasted_becomes_a_text_that_can_be_stored(form: Any, name: str) -> None:
    page = form()
    paste(page, clipboard(name), "det samme som ren tekst")
    assert goal(page) == stored(name)
    assert richtext.clean_html(stored(name)) == stored(name)


def test_lines_end_as_windows_ends_them(form: Any) -> None:
    page = form()
    paste(page, clipboard("word_nested_steps").replace("\n", "\r\n"))
    assert goal(page) == stored("word_nested_steps")


def test_what_was_pasted_is_saved_to_the_letter(form: Any) -> None:
    page = form()
    paste(page, clipboard("word_online_lists"))
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert KlikTask.objects.get().goal == stored("word_online_lists")


def test_a_paste_is_undone_in_one_step(form: Any) -> None:
    page = form("<p>Før</p>")
    paste(page, clipboard("word_nested_steps"))
    page.keyboard.press("Control+z")
    assert goal(page) == "<p>Før</p>"


def test_a_paste_in_the_middle_of_quick_typing_is_its_own_step(form: Any) -> None:
    page = form()
    page.get_by_role("textbox", name="Mål").click()
    page.keyboard.type("Før ")
    paste(page, "<p>indsat</p>")
    page.keyboard.type(" efter")
    for left in ("<p>Før indsat</p>", "<p>Før </p>", ""):
        page.keyboard.press("Control+z")
        assert goal(page) == left


def test_a_table_is_told_to_those_who_see_and_to_those_who_listen(form: Any) -> None:
    page = form()
    told = "Tabellen er lavet om til linjer, for en opgave kan ikke vise tabeller."
    paste(page, clipboard("word_tables"))
    expect(page.locator(".prose-note")).to_have_text(told)
    expect(page.locator("#announcer")).to_have_text(told)
    assert axe(page) == []
    paste(page, clipboard("excel"))
    expect(page.locator(".prose-note")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(".prose-note")).to_have_count(0)


def test_no_table_nothing_told(form: Any) -> None:
    page = form()
    paste(page, clipboard("outlook_mail"))
    expect(page.locator(".prose-note")).to_have_count(0)


# ---- Where the caret stands ------------------------------------------------------------------


def test_words_are_put_into_the_line_and_a_list_between_its_halves(form: Any) -> None:
    page = form("<p>før efter</p>")
    move(page, *["ArrowLeft"] * len("efter"))
    paste(page, "<!--StartFragment--><b>midt</b> i<!--EndFragment-->")
    page.keyboard.type(" ")
    assert goal(page) == "<p>før <strong>midt</strong> i efter</p>"
    paste(page, "<ol start=4><li>fire</li><li>fem</li></ol>")
    assert goal(page) == (
        '<p>før <strong>midt</strong> i </p><ol start="4"><li><p>fire</p></li><li><p>fem</p></li>'
        "</ol><p>efter</p>"
    )


def test_a_word_copied_with_the_blank_after_it_joins_no_other(form: Any) -> None:
    page = form("<p>et ord</p>")
    move(page, *["ArrowLeft"] * len("ord"))
    paste(page, "<!--StartFragment--><span lang=DA style='font-size:11.0pt'>helt </span>")
    move(page, "Control+End")
    paste(page, "<span>&nbsp;<b>mere</b> </span>")
    page.keyboard.type("til")
    assert goal(page) == "<p>et helt ord <strong>mere</strong> til</p>"


def test_lines_pasted_beside_a_word_stay_lines(form: Any) -> None:
    page = form("<p>førefter</p>")
    move(page, *["ArrowLeft"] * len("efter"))
    paste(page, text="et\nto")
    assert goal(page) == "<p>før</p><p>et</p><p>to</p><p>efter</p>"
    paste(page, "<table><tr><td>a<td>b</table>")
    assert goal(page) == "<p>før</p><p>et</p><p>to</p><p>a: b</p><p>efter</p>"


def test_items_pasted_into_a_list_join_it(form: Any) -> None:
    page = form('<ol start="3"><li><p>tre</p></li><li><p>fire</p></li></ol>')
    page.keyboard.press("Enter")
    paste(page, "<ol><li>fem</li><li>seks</li></ol>")
    page.keyboard.type(" er sidst")
    assert goal(page) == (
        '<ol start="3"><li><p>tre</p></li><li><p>fire</p></li><li><p>fem</p></li>'
        "<li><p>seks er sidst</p></li></ol>"
    )


def test_items_pasted_beside_a_word_of_a_list_stay_items(form: Any) -> None:
    page = form("<ul><li><p>et</p></li></ul>")
    paste(page, "<ul><li>to</li><li>tre</li></ul>")
    assert goal(page) == "<ul><li><p>et</p></li><li><p>to</p></li><li><p>tre</p></li></ul>"
    move(page, "ArrowLeft")
    paste(page, "<p>en</p><p>linje</p>")
    assert goal(page) == (
        "<ul><li><p>et</p></li><li><p>to</p></li><li><p>tr</p><p>en</p><p>linje</p><p>e</p></li>"
        "</ul>"
    )


def test_what_is_selected_gives_way(form: Any) -> None:
    page = form("<p>Gammelt</p><ul><li><p>og mere</p></li></ul>")
    move(page, "Control+a")
    paste(page, clipboard("word_nested_steps"))
    assert goal(page) == stored("word_nested_steps")


def test_our_own_text_is_copied_with_its_lists(form: Any, page: Page) -> None:
    html = (
        '<p>Se <a href="https://a.dk/?b=1&amp;c=2">a</a></p><ol start="3"><li><p>tre</p></li></ol>'
    )
    page = form(html)
    move(page, "Control+a")
    page.keyboard.press("Control+x")
    assert goal(page) == ""
    page.keyboard.press("Control+v")
    assert goal(page) == html


def test_another_editor_that_is_made_as_ours_is_cleaned(form: Any) -> None:
    page = form()
    paste(
        page,
        '<p data-pm-slice="1 1 []" style="font-weight: bold">Fed <a href="javascript:alert(1)">x'
        '</a></p><h2 style="color: red">Mål</h2>',
    )
    assert goal(page) == "<p><strong>Fed x</strong></p><p><strong>Mål</strong></p>"
    move(page, "Control+a")
    paste(page, '<p data-pm-slice="1 1 []"><a href="javascript:alert(1)">y</a></p>')
    assert goal(page) == "<p>y</p>"


def test_a_picture_takes_no_text_away_and_that_is_told(form: Any) -> None:
    page = form("<p>Bliver stående</p>")
    move(page, "Control+a")
    paste(page, "<meta charset='utf-8'><img src='https://evil.example/x.png' alt='Billede'>")
    expect(page.locator(".prose-note")).to_have_text(
        "Der blev ikke sat noget ind, for her kan kun stå tekst."
    )
    assert goal(page) == "<p>Bliver stående</p>"
    paste(page, "<img src=x>", "1. Men ordene")
    assert goal(page) == "<ol><li><p>Men ordene</p></li></ol>"


def test_words_dragged_after_a_paste_go_as_they_are(form: Any) -> None:
    page = form("<p>et to tre</p>")
    paste(page, "<p>a</p><p>b</p>")
    is_same = page.evaluate("""() => {
        const { view } = window.klikEditor.prose.get("goal");
        const dragged = view.state.doc.slice(0, 8);
        let dropped;
        view.someProp("transformPasted", (fit) => { dropped = fit(dragged, view, false); });
        return dropped === dragged; }""")
    assert is_same


# ---- Plain text ------------------------------------------------------------------------------

TYPED = (
    "Et afsnit",
    "En linje\nog en til\n\n\nog en efter blanke",
    "1. Log ind\n2. Vælg fil\n3. Send",
    "3) tre\n4) fire",
    "- et\n- to\n* tre\n• fire\n· fem",
    "1.\tLog ind\n2.\tVælg fil",
    "·\tet\n·\tto",
    "1. Log ind\n  - med NemID\n  - med MitID\n2. Vælg fil\n\ta) ikke et punkt",
    "1. et\n\t1. en\n\t\t- en\n\t2. to\n2. to",
    "- et\n  fortsat\n- to",
    "30. oktober går I i drift",
    "1. kvartal\n2. kvartal\n1. halvår\n3. oktobers tal",
    "10. Gentag punkt 5-9\n11. Marker opgaven som fuldført",
    "5. (….)\n10. Gentag",
    "1234. for langt\n1.uden blank\n-uden blank\n1.  to blanke",
    "Se https://www.kombit.dk/kp, og (https://a.dk/x(1)).",
    "- https://www.kombit.dk/\nHTTPS://KOMBIT.DK\nhttps://kombit.dk@evil.dk/\nhttps://",
    "<b>ikke fed</b> & <script>alert(1)</script>",
    "nbsp\u00a0her\n\u00a01.\u00a0trin\n\u2003indrykket",
    "\ufeff- usynligt\nblød\u00adbindestreg\na\u030arsag\n- \u200b",
    "Windows\r\n1. et\r\n2. to\r\n",
    "1. et\n1. et igen\n5. fem",
    "\n".join(f"{'  ' * depth}- lag {depth}" for depth in range(8)),
    "Kære KP-systemansvarlige.\nHermed publiceres ny KLIK-opgave.\nMvh. Aske / KOMBIT",
)
PIECES = (
    "1. ", "2) ", "10. ", "- ", "* ", "• ", "· ", "30. ", "oktober", "1. kvartal", "halvår", " ",
    "  ", "\t", "\n", "\n", "\n\n", "\r\n", "\u00a0", "\u200b", "\ufeff", "\u2003", "\u2028",
    "a\u030a", "ord", "Åben", "<b>", "&amp;", "https://kombit.dk/a", "(se https://kombit.dk/b).",
    "1234. ", "-", "–", "æ", "😀", '"', "”", "HTTPS://KOMBIT.DK",
)  # fmt: skip


def pasted(page: Page, kind: str, texts: list[str]) -> list[str]:
    """What each becomes when it is pasted into an empty editor."""
    found: list[str] = page.evaluate(PASTE_EACH, [kind, texts])
    return found


def test_pasted_lines_are_read_as_the_server_reads_typed_ones(form: Any) -> None:
    chance = Random(4)  # noqa: S311 - the same texts every time
    made = ("".join(chance.choices(PIECES, k=chance.randint(1, 25))) for _ in range(400))
    texts = [*TYPED, *made]
    read = dict(zip(texts, pasted(form(), "text/plain", texts), strict=True))
    assert read == {text: richtext.from_source(text) for text in texts}


def test_plain_words_keep_the_blanks_around_them(form: Any) -> None:
    page = form("<p>før</p>")
    paste(page, text=" - og ")
    page.keyboard.type("efter")
    assert goal(page) == "<p>før - og efter</p>"


def test_an_address_becomes_a_link_also_in_the_middle_of_a_line(form: Any) -> None:
    page = form("<p>Se</p>")
    page.keyboard.type(" ")
    paste(page, text="https://www.kombit.dk/kp")
    link = '<a href="https://www.kombit.dk/kp">https://www.kombit.dk/kp</a>'
    assert goal(page) == f"<p>Se {link}</p>"


# ---- What must not get in --------------------------------------------------------------------


def test_nothing_hostile_runs_or_stays(form: Any) -> None:
    page = form()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    texts = [*SCRIPTS, *HANDLERS, *(f"<p>før</p>{text}<p>efter</p>" for text in SCRIPTS)]
    for html in pasted(page, "text/html", texts):
        assert_well_formed(html)
        assert richtext.clean_html(html) == html
    page.wait_for_timeout(300)  # milliseconds: an image that cannot be loaded tells it later


def test_what_cannot_be_parsed_keeps_its_words(form: Any) -> None:
    page = form()
    page.evaluate("""() => {
        const real = DOMParser.prototype.parseFromString;
        DOMParser.prototype.parseFromString = () => {
            DOMParser.prototype.parseFromString = real;
            throw new Error("kan ikke"); }; }""")
    paste(page, "<style>p {}</style><p style='color:red'>1. Log <b>ind</b></p><p>5 &lt; 6 &amp; 7")
    assert goal(page) == "<ol><li><p>Log ind</p></li></ol><p>5 &lt; 6 &amp; 7</p>"


@pytest.mark.parametrize("name", ["word_nested_steps", "word_online_lists", "word_tables"])
def test_two_million_letters_are_cleaned_in_seconds(form: Any, name: str) -> None:
    mark = "<!--StartFragment-->"
    before, _, rest = clipboard(name).rpartition(mark)
    once = rest.partition("<!--EndFragment-->")[0]
    html = f"{before}{mark}{once * (2_000_000 // len(once))}<!--EndFragment-->"
    took, letters = form().evaluate(CLEAN, html)
    assert took < 6_000  # milliseconds; 0.2-0.7 seconds on a machine that does nothing else
    assert letters > 10 * len(stored(name))


@pytest.mark.parametrize("unit", ["<b>", "<b class=x>y", "<div>x", "<a b='", "<", "<ol><li>x"])
def test_markup_that_is_never_closed_takes_no_longer_than_its_length(form: Any, unit: str) -> None:
    page = form()
    short, long = (
        min(page.evaluate(CLEAN, unit * count)[0] for _ in range(3)) for count in (10_000, 80_000)
    )
    assert long < 24 * max(short, 20)  # 8 times as long; a square would be 64 times
