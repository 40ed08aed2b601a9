"""How long the editor takes, measured inside the page: for the tests' caps and for `make bench`."""

from __future__ import annotations

import re
from typing import NamedTuple

from playwright.sync_api import Page

TJEK = re.compile("/tjek/")
TYPIST = 50  # milliseconds between two keys: a quick one
# 400 findings in 1,900 words, ten to a paragraph
FINDINGS = 400
_SENTENCES = [
    "Kommunen skal svare jer nu." if number % 4 else "Kommunen skal svare snart."
    for number in range(FINDINGS)
]
MANY_FINDINGS = "".join(
    f"<p>{' '.join(_SENTENCES[first : first + 10])}</p>" for first in range(0, FINDINGS, 10)
)

_CARET_AT_END = """(name) => { const {view} = window.klikEditor.prose.get(name);
    const {doc, tr, selection} = view.state;
    view.dispatch(tr.setSelection(selection.constructor.atEnd(doc)));
    view.focus(); }"""
# From the key itself until the frame with a line in the last paragraph has been painted
_FROM_NEXT_KEY = """(name) => { const editor = document.getElementById(`id_${name}`);
    const isDrawn = () => editor.lastElementChild.querySelector(".underlined") !== null;
    if (isDrawn()) throw new Error(`underlined: ${editor.lastElementChild.outerHTML}`);
    let pressed = 0;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; },
        {capture: true, once: true});
    const afterPaint = (then) => requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(""); });
    window.keyToUnderline = new Promise((done) => {
        const observer = new MutationObserver(() => {
            if (!isDrawn()) return;
            observer.disconnect();
            afterPaint(() => done(performance.now() - pressed)); });
        observer.observe(editor, {childList: true, subtree: true}); }); }"""
_BACK = """([name, html]) =>
    window.klikEditor.prose.get(name).setHtml(html, {canUndo: false})"""
_REDRAWN = """(name) => { const {findings} = window.klikEditor;
    const text = findings.texts.find((each) => each.name === name);
    const {places} = findings.told;
    const layout = () => text.element.getBoundingClientRect().height;
    text.draw([]);
    layout();
    const start = performance.now();
    text.draw(places.filter(({field}) => field === name));
    layout();
    const first = performance.now();
    findings.redraw();
    layout();
    return [text.drawn.length, first - start, performance.now() - first]; }"""
# Runs when the page has been read and before any of its scripts, which are all deferred
_TEN_EDITORS = """document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const areas = () => document.querySelectorAll("textarea[data-html]");
    const names = ["id", "for", "name", "aria-describedby"];
    const model = document.getElementById("id_description")?.closest(".field");
    if (!model) return;
    for (let number = areas().length; number < 10; number += 1) {
        const copy = model.cloneNode(true);
        for (const element of [copy, ...copy.querySelectorAll("*")])
            for (const name of names.filter((each) => element.hasAttribute(each)))
                element.setAttribute(name,
                    element.getAttribute(name).replaceAll("description", `more_${number}`));
        model.after(copy); }
    document.body.getBoundingClientRect();
    window.scriptsBegin = performance.now(); });
    document.addEventListener("DOMContentLoaded", () => {
        document.body.getBoundingClientRect();
        window.editorsReady = performance.now(); });"""
_READY = """() => [window.klikEditor.prose.size,
    document.querySelectorAll(".prose-editor [contenteditable=true]").length,
    window.editorsReady - window.scriptsBegin]"""


class Redrawn(NamedTuple):
    """Milliseconds of drawing every finding where none was, and of drawing the same ones again."""

    drawn: int
    anew: float
    again: float


def key_to_underline(page: Page, field: str, words: str, last_key: str) -> float:
    """Type words in a new paragraph at the end of a field; return the milliseconds from the last
    key, which makes them a finding, until they are underlined on the screen. The text is then as
    it was.
    """
    before = page.evaluate("(name) => window.klikEditor.prose.get(name).html", field)
    page.evaluate(_CARET_AT_END, field)
    page.keyboard.press("Enter")
    page.keyboard.type(words, delay=TYPIST)
    page.evaluate(_FROM_NEXT_KEY, field)
    page.keyboard.press(last_key)
    took: float = page.evaluate("window.keyToUnderline")
    with page.expect_response(TJEK):
        page.evaluate(_BACK, [field, before])
    page.wait_for_timeout(100)  # milliseconds: until the answer to the old text stands
    return took


def redrawn(page: Page, field: str) -> Redrawn:
    """Draw the findings of a field anew, each time with the layout that follows."""
    return Redrawn(*page.evaluate(_REDRAWN, field))


def with_ten_editors(page: Page) -> None:
    """Let every task form in a page have ten prose fields before the editor's script runs."""
    page.add_init_script(_TEN_EDITORS)


def ten_editors_ready(page: Page) -> float:
    """Milliseconds from the first script of a page until ten editors stand laid out in it."""
    count, editable, took = page.evaluate(_READY)
    assert (count, editable) == (10, 10)
    return float(took)
