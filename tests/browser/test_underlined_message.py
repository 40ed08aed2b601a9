"""Findings under the words of a #besked, which is one plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.announcements import save_announcement
from tasks.models import Announcement
from tests.browser.accessibility import axe, broken_references
from tests.make import make_anne, make_ready_task

TEXT = (
    "#besked\n\nKære alle 😀\n\nKommunen skal svare, og kommunen skal vente.\n\n[skriv grunden]\n"
)


@pytest.fixture
def besked(page: Page, live_server: LiveServer, sign_in: Any) -> Callable[[str], Page]:
    """Open the #besked of a task, with this text in it, with Anne logged in."""
    anne = make_anne()
    sign_in(page, anne)

    def open_besked(text: str = TEXT) -> Page:
        task = make_ready_task()
        save_announcement(anne, task.pk, 1, topic="", text=text)
        page.goto(live_server.url + reverse("task_announcement", args=[task.pk]))
        return page

    return open_besked


def lines(page: Page) -> Any:
    return page.locator(".underlined-words .underlined")


def test_the_words_are_underlined_as_they_stand(besked: Any) -> None:
    page = besked()
    expect(lines(page)).to_have_text(["Kommunen skal", "kommunen skal"])
    assert axe(page) == [] and broken_references(page) == []


def test_the_lines_scroll_along_with_the_text(besked: Any) -> None:
    page = besked(TEXT + "Endnu en linje.\n" * 60 + "Kommunen skal svare igen.")
    area, words = page.locator("#id_announcement"), page.locator(".underlined-words")
    area.evaluate("(area) => { area.scrollTop = area.scrollHeight; }")
    page.wait_for_timeout(100)  # milliseconds: the browser tells of a scroll a moment later
    tops = [part.evaluate("(part) => part.scrollTop") for part in (area, words)]
    assert tops[0] == tops[1] > 200
    heights = [part.evaluate("(part) => part.scrollHeight") for part in (area, words)]
    assert heights[0] == heights[1]


def test_a_fix_is_made_in_the_text_and_taken_back(besked: Any) -> None:
    page = besked()
    page.keyboard.press("F8")
    page.keyboard.press("Alt+Enter")
    window = page.get_by_role("dialog", name=re.compile("Kommunen skal"))
    window.get_by_role("button", name=re.compile("^Ret til ”I skal")).click()
    area = page.locator("#id_announcement")
    expect(area).to_have_value(TEXT.replace("Kommunen", "I"))
    expect(page.locator("#tjek-svar")).to_have_text("Rettet. Ctrl+Z fortryder.")
    expect(lines(page)).to_have_text(["kommunen skal"])
    page.keyboard.press("Control+z")
    expect(area).to_have_value(TEXT)
    expect(lines(page)).to_have_text(["Kommunen skal", "kommunen skal"])
    page.get_by_role("button", name="Ret alle 2").click()
    expect(area).to_have_value(TEXT.replace("Kommunen", "I").replace("kommunen", "I"))
    page.keyboard.press("Control+z")
    expect(area).to_have_value(TEXT)
    assert Announcement.objects.get().text == TEXT


def test_tjek_answers_while_one_types(besked: Any) -> None:
    page = besked("#besked\n\n")
    page.locator("#id_announcement").press("Control+End")
    page.keyboard.type("At kommunen skal svare.")
    expect(lines(page)).to_have_text(["kommunen skal"])
    page.keyboard.press("Control+Home")
    page.keyboard.type("Nu. ")
    expect(lines(page)).to_have_text(["kommunen skal"])


def test_the_text_is_kept_from_the_window(besked: Any) -> None:
    page = besked()
    page.locator("#id_announcement").click()
    page.keyboard.press("F8")
    page.keyboard.press("Control+.")
    window = page.get_by_role("dialog")
    window.get_by_text("Behold teksten").click()
    window.get_by_role("button", name="Navn, felt eller citat").click()
    expect(page.get_by_text("Teksten er beholdt, og grunden står i Forløb.")).to_be_visible()
    expect(page.get_by_text("Anne: ”Navn, felt eller citat”").first).to_be_visible()
