"""Findings under their words: exactly there, whatever is typed around them, and never saved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tasks import checking, richtext
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask
from tasks.richtext.lines import Run, tidy_runs
from tasks.views.check_places import blocks_of, places_context
from tests.browser.accessibility import axe, broken_references, sideways
from tests.browser.documents import documents, untidy_documents
from tests.make import make_anne, make_task

GOAL = "<p>Målet er, at kommunen skal svare, og at kommunen skal vente.</p>"
TJEK = re.compile("/tjek/")
CARET = """([name, at]) => { const {view} = window.klikEditor.prose.get(name);
    const {node, offset} = view.domAtPos(at);
    view.focus();
    getSelection().collapse(node, offset); }"""
PASTE = """(text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", options)); }"""
# Put untidy signs into a text, the same ones at the same places every time
UNTIDY = """
    const SIGNS = ["  ", "\\u00ad", "\\u200b", "\\u00a0", "\\t", "e\\u0301\\u0323", "\\u0301",
        "😀", "\\ufeff ", "\\u2003"];
    function fill(field, html) {
        field.setHtml(html, {canUndo: false});
        let chance = html.length;
        const next = (most) => (chance = (chance * 16807 + 11) % 2147483647) % most;
        for (let count = 0; count < 6; count += 1) {
            const {state} = field.view;
            const places = [];
            state.doc.descendants((node, position) => {
                if (!node.isText) return;
                const isInPair = (at) => /[\\ud800-\\udbff]/.test(node.text[at - 1] ?? "");
                for (let at = 0; at <= node.text.length; at += 1)
                    if (!isInPair(at)) places.push(position + at);
            });
            if (!places.length) return;
            const at = places[next(places.length)];
            field.view.dispatch(state.tr.insertText(SIGNS[next(SIGNS.length)], at, at));
        }
    }
    const field = window.klikEditor.prose.get("goal");
    const text = window.klikEditor.findings.texts.find(({name}) => name === "goal");
"""
SENT = f"""(texts) => {{ {UNTIDY}
    return texts.map((html) => {{ fill(field, html); return field.html; }}); }}"""
DRAWN = """
    const words = () => text.drawn.map(({from, to, place}) =>
        [place.phrase, field.view.state.doc.textBetween(from, to, "\\n")]);"""
DRAWN_UNTIDY = f"""(asked) => {{ {UNTIDY} {DRAWN}
    return asked.map(([html, places]) => {{
        fill(field, html); text.draw(places); return words(); }}); }}"""
DRAWN_TIDY = f"""(asked) => {{ {UNTIDY} {DRAWN}
    return asked.map(([html, places]) => {{
        field.setHtml(html, {{canUndo: false}}); text.draw(places); return words(); }}); }}"""


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Callable[..., Page]:
    """Open the form of a task with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(task: KlikTask | None = None, **values: str) -> Page:
        task = task or make_task(**values)
        page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
        return page

    return open_form


def places_in_goal(html: str) -> list[dict[str, Any]]:
    """What the server answers for a text in Mål."""
    values = empty_values() | {"title": "Giv samtykke", "goal": richtext.clean_html(html)}
    result = checking.check_values(values, []).of_text()
    told = json.loads(places_context(result, blocks_of(values), can_act=True)["places"])
    return [place for place in told["places"] if place["field"] == "goal"]


def underlined(page: Page, field: str = "#id_goal") -> list[str]:
    """The underlined words of an editor, piece by piece."""
    return page.locator(f"{field} .underlined").all_inner_texts()


def stored(page: Page, name: str = "goal") -> str:
    """What the form would send."""
    return page.locator(f"textarea[name={name}]").input_value()


def caret_at(page: Page, name: str, position: int) -> None:
    """Put the caret at a position of an editor's document; 1 is before its first letter."""
    page.evaluate(CARET, [name, position])
    page.wait_for_timeout(30)  # milliseconds: the browser tells of a new caret a moment later


def questions(page: Page) -> list[str]:
    """What is sent to Tjek from now on."""
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if TJEK.search(r.url) else None)
    return asked


def hold_tjek(page: Page) -> None:
    """Let no answer of Tjek come."""
    page.route(TJEK, lambda route: None)


