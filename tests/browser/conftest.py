"""A real browser for the tests in this folder: Debian's chromium, an empty profile for each test.

Every message in the console, every error in a script and every breach of the content security
policy fails the test in which it happens.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tasks.models import Person
from tests.browser import chromium as debian
from tests.browser.server_traffic import Traffic
from tests.browser.windows import STANDARD, SharedProfile, new_profile
from tests.make import make_anne

# Playwright keeps an event loop in this thread, and Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["DJANGO_LIVE_TEST_SERVER_ADDRESS"] = "127.0.0.1"

HERE = Path(__file__).resolve().parent
# What a change must not break for anybody: `make test` plays these, `make test-long` the rest.
DAILY = {"test_day", "test_keyboard", "test_pages", "test_pressing_twice", "test_error_pages"}

SignIn = Callable[[Page, Person], None]
Open = Callable[[str], Page]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder; the rows of the data migrations are there in every test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            if item.path.stem not in DAILY:
                item.add_marker("long")
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser itself, started once."""
    program = debian.program()
    if program is None:
        missing = f"THE BROWSER TESTS DID NOT RUN: {debian.MISSING}"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=debian.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def expected_troubles() -> list[str]:
    """Parts of messages that belong to the test, fx "status of 404"; the test appends them."""
    return []


@pytest.fixture(scope="session")
def traffic(live_server: LiveServer) -> Traffic:
    """What the live server is answering."""
    return Traffic(live_server.thread.httpd)


@pytest.fixture(scope="session")
def shared_profile(chromium: Browser, live_server: LiveServer, traffic: Traffic) -> SharedProfile:
    """The profile that every test begins with."""
    return SharedProfile(chromium, live_server.url)


@pytest.fixture
def new_page(
    chromium: Browser,
    shared_profile: SharedProfile,
    traffic: Traffic,
    expected_troubles: list[str],
) -> Iterator[Callable[..., Page]]:
    """Open a page as another person would: own cookies, own window; takes playwright's options."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    is_first = True

    def open_page(**options: Any) -> Page:
        nonlocal is_first
        if is_first and options.keys() <= {"viewport", "base_url"}:
            page = shared_profile.new_page(options.get("viewport", STANDARD))
        else:
            contexts.append(new_profile(chromium, **options))
            page = contexts[-1].new_page()
        is_first = False
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    shared_profile.hear_out()
    told = list(troubles)  # before the network is cut off, which the console tells of, too
    shared_profile.close_pages()
    traffic.wait_until_quiet()
    unexpected = [
        trouble for trouble in told if not any(part in trouble for part in expected_troubles)
    ]
    assert unexpected == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One window of 1280 x 900 px."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def sign_in(live_server: LiveServer) -> SignIn:
    """Let a person be logged in on a page, without the login form."""

    def with_cookie(page: Page, person: Person) -> None:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]

    return with_cookie


@pytest.fixture
def open_as_anne(page: Page, live_server: LiveServer, sign_in: SignIn) -> Open:
    """Open an address of the site with Anne logged in."""
    sign_in(page, make_anne())

    def open_path(path: str) -> Page:
        page.goto(live_server.url + path)
        return page

    return open_path
