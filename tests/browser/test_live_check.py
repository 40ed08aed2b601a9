"""*Tjek* while one writes, and what the browser's own habits must not break."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask, Prefix
from tests.make import make_anne, make_project, make_task, make_wave

PASTE = """(text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", options)); }"""
CARET = """() => {
    const before = document.createRange();
    before.setStart(document.activeElement, 0);
    before.setEnd(getSelection().focusNode, getSelection().focusOffset);
    return [document.activeElement.id, before.toString().length]; }"""


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Callable[[KlikTask | None], Page]:
    """Open the form of a task, or of a new one, with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(task: KlikTask | None = None) -> Page:
        path = reverse("task_edit", args=[task.pk]) if task else reverse("task_new")
        page.goto(live_server.url + path)
        return page

    return open_form


def save(page: Page) -> None:
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()


# ---- While one writes -----------------------------------------------------------------------


def test_tjek_answers_once_when_the_typing_stops(form: Any) -> None:
    page = form(make_task())
    asked = []
    page.on("request", lambda r: asked.append(r.url) if r.url.endswith("/tjek/") else None)
    page.locator("#id_goal").press_sequentially("Målet er, at kommunen skal svare.", delay=20)
    expect(page.locator("#tjek-indhold")).to_contain_text("kommunen skal")
    page.wait_for_timeout(600)  # milliseconds: twice what Tjek waits
    assert len(asked) == 1


def test_the_caret_stays_while_tjek_answers(form: Any) -> None:
    page = form(make_task(goal="<p>Målet er at svare.</p>"))
    page.locator("#id_goal").focus()
    page.keyboard.press("End")
    for _ in range(len(" at svare.")):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(20)  # milliseconds: the browser tells of a new caret a moment later
    with page.expect_response(re.compile("/tjek/")):
        page.keyboard.type(", kommunen skal")
    expect(page.locator("#tjek-indhold")).to_contain_text("kommunen skal")
    assert page.evaluate(CARET) == ["id_goal", len("Målet er, kommunen skal")]


def test_the_answer_is_said_to_those_who_listen(form: Any) -> None:
    page = form(make_task())
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare.")
    expect(page.locator("#announcer")).to_have_text(re.compile(r"^Tjek: \d+ ting at se på"))
    said = page.locator("#announcer").inner_text()
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare, og at kommunen bør lytte.")
    expect(page.locator("#announcer")).not_to_have_text(said)


def test_more_text_than_can_be_taken_in_is_said_beside_the_form(
    form: Any, expected_troubles: list[str]
) -> None:
    expected_troubles.append("status of 413")
    page = form(None)
    write = "(area, count) => { area.value = 'x'.repeat(count);"
    write += " area.dispatchEvent(new Event('input', {bubbles: true})); }"
    comment = page.locator("[name=performer_comment]")
    comment.evaluate(write, 3_000_000)
    expect(page.locator("#connection")).to_contain_text("Gør den kortere")
    expect(page.get_by_role("navigation", name="Hovedmenu")).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)
    comment.evaluate(write, 3)
    expect(page.locator("#connection")).to_be_hidden()


def test_a_reason_that_is_being_typed_outlives_a_fresh_answer(form: Any) -> None:
    page = form(make_task(goal="<p>Målet er, at kommunen skal svare.</p>", performer_comment="Du"))
    page.get_by_text("Behold teksten").first.click()
    page.get_by_label("Andet (skriv)").fill("Citat fra lo")
    with page.expect_response(re.compile("/tjek/")):
        page.locator("#id_result").fill("Resultatet er et svar.")
    page.get_by_label("Andet (skriv)").press("End")
    page.get_by_label("Andet (skriv)").press_sequentially("ven")
    page.get_by_role("button", name="Behold med din egen grund").click()
    expect(page.get_by_text("Anne: ”Citat fra loven”")).to_be_visible()
    expect(page.locator("#id_result")).to_have_text("Resultatet er et svar.")


def test_another_project_brings_its_waves_and_takes_no_letter(form: Any) -> None:
    make_wave(make_project("KSD release 2"), "Bølge KSD")
    page = form(make_task(project=make_project()))
    page.locator("#id_goal").fill("Skrevet, men ikke gemt")
    page.locator("#id_title").fill("Giv samtykke nu")
    with page.expect_response(re.compile("/projektets/")):
        page.locator("#id_project").select_option(label="KSD release 2")
        page.locator("#id_result").press_sequentially("Et resultat, skrevet imens")
    expect(page.get_by_label("Bølge KSD")).to_be_visible()
    for key, text in (
        ("goal", "<p>Skrevet, men ikke gemt</p>"),
        ("title", "Giv samtykke nu"),
        ("result", "<p>Et resultat, skrevet imens</p>"),
    ):
        expect(page.locator(f"[name={key}]")).to_have_value(text)


@pytest.mark.parametrize("field", ["title", "reference"])
def test_a_pasted_title_fills_its_reference_too(form: Any, field: str) -> None:
    page = form(None)
    page.locator(f"#id_{field}").focus()
    page.evaluate(PASTE, "(MI 02) Udfyld filen\n")
    expect(page.locator("#id_reference")).to_have_value("MI 02")
    expect(page.locator("#id_title")).to_have_value("Udfyld filen")
    expect(page.locator("#id_title")).to_be_focused()


@pytest.mark.parametrize("reference", ["", "(mi 02)"])
def test_a_typed_title_is_parted_when_it_is_left_and_then_underlined(
    form: Any, reference: str
) -> None:
    page = form(None)
    page.locator("#id_reference").fill(reference)
    page.locator("#id_title").click()
    page.keyboard.type("(MI 02) Opsætning af ruten")
    page.keyboard.press("Tab")
    expect(page.locator("#id_reference")).to_have_value("MI 02")
    expect(page.locator("#id_title")).to_have_value("Opsætning af ruten")
    expect(page.locator("#div_id_title .underlined")).to_have_text("Opsætning af")


@pytest.mark.parametrize(
    ("reference", "title"),
    [("K 7", "(MI 02) Udfyld filen"), ("", "(Frist 1. maj) Udfyld filen"), ("", "(MI 02)")],
)
def test_a_bracket_that_is_not_the_tasks_reference_stays_in_the_title(
    form: Any, reference: str, title: str
) -> None:
    page = form(None)
    page.locator("#id_reference").fill(reference)
    page.locator("#id_title").fill(title)
    page.locator("#id_title").blur()
    expect(page.locator("#id_reference")).to_have_value(reference)
    expect(page.locator("#id_title")).to_have_value(title)


# ---- The browser's own habits ---------------------------------------------------------------


def test_pressing_twice_makes_one_task(form: Any) -> None:
    page = form(None)
    page.locator("#id_title").fill("Giv samtykke")
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).dblclick()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert KlikTask.objects.count() == 1


def test_loading_the_page_again_saves_nothing(form: Any) -> None:
    page = form(make_task())
    page.locator("#id_goal").fill("Målet er et svar.")
    save(page)
    task = KlikTask.objects.get()
    page.reload()
    expect(page.locator("#id_goal")).to_have_text("Målet er et svar.")
    again = KlikTask.objects.get()
    assert (again.revision, again.events.count()) == (task.revision, task.events.count())


def test_back_in_the_browser_shows_what_was_typed(form: Any) -> None:
    page = form(make_task())
    page.locator("#id_goal").fill("Skrevet, men ikke gemt")
    page.get_by_role("link", name="Skriveguide").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skriveguide")
    page.go_back()
    expect(page.locator("#id_goal")).to_have_text("Skrevet, men ikke gemt")


# ---- Without any script ---------------------------------------------------------------------


def test_the_whole_of_tjek_works_without_script(
    new_page: Any, live_server: LiveServer, sign_in: Any
) -> None:
    project = make_project()
    Prefix.objects.create(project=project, prefix="MI", meaning="Migrering")
    page = new_page(java_script_enabled=False, base_url=live_server.url)
    sign_in(page, make_anne())
    page.goto(reverse("task_new"))
    page.locator("#id_title").fill("Oprettelse af rute")
    page.locator("#id_project").select_option(label=project.name)
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare.")
    save(page)
    page.get_by_role("button", name="Ret til ”Opret").click()
    expect(page.locator("#id_title")).to_have_value("Opret rute")
    page.get_by_text("Behold teksten").first.click()
    page.get_by_role("button", name="Navn, felt eller citat").first.click()
    expect(page.get_by_text("Anne: ”Navn, felt eller citat”")).to_be_visible()
    page.get_by_role("button", name="Gem, og opret ny bølge").click()
    page.get_by_label("Navn").fill("Bølge 1")
    page.get_by_label("Go-live").fill("30.10.2026")
    page.get_by_role("button", name="Opret bølge").click()
    expect(page.get_by_role("checkbox", name="Bølge 1")).to_be_checked()
