"""Small comforts of the task form: it folds, saves by a key, and is called what its task is."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask
from tasks.richtext import to_source
from tests.browser.accessibility import faults
from tests.browser.documents import documents
from tests.make import make_anne, make_task

Form = Callable[..., Page]


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Form:
    """Open the form of a task, or of a new one, with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(task: KlikTask | None = None, place: str = "") -> Page:
        path = reverse("task_edit", args=[task.pk]) if task else reverse("task_new")
        page.goto(live_server.url + path + place)
        return page

    return open_form


def heading(page: Page, number: int) -> Locator:
    return page.locator(f"#afsnit-{number} > details > summary")


def fold(page: Page, number: int) -> Locator:
    return page.locator(f"#afsnit-{number} > details")


def shut(page: Page, *numbers: int) -> None:
    for number in numbers:
        heading(page, number).press("Enter")
        expect(fold(page, number)).not_to_have_attribute("open", "")


# ---- Sections fold --------------------------------------------------------------------------


def test_a_section_that_was_shut_is_shut_in_every_task_and_the_others_are_open(form: Form) -> None:
    page = form(make_task("Giv samtykke"))
    shut(page, 2)
    expect(page.locator("#id_duration_days")).to_be_hidden()
    expect(page.get_by_role("heading", name="2 Tid og bølger")).to_be_visible()
    page = form(make_task("Opret ruten"))
    expect(page.locator("#id_duration_days")).to_be_hidden()
    expect(page.locator("#id_goal")).to_be_visible()
    heading(page, 2).click()
    page.reload()
    expect(page.locator("#id_duration_days")).to_be_visible()


def test_a_section_with_an_error_opens_though_it_was_shut(form: Form) -> None:
    page = form(make_task())
    page.locator("#id_end_offset_days").fill("to uger")
    shut(page, 2, 3)
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#id_end_offset_days")).to_be_visible()
    expect(page.locator("#id_goal")).to_be_hidden()
    heading(page, 2).press("Enter")
    page.locator("#error-summary").get_by_role("link").click()
    expect(page.locator("#id_end_offset_days")).to_be_focused()


def test_links_open_the_section_they_lead_to(form: Form) -> None:
    page = form(make_task(goal="<p>Målet er, at kommunen skal svare.</p>"))
    shut(page, 3, 4)
    page.locator(".section-nav").get_by_role("link", name="4 Hvem").click()
    expect(page.locator("#id_performer_comment")).to_be_visible()
    page.locator("#tjek").get_by_role("link", name="Mål").first.click()
    expect(page.locator("#id_goal")).to_be_visible()
    page.reload()
    expect(page.locator("#id_goal")).to_be_hidden()  # a link is no answer to how a person works


def test_the_place_in_the_address_is_open_from_the_start(form: Form) -> None:
    task = make_task()
    shut(form(task), 3, 4, 5)
    page = form(task, "?#afsnit-4")
    expect(page.locator("#id_performer_comment")).to_be_visible()
    page = form(task, "?1#div_id_goal")
    expect(page.locator("#id_goal")).to_be_visible()
    expect(fold(page, 5)).not_to_have_attribute("open", "")


def test_the_page_is_in_order_with_all_sections_shut(form: Form) -> None:
    page = form(make_task())
    shut(page, 1, 2, 3, 4, 5)
    assert faults(page) == []


def test_without_script_every_section_is_open(
    new_page: Any, live_server: LiveServer, sign_in: Any
) -> None:
    page = new_page(java_script_enabled=False, base_url=live_server.url)
    sign_in(page, make_anne())
    page.goto(reverse("task_new"))
    expect(page.locator("#id_goal")).to_be_visible()
    expect(page.locator("#id_performer_comment")).to_be_visible()


# ---- Counts near the limit ------------------------------------------------------------------

SOURCES = """(texts) => { const { prose, sourceOf } = window.klikEditor;
    const field = prose.get("goal");
    return texts.map((html) => { field.setHtml(html, {canUndo: false});
        return sourceOf(field.view.state.doc); }); }"""
SAID = ".visually-hidden[role=status]:not(#announcer)"


def test_a_title_is_counted_with_its_reference_from_85_percent_of_what_is_shown(form: Form) -> None:
    page = form(make_task("Udfyld"))
    note = page.locator("#id_title-tegn")
    page.locator("#id_title").fill("x" * 67)
    expect(note).to_be_hidden()
    page.locator("#id_reference").fill("MI 02")
    expect(note).to_have_text("75 af 80 tegn")
    page.locator("#id_title").fill("😀" * 75)
    expect(note).to_have_text("83 af 80 tegn. KLIK viser omkring 80, og referencen tæller med.")
    expect(page.locator("#id_title")).to_have_accessible_description(re.compile("83 af 80 tegn"))
    page.locator("#id_title").fill("x" * 153)
    expect(note).to_have_text("3 tegn for meget (153 af 150 tegn)")


def test_a_count_is_said_when_a_threshold_is_passed_and_not_for_every_key(form: Form) -> None:
    page = form(make_task("x" * 66))
    said = page.locator(SAID)
    expect(said).to_be_empty()
    page.locator("#id_title").press("End")
    page.keyboard.type("xx")
    expect(said).to_have_text("68 af 80 tegn")
    page.keyboard.type("xxx")
    expect(page.locator("#id_title-tegn")).to_have_text("71 af 80 tegn")
    expect(said).to_have_text("68 af 80 tegn")
    page.keyboard.type("x" * 9)
    expect(said).to_have_text("80 af 80 tegn")
    page.keyboard.type("xx")
    expect(said).to_contain_text("81 af 80 tegn. KLIK viser omkring 80")


