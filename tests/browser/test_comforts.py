"""What static/dist/app.js adds: focus on errors, copying, pressing once, calm live answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import look_site
from tests.browser.conftest import Open

pytestmark = pytest.mark.urls("tests.browser.look_site")
PASTE = """async (kind) => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes(kind) ? (await item.getType(kind)).text() : null; }"""


def allow_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def test_the_error_summary_takes_focus_and_the_title_says_error(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/?fejl")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page).to_have_title("Fejl: Skriv – KLIK-værksted")


@pytest.mark.parametrize(
    ("link", "field"),
    [("Ret Mål.", "id_goal"), ("Ret Prioritet.", "id_priority_0"), ("Ret det skjulte.", "deep")],
)
def test_a_link_in_the_summary_leads_to_its_field(
    open_as_anne: Open, link: str, field: str
) -> None:
    page = open_as_anne("/felter/?fejl")
    page.get_by_role("link", name=link).press("Enter")
    expect(page.locator(f"#{field}")).to_be_focused()
    expect(page.locator(f"#{field}")).to_be_in_viewport()


def test_formatted_text_is_copied_with_its_plain_form(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    allow_clipboard(page)
    page.get_by_role("button", name="Kopiér felt Metode").click()
    expect(page.locator(".copy-status").first).to_have_text("Kopieret")
    assert page.evaluate(PASTE, "text/plain") == "1. Log ind"
    html = page.evaluate(PASTE, "text/html")
    assert "<ol>" in html
    assert "<strong>ind</strong>" in html


def test_a_plain_value_is_copied_as_plain_text_alone(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    allow_clipboard(page)
    page.get_by_role("button", name="Kopiér felt Metode").click()
    page.get_by_role("button", name="Kopiér felt Titel").click()
    expect(page.locator(".copy-status").nth(1)).to_have_text("Kopieret")
    expect(page.locator(".copy-status").nth(0)).to_be_empty()
    assert page.evaluate(PASTE, "text/plain") == "Giv samtykke"
    assert page.evaluate(PASTE, "text/html") is None


def test_a_refused_clipboard_leaves_the_text_selected(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(); }")
    page.get_by_role("button", name="Kopiér felt Titel").click()
    expect(page.locator(".copy-status").nth(1)).to_contain_text("Tryk Ctrl+C")
    assert page.evaluate("getSelection().toString()") == "Giv samtykke"


def test_a_second_press_sends_nothing(open_as_anne: Open) -> None:
    look_site.pressed.clear()
    page = open_as_anne("/felter/")
    page.get_by_role("button", name="Gem").dblclick()
    page.get_by_role("button", name="Gem").click()
    page.wait_for_timeout(300)
    assert look_site.pressed == ["POST"]


@pytest.mark.parametrize("code", ["200", "409", "413", "422"])
def test_an_answer_is_shown_and_told_also_when_it_is_a_refusal(
    open_as_anne: Open, expected_troubles: list[str], code: str
) -> None:
    expected_troubles.append(f"status of {code}")
    page = open_as_anne("/dele/")
    page.get_by_label("Skriv").fill(code)
    expect(page.locator("#panel")).to_contain_text(f"Svar {code}")
    expect(page.locator("#announcer")).to_have_text(f"{code} fund i Mål")
    expect(page.get_by_label("Skriv")).to_be_focused()


def test_a_button_that_comes_again_keeps_focus(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.locator("#fix").press("Enter")
    expect(page.get_by_role("button", name="Ret igen")).to_be_focused()


def test_focus_of_a_button_that_is_gone_falls_to_its_panel(
    open_as_anne: Open,
) -> None:
    page = open_as_anne("/dele/")
    page.get_by_role("button", name="Behold").press("Enter")
    expect(page.locator("#panel")).to_be_focused()


def test_a_reason_being_typed_outlives_a_fresh_answer(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.get_by_label("Skriv").fill("200")
    page.get_by_text("Behold teksten").click()
    page.get_by_label("Skriv").fill("201")
    page.get_by_label("Hvorfor?").press_sequentially("Fagord")
    expect(page.locator("#panel")).to_contain_text("Svar 201")
    expect(page.get_by_label("Hvorfor?")).to_have_value("Fagord")
    expect(page.get_by_label("Hvorfor?")).to_be_focused()


def test_a_broken_server_is_said_calmly_and_forgotten_when_it_answers(
    open_as_anne: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["status of 500", "Response Status Error Code 500"]
    page = open_as_anne("/dele/")
    page.get_by_label("Skriv").fill("500")
    expect(page.locator("#connection")).to_contain_text("Du kan skrive videre")
    page.get_by_label("Skriv").fill("200")
    expect(page.locator("#panel")).to_contain_text("Svar 200")
    expect(page.locator("#connection")).to_be_hidden()


def test_an_ended_login_never_puts_the_login_page_into_a_panel(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.get_by_label("Skriv").fill("302")
    expect(page.locator("#connection")).to_contain_text("Log ind igen")
    expect(page.get_by_role("button", name="Ret")).to_be_visible()
    expect(page.get_by_label("Skriv")).to_have_value("302")
