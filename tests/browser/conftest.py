"""A real browser for the tests in this folder: Debian's chromium, a new profile for each test.

Every message in the console, every error in a script and every breach of the content security
policy fails the test in which it happens.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tasks.models import Person
from tests.browser import chromium as debian
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


@pytest.fixture
def new_page(chromium: Browser, expected_troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a page as another person would: own cookies, own window; takes playwright's options."""
    contexts = []
    troubles: list[str] = []

    def open_page(**options: object) -> Page:
        context = chromium.new_context(**{**debian.DANISH, **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(10_000)  # milliseconds
        if options.get("java_script_enabled", True):
            context.add_init_script(debian.REPORT_BREACHES)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    unexpected = [
        trouble for trouble in troubles if not any(part in trouble for part in expected_troubles)
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
