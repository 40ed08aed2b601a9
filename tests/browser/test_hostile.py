"""Hostile texts in every field of a task: nothing of them runs, and nothing of them is copied."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import cycle
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.announcement import escape_markdown
from tasks.richtext import from_markdown
from tasks.richtext.allowed import ALLOWED
from tests.browser.conftest import SignIn
from tests.hostile_site import HostileSite, fresh, make_site
from tests.make import make_karl
from tests.richtext import hostile
from tests.views.form_page import save

# In the page's own words: whatever ran would say so here, not in a box that stops the browser
RAN = "window.__pwned=(window.__pwned||0)+1"
BREAKOUTS = (
    f"\"><img src=x onerror='{RAN}'>",
    f"'><svg onload='{RAN}'>",
    f"</textarea><script>{RAN}</script>",
    f"</title></script><script>{RAN}</script>",
    f"\" autofocus onfocus='{RAN}' x=\"",
)
PAYLOADS = tuple(
    " ".join(re.sub(r"alert\([12]\)|msgbox\(1\)", RAN, text).split())
    for text in (*BREAKOUTS, *hostile.ALL)
    if text.isprintable()
)
# A message is paragraphs; a web address in it is shown as a link
ALLOWED_IN_MESSAGES = {"p", "br", "a"}
NAMES = ("edit", "preview", "review", "announcement", "podio", "history")
COPIED = """async () => {
  const parts = {};
  for (const item of await navigator.clipboard.read())
    for (const type of item.types) parts[type] = await (await item.getType(type)).text();
  return parts;
}"""


class Tags(HTMLParser):
    """The elements of a text with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def write_payloads() -> Callable[[str, int], str]:
    """Give each short field the next payloads, and each long one all of them."""
    following: Iterator[str] = cycle(PAYLOADS)

    def write(name: str, room: int) -> str:
        if room > 5000:
            return "\n".join(PAYLOADS)[:room].strip()
        return f"{next(following)} {next(following)}"[:room].strip()

    return write


@pytest.fixture
def site() -> HostileSite:
    return make_site(write_payloads())


@pytest.fixture
def karl(page: Page, live_server: LiveServer, sign_in: SignIn) -> Page:
    sign_in(page, make_karl())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    page.on("dialog", lambda dialog: pytest.fail(f"A box was opened: {dialog.message}"))
    return page


def visit(page: Page, url: str) -> None:
    page.goto(url, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    page.wait_for_timeout(100)  # milliseconds for what would load or fail to load
    assert page.evaluate("window.__pwned") is None, url


def test_the_texts_do_run_where_nothing_stops_them(page: Page) -> None:
    page.set_content(f"<p title='{BREAKOUTS[1]}")
    page.wait_for_function("window.__pwned > 0")


def test_nothing_runs_on_any_page_of_the_task(
    karl: Page, live_server: LiveServer, site: HostileSite
) -> None:
    around = [reverse(name) for name in ("overview", "task_list", "bin", "project_list")]
    around.append(reverse("project_detail", args=[site.project.pk]))
    task_pages = [reverse(f"task_{name}", args=[site.task.pk]) for name in NAMES]
    preview = reverse("task_preview", args=[site.task.pk])
    asked = quote(BREAKOUTS[0])
    task_pages += [f"{preview}?fund=1", f"{preview}?kommune={asked}&boelge={asked}&fund={asked}"]
    for path in (*task_pages, *around):
        visit(karl, live_server.url + path)
    site.approve()
    for path in task_pages:
        visit(karl, live_server.url + path)


def test_nothing_runs_while_one_writes(
    karl: Page, live_server: LiveServer, site: HostileSite
) -> None:
    visit(karl, live_server.url + reverse("task_edit", args=[site.task.pk]))
    with karl.expect_response("**/tjek/"):
        karl.locator("#id_goal").press_sequentially("Kommunen skal svare. " + BREAKOUTS[0])
    karl.wait_for_timeout(500)
    assert karl.evaluate("window.__pwned") is None


def test_what_the_buttons_copy_holds_nothing_but_podios_own_marks(
    karl: Page, live_server: LiveServer, site: HostileSite
) -> None:
    anne = Client()
    anne.force_login(fresh(site.task).author)
    save(anne, fresh(site.task), method="1. Læs\n2. Se https://kombit.dk/ og\n" + PAYLOADS[0])
    site.approve()
    visit(karl, live_server.url + reverse("task_podio", args=[site.task.pk]))
    buttons, formatted = karl.locator("[data-copy-source]"), 0
    assert buttons.count() > 8
    for button in buttons.all():
        button.click()
        expect(button.locator("xpath=..").locator(".copy-status")).to_have_text("Kopieret")
        parts = karl.evaluate(COPIED)
        tags = Tags(parts.get("text/html", "")).found
        formatted += bool(tags)
        for tag, attributes in tags:
            assert tag in {*ALLOWED, "html", "head", "body", "meta", "span", "br"}, tag
            assert not [name for name in attributes if name.startswith("on")]
            assert re.match(r"(https?://|mailto:)", attributes.get("href") or "https://")
    assert formatted > 3
    assert karl.evaluate("window.__pwned") is None


def test_a_message_is_copied_as_text_that_podio_makes_no_element_of(
    karl: Page, live_server: LiveServer, site: HostileSite
) -> None:
    typed = fresh(site.task).announcement.text
    assert all(breakout in typed for breakout in BREAKOUTS)
    visit(karl, live_server.url + reverse("task_announcement", args=[site.task.pk]))
    button = karl.get_by_role("button", name="Kopiér besked")
    button.click()
    expect(button.locator("xpath=..").locator(".copy-status")).to_have_text("Kopieret")
    parts = karl.evaluate(COPIED)
    assert set(parts) == {"text/plain"}
    assert parts["text/plain"].replace("\r\n", "\n") == escape_markdown(typed)
    assert {tag for tag, _ in Tags(from_markdown(parts["text/plain"])).found} <= ALLOWED_IN_MESSAGES
    assert karl.evaluate("window.__pwned") is None
