"""A second press, also of a slow answer, does nothing; and the copy sheet needs no script."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.models import EventKind, KlikTask
from tests.make import make_anne, make_karl, make_ready_task, make_rikke

LINK = "https://podio.com/kombit/klik/apps/opgaver/items/4711"


@pytest.fixture
def at(new_page: Any, live_server: LiveServer, sign_in: Any) -> Callable[..., Page]:
    """Open an address with a person logged in."""

    def open_at(person: Any, name: str, task: KlikTask, **options: Any) -> Page:
        page: Page = new_page(base_url=live_server.url, **options)
        sign_in(page, person)
        page.goto(reverse(name, args=[task.pk]))
        return page

    return open_at


def happened(task: KlikTask, kind: EventKind) -> int:
    return task.events.filter(kind=kind).count()


def test_sending_twice_sends_once(at: Any) -> None:
    task = make_ready_task()
    page = at(make_anne(), "task_edit", task)
    page.get_by_role("button", name="Send til godkendelse").dblclick()
    expect(page.get_by_text("sendt til godkendelse.")).to_be_visible()
    assert happened(task, EventKind.SUBMITTED) == 1
    page.reload()
    assert happened(task, EventKind.SUBMITTED) == 1


def test_a_task_in_review_offers_no_second_sending(at: Any) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    page = at(make_anne(), "task_edit", task)
    expect(page.get_by_role("button", name="Gem", exact=True).last).to_be_visible()
    expect(page.get_by_role("button", name="Send til godkendelse")).to_have_count(0)


def test_approving_twice_approves_once(at: Any) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    page = at(make_rikke(), "task_review", task)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Godkend", exact=True).dblclick()
    expect(page.get_by_text("er godkendt.")).to_be_visible()
    expect(page.locator(".notice-error")).to_have_count(0)
    assert happened(task, EventKind.APPROVED) == 1
    page.reload()
    assert happened(task, EventKind.APPROVED) == 1


def test_the_copy_sheet_needs_no_script(at: Any) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    page = at(make_karl(), "task_podio", task, java_script_enabled=False)
    expect(page.get_by_role("button", name="Kopiér felt").first).to_be_hidden()
    line = page.locator("#felt-title")
    line.get_by_role("button", name="Markér som indtastet").click()
    expect(line).to_contain_text("Indtastet af Karl")
    expect(page.locator("main")).to_contain_text("1 af 25 felter er indtastet")
    line.get_by_role("button", name="Fortryd").click()
    expect(line).not_to_contain_text("Indtastet af Karl")
    page.get_by_label("Link til masteropgaven").fill(LINK)
    page.get_by_role("button", name="Gem link til masteropgaven").click()
    expect(page.get_by_role("link", name="Åbn masteropgaven i Podio").first).to_be_visible()
    assert KlikTask.objects.get().podio_url == LINK
