"""The guide's way out: from the approval over the test wave to ”besked sendt”, as Karl walks it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.announcements import save_announcement
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import KlikTask, Publication
from tests.browser.accessibility import faults
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, make_wave

MASTER = "https://podio.com/kombit/klik/apps/opgaver/items/3471"
SLIP, RIGHT = "<p>Du får en skabelonn.</p>", "<p>Du får en skabelon.</p>"
TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."


@pytest.fixture
def karl(new_page: Any, live_server: LiveServer, sign_in: Any) -> Page:
    page: Page = new_page(base_url=live_server.url)
    sign_in(page, make_karl())
    return page


@pytest.fixture
def task() -> KlikTask:
    """An approved task with a slip and its message written, in a project with a test wave."""
    task = make_ready_task(result=SLIP)
    assert task.project is not None
    make_wave(task.project, "Testbølge", is_test=True)
    save_announcement(make_anne(), task.pk, 1, topic="", text=TEXT)
    submit(make_anne(), task.pk, 1)
    return approve(make_rikke(), task.pk, 1, list(CHECKLIST))


def told_next(page: Page, step: str) -> None:
    expect(page.locator("#naeste-skridt")).to_have_text(step)


def on_board(page: Page, task: KlikTask, trin: str) -> None:
    page.goto(f"/projekter/{task.project_id}/publicering/")
    column = page.get_by_role("region", name=trin)
    expect(column.get_by_role("link", name="Giv samtykke").first).to_be_visible()


def test_from_the_approval_over_the_test_wave_to_the_message(karl: Page, task: KlikTask) -> None:
    on_board(karl, task, "Godkendt")
    karl.get_by_role("link", name="Giv samtykke").click()
    onto_the_test_wave(karl)
    look_at_it(karl)
    assert faults(karl) == []
    put_the_slip_right(karl, task)
    onto_the_real_waves(karl)
    tell_the_municipalities(karl, task)
    on_board(karl, task, "Besked sendt")


def onto_the_test_wave(page: Page) -> None:
    told_next(page, "Indtast i Podio på testbølgen")
    now = page.locator("[aria-current=step]")
    expect(now).to_contain_text("Vælg bølgen ”Testbølge” på opgaven i Podio, og ingen andre.")
    now.get_by_role("link", name="Gem linket til masteropgaven").click()
    page.get_by_label("masteropgave").last.fill(MASTER)
    page.get_by_role("button", name="Gem link til masteropgaven").click()
    page.get_by_role("button", name="Flyt til testbølge").click()
    expect(page.get_by_text("Opgaven ligger på testbølgen.")).to_be_visible()


def look_at_it(page: Page) -> None:
    told_next(page, "Se opgaven efter på testbølgen")
    expect(page.get_by_role("button", name="Flyt til rigtige bølger")).to_have_count(0)
    boxes = page.locator("[aria-current=step]").get_by_role("checkbox")
    assert boxes.count() == len(TEST_STEP_CHECKLIST)
    expect(page.locator("[aria-current=step]")).to_contain_text("slået igennem hos Korsbæk")
    for box in boxes.all()[1:]:
        box.check()
    page.get_by_role("button", name="Set på testbølgen").click()
    expect(page.locator("#error-summary")).to_contain_text("Sæt kryds ved alle fem")
    assert faults(page) == []
    page.get_by_label("slået igennem hos Korsbæk").check()
    page.get_by_role("button", name="Set på testbølgen").click()
    expect(page.get_by_text("Opgaven er set efter på testbølgen.")).to_be_visible()


def put_the_slip_right(page: Page, task: KlikTask) -> None:
    """A small correction keeps the approval, and the look at the test wave with it."""
    page.goto(f"/opgaver/{task.pk}/")
    page.get_by_role("link", name="Ret en småting i Resultat").click()
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Du får en skabelon.")
    page.get_by_role("button", name="Gem rettelsen").click()
    expect(page.locator("main")).to_contain_text("Godkendelsen gælder stadig")
    page.goto(f"/opgaver/{task.pk}/podio/")
    corrected = page.get_by_role("region", name="Rettet efter godkendelse")
    expect(corrected).to_contain_text("Resultat")
    expect(corrected).to_contain_text("Ret feltet i Podio også.")
    assert faults(page) == []
    fresh = KlikTask.objects.get(pk=task.pk)
    assert (fresh.status, fresh.result, fresh.revision) == ("approved", RIGHT, task.revision + 1)


def onto_the_real_waves(page: Page) -> None:
    told_next(page, "Flyt til rigtige bølger")
    now = page.locator("[aria-current=step]")
    expect(now).to_contain_text("Ret Resultat i Podio. Feltet er rettet efter godkendelsen.")
    expect(now).to_contain_text("Tag bølgen ”Testbølge” af opgaven, og vælg Bølge 1 i stedet.")
    assert now.get_by_role("link", name="Åbn masteropgaven").get_attribute("href") == MASTER
    page.get_by_role("button", name="Flyt til rigtige bølger").click()
    expect(page.get_by_text("Opgaven er flyttet til de rigtige bølger.")).to_be_visible()


def tell_the_municipalities(page: Page, task: KlikTask) -> None:
    told_next(page, "Send #besked på masteropgaven")
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Publiceret uden besked (1)")
    page.goto(f"/opgaver/{task.pk}/podio/")
    page.locator("[aria-current=step]").get_by_role("button", name="Markér som sendt").click()
    told_next(page, "Intet")
    row = Publication.objects.get(task=task)
    assert (row.stage, row.announced_text) == ("announced", TEXT)
    assert row.looked_revision == task.revision
