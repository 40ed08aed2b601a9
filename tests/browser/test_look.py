"""The frame, the fields and the components look and read as they should, at every width."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import axe, broken_references, sideways
from tests.browser.conftest import Open, SignIn
from tests.make import make_anne

pytestmark = pytest.mark.urls("tests.browser.look_site")
TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
# 320 px is the narrowest a page must bear; 640 px is a window of 1280 px at 200 % zoom.
WIDTHS = [320, 640, 1280]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/felter/", "/felter/?fejl", "/dele/"])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    open_as_anne: Open, path: str, width: int
) -> None:
    page = open_as_anne(path)
    page.set_viewport_size({"width": width, "height": 900})
    assert axe(page) == []
    assert broken_references(page) == []
    assert sideways(page) == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_login_page_is_as_good(page: Page, live_server: LiveServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/log-ind/")
    expect(page.get_by_label("Brugernavn")).to_be_focused()
    assert axe(page) == []
    assert broken_references(page) == []
    assert sideways(page) == 0


@pytest.mark.parametrize("name", ["title", "goal", "phase", "priority", "waves", "end"])
def test_hint_and_error_stand_between_label_and_control(open_as_anne: Open, name: str) -> None:
    page = open_as_anne("/felter/?fejl")
    field = page.locator(f"#div_id_{name}")
    parts = [
        field.locator(".field-label"),
        page.locator(f"#id_{name}_helptext"),
        page.locator(f"#id_{name}_error"),
        field.locator("input, select, textarea").first,
    ]
    tops = [(part.bounding_box() or {"y": -1})["y"] for part in parts]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_a_control_is_described_by_its_hint_and_then_its_error(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/?fejl")
    goal = page.get_by_label("Mål")
    assert goal.get_attribute("aria-describedby") == "id_goal_helptext id_goal_error"
    assert goal.get_attribute("aria-invalid") == "true"
    waves = page.get_by_role("group", name="Bølger")
    assert waves.get_attribute("aria-describedby") == "id_waves_helptext id_waves_error"


def test_a_field_with_an_error_has_a_red_bar_and_others_have_none(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/?fejl")
    bar = "element => getComputedStyle(element).borderLeft"
    assert page.locator("#div_id_goal").evaluate(bar) == "4px solid rgb(204, 0, 0)"
    assert page.locator("#div_id_note").evaluate(bar).startswith("0px")


def test_required_fields_carry_the_star_and_say_so(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    expect(page.locator("#div_id_title .required-mark")).to_have_text("*")
    assert page.get_by_label("Opgavetitel").get_attribute("aria-required") == "true"
    expect(page.get_by_role("group", name="Bølger (skal udfyldes)")).to_be_visible()
    expect(page.locator("#div_id_note .required-mark")).to_have_count(0)


def test_the_guide_stands_folded_at_its_field(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    guidance = page.locator("#div_id_goal details")
    expect(guidance.locator(".example")).to_be_hidden()
    guidance.get_by_text("Vejledning til Mål").press("Enter")
    expect(guidance.locator(".example")).to_contain_text("Målet er, at I")


def test_controls_are_large_and_their_edges_can_be_seen(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    radio = page.get_by_label("Anbefalet").bounding_box()
    assert radio is not None
    assert (radio["width"], radio["height"]) == (24, 24)
    edge = "element => getComputedStyle(element).borderColor"
    assert page.get_by_label("Mål").evaluate(edge) == "rgb(116, 116, 116)"
    goal = page.get_by_label("Mål").bounding_box()
    assert goal is not None
    assert goal["height"] >= 44


def test_focus_is_a_ring_of_three_px_two_px_away(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    for control in (page.get_by_label("Opgavetitel"), page.get_by_label("Anbefalet")):
        control.focus()
        ring = control.evaluate(
            "e => (s => [s.outlineStyle, s.outlineWidth, s.outlineOffset])(getComputedStyle(e))"
        )
        assert ring == ["solid", "3px", "2px"]


def test_the_first_tab_leads_past_the_navigation(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indhold")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skriv", exact=True)).to_be_focused()


def test_tjek_stays_in_sight_while_one_writes_far_down(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    page.get_by_label("Note").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="Tjek")).to_be_in_viewport()


def test_status_and_severity_are_told_by_a_drawing_and_a_word(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    badges = page.locator(".status-badge, .severity")
    shapes = badges.evaluate_all("all => all.map((one) => one.querySelector('svg').innerHTML)")
    assert badges.count() == 8 + 3 + 3 + 2 + 1
    assert all(shapes)
    assert len(set(shapes[:8])) == 8
    counts = page.locator(".severity-counts").all_inner_texts()
    assert [" ".join(text.split()) for text in counts] == [
        "1 skal rettes 2 bør rettes 3 gode råd",
        "1 skal rettes 1 godt råd",
        "Intet at rette",
    ]


def test_a_button_that_may_not_be_used_says_why(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    expect(page.get_by_role("button", name="Godkend")).to_be_disabled()
    expect(page.get_by_text("Rikke kan.")).to_be_visible()


def test_the_pages_of_a_list_keep_the_rest_of_the_query(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/?q=sftp&page=2")
    expect(page.get_by_text("Side 2 af 3")).to_be_visible()
    following = page.get_by_role("link", name="Næste side").get_attribute("href") or ""
    assert set(following.removeprefix("?").split("&")) == {"q=sftp", "page=3"}


def test_paper_carries_the_text_and_nothing_to_press(open_as_anne: Open) -> None:
    page = open_as_anne("/dele/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Dele")).to_be_visible()
    expect(page.locator("#rich")).to_be_visible()
    expect(page.locator("nav:visible, button:visible, .btn:visible, footer:visible")).to_have_count(
        0
    )


def test_movement_stops_for_those_who_ask(open_as_anne: Open) -> None:
    page = open_as_anne("/felter/")
    page.emulate_media(reduced_motion="reduce")
    duration = "e => parseFloat(getComputedStyle(e).transitionDuration)"
    assert page.locator(".field-help .icon").evaluate(duration) < 0.001


def test_without_scripts_nothing_is_offered_that_needs_them(
    new_page: Callable[..., Page], live_server: LiveServer, sign_in: SignIn
) -> None:
    page = new_page(java_script_enabled=False)
    sign_in(page, make_anne())
    page.goto(f"{live_server.url}/dele/")
    expect(page.get_by_role("button", name="Kopiér felt Titel")).to_be_hidden()
    expect(page.get_by_text("Giv samtykke")).to_be_visible()


def test_anne_logs_in_after_a_slip_and_out_again(
    page: Page, live_server: LiveServer, expected_troubles: list[str]
) -> None:
    expected_troubles.append("Cleared data types")  # the browser tells of what the logout asks
    anne = make_anne()
    anne.set_password("Rigtig-hest-42")
    anne.save()
    page.goto(f"{live_server.url}/log-ind/?next=/dele/")
    for password in ("Forkert-hest-42", "Rigtig-hest-42"):
        page.get_by_label("Brugernavn").fill("anne")
        page.get_by_label("Adgangskode").fill(password)
        page.get_by_role("button", name="Log ind").click()
        if password.startswith("Forkert"):
            expect(page.get_by_text("passer ikke sammen")).to_be_visible()
            expect(page).to_have_title("Fejl: Log ind – KLIK-værksted")
            expect(page.get_by_label("Brugernavn")).to_have_value("anne")
    expect(page).to_have_url(f"{live_server.url}/dele/")
    expect(page.get_by_role("banner")).to_contain_text("Anne")
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", name="Log ind")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)


def test_no_template_holds_styles_or_scripts_of_its_own() -> None:
    forbidden = re.compile(r"\sstyle=|<style|\son\w+=|<script(?![^>]* src=)|javascript:")
    for template in TEMPLATES.rglob("*.html"):
        assert forbidden.search(template.read_text(encoding="utf-8")) is None, template
