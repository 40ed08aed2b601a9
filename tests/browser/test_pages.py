"""Every page of ours, in its states, at 1280 and at 320 px: axe finds nothing, nothing runs over.

The console and the content security policy are watched by the fixture in every test. The rows are
held against the addresses: a new page without a row fails.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask, Person
from tasks.urls import urlpatterns
from tests.browser.accessibility import faults
from tests.browser.house import House, make_house
from tests.make import make_anne, make_karl, make_rikke

# Two addresses that can be looked at in the browser, but not before something was sent
SENT_FIRST = {"task_submit_many"}
LOGGED_OUT = {"login"}

Row = tuple[Callable[[], Person], str, list[Any]]


def rows_of(house: House) -> Iterator[Row]:
    """Yield (who looks, address, its arguments) for every page and state."""
    everybody = (
        "overview",
        "task_list",
        "bin",
        "style_guide",
        "project_list",
        "agenda",
        "password",
    )
    for name in (*everybody, "task_new", "task_new_many"):
        yield make_anne, name, []
    for state in house.states():
        pk = [house.task(state).pk]
        for name in ("task_edit", "task_review", "task_podio"):
            yield make_rikke, name, pk
    for name in (
        "task_preview",
        "task_announcement",
        "task_history",
        "task_look",
        "task_skip_test",
    ):
        for state in ("many_findings", "approved", "announced"):
            yield make_karl, name, [house.task(state).pk]
    yield make_anne, "task_review", [house.waiting.pk]
    yield make_anne, "task_small", [house.approved.pk]
    yield make_anne, "task_podio", [house.approved.pk]
    of_project = ("project_detail", "project_timeline", "project_dependencies")
    for name in (*of_project, "project_corrections", "project_publishing", "project_follow_up"):
        yield make_anne, name, [house.project.pk]
    yield from ((make_karl, name, args) for name, args in projects_own(house))


def projects_own(house: House) -> Iterator[tuple[str, list[Any]]]:
    """Yield the administrator's pages."""
    yield from (("project_new", []), ("admin:index", []))
    for model in ("term", "acronym"):
        yield from ((f"admin:tasks_{model}_{page}", []) for page in ("changelist", "add"))
    new = ("wave_new", "zone_new", "prefix_new", "podio_task_new")
    for name in ("project_detail", "project_edit", *new):
        yield name, [house.project.pk]
    for name, row in (("wave", house.wave), ("zone", house.zone), ("prefix", house.prefix)):
        yield f"{name}_edit", [row.pk]
    yield "podio_task_edit", [KlikTask.objects.only_in_podio().get().pk]


@pytest.fixture
def look(new_page: Any, live_server: LiveServer) -> Page:
    """One window; a test may sign several people in at it, one after another."""
    page: Page = new_page(base_url=live_server.url)
    return page


def test_every_address_that_answers_a_page_has_a_row(client: Client) -> None:
    house = make_house()
    client.force_login(make_karl())
    looked_at = {name for _, name, _ in rows_of(house)} | SENT_FIRST | LOGGED_OUT
    for pattern in urlpatterns:
        if pattern.name in looked_at:
            continue
        arguments = {"pk": house.approved.pk, "move": "send"}
        known = {key: arguments[key] for key in pattern.pattern.converters}
        answer = client.get(reverse(pattern.name or "", kwargs=known))
        is_page = answer.status_code == 200 and "text/html" in answer["Content-Type"]
        assert not is_page, f"{pattern.name} has no row"


def test_every_page_is_in_order(look: Page, sign_in: Any) -> None:
    found = []
    for person, name, args in rows_of(make_house()):
        sign_in(look, person())
        answer = look.goto(reverse(name, args=args))
        assert answer is not None and answer.status == 200, name
        found += faults(look)
    assert found == []


def test_a_house_with_nothing_in_it_is_in_order(look: Page, sign_in: Any) -> None:
    found = []
    look.goto(reverse("login"))
    found += faults(look)
    look.get_by_label("Brugernavn").fill("anne")
    look.get_by_role("button", name="Log ind").click()
    expect(look.locator(".notice-error")).to_be_visible()
    found += faults(look)
    sign_in(look, make_karl())
    for name in ("overview", "task_list", "bin", "project_list", "task_new", "task_new_many"):
        look.goto(reverse(name))
        found += faults(look)
    assert found == []


def test_an_address_that_leads_nowhere_is_in_order(
    look: Page, sign_in: Any, expected_troubles: list[str]
) -> None:
    expected_troubles.append("status of 404")
    sign_in(look, make_anne())
    look.goto("/opgaver/4711/")
    expect(look.get_by_role("heading", level=1)).to_have_text("Vi kan ikke finde siden")
    assert faults(look) == []
