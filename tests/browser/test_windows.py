"""The profile that tests share is empty for each of them, and nothing of a test lives on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.windows import SharedProfile

# Each of the places in which a page can leave something, and what a clean one says of them
LEAVE = """async () => {
    document.cookie = "left=1";
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    await (await caches.open("left")).put("/left", new Response("1"));
    await new Promise((done) => { indexedDB.open("left").onsuccess = done; }); }"""
FOUND = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    await caches.keys(), await indexedDB.databases(), navigator.onLine,
    (await navigator.permissions.query({name: "clipboard-read"})).state]"""


@pytest.fixture
def profile(chromium: Browser, live_server: LiveServer) -> Iterator[SharedProfile]:
    """A profile like the one that is shared, for this test alone."""
    profile = SharedProfile(chromium, live_server.url)
    yield profile
    profile.close()


def test_nothing_that_a_test_leaves_is_met_by_the_next(profile: SharedProfile) -> None:
    page = profile.new_page()
    page.goto("/static/favicon.svg")
    before = page.evaluate(FOUND)
    page.evaluate(LEAVE)
    page.context.grant_permissions(["clipboard-read"])
    page.context.route("**", lambda route: route.abort())
    page.context.set_offline(True)
    assert page.evaluate(FOUND) != before
    profile.close_pages()
    page = profile.new_page({"width": 320, "height": 500})
    page.goto("/static/favicon.svg")
    assert page.evaluate(FOUND) == before
    assert page.evaluate("[innerWidth, innerHeight]") == [320, 500]


def test_windows_that_a_page_has_opened_are_closed(profile: SharedProfile) -> None:
    page = profile.new_page()
    page.goto("/static/favicon.svg")
    page.context.new_page()
    with page.expect_popup():
        page.evaluate("() => { open('/static/favicon.svg'); }")
    profile.close_pages()
    assert profile.new_page().context.pages[1:] == [page.context.pages[-1]]