def panel_count(page: Page, words: str) -> int:
    return page.locator("#tjek-indhold").get_by_text(words).count()


# ---- Exactly the words -----------------------------------------------------------------------


def test_every_place_in_300_texts_is_drawn_under_its_words(form: Any) -> None:
    asked = [(html, places_in_goal(html)) for html in documents(300)]
    drawn = form().evaluate(DRAWN_TIDY, asked)
    for (html, places), pairs in zip(asked, drawn, strict=True):
        assert sorted(phrase for phrase, _ in pairs) == sorted(p["phrase"] for p in places), html
        assert [words for _, words in pairs] == [phrase for phrase, _ in pairs], html
    assert sum(len(places) for _, places in asked) > 500


def test_also_where_the_server_tidies_what_was_typed(form: Any) -> None:
    texts = untidy_documents(300)
    page = form()
    sent = page.evaluate(SENT, texts)
    asked = [(html, places_in_goal(said)) for html, said in zip(texts, sent, strict=True)]
    for (html, places), pairs in zip(asked, page.evaluate(DRAWN_UNTIDY, asked), strict=True):
        assert sorted(phrase for phrase, _ in pairs) == sorted(p["phrase"] for p in places), html
        assert [tidy(words) for _, words in pairs] == [tidy(phrase) for phrase, _ in pairs], html
    assert sum(len(places) for _, places in asked) > 400


def tidy(words: str) -> str:
    return "".join(run.text for run in tidy_runs([Run(words)]))


def test_the_same_phrase_twice_is_marked_in_both_places(form: Any) -> None:
    page = form(goal=GOAL)
    assert underlined(page) == ["kommunen skal", "kommunen skal"]


def test_words_that_are_not_the_findings_own_get_no_line(form: Any) -> None:
    page = form()
    places = places_in_goal(GOAL)
    places[0]["start"] += 1
    drawn = page.evaluate(DRAWN_TIDY, [(GOAL, places)])
    assert len(drawn[0]) == len(places) - 1


# ---- While one writes ------------------------------------------------------------------------


def test_typing_before_an_underline_moves_it_along(form: Any) -> None:
    page = form(goal=GOAL)
    hold_tjek(page)
    caret_at(page, "goal", 1)
    page.keyboard.type("Ja, ")
    expect(page.locator("#id_goal")).to_contain_text("Ja, Målet")
    assert underlined(page) == ["kommunen skal", "kommunen skal"]


def test_a_word_that_is_changed_loses_its_underline_at_once(form: Any) -> None:
    page = form(goal=GOAL)
    hold_tjek(page)
    caret_at(page, "goal", 1 + len("Målet er, at kommunen"))
    page.keyboard.type("s")
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"])
    assert stored(page).startswith("<p>Målet er, at kommunens skal")


def test_an_answer_to_an_older_text_is_let_go(form: Any) -> None:
    page = form(goal="<p>Målet er et svar. </p>")
    waiting: list[Route] = []
    page.route(TJEK, lambda route: waiting.append(route), times=1)  # noqa: PLW0108
    caret_at(page, "goal", 18)
    with page.expect_request(TJEK):
        page.keyboard.type("At kommunen skal svare.")
    page.keyboard.type(" Og at kommunen skal vente.")
    waiting[0].continue_()
    page.wait_for_timeout(100)  # milliseconds: the old answer comes before the next question
    assert underlined(page) == [] and panel_count(page, "kommunen skal") == 0
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"] * 2)


def test_a_burst_of_typing_is_one_question(form: Any) -> None:
    page = form()
    asked = questions(page)
    page.locator("#id_goal").click()
    page.keyboard.type("Målet er, at kommunen skal svare.", delay=25)
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"])
    page.wait_for_timeout(600)  # milliseconds: twice what Tjek waits
    assert len(asked) == 1
    page.locator("#id_duration_days").fill("3")
    page.locator("#id_title").focus()
    page.wait_for_timeout(900)  # milliseconds: leaving a field is no change
    assert len(asked) == 2


