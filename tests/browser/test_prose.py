"""The prose editor: written as in Word, by mouse or keyboard, and stored to the letter."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.forms.prose import Html
from tasks.models import KlikTask
from tasks.richtext import ALLOWED
from tests.browser.accessibility import axe, broken_references
from tests.browser.documents import documents
from tests.make import make_anne, make_task

THROUGH_THE_EDITOR = """(texts) => { const field = window.klikEditor.prose.get("goal");
    return texts.map((html) => { field.setHtml(html, {canUndo: false}); return field.html; }); }"""


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any) -> Callable[..., Page]:
    """Open the form of a task with Anne logged in."""
    sign_in(page, make_anne())

    def open_form(**values: str) -> Page:
        task = make_task(**values)
        page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
        return page

    return open_form


def goal(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Mål")


def stored(page: Page, name: str = "goal") -> str:
    """What the form would send."""
    return page.locator(f"textarea[name={name}]").input_value()


def write(page: Page, *keys: str) -> None:
    """Type words, or press a key that is named in brackets."""
    for key in keys:
        if key.startswith("["):
            page.keyboard.press(key.strip("[]"))
            page.wait_for_timeout(
                30
            )  # milliseconds: the browser tells of a new caret a moment later
            page.wait_for_timeout(30)  # milliseconds: the editor is told of a new caret a bit later
        else:
            page.keyboard.type(key)


# ---- What is typed ---------------------------------------------------------------------------


def test_lines_beginning_with_a_number_or_a_dash_become_lists(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "Sådan gør du:", "[Enter]", "1. Log ind", "[Enter]", "Vælg fil", "[Enter]")
    write(page, "[Alt+Shift+ArrowRight]", "Kun csv", "[Enter]", "[Enter]", "[Enter]", "- Et punkt")
    assert stored(page) == (
        "<p>Sådan gør du:</p><ol><li><p>Log ind</p></li><li><p>Vælg fil</p><ol><li><p>Kun csv</p>"
        "</li></ol></li></ol><ul><li><p>Et punkt</p></li></ul>"
    )


def test_a_date_at_the_start_of_a_line_stays_a_date(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "30. oktober går I i drift")
    assert stored(page) == "<p>30. oktober går I i drift</p>"


def test_the_next_number_goes_on_with_the_list_above(form: Any) -> None:
    page = form(goal='<ol start="4"><li><p>Fire</p></li></ol><p></p>')
    goal(page).click()
    write(page, "[Control+End]", "[Enter]", "[Enter]", "5. Fem")
    assert stored(page) == '<ol start="4"><li><p>Fire</p></li><li><p>Fem</p></li></ol>'


def test_backspace_right_after_takes_the_list_away_again(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "- ", "[Backspace]", "minus")
    assert stored(page) == "<p>- minus</p>"


def test_a_typed_address_becomes_a_link(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "Se https://www.kombit.dk/kp, og læs")
    assert stored(page) == (
        '<p>Se <a href="https://www.kombit.dk/kp">https://www.kombit.dk/kp</a>, og læs</p>'
    )


def test_undo_and_redo_work_from_the_keyboard(form: Any) -> None:
    page = form(goal="<p>Før</p>")
    goal(page).click()
    write(page, "[Control+End]", " og efter", "[Control+z]")
    assert stored(page) == "<p>Før</p>"
    write(page, "[Control+y]")
    assert stored(page) == "<p>Før og efter</p>"


def test_marks_of_word_work_from_the_keyboard(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "Vælg ", "[Control+b]", "Opret", "[Control+b]", " og ", "[Control+i]", "Gem")
    assert stored(page) == "<p>Vælg <strong>Opret</strong> og <em>Gem</em></p>"


# ---- The toolbar -----------------------------------------------------------------------------


def test_the_toolbar_is_one_stop_and_its_arrows_walk_it(form: Any) -> None:
    page = form(goal="<p>Vælg</p>")
    tools = page.get_by_role("toolbar", name="Formatering af Mål")
    tools.get_by_role("button", name="Fed").focus()
    for name in ("Kursiv", "Punktliste", "Nummereret liste"):
        page.keyboard.press("ArrowRight")
        expect(tools.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("End")
    expect(tools.get_by_role("button", name="Gentag")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tools.get_by_role("button", name="Fed")).to_be_focused()
    page.keyboard.press("Tab")
    expect(goal(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(tools.get_by_role("button", name="Fed")).to_be_focused()


def test_tab_leaves_the_editor_also_inside_a_list(form: Any) -> None:
    page = form(goal="<ul><li><p>Punkt</p></li><li><p>To</p></li></ul>")
    goal(page).click()
    write(page, "[Control+End]", "[Tab]")
    expect(goal(page)).not_to_be_focused()
    assert stored(page) == "<ul><li><p>Punkt</p></li><li><p>To</p></li></ul>"


def test_buttons_tell_what_is_on_and_what_can_be_done(form: Any) -> None:
    page = form(goal="<p>Vælg</p>")
    tools = page.get_by_role("toolbar", name="Formatering af Mål")
    numbers = tools.get_by_role("button", name="Nummereret liste")
    goal(page).click()
    expect(tools.get_by_role("button", name="Ryk ud")).to_have_attribute("aria-disabled", "true")
    numbers.click()
    expect(numbers).to_have_attribute("aria-pressed", "true")
    expect(tools.get_by_role("button", name="Ryk ud")).to_have_attribute("aria-disabled", "false")
    expect(goal(page)).to_be_focused()
    assert stored(page) == "<ol><li><p>Vælg</p></li></ol>"
    tools.get_by_role("button", name="Punktliste").click()
    assert stored(page) == "<ul><li><p>Vælg</p></li></ul>"
    tools.get_by_role("button", name="Punktliste").click()
    assert stored(page) == "<p>Vælg</p>"


def test_all_lines_become_one_list_and_lines_again(form: Any) -> None:
    lines = "<p>Åbn</p><p>Vælg</p><p>Gem</p><p>Luk</p>"
    page = form(goal="<p>Åbn</p><ol><li><p>Vælg</p></li><li><p>Gem</p></li></ol><p>Luk</p>")
    goal(page).click()
    for key, tag in (("[Control+Shift+8]", "ul"), ("[Control+Shift+7]", "ol")):
        write(page, "[Control+a]", key)
        items = lines.replace("<p>", "<li><p>").replace("</p>", "</p></li>")
        assert stored(page) == f"<{tag}>{items}</{tag}>"
        write(page, key)
        assert stored(page) == lines


def test_a_list_is_made_of_the_selected_lines_alone(form: Any) -> None:
    page = form(goal="<p>Før</p><p>Vælg</p><ul><li><p>Gem</p></li></ul>")
    goal(page).click()
    write(page, "[Control+End]", "[Shift+ArrowUp]", "[Control+Shift+7]")
    assert stored(page) == "<p>Før</p><ol><li><p>Vælg</p></li><li><p>Gem</p></li></ol>"
    write(page, "[Control+z]")
    assert stored(page) == "<p>Før</p><p>Vælg</p><ul><li><p>Gem</p></li></ul>"


# ---- Links -----------------------------------------------------------------------------------


def test_a_link_is_made_changed_and_removed(form: Any) -> None:
    page = form(goal="<p>Se vejledningen</p>")
    goal(page).click()
    write(page, "[End]", "[Control+Shift+ArrowLeft]", "[Control+k]")
    dialog = page.get_by_role("dialog", name="Link")
    expect(dialog.get_by_label("Tekst")).to_have_value("vejledningen")
    dialog.get_by_label("Adresse").fill("www.kombit.dk")
    page.keyboard.press("Enter")
    expect(goal(page)).to_be_focused()
    assert stored(page) == '<p>Se <a href="https://www.kombit.dk">vejledningen</a></p>'
    write(page, "[ArrowLeft]", "[Control+k]")
    dialog.get_by_label("Tekst").fill("siden")
    dialog.get_by_label("Adresse").fill("hjaelp@kombit.dk")
    dialog.get_by_role("button", name="Indsæt link").click()
    assert stored(page) == '<p>Se <a href="mailto:hjaelp@kombit.dk">siden</a></p>'
    write(page, "[ArrowLeft]", "[Control+k]")
    dialog.get_by_role("button", name="Fjern link").click()
    assert stored(page) == "<p>Se siden</p>"


def test_a_blank_selected_with_the_word_stays_beside_the_link(form: Any) -> None:
    page = form(goal="<p>Se her nu</p>")
    goal(page).click()
    write(page, "[Home]", "[Control+ArrowRight]", *["[Shift+ArrowRight]"] * 4, "[Control+k]")
    dialog = page.get_by_role("dialog", name="Link")
    expect(dialog.get_by_label("Tekst")).to_have_value("her")
    dialog.get_by_label("Adresse").fill("www.kombit.dk")
    page.keyboard.press("Enter")
    assert stored(page) == '<p>Se <a href="https://www.kombit.dk">her</a> nu</p>'


def test_what_is_no_address_is_told_at_its_place(form: Any) -> None:
    page = form()
    goal(page).click()
    write(page, "[Control+k]")
    dialog = page.get_by_role("dialog", name="Link")
    for wrong in ("javascript:alert(1)", "", "to ord", "file:///c:/x"):
        dialog.get_by_label("Adresse").fill(wrong)
        dialog.get_by_role("button", name="Indsæt link").click()
        expect(dialog.get_by_label("Adresse")).to_have_accessible_description(
            re.compile("Skriv en hel adresse")
        )
        expect(dialog.get_by_label("Adresse")).to_have_value(wrong)
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(goal(page)).to_be_focused()
    assert stored(page) == ""


# ---- For those who listen --------------------------------------------------------------------


def test_label_help_and_error_reach_the_editors_name_and_description(form: Any) -> None:
    page = form()
    box = page.get_by_role("textbox", name="Beskrivelse")
    expect(box).to_have_accessible_description(re.compile("^Fortæl hvorfor"))
    expect(box).to_have_attribute("aria-required", "true")
    expect(box).to_have_attribute("lang", "da")
    expect(box).to_have_attribute("spellcheck", "true")
    page.locator("label, .field-label").filter(has_text="Beskrivelse").first.click()
    expect(box).to_be_focused()
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("Fejl: "))
    page.locator("#error-summary").get_by_role("link", name=re.compile("Beskrivelse")).click()
    expect(box).to_be_focused()
    assert axe(page) == [] and broken_references(page) == []


# ---- What is stored --------------------------------------------------------------------------


def test_opening_and_saving_changes_no_letter(form: Any) -> None:
    html = '<p>Vælg <strong>Op</strong><em>ret</em></p><ol start="3"><li><p>Tre</p></li></ol>'
    page = form(goal=html)
    page.locator("#id_title").fill("Giv samtykke nu")
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    task = KlikTask.objects.get()
    assert (task.goal, task.revision, task.field_revisions) == (html, 2, {"title": 2})


def test_300_stored_texts_come_out_of_the_editor_as_they_went_in(form: Any) -> None:
    texts = documents(300)
    assert form().evaluate(THROUGH_THE_EDITOR, texts) == texts
    assert len(set(texts)) > 290


def test_the_editor_holds_what_the_server_allows_and_nothing_else(form: Any) -> None:
    page = form()
    everything = '<p>a <a href="https://a.dk">b</a></p><ul><li><p>c</p></li></ul>'
    everything += '<ol start="2"><li><p><strong>d</strong> <em>e</em></p></li></ol>'
    foreign = "<h1>x</h1><u>y</u><img src=x><table><tr><td>z</td></tr></table>"
    (html,) = page.evaluate(THROUGH_THE_EDITOR, [everything + foreign])
    assert set(re.findall(r"<(\w+)", html)) == set(ALLOWED)


def test_a_text_that_could_not_be_stored_stays_in_the_editor(form: Any) -> None:
    page = form()
    long = Html(f"<p>{'ord ' * 8_000}</p>")
    page.evaluate(THROUGH_THE_EDITOR, [long])
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    expect(goal(page)).to_have_accessible_description(re.compile("Teksten er for lang"))
    assert len(stored(page)) > 31_000
