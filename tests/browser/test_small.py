"""A slip in an approved text, put right with the editor and by the keyboard."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.actions.test_corrections import make_approved
from tests.browser.accessibility import faults
from tests.make import make_anne


def test_a_slip_is_put_right_and_more_than_that_is_told(
    page: Page, live_server: LiveServer, sign_in: Any
) -> None:
    task = make_approved()
    sign_in(page, make_anne())
    page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
    page.get_by_role("link", name="Ret en småting i Resultat").click()
    editor = page.locator(".ProseMirror")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Husk fristen den 1. maj.")
    page.get_by_role("button", name="Gem rettelsen").click()
    expect(page.get_by_role("alert")).to_contain_text("Ændringen rører et tal eller en dato.")
    expect(editor).to_contain_text("Husk fristen")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Du får en skabelon.")
    page.get_by_role("button", name="Gem rettelsen").click()
    expect(page.locator("main")).to_contain_text("Godkendelsen gælder stadig")
    expect(page.get_by_role("heading", name="Rettet efter godkendelse")).to_be_visible()
    assert faults(page) == []
