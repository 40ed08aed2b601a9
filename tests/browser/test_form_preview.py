"""The preview beside the form: in step with what is typed, and out of the way until asked for."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.exports.full_task import make_full_task
from tests.make import make_anne, make_task

Form = Callable[..., Page]
LONG = "\n\n".join(f"Punkt {number} er langt nok til sin egen linje." for number in range(60))


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Form:
    """Open the form of a task, or of a new one, with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(task: KlikTask | None = None) -> Page:
        path = reverse("task_edit", args=[task.pk]) if task else reverse("task_new")
        page.goto(live_server.url + path)
        return page

    return open_form


def show(page: Page) -> None:
    page.get_by_role("button", name="Vis forhåndsvisning").click()
    expect(page.locator("#forhaandsvisning article")).to_be_visible()


def previews_asked(page: Page) -> list[str]:
    """The addresses of the previews that are asked for from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/forhaandsvisning/" in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


def test_the_preview_follows_what_is_typed_and_saves_nothing(form: Form) -> None:
    task = make_task("Giv samtykke")
    page = form(task)
    page.route("**/gem/", lambda route: route.fulfill(json={"refused": "Ikke nu."}))
    show(page)
    seen = page.get_by_role("region", name="Forhåndsvisning")
    expect(seen.get_by_role("heading", name="Giv samtykke")).to_be_visible()
    page.locator("#id_title").fill("Giv jeres samtykke")
    page.locator("#id_performer_comment").fill("<b>Du</b> gør det")
    expect(seen.get_by_role("heading", name="Giv jeres samtykke")).to_be_visible()
    expect(seen).to_contain_text("<b>Du</b> gør det")
    expect(seen).to_contain_text("ikke gemt endnu")
    assert KlikTask.objects.get(pk=task.pk).title == "Giv samtykke"


def test_a_new_task_has_a_preview_too(form: Form) -> None:
    page = form()
    show(page)
    expect(page.locator("#forhaandsvisning")).to_contain_text("Opgaven har ingen titel endnu")
    page.locator("#id_reference").fill("MI 02")
    page.locator("#id_title").fill("Udfyld filen")
    expect(page.locator("#seen-title")).to_have_text("(MI 02) Udfyld filen")


def test_nothing_is_asked_while_the_preview_is_not_shown(form: Form) -> None:
    page = form(make_task())
    asked = previews_asked(page)
    with page.expect_response(re.compile("/tjek/")):
        page.locator("#id_result").fill("Resultatet er et svar.")
    page.wait_for_timeout(600)  # milliseconds: more than the preview waits
    assert asked == []
    show(page)
    page.get_by_role("button", name="Vis Tjek").click()
    page.locator("#id_result").fill("Resultatet er to svar.")
    page.wait_for_timeout(900)
    assert len(asked) == 1


def test_one_burst_of_typing_asks_once(form: Form) -> None:
    page = form(make_task())
    show(page)
    asked = previews_asked(page)
    page.locator("#id_result").press_sequentially("Resultatet er et svar.", delay=20)
    expect(page.locator("#forhaandsvisning")).to_contain_text("Resultatet er et svar.")
    assert len(asked) == 1


def test_what_stands_beside_the_form_is_remembered_for_every_task(form: Form) -> None:
    page = form(make_task("Giv samtykke"))
    show(page)
    page = form(make_task("Opret ruten"))
    expect(page.locator("#seen-title")).to_have_text("Opret ruten")
    expect(page.get_by_role("heading", name="Tjek")).to_be_hidden()
    page.get_by_role("button", name="Vis Tjek").click()
    page.reload()
    expect(page.get_by_role("heading", name="Tjek")).to_be_visible()
    expect(page.locator("#forhaandsvisning")).to_be_hidden()


def test_the_keyboard_switches_and_stays_where_it_is(form: Form) -> None:
    page = form(make_task())
    page.get_by_role("button", name="Vis forhåndsvisning").press("Enter")
    expect(page.get_by_role("button", name="Vis Tjek")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Forhåndsvisning")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Vis forhåndsvisning")).to_be_focused()


def test_the_link_to_tjek_brings_tjek_back(form: Form) -> None:
    page = form(make_task())
    page.set_viewport_size({"width": 320, "height": 900})
    show(page)
    page.locator(".section-nav").get_by_role("link", name="Tjek").click()
    expect(page.get_by_role("heading", name="Tjek")).to_be_in_viewport()


def test_it_stands_beside_the_form_and_scrolls_by_itself(form: Form) -> None:
    page = form(make_full_task(description="<p>Kort.</p>"))
    show(page)
    page.locator("#id_description").fill(LONG)
    seen = page.get_by_role("region", name="Forhåndsvisning")
    expect(seen).to_contain_text("Punkt 59")
    seen.focus()
    page_at = page.evaluate("scrollY")
    page.keyboard.press("End")
    expect(seen.get_by_text("Eksterne bilag")).to_be_in_viewport()
    assert page.evaluate("scrollY") == page_at
    box, beside = page.locator("#opgave-form").bounding_box(), seen.bounding_box()
    assert box is not None
    assert beside is not None
    assert box["x"] + box["width"] <= beside["x"]
    place = seen.evaluate("element => element.scrollTop")
    with page.expect_response(re.compile("/tjek/")), page.expect_response(re.compile("/nu/")):
        page.locator("#id_owner_comment").fill("Spørg systemejeren først.")
    expect(seen).to_contain_text("Spørg systemejeren først.")
    assert abs(seen.evaluate("element => element.scrollTop") - place) < 60  # one line more


def test_the_page_is_in_order_with_the_preview_shown(form: Form) -> None:
    page = form(make_full_task())
    show(page)
    assert faults(page) == []
