"""An error is told in Danish, with a way back, also when nothing else works."""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import expect
from pytest_django import DjangoAssertNumQueries

from tests.browser.accessibility import axe
from tests.browser.conftest import Open

pytestmark = pytest.mark.urls("tests.browser.look_site")

ERROR_PAGES = {
    "400": "Det forstod vi ikke",
    "403": "Det har du ikke adgang til",
    "403_csrf": "Log ind igen",
    "404": "Vi kan ikke finde siden",
    "413": "Det er for meget på én gang",
    "500": "Noget gik galt hos os",
}


@pytest.mark.parametrize(("name", "heading"), ERROR_PAGES.items())
def test_an_error_page_needs_no_context_and_no_database(
    name: str, heading: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        html = render_to_string(f"{name}.html")
    assert re.search(r"<h1>(.*)</h1>", html).group(1) == heading  # type: ignore[union-attr]
    assert f"<title>{heading} – KLIK-værksted</title>" in html
    assert 'class="site-nav' not in html


@pytest.mark.parametrize(
    ("path", "heading"), [("/findes-ikke/", ERROR_PAGES["404"]), ("/fejl/", ERROR_PAGES["500"])]
)
def test_an_error_is_told_in_danish_with_a_way_back(
    open_as_anne: Open,
    expected_troubles: list[str],
    caplog: pytest.LogCaptureFixture,
    path: str,
    heading: str,
) -> None:
    expected_troubles.append("Failed to load resource")
    page = open_as_anne(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.locator("main a.btn")).to_be_visible()
    assert axe(page) == []