def test_a_slow_server_is_asked_one_thing_at_a_time_however_fast_one_types(form: Any) -> None:
    page = form(goal="<p>Målet er et svar. </p>")
    waiting: list[Route] = []
    page.route(TJEK, lambda route: waiting.append(route), times=1)  # noqa: PLW0108
    asked = questions(page)
    caret_at(page, "goal", 18)
    for words in ("At kommunen skal svare.", " At kommunen skal vente.", " At I skal huske."):
        page.keyboard.type(words)
        page.wait_for_timeout(500)  # milliseconds: more than Tjek waits
    assert len(asked) == 1
    waiting[0].continue_()
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"] * 2)
    assert len(asked) == 2


def test_nothing_is_asked_while_a_word_is_composed(form: Any) -> None:
    page = form()
    asked = questions(page)
    keyboard = page.context.new_cdp_session(page)
    for field in ("#id_goal", "#id_title"):
        page.locator(field).click()
        for text in ("n", "ni", "nin"):
            keyboard.send(
                "Input.imeSetComposition",
                {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
            )
        page.wait_for_timeout(700)  # milliseconds: more than twice what Tjek waits
        assert asked == []
        with page.expect_request(TJEK):
            keyboard.send("Input.insertText", {"text": "忍"})
        asked.clear()
    assert stored(page) == "<p>忍</p>"


def test_the_word_being_typed_is_judged_when_the_caret_leaves_it(form: Any) -> None:
    page = form()
    page.locator("#id_goal").click()
    with page.expect_response(TJEK):
        page.keyboard.type("At kommunen skal")
    expect(page.locator("#tjek-indhold [data-held]")).to_have_count(1)
    assert underlined(page) == []
    page.keyboard.press("Home")
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"], timeout=1_000)


def test_the_word_being_typed_is_judged_when_the_field_is_left(form: Any) -> None:
    page = form()
    page.locator("#id_title").fill("")
    with page.expect_response(TJEK):
        page.keyboard.type("Oprettelse af rute i kommuner som kommunen skal")
    expect(page.locator("#tjek-indhold [data-held]")).to_have_count(1)
    page.locator("#id_duration_days").focus()
    expect(page.locator("#div_id_title .underlined").last).to_be_visible(timeout=1_000)
    expect(page.locator("#tjek-indhold [data-held]")).to_have_count(0)


def test_the_word_being_typed_is_judged_after_two_seconds_of_rest(form: Any) -> None:
    page = form()
    page.locator("#id_goal").click()
    page.keyboard.type("At kommunen skal")
    page.wait_for_timeout(1_200)  # milliseconds
    assert underlined(page) == []
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"], timeout=2_500)


def test_a_value_that_arrives_from_somebody_else_is_asked_about(form: Any) -> None:
    page = form()
    arrives = "window.klikEditor.prose.get('goal').setHtml(%r, {canUndo: false})"
    page.evaluate(arrives % "<p>At kommunen skal svare.</p>")
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"])


def test_what_is_saved_holds_no_marks(form: Any) -> None:
    page = form(goal=GOAL, title="Oprettelse af rute")
    assert stored(page) == GOAL
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    page.wait_for_load_state()
    task = KlikTask.objects.get()
    assert (task.goal, task.title) == (GOAL, "Oprettelse af rute")


# ---- Title -----------------------------------------------------------------------------------


def test_the_title_is_underlined_word_for_word(form: Any) -> None:
    page = form(title="Oprettelse af ruten, som kommunen skal have, og som kommunen skal bruge")
    words, area = page.locator("#div_id_title .underlined-words"), page.locator("#id_title")
    expect(words.locator(".underlined").first).to_have_text("Oprettelse af")
    assert words.get_attribute("aria-hidden") == "true"
    looks = """(element) => { const {font, padding, lineHeight, letterSpacing, borderWidth} =
        getComputedStyle(element);
        return [font, padding, lineHeight, letterSpacing, borderWidth,
            element.clientWidth, element.clientHeight]; }"""
    assert words.evaluate(looks) == area.evaluate(looks)
    area.click()
    expect(area).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(area).to_have_attribute("aria-invalid", "true")
    assert words.evaluate(looks) == area.evaluate(looks)


def test_the_title_grows_and_never_holds_a_newline(form: Any) -> None:
    page = form()
    area = page.locator("#id_title")
    low = area.bounding_box() or {"height": 0}
    area.fill("")
    page.evaluate(PASTE, "Udfyld\n  filen\r\nog send den\n")
    expect(area).to_have_value("Udfyld filen og send den")
    area.fill("Udfyld filen, og send den til jeres leverandør, " * 3)
    high = area.bounding_box() or {"height": 0}
    assert high["height"] > 1.5 * low["height"]
    area.evaluate("(it) => { it.value = 'Udfyld\\nfilen'; it.dispatchEvent(new Event('input')); }")
    expect(area).to_have_value("Udfyld filen")


def test_enter_in_the_title_saves_as_in_any_line(form: Any) -> None:
    page = form()
    page.locator("#id_title").fill("Udfyld filen nu")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert KlikTask.objects.get().title == "Udfyld filen nu"


# ---- By key ----------------------------------------------------------------------------------


def selected(page: Page) -> tuple[str, str]:
    """Which field has the focus, and the words that are selected in it."""
    found: list[str] = page.evaluate(
        """() => { const field = document.activeElement;
        const words = field.matches("textarea")
            ? field.value.slice(field.selectionStart, field.selectionEnd) : `${getSelection()}`;
        return [field.id, words]; }"""
    )
    return found[0], found[1]


def test_f8_walks_title_and_texts_in_order_and_round_again(form: Any) -> None:
    page = form(title="Oprettelse af rute", goal=GOAL, result="<p>At kommunen bør vente.</p>")
    page.evaluate("document.querySelector('details[data-section]:has(#id_goal)').open = false")
    walk = [
        ("id_title", "Oprettelse af"),
        ("id_goal", "kommunen skal"),
        ("id_goal", "kommunen skal"),
        ("id_result", "kommunen bør"),
    ]
    for place in [*walk, walk[0]]:
        page.keyboard.press("F8")
        assert selected(page) == place
    for place in [walk[3], walk[2]]:
        page.keyboard.press("Shift+F8")
        assert selected(page) == place
    expect(page.locator("#announcer")).to_have_text(re.compile("^Skal rettes: ”kommunen skal”"))


def test_f8_goes_on_from_where_the_caret_stands(form: Any) -> None:
    page = form(title="Oprettelse af rute", goal=GOAL, result="<p>At kommunen bør vente.</p>")
    caret_at(page, "goal", 20)
    page.keyboard.press("F8")
    start = page.evaluate("window.klikEditor.prose.get('goal').view.state.selection.from")
    assert start == 1 + GOAL.removeprefix("<p>").rindex("kommunen skal")
    page.locator("#id_title").focus()
    page.locator("#id_title").press("End")
    page.keyboard.press("F8")
    assert selected(page) == ("id_goal", "kommunen skal")


@pytest.mark.parametrize("key", ["Alt+Enter", "Control+."])
def test_the_finding_is_opened_by_key_and_escape_leads_back(form: Any, key: str) -> None:
    page = form(goal=GOAL)
    caret_at(page, "goal", 20)
    page.keyboard.press(key)
    window = page.get_by_role("dialog", name=re.compile("Skal rettes.*kommunen skal"))
    expect(window.get_by_role("button", name="Ret til ”I skal”")).to_be_focused()
    assert axe(page) == [] and broken_references(page) == []
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(page.locator("#id_goal")).to_be_focused()
    page.keyboard.type("X")
    expect(page.locator("#id_goal")).to_contain_text("kommunXen skal")


def test_the_finding_in_the_title_is_opened_by_key(form: Any) -> None:
    page = form(title="Oprettelse af rute")
    page.keyboard.press("F8")
    page.keyboard.press("Alt+Enter")
    window = page.get_by_role("dialog")
    expect(window.get_by_role("button", name="Ret til ”Opret”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#id_title")).to_have_value("Opret rute")
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("#id_title")).to_have_value("Oprettelse af rute")