def test_a_text_that_is_pasted_too_long_is_kept_and_told(form: Form) -> None:
    page = form(make_task())
    note = page.locator("#id_performer_comment-tegn")
    page.locator("#id_performer_comment").focus()
    page.keyboard.insert_text("Du\n" * 1000)
    expect(note).to_have_text("999 tegn for meget (2.999 af 2.000 tegn)")
    page.keyboard.press("Control+s")
    told = page.locator("#id_performer_comment_error")
    expect(told).to_contain_text("højst 2000 tegn, og den er på 2999")
    expect(page.locator("#gemt")).to_contain_text("Ikke gemt endnu: Eventuel kommentar")
    assert page.locator("#id_performer_comment").input_value().count("Du") == 1000
    expect(note).to_contain_text("999 tegn for meget")


@pytest.mark.parametrize(
    ("control", "words"),
    [
        ("reply_to", "450 af 500 tegn"),
        ("owner_comment", "1.800 af 2.000 tegn"),
        ("attachments_title_1", "180 af 200 tegn"),
        ("attachments_url_1", "900 af 1.000 tegn"),
        ("goal", "27.000 af 30.000 tegn"),
    ],
)
def test_every_text_with_a_limit_is_counted(form: Form, control: str, words: str) -> None:
    page = form(make_task())
    length = int(words.partition(" ")[0].replace(".", ""))
    page.locator(f"#id_{control}").fill("x" * length)
    expect(page.locator(f"#id_{control}-tegn")).to_have_text(words)


def test_prose_is_measured_by_the_source_the_server_measures(form: Form) -> None:
    page, texts = form(make_task()), documents(300)
    assert page.evaluate(SOURCES, texts) == [to_source(text) for text in texts]


def test_prose_beyond_its_limit_is_told_with_the_servers_own_number(form: Form) -> None:
    page = form(make_task())
    items = "".join(f"<li><p>Punkt {'x' * 90}</p></li>" for _ in range(310))
    html = f"<ul>{items}</ul>"
    page.evaluate("(html) => window.klikEditor.prose.get('goal').setHtml(html)", html)
    most, length = 30_000, len(to_source(html))
    expect(page.locator("#id_goal-tegn")).to_contain_text(f"{length - most} tegn for meget")
    expect(page.locator("#id_goal")).to_have_accessible_description(re.compile("tegn for meget"))
    page.keyboard.press("Control+s")
    expect(page.locator("#id_goal_error")).to_contain_text(f"den er på {length}")


def test_the_page_is_in_order_with_counts_shown(form: Form) -> None:
    page = form(make_task("Udfyld", performer_comment="x" * 1990))
    page.locator("#id_title").fill("x" * 90)
    page.locator("#id_attachments_title_1").fill("x" * 201)
    expect(page.locator(".char-count:visible")).to_have_count(3)
    assert faults(page) == []


# ---- Ctrl+S ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Control+s", "Meta+s"])
def test_the_save_key_saves_from_any_field(form: Form, key: str) -> None:
    page = form(make_task())
    page.locator("#id_performer_comment").fill("Du gør det")
    page.locator("#id_performer_comment").press(key)
    expect(page.locator("#gemt")).to_contain_text("Gemt kl.")
    expect(page.locator("#announcer")).to_contain_text("Gemt kl.")  # for it was asked for
    expect(page.locator("#id_performer_comment")).to_be_focused()
    assert KlikTask.objects.get().performer_comment == "Du gør det"


def test_the_button_tells_its_key(form: Form) -> None:
    button = form().locator(".action-bar").get_by_role("button", name="Gem", exact=True)
    expect(button).to_have_attribute("aria-keyshortcuts", "Control+S")


# ---- What the page is called ----------------------------------------------------------------


def test_heading_and_tab_follow_the_title_while_it_is_typed(form: Form) -> None:
    page = form()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ny opgave")
    page.locator("#id_reference").fill("MI 02")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ny opgave")
    page.locator("#id_title").fill("Udfyld <b>filen</b>")
    expect(page.get_by_role("heading", level=1)).to_have_text("(MI 02) Udfyld <b>filen</b>")
    expect(page).to_have_title("(MI 02) Udfyld <b>filen</b> – Skriv – KLIK-værksted")
    page.locator("#id_title").fill(" ")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ny opgave")
    expect(page).to_have_title("Ny opgave – KLIK-værksted")


def test_a_saved_task_keeps_its_name_until_another_is_typed(form: Form) -> None:
    page = form(make_task("Udfyld filen", prefix="MI", separator=" ", number="02"))
    page.locator("#id_title").fill("")
    expect(page).to_have_title("(MI 02) Udfyld filen – Skriv – KLIK-værksted")
    page.locator("#id_title").fill("Send filen")
    page.locator("#id_reference").fill("")
    expect(page).to_have_title("Send filen – Skriv – KLIK-værksted")


def test_the_tab_goes_on_telling_of_an_error(form: Form) -> None:
    page = form(make_task("Udfyld filen"))
    page.locator("#id_end_offset_days").fill("to uger")
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page).to_have_title("Fejl: Udfyld filen – Skriv – KLIK-værksted")
    page.locator("#id_title").fill("Send filen")
    expect(page).to_have_title("Fejl: Send filen – Skriv – KLIK-værksted")
