"""*Forhåndsvisning* in a browser: it says when it is old, prints the text alone, fits a phone."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.exports.full_task import make_full_task

GOAL = "<p>Målet er, at kommunen skal <strong>svare</strong>.</p>"
AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"


def address(task: KlikTask, query: str = "") -> str:
    return reverse("task_preview", args=[task.pk]) + query


def ask_again(page: Page) -> None:
    with page.expect_response("**/rettet/**"):
        page.evaluate(AGAIN)


def test_an_open_preview_says_when_the_task_is_changed(open_as_anne: Any) -> None:
    task = make_full_task()
    page = open_as_anne(address(task, "?fund=1"))
    notice = page.get_by_text("Opgaven er rettet, siden du åbnede siden.")
    ask_again(page)
    expect(notice).to_be_hidden()
    KlikTask.objects.filter(pk=task.pk).update(title="Giv jeres samtykke")
    ask_again(page)
    expect(notice).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Vis den nye").click()
    expect(page.locator("#seen-title")).to_contain_text("Giv jeres samtykke")
    expect(page.get_by_role("link", name="Skjul fund")).to_be_visible()
    expect(page.get_by_text("Opgaven er rettet, siden du åbnede siden.")).to_be_hidden()


def test_a_municipality_is_chosen_from_the_keyboard(open_as_anne: Any) -> None:
    page = open_as_anne(address(make_full_task()))
    page.get_by_label("Kommune").fill("odense")
    page.keyboard.press("Enter")
    expect(page.locator(".seen-wave-name")).to_contain_text("Odense Kommune – Bølge 1")


def test_on_paper_stand_the_text_and_the_stamp_and_nothing_else(open_as_anne: Any) -> None:
    page = open_as_anne(address(make_full_task(goal=GOAL), "?fund=1&kommune=odense"))
    page.emulate_media(media="print")
    for seen in (".seen", ".stamp", ".seen-wave-name", "#seen-title"):
        expect(page.locator(seen)).to_be_visible()
    for hidden in (".seen-notes", ".seen-note-number", ".seen-findings", ".seen-wave-form"):
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    assert page.locator(".seen-notes").count() > 2
    for hidden in (".site-header", ".task-tabs", ".page-tools", ".page-header", ".reader-note"):
        expect(page.locator(hidden).first).to_be_hidden()
    mark = page.locator(".seen mark").first
    assert mark.evaluate("(part) => getComputedStyle(part).backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_is_in_order_with_its_findings_shown(open_as_anne: Any, width: int) -> None:
    page = open_as_anne(address(make_full_task(), "?fund=1"))
    page.set_viewport_size({"width": width, "height": 800})
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