# ---- By mouse --------------------------------------------------------------------------------


def test_a_click_on_the_words_opens_the_window_and_leaves_the_caret(form: Any) -> None:
    page = form(goal=GOAL)
    page.locator("#id_goal .underlined").last.click()
    window = page.get_by_role("dialog", name=re.compile("Skal rettes"))
    expect(window).to_be_visible()
    expect(page.locator("#id_goal")).to_be_focused()
    window.get_by_text("Hvorfor?").first.click()
    expect(window.get_by_text("Vejledningen skriver:")).to_be_visible()
    rule = window.get_by_role("link", name="Se reglen i Skriveguide")
    expect(rule).to_have_attribute("href", re.compile("/#regel-tone-municipality$"))
    assert axe(page) == []
    window.get_by_role("button", name="Luk").click()
    expect(window).to_be_hidden()
    page.locator("#id_goal .underlined").first.click()
    expect(window).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(page.locator("#id_goal")).to_be_focused()


def test_an_open_window_outlives_a_fresh_answer_while_its_words_stand(form: Any) -> None:
    page = form(goal=GOAL)
    page.locator("#id_goal .underlined").last.click()
    with page.expect_response(TJEK):
        page.evaluate("window.klikEditor.findings.asking.changed()")
    page.wait_for_timeout(200)  # milliseconds: until the answer stands in the panel
    window = page.get_by_role("dialog", name=re.compile("Skal rettes"))
    window.get_by_role("button", name="Ret til ”I skal”").click()
    expect(page.locator("#id_goal")).to_have_text(
        "Målet er, at kommunen skal svare, og at I skal vente."
    )


