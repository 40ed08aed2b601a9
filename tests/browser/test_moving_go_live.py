"""A go-live under twenty tasks is moved: seen first, carried out once, mended in Podio, told."""

import re
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import Event, EventKind, KlikTask, Wave
from tasks.workflow import Stage
from tests.browser.accessibility import faults
from tests.make import make_karl, make_project, make_ready_task, make_wave, put_at_stage

TASKS = 20


def make_twenty() -> Wave:
    """Twenty tasks in one wave; three of them stand in Podio, the first is published."""
    project = make_project()
    wave = make_wave(project, is_in_podio=True)
    tasks = [make_ready_task(f"Udfyld fil {number}", project=project) for number in range(TASKS)]
    KlikTask.objects.filter(pk__in=[task.pk for task in tasks[:3]]).update(
        podio_url="https://podio.com/kombit/klik/1"
    )
    put_at_stage(tasks[0], Stage.PUBLISHED)
    return wave


def test_moving_a_go_live_from_the_table_to_the_message(
    page: Page, live_server: LiveServer, sign_in: Any
) -> None:
    wave = make_twenty()
    sign_in(page, make_karl())
    page.goto(live_server.url + reverse("wave_edit", args=[wave.pk]))
    page.get_by_label("Go-live").fill("13.11.2026")
    page.get_by_label("Hvad går i drift?").fill("release 4.0")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Se ændringen, før den gemmes")
    expect(page.locator("tbody tr")).to_have_count(TASKS)
    expect(page.locator("main")).to_contain_text("3 opgaver står allerede i Podio")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert not Event.objects.filter(kind=EventKind.DATES_MOVED).exists()

    page.get_by_role("button", name="Ret igen").click()
    expect(page.get_by_label("Go-live")).to_have_value("13.11.2026")
    expect(page.get_by_label("Hvad går i drift?")).to_have_value("release 4.0")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("button", name="Gem ændringen").click()

    expect(page.get_by_role("heading", name="Skal rettes i Podio")).to_be_visible()
    assert Event.objects.filter(kind=EventKind.DATES_MOVED).count() == TASKS
    expect(page.locator("main")).to_contain_text(
        "Go-live for release 4.0 er flyttet fra fredag den 30. oktober til"
    )
    assert faults(page) == []
    buttons = page.get_by_role("button", name=re.compile("^Rettet i Podio"))
    expect(buttons).to_have_count(4)  # the wave, and three tasks
    for _ in range(4):
        buttons.first.click()
        expect(page.get_by_role("status").first).to_be_attached()
    expect(page.locator("main")).to_contain_text("Intet skal rettes.")
    page.get_by_role("button", name="Markér som sendt").click()
    expect(page.locator("main")).not_to_contain_text("#besked")

    page.goto(live_server.url + reverse("task_history", args=[KlikTask.objects.all()[0].pk]))
    expect(page.locator("main")).to_contain_text("flyttede go-live for Bølge 1")
    expect(page.locator("main")).to_contain_text("fre 13.11.2026")
