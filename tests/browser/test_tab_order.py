"""Tab goes through a page as one reads it, to the end and out again: no jump and no trap."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.house import make_house
from tests.make import make_rikke

PRESSES_MAX = 400

# Fields beside each other are read one after the other, so it is their boxes that are compared.
STOP = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    if (!window.stops) window.stops = [];
    const before = window.stops.at(-1);
    if (before === at) return "stays on " + at.outerHTML.slice(0, 120);
    window.stops.push(at);
    if (!before) return "";
    const name = " at " + at.outerHTML.slice(0, 120);
    if (!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        return "goes back" + name;
    }
    const part = (element) => element.closest("header, aside, .action-bar, .page-content");
    const box = (element) => (element.closest(".field, li, tr, .podio-line") || element);
    if (part(before) !== part(at) || box(before) === box(at)) return "";
    const [was, is] = [box(before).getBoundingClientRect(), box(at).getBoundingClientRect()];
    if (is.bottom <= was.top) return "jumps up" + name;
    const beside = is.top < was.bottom && was.top < is.bottom;
    return beside && is.right <= was.left ? "jumps left" + name : "";
}"""


def walk(page: Page) -> list[str]:
    """Tab from the top until the focus leaves the page; what was wrong on the way."""
    faults: list[str] = []
    for _ in range(PRESSES_MAX):
        page.keyboard.press("Tab")
        fault = page.evaluate(STOP)
        if fault is None:
            return faults
        if fault:
            faults.append(fault)
    return [*faults, f"is trapped after {PRESSES_MAX} presses"]


@pytest.mark.parametrize("width", [1280, 320])
def test_tab_follows_the_text_and_ends(
    new_page: Any, live_server: LiveServer, sign_in: Any, width: int
) -> None:
    house = make_house()
    page = new_page(viewport={"width": width, "height": 900}, base_url=live_server.url)
    sign_in(page, make_rikke())
    found = []
    for name, args in (
        ("overview", []),
        ("task_list", []),
        ("task_edit", [house.many_findings.pk]),
        ("task_review", [house.waiting.pk]),
        ("task_announcement", [house.approved.pk]),
        ("task_podio", [house.approved.pk]),
        ("wave_new", [house.project.pk]),
    ):
        page.goto(reverse(name, args=args))
        page.mouse.click(1, 1)  # an address with # starts Tab further down
        found += [f"{name}: {fault}" for fault in walk(page)]
    assert found == []