def test_a_click_beside_the_words_opens_nothing(form: Any) -> None:
    page = form(title="Oprettelse af")
    box = page.locator("#id_title").bounding_box() or {}
    page.mouse.click(box["x"] + box["width"] - 30, box["y"] + 20)
    expect(page.locator("#id_title")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.mouse.click(box["x"] + 30, box["y"] + 20)
    expect(page.get_by_role("dialog", name=re.compile("Skal rettes"))).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_window_stays_inside_the_browsers_window(form: Any, width: int) -> None:
    page = form(goal="<p>Målet er, at vi ved, at alle i tide og fuldt ud kommunen skal svare.</p>")
    page.set_viewport_size({"width": width, "height": 700})
    page.locator("#id_goal .underlined").first.scroll_into_view_if_needed()
    page.locator("#id_goal .underlined").first.click()
    window = page.get_by_role("dialog")
    box = window.bounding_box() or {}
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert box["y"] >= 0 and box["y"] + box["height"] <= 700
    assert sideways(page) == 0 and axe(page) == []


# ---- Fixes -----------------------------------------------------------------------------------


def test_a_fix_is_one_step_that_ctrl_z_takes_back(form: Any) -> None:
    page = form(goal=GOAL)
    caret_at(page, "goal", 1)
    page.keyboard.type("Ja. ")
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"] * 2)
    page.locator("#id_goal .underlined").last.click()
    page.get_by_role("dialog").get_by_role("button", name="Ret til ”I skal”").click()
    mended = "Ja. Målet er, at kommunen skal svare, og at I skal vente."
    expect(page.locator("#id_goal")).to_have_text(mended)
    expect(page.locator("#tjek-svar")).to_have_text("Rettet. Ctrl+Z fortryder.")
    expect(page.locator("#id_goal")).to_be_focused()
    expect(page.locator("#id_goal .underlined")).to_have_text(["kommunen skal"])
    page.keyboard.type("x")
    page.keyboard.press("Control+z")
    expect(page.locator("#id_goal")).to_have_text(mended)
    page.keyboard.press("Control+z")
    expect(page.locator("#id_goal")).to_have_text(
        "Ja. Målet er, at kommunen skal svare, og at kommunen skal vente."
    )
    assert KlikTask.objects.get().revision == 1


def test_a_fix_keeps_bold_and_takes_what_agrees_along(form: Any) -> None:
    page = form(goal="<p>At <strong>kommunen skal</strong> give sit samtykke.</p>")
    page.locator("#id_goal .underlined").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Ret til ”I skal").click()
    expect(page.locator("#id_goal")).to_have_text("At I skal give jeres samtykke.")
    assert "<strong>" in stored(page)


def test_a_fix_is_told_to_those_who_listen_while_the_preview_stands_beside(form: Any) -> None:
    page = form(goal="<p>Målet er, at kommunen skal svare.</p>")
    page.get_by_role("button", name="Vis forhåndsvisning").click()
    page.locator("#id_goal .underlined").click()
    hold_tjek(page)
    page.get_by_role("dialog").get_by_role("button", name="Ret til ”I skal”").click()
    expect(page.locator("#announcer")).to_have_text("Rettet. Ctrl+Z fortryder.")


def test_ret_alle_mends_every_place_as_one_step(form: Any) -> None:
    steps = "<ol><li><p>Åbning af filen</p></li><li><p>Oprettelse af ruten</p></li></ol>"
    page = form(method=steps)
    page.get_by_role("button", name="Ret alle 2").click()
    expect(page.locator("#id_method li")).to_have_text(["Åbn filen", "Opret ruten"])
    expect(page.locator("#tjek-svar")).to_have_text("2 steder er rettet. Ctrl+Z fortryder.")
    page.keyboard.press("Control+z")
    assert stored(page, "method") == steps


def test_where_the_words_are_not_in_place_the_server_mends(form: Any) -> None:
    page = form(goal="<p>Målet er, at kommunen skal svare.</p>")
    page.evaluate("window.klikEditor.findings.texts.forEach((text) => text.draw([]))")
    page.locator("#tjek-indhold").get_by_role("button", name="Ret til ”I skal”").click()
    expect(page.get_by_text("Teksten er rettet.")).to_be_visible()
    assert KlikTask.objects.get().goal == "<p>Målet er, at I skal svare.</p>"


# ---- Panel and keeping -----------------------------------------------------------------------


def test_the_panel_leads_to_the_very_words(form: Any) -> None:
    page = form(goal=GOAL)
    page.locator("#sted-tone-municipality--goal").click()
    assert selected(page) == ("id_goal", "kommunen skal")
    page.get_by_text("Se de 2 steder").click()
    page.locator("#steder-tone-municipality--goal q").last.dispatch_event("click")
    start = page.evaluate("window.klikEditor.prose.get('goal').view.state.selection.from")
    assert start == 1 + GOAL.removeprefix("<p>").rindex("kommunen skal")


def test_the_text_is_kept_from_the_window(form: Any) -> None:
    page = form(goal="<p>Målet er, at kommunen skal svare.</p>")
    page.locator("#id_goal .underlined").click()
    window = page.get_by_role("dialog")
    window.get_by_text("Behold teksten").click()
    window.get_by_role("button", name="Navn, felt eller citat").click()
    expect(page.get_by_text("Anne: ”Navn, felt eller citat”")).to_be_visible()
    expect(page.locator("#id_goal .underlined")).to_have_count(0)


def test_the_window_leads_to_more_ways_of_keeping(form: Any) -> None:
    page = form(goal=GOAL)
    page.locator("#id_goal .underlined").last.click()
    window = page.get_by_role("dialog")
    window.get_by_text("Behold teksten").click()
    window.get_by_role("button", name="Flere muligheder i Tjek").click()
    fold = page.locator("#steder-tone-municipality--goal details[id^=keep-]").last
    expect(fold.get_by_role("button", name="Fagord")).to_be_focused()


def test_a_fresh_answer_leaves_the_focus_on_a_button(form: Any) -> None:
    page = form(goal=GOAL, result="<p>Svar</p>")
    button = page.get_by_role("button", name="Ret alle 2")
    button.focus()
    with page.expect_response(TJEK):
        page.evaluate("window.klikEditor.findings.asking.changed()")
    page.wait_for_timeout(200)  # milliseconds: until the answer stands in the panel
    expect(button).to_be_focused()


# ---- Looks -----------------------------------------------------------------------------------


def test_the_kinds_differ_by_form_and_stand_out_from_the_paper(form: Any) -> None:
    page = form()
    seen = page.evaluate(
        """() => ["error", "warning", "hint"].map((kind) => {
        const words = document.createElement("span");
        words.className = `underlined underlined-${kind}`;
        document.querySelector("#id_goal").append(words);
        const style = getComputedStyle(words);
        return [style.textDecorationStyle, style.textDecorationColor]; })"""
    )
    assert [style for style, _ in seen] == ["solid", "wavy", "dotted"]
    assert all(contrast_on_white(colour) >= 3 for _, colour in seen)


def contrast_on_white(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
