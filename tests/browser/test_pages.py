"""Every page of ours, in its states, at 1280 and at 320 px: axe finds nothing, nothing runs over.

The console and the content security policy are watched by the fixture in every test. The rows are
held against the addresses: a new page without a row fails.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.findings import keep_finding
from tasks.actions.review import approve, send_back, submit
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.guide import examples
from tasks.models import FrozenZone, KlikTask, Person, Prefix
from tasks.urls import urlpatterns
from tests.browser.accessibility import axe, broken_references, sideways
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)

Row = tuple[str, list[Any], Callable[[], Person]]

# Addresses that answer with something else than a page of their own
NO_PAGE = {
    "logout",
    "task_approve",
    "task_announced",
    "task_bin",
    "task_check",
    "task_check_new",
    "task_move",
    "task_podio_link",
    "task_podio_tick",
    "task_project_parts",
    "task_publish",
    "task_restore",
    "task_send_back",
    "task_test_wave",
    "task_xlsx",
    "tasks_xlsx",
    "wave_remove",
    "zone_remove",
    "prefix_remove",
    "task_submit_many",  # a confirmation, in test_lists_and_forms_that_were_sent
    "login",  # looked at without a person, in test_error_pages and test_keyboard
}


def make_house() -> dict[str, Any]:
    """A project with a task in each state, and something to look at on every page."""
    anne, rikke = make_anne(), make_rikke()
    project = make_project()
    wave = make_wave(project)
    make_wave(project, "Testbølge", None, is_test=True)
    zone = FrozenZone.objects.create(
        project=project, name="Jul", first_day=GO_LIVE, last_day=GO_LIVE
    )
    prefix = Prefix.objects.create(project=project, prefix="MI", meaning="Migrering")
    bad = make_task(
        "Oprettelse af en SFTP-rute til bilag",
        project=project,
        goal="<p>Målet er, at kommunen skal give samtykke, og at kommunen bør svare.</p>",
    )
    kept = next(f for f in check_task(bad).standing if f.rule == "tone-municipality")
    keep_finding(anne, bad.pk, kept, "Citat fra bekendtgørelsen")
    waiting = make_ready_task("Udfyld excel-filen med jeres afslagsårsager")
    submit(anne, waiting.pk, 1)
    back = make_ready_task("Sæt jeres afslagsårsager op")
    submit(anne, back.pk, 1)
    send_back(rikke, back.pk, 1, "Fortæl, hvem der udfører opgaven.", {"method": "Skriv trinnene"})
    done = make_ready_task(
        "Giv samtykke til ruten",
        related_tasks=[waiting],
        attachments=[("Vejledning", "https://kombit.dk/vejledning")],
        background="<ol><li><p>Først</p></li><li><p>Siden</p></li></ol>",
    )
    save_announcement(anne, done.pk, 1, topic="", text=examples.SETUP_ANNOUNCEMENT)
    submit(anne, done.pk, 1)
    approve(rikke, done.pk, 1, list(CHECKLIST))
    binned = make_task("Slet mig")
    bin_task(anne, binned.pk)
    return {
        "bad": bad,
        "waiting": waiting,
        "back": back,
        "done": done,
        "project": project,
        "wave": wave,
        "zone": zone,
        "prefix": prefix,
    }


def pages_of(house: dict[str, Any]) -> list[Row]:
    """Return (name, arguments, who looks) for every page and state."""
    everybody = ("overview", "task_list", "bin", "style_guide", "project_list", "password")
    plain: list[Row] = [(name, [], make_anne) for name in (*everybody, "task_new", "task_new_many")]
    of_task: list[Row] = [
        (name, [house[state].pk], make_rikke)
        for state in ("bad", "waiting", "back", "done")
        for name in ("task_edit", "task_review", "task_podio")
    ]
    of_done: list[Row] = [
        (name, [house["done"].pk], make_anne)
        for name in ("task_preview", "task_announcement", "task_history", "task_skip_test")
    ]
    own: list[Row] = [("task_announcement", [house["bad"].pk], make_anne)]
    project, wave = house["project"].pk, house["wave"].pk
    of_project: list[Row] = [
        ("project_new", [], make_karl),
        ("project_detail", [project], make_karl),
        ("project_edit", [project], make_karl),
        ("wave_new", [project], make_anne),
        ("wave_edit", [wave], make_karl),
        ("zone_new", [project], make_karl),
        ("zone_edit", [house["zone"].pk], make_karl),
        ("prefix_new", [project], make_karl),
        ("prefix_edit", [house["prefix"].pk], make_karl),
        ("admin:index", [], make_karl),
    ]
    return [*plain, *of_task, *of_done, *own, *of_project]


def is_in_order(page: Page, width: int) -> None:
    """What holds for every page."""
    where = f"{page.url} at {width} px"
    assert axe(page) == [], where
    assert broken_references(page) == [], where
    assert sideways(page) <= width, where
    assert page.locator("h1").count() == 1, where
    assert page.locator("html").get_attribute("lang") == "da", where
    assert len(page.title()) > len(" – KLIK-værksted"), where


def test_every_page_has_a_row() -> None:
    rows = {name for name, _, _ in pages_of(make_house())}
    assert rows - {"admin:index"} == {pattern.name for pattern in urlpatterns} - NO_PAGE


@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_in_order(
    new_page: Any, live_server: LiveServer, sign_in: Any, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900}, base_url=live_server.url)
    for name, args, person in pages_of(make_house()):
        sign_in(page, person())
        page.goto(reverse(name, args=args))
        is_in_order(page, width)


@pytest.mark.parametrize("width", [1280, 320])
def test_forms_that_were_sent_wrongly_are_in_order(
    new_page: Any, live_server: LiveServer, sign_in: Any, width: int
) -> None:
    house = make_house()
    page = new_page(viewport={"width": width, "height": 900}, base_url=live_server.url)
    sign_in(page, make_rikke())
    task: KlikTask = house["bad"]

    page.goto(reverse("task_edit", args=[task.pk]))
    page.locator("#id_end_offset_days").fill("om to uger")
    page.locator("#id_reply_to").fill("ingen adresse")
    page.locator("#id_goal").fill("Rikkes mål")
    save_task(make_anne(), task.pk, task.revision, {"goal": "<p>Annes nye mål</p>"})
    page.get_by_role("button", name="Send til godkendelse").click()
    page.get_by_text("Anne har også rettet i Mål.").first.wait_for()
    is_in_order(page, width)
    for fold in page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    is_in_order(page, width)

    page.goto(reverse("task_review", args=[house["waiting"].pk]))
    page.get_by_role("button", name="Send tilbage").click()
    page.locator("#error-summary").wait_for()
    is_in_order(page, width)


@pytest.mark.parametrize("width", [1280, 320])
def test_lists_and_proposals_are_in_order(
    new_page: Any, live_server: LiveServer, sign_in: Any, width: int
) -> None:
    house = make_house()
    page = new_page(viewport={"width": width, "height": 900}, base_url=live_server.url)
    sign_in(page, make_anne())

    page.goto(reverse("task_list"))
    page.get_by_role("checkbox", name="Vælg alle på siden").check()
    page.get_by_role("button", name="Send valgte til godkendelse").click()
    page.wait_for_url("**/opgaver/send/**")
    is_in_order(page, width)

    page.goto(reverse("task_new_many"))
    page.locator("select").first.select_option(label=house["project"].name)
    page.locator("textarea").fill("(MI 20) Udfyld filen\n(MI 20) Udfyld filen igen\nx" + "y" * 200)
    page.locator("main form button[type=submit]").first.click()
    page.locator("#error-summary").wait_for()
    is_in_order(page, width)
    page.locator("textarea").fill("(MI 20) Udfyld filen\n(MI 21) Oprettelse af filen")
    page.locator("main form button[type=submit]").first.click()
    page.get_by_text("(MI 21)").first.wait_for()
    is_in_order(page, width)

    page.goto(reverse("task_announcement", args=[house["done"].pk]))
    page.get_by_role("button", name="Foreslå besked").click()
    page.get_by_role("heading", name="Forslag").first.wait_for()
    is_in_order(page, width)
