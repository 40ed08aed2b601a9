"""#besked at 1280 and 320 px: one message for two tasks, a date that moves, and facts refreshed."""

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.make import make_anne, make_project, make_ready_task, make_wave


@pytest.fixture
def look(new_page: Any, live_server: LiveServer) -> Page:
    """One window of the common size."""
    page: Page = new_page(viewport={"width": 1280, "height": 900}, base_url=live_server.url)
    return page


def press(page: Page, button: str, shows: str) -> list[str]:
    page.set_viewport_size({"width": 1280, "height": 900})
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(shows).first).to_be_visible()
    return faults(page)


def test_one_message_for_two_tasks_is_kept_up_to_date(look: Page, sign_in: Any) -> None:
    master, other = make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")
    sign_in(look, make_anne())
    look.goto(reverse("task_announcement", args=[master.pk]))
    look.get_by_text("Lad beskeden gælde flere opgaver").click()
    look.get_by_label("(MI 02) Sæt årsagerne op").check()
    found = press(look, "Foreslå besked", "text=Forslaget er ikke gemt endnu")
    text = look.locator("#id_announcement")
    expect(text).to_have_value(re.compile("Hermed publiceres to nye KLIK-opgaver"))
    text.fill(text.input_value().replace("God dag!", "Ring endelig.\n\nGod dag!"))
    found += press(look, "Gem besked", "text=#besked er gemt")

    KlikTask.objects.filter(pk=other.pk).update(title="Opret årsagerne")
    look.reload()
    expect(look.locator("#foraeldet")).to_contain_text(
        "Titlen for (MI 02) er ændret til Opret årsagerne, men beskeden siger Sæt årsagerne op."
    )
    found += press(look, "Opdatér besked", "text=Beskeden er opdateret")
    expect(text).to_have_value(
        re.compile(r"”\(MI 02\) Opret årsagerne”.*Ring endelig\.", re.DOTALL)
    )
    found += press(look, "Gem besked", "text=#besked er gemt")
    expect(look.locator("#foraeldet")).to_have_count(0)

    look.goto(reverse("task_announcement", args=[other.pk]))
    expect(look.locator("main")).to_contain_text("Opgaven står i beskeden på")
    found += faults(look)
    found += press(look, "Tag ud af den fælles besked", "#id_announcement")
    assert found == []


def test_what_has_no_place_is_shown_beside_the_authors_own_words(look: Page, sign_in: Any) -> None:
    project = make_project()
    wave = make_wave(project, go_live=date(2040, 10, 30))
    task = make_ready_task(project=project, waves=[wave])
    sign_in(look, make_anne())
    look.goto(reverse("task_announcement", args=[task.pk]))
    press(look, "Foreslå besked", "text=Forslaget er ikke gemt endnu")
    text = look.locator("#id_announcement")
    own = re.sub(r"I kan .*", "I hører nærmere i oktober.", text.input_value())
    text.fill(own)
    press(look, "Gem besked", "text=#besked er gemt")
    KlikTask.objects.filter(pk=task.pk).update(end_offset_days=0)
    look.reload()
    found = press(look, "Opdatér besked", "text=Skriv selv det her ind")
    expect(text).to_have_value(own)
    assert found == []


def test_choosing_another_kind_is_not_left_unasked(look: Page, sign_in: Any) -> None:
    task = make_ready_task()
    sign_in(look, make_anne())
    look.goto(reverse("task_announcement", args=[task.pk]))
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    look.on("dialog", answer)
    look.get_by_label("Påmindelse").check()
    look.get_by_role("link", name="Forløb").click()
    expect(look).to_have_url(re.compile("forloeb"))
    assert asked == ["beforeunload"]
