"""Dates in *Skriv* in a real browser: typed in any wave, followed at once by all the others."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.make import make_anne, make_project, make_task, make_wave

Form = Callable[[KlikTask], Page]


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Form:
    """Open a task's form with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(task: KlikTask) -> Page:
        page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
        return page

    return open_form


def make_in_waves(count: int = 5) -> KlikTask:
    project = make_project()
    first = date(2026, 10, 9)
    days = [first + timedelta(days=7 * number) for number in range(count)]
    waves = [make_wave(project, f"Bølge {n}", day) for n, day in enumerate(days, 1)]
    return make_task(project=project, waves=waves, end_offset_days=-14, start_offset_days=-7)


def cells(page: Page, which: str) -> list[str]:
    found = page.locator(f"[data-pick-day^='{which}-']")
    return [found.nth(number).input_value() for number in range(found.count())]


def test_an_offset_is_followed_by_the_dates_of_all_waves(form: Form) -> None:
    page = form(make_in_waves())
    assert cells(page, "end")[0] == "fre 25.09.2026"
    page.locator("#id_end_offset_days").fill("-7")
    expect(page.locator("[data-pick-day^='end-']").nth(4)).to_have_value("fre 30.10.2026")
    assert cells(page, "end")[0] == "fre 02.10.2026"
    assert cells(page, "start")[0] == "fre 25.09.2026"


def test_a_date_picked_by_the_keyboard_is_followed_by_the_offset_and_saved(form: Form) -> None:
    task = make_in_waves()
    page = form(task)
    page.locator("[data-pick-day^='end-']").nth(2).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("16.10.2026")
    page.keyboard.press("Tab")
    expect(page.locator("#id_end_offset_days")).to_have_value("-7")
    expect(page.locator("[data-pick-day^='end-']").nth(0)).to_have_value("fre 02.10.2026")
    # where one had come to
    expect(page.locator("[data-pick-day^='start-']").nth(3)).to_be_focused()
    page.wait_for_timeout(2_500)  # milliseconds: longer than until it is saved
    task.refresh_from_db()
    assert task.end_offset_days == -7


def test_a_start_that_is_no_start_is_told_beside_it_and_stays_through_answers(form: Form) -> None:
    task = make_in_waves(2)
    page = form(task)
    start = page.locator("[data-pick-day^='start-']").first
    start.fill("1.12.2026")
    start.press("Enter")
    problem = page.locator("[data-pick-problem]").first
    expect(problem).to_have_text(
        "Startdatoen skal ligge før slutdatoen, fredag den 25. september 2026."
    )
    page.locator("#id_duration_days").fill("3")
    expect(page.locator("td[data-label='Gul (beregnet)']").first).to_have_text("tir 22.09.2026")
    expect(start).to_have_value("1.12.2026")
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(problem).not_to_be_empty()
    assert faults(page) == []
    start.fill("1.9.2026")
    start.press("Enter")
    expect(page.locator("#id_start_offset_days")).to_have_value("-24")
    expect(problem).to_be_empty()


def test_the_nearest_free_date_is_one_press(form: Form) -> None:
    task = make_in_waves(2)
    page = form(task)
    page.locator("#id_end_offset_days").fill("-13")
    page.get_by_role("button", name="14 dage før go-live").click()
    expect(page.locator("#id_end_offset_days")).to_have_value("-14")
    expect(page.locator(".free-dates")).to_have_count(0)


def test_half_a_date_stays_while_the_form_is_checked(form: Form) -> None:
    page = form(make_in_waves(2))
    end = page.locator("[data-pick-day^='end-']").first
    page.locator("#id_end_offset_days").fill("-7")
    end.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("16.1")
    expect(page.locator("[data-pick-day^='end-']").nth(1)).to_have_value("fre 09.10.2026")
    expect(end).to_have_value("16.1")
    expect(end).to_be_focused()


def test_in_honolulu_the_dates_are_those_of_copenhagen(
    new_page: Any, live_server: LiveServer, sign_in: Any
) -> None:
    page = new_page(timezone_id="Pacific/Honolulu", base_url=live_server.url)
    sign_in(page, make_anne())
    page.goto(reverse("task_edit", args=[make_in_waves(1).pk]))
    assert cells(page, "end") == ["fre 25.09.2026"]
    page.locator("[data-pick-day^='end-']").fill("1.10.2026")
    page.locator("[data-pick-day^='end-']").press("Enter")
    expect(page.locator("#id_end_offset_days")).to_have_value("-8")


def test_it_fits_a_narrow_window(form: Form) -> None:
    page = form(make_in_waves())
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box = page.locator("[data-pick-day^='end-']").first.bounding_box()
    assert box is not None and box["x"] + box["width"] <= 320


def test_other_waves_on_a_task_in_podio_are_saved_when_one_has_said_so(form: Form) -> None:
    task = make_in_waves(2)
    KlikTask.objects.update(podio_url="https://podio.com/1")
    page = form(task)
    page.get_by_label("Bølge 2", exact=False).first.uncheck()
    question = page.get_by_label("Ja, skift bølgerne")
    expect(question).to_be_visible()
    expect(page.locator("#id_waves_error")).to_contain_text("Opgaven står i Podio")
    assert KlikTask.waves.through.objects.count() == 2
    assert faults(page) == []
    question.check()
    expect(question).to_have_count(0)
    expect(page.locator("#id_waves_error")).to_have_count(0)
    assert KlikTask.waves.through.objects.count() == 1
