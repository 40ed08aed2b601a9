"""Tjek's lines and the godkender's answers, with mouse and keyboard, at 1280 and at 320 px."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.findings import keep_findings
from tasks.actions.review import submit
from tasks.checking import check_task
from tasks.models import Dismissal, EventKind, KlikTask
from tests.browser.accessibility import faults
from tests.make import make_anne, make_ready_task, make_rikke

STEPS = ("Åbning af filen", "Oprettelse af ruten", "Udfyldelse af filen", "Indtastning af værdien")
METHOD = f"<ol>{''.join(f'<li><p>{step}</p></li>' for step in STEPS)}</ol>"
GOAL = "<p>Målet er, at kommunen skal svare, og at kommunen bør vente.</p>"
TAKE_ON = re.compile(r"Godtag for hele projektet.*kommunen skal")


@pytest.fixture
def at(new_page: Any, live_server: LiveServer, sign_in: Any) -> Callable[..., Page]:
    """Open a page of a task with a person logged in, at a width."""

    def open_at(person: Any, name: str, task: KlikTask, width: int = 1280) -> Page:
        page: Page = new_page(base_url=live_server.url, viewport={"width": width, "height": 900})
        sign_in(page, person)
        page.goto(reverse(name, args=[task.pk]))
        return page

    return open_at


def sent_task(*, whole_project: bool = False) -> KlikTask:
    """In review, with two ERRORs of Mål kept."""
    task = make_ready_task(goal=GOAL)
    errors = check_task(task).errors
    keep_findings(make_anne(), task.pk, errors, "Citat", whole_project=whole_project)
    return submit(make_anne(), task.pk, task.revision)


def unfold_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


# ---- Tjek ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 320])
def test_unfolded_lines_and_reasons_are_in_order(at: Any, width: int) -> None:
    task = make_ready_task(goal=GOAL, method=METHOD)
    page = at(make_anne(), "task_edit", task, width)
    unfold_all(page)
    assert faults(page) == []
    page = at(make_rikke(), "task_review", sent_task(whole_project=True), width)
    unfold_all(page)
    assert faults(page) == []


def test_ret_alle_4_is_one_press_and_one_version(at: Any) -> None:
    task = make_ready_task(method=METHOD)
    page = at(make_anne(), "task_edit", task)
    page.get_by_role("button", name="Ret alle 4").dblclick()
    expect(page.locator("#tjek-svar")).to_have_text("4 steder er rettet. Ctrl+Z fortryder.")
    expect(page.locator("#id_method li")).to_have_text(
        ["Åbn filen", "Opret ruten", "Udfyld filen", "Indtast værdien"]
    )
    expect(page.get_by_role("button", name="Ret alle 4")).to_have_count(0)
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    saved = KlikTask.objects.get()
    assert (saved.revision, saved.events.filter(kind=EventKind.EDITED).count()) == (2, 1)


def test_one_place_of_a_line_is_mended_from_the_keyboard(at: Any) -> None:
    page = at(make_anne(), "task_edit", make_ready_task(method=METHOD))
    places = page.locator("#steder-summary-method-imperative--method")
    places.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ret til ”Åbn").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tjek-svar")).to_have_text("Rettet. Ctrl+Z fortryder.")
    expect(page.get_by_role("button", name="Ret alle 3")).to_be_visible()
    expect(page.get_by_text("Behold alle 3")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Ret alle 4")).to_be_visible()


def test_what_is_unfolded_stays_unfolded_and_focused_while_tjek_answers(at: Any) -> None:
    page = at(make_anne(), "task_edit", make_ready_task(goal=GOAL))
    summary = page.locator("#hvorfor-summary-tone-municipality--goal")
    summary.click()
    with page.expect_response(lambda answer: answer.url.endswith("/tjek/")):
        page.locator("#id_result").fill("Resultatet er et svar.")
        summary.focus()
    expect(page.locator("#hvorfor-tone-municipality--goal .finding-good")).to_be_visible()
    expect(summary).to_be_focused()


def test_a_line_is_kept_with_one_press_and_taken_back(at: Any) -> None:
    task = make_ready_task(goal=GOAL)
    page = at(make_anne(), "task_edit", task)
    page.get_by_text("Behold alle 2").click()
    page.get_by_role("button", name="Fagord, som udføreren kender").last.click()
    expect(page.get_by_text("Anne: ”Fagord, som udføreren kender”")).to_have_count(2)
    page.get_by_role("button", name="Tag det tilbage").first.click()
    expect(page.get_by_text("Anne: ”Fagord, som udføreren kender”")).to_have_count(1)
    assert Dismissal.objects.count() == 1


# ---- Godkendelse -----------------------------------------------------------------------------


def test_the_godkender_accepts_all_with_one_press_and_approves(at: Any) -> None:
    page = at(make_rikke(), "task_review", sent_task())
    expect(page.get_by_text("Godtag de 2 begrundelser først")).to_be_visible()
    expect(page.get_by_role("button", name="Godkend", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Godtag alle 2 begrundelser").dblclick()
    expect(page.get_by_text("Godtaget af Rikke.")).to_have_count(2)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Godkend", exact=True).click()
    expect(page.get_by_text("er godkendt.")).to_be_visible()
    events = KlikTask.objects.get().events
    assert events.filter(kind=EventKind.REASON_ACCEPTED).count() == 1


def test_asking_for_a_mend_works_from_the_keyboard(at: Any) -> None:
    page = at(make_rikke(), "task_review", sent_task())
    page.locator("summary", has_text="Bed om rettelse").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Skriv I skal.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Rikke beder om rettelse:")).to_be_visible()
    expect(page.get_by_label("Hvad skal Anne gøre?")).to_have_value(
        "Ret ”kommunen skal” i Mål: Skriv I skal."
    )


def test_a_proposal_is_taken_on_once(at: Any) -> None:
    task = sent_task(whole_project=True)
    page, other = (at(make_rikke(), "task_review", task) for _ in range(2))
    page.get_by_role("button", name=TAKE_ON).click()
    expect(page.get_by_text("gælder nu i hele projektet.")).to_be_visible()
    other.get_by_role("button", name=TAKE_ON).click()
    expect(other.get_by_text("Begrundelsen er ændret eller taget tilbage.")).to_be_visible()
    assert Dismissal.objects.exclude(project=None).count() == 1
