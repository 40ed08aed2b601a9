"""From *Skriv* to a task that only is in Podio and back, and on to the day somebody writes it."""

import re
from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.make import make_project, make_task

Open = Callable[[str], Page]
LINK = "https://podio.com/kombit/klik/apps/opgaver/items/7"


def test_a_task_in_podio_is_pointed_at_and_becomes_the_one_that_is_written(
    open_as_anne: Open,
) -> None:
    task = make_task("Send filen", project=make_project())
    page = open_as_anne(reverse("task_edit", args=[task.pk]))
    page.locator("#id_title").fill("Send filen til os")
    add = page.get_by_role("button", name="Gem, og tilføj en opgave, der kun findes i Podio")
    add.first.click()
    expect(page.get_by_label("Link til opgaven i Podio")).to_be_visible()
    page.get_by_label("Reference").fill("(MI 07) Bestil nøgler")
    page.get_by_label("Link til opgaven i Podio").fill("podio.com/7")
    page.get_by_role("button", name="Tilføj").click()
    expect(page.locator(".field-error")).to_contain_text("Skriv hele linket.")
    assert faults(page) == []
    page.get_by_label("Link til opgaven i Podio").fill(LINK)
    page.get_by_role("button", name="Tilføj").click()

    box = page.get_by_role("group", name="Forudsætninger", exact=True)
    name = "(MI 07) Bestil nøgler (findes kun i Podio)"
    expect(page.locator("#id_title")).to_have_value("Send filen til os")
    expect(box.get_by_role("listitem")).to_have_text([re.compile(re.escape(name))])
    expect(page.locator("#kraever").get_by_role("link", name=name, exact=True)).to_have_attribute(
        "href", LINK
    )

    real = make_task("Bestil nøgler", prefix="MI", separator=" ", number="7", project=task.project)
    # The page still has the row that stood for it
    page.locator("#id_title").fill("Send filen til KOMBIT")
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "waiting")
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "saved")
    saved = KlikTask.objects.with_parts().get(pk=task.pk)
    assert (saved.title, saved.values()["prerequisites"]) == ("Send filen til KOMBIT", [real])
    page.reload()
    expect(box.get_by_role("listitem")).to_have_text([re.compile(r"^\(MI 7\) Bestil nøgler")])
    expect(page.get_by_text("findes kun i Podio")).to_have_count(0)
