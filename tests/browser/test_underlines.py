"""Findings under their words: exactly there, whatever is typed around them, and never saved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tasks import checking, richtext
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask
from tasks.richtext.lines import Run, tidy_runs
from tasks.views.check_places import blocks_of, places_context
from tests.browser.documents import documents, untidy_documents
from tests.make import make_anne, make_task

GOAL = "<p>Målet er, at kommunen skal svare, og at kommunen skal vente.</p>"
TJEK = re.compile("/tjek/")
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
