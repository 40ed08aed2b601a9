"""Nothing is lost: saved while one writes, kept in the browser, and offered again."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.drafts import save_task
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.models import KlikTask, Person, Version
from tests.browser.accessibility import axe, broken_references, sideways
from tests.make import make_anne, make_ready_task, make_rikke, make_task

Open = Callable[..., Page]
# What is said to a screen reader gives way to what is said next, so it is noted down.
LISTEN = """() => { window.heard = [];
    const announcer = document.getElementById("announcer");
    new MutationObserver(() => window.heard.push(announcer.textContent.trim()))
        .observe(announcer, {childList: true, characterData: true, subtree: true}); }"""
PASSWORD = "en lang og god adgangskode"
NOTHING_LEFT = """() => {
    const { autosave } = window.klikEditor;
    return !autosave.unsaved.length && !autosave.running;
}"""


@pytest.fixture
def open_as(new_page: Any, live_server: LiveServer, sign_in: Any) -> Open:
    """Open the form of a task, or of a new one, in somebody's own browser."""

    def open_form(person: Person, task: KlikTask | None = None, width: int = 1280) -> Page:
        page: Page = new_page(viewport={"width": width, "height": 900}, base_url=live_server.url)
        sign_in(page, person)
        page.goto(address(task))
        expect(page.locator("#gemt")).to_be_visible()
        return page

    return open_form


def address(task: KlikTask | None) -> str:
    return reverse("task_edit", args=[task.pk]) if task else reverse("task_new")


def write(page: Page, field: str, text: str) -> None:
    """Type at the end of a prose field."""
    page.locator(f"#id_{field}").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def until(page: Page, truth: str) -> None:
    """Wait for it; playwright's own way evaluates text in the page, which the policy forbids."""
    for _ in range(200):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)  # milliseconds
    raise AssertionError(truth)


def leaving_asks(page: Page) -> bool:
    """True when the browser would ask before it leaves the page as it stands."""
    asks: bool = page.evaluate(
        "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    )
    return asks


def is_saved(page: Page) -> None:
    until(page, NOTHING_LEFT)  # the line goes on saying the last time until a save takes long
    expect(page.locator("#gemt")).to_have_text(re.compile(r"^Gemt kl\. \d\d?\.\d\d$"))
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "saved")


def again(page: Page, task: KlikTask | None) -> Page:
    """Kill the tab without a word, and come back in another one of the same browser."""
    context: BrowserContext = page.context
    page.close(run_before_unload=False)
    fresh = context.new_page()
    fresh.goto(address(task))
    return fresh


def now(task: KlikTask) -> KlikTask:
    return KlikTask.objects.get(pk=task.pk)


# ---- While one writes ------------------------------------------------------------------------


def test_what_is_typed_is_saved_by_itself_as_one_version(open_as: Open) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    for word in ("Målet", " er", " et svar."):
        write(page, "goal", word)
        page.wait_for_timeout(1_700)  # milliseconds: longer than the pause that saves
    is_saved(page)
    assert now(task).goal == "<p>Målet er et svar.</p>"
    assert Version.objects.filter(task=task).count() == 1


def test_ctrl_s_saves_at_once_and_says_so(open_as: Open) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    write(page, "goal", "Mål")
    page.keyboard.press("Control+s")
    expect(page.locator("#announcer")).to_have_text(re.compile("^Gemt kl"), timeout=1_400)
    assert now(task).goal == "<p>Mål</p>"


def test_a_slow_server_and_fast_typing_make_no_conflict_with_oneself(open_as: Open) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    page.route("**/gem/", slowly)
    for word in ("Et", " to", " tre", " fire"):
        write(page, "goal", word)
        page.wait_for_timeout(1_600)
    page.unroute("**/gem/")
    is_saved(page)
    expect(page.locator("[data-conflict]")).to_have_count(0)
    assert now(task).goal == "<p>Et to tre fire</p>"
    assert Version.objects.filter(task=task).count() == 1


def slowly(route: Route) -> None:
    time.sleep(1)
    route.continue_()


def test_a_value_that_cannot_be_stored_is_named_while_the_rest_is_saved(open_as: Open) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    page.locator("#id_end_offset_days").fill("to uger")
    write(page, "goal", "Mål")
    line = page.locator("#gemt")
    expect(line).to_have_text(re.compile(r"Ikke gemt endnu: Slutdato \(Fra Go-live\)$"))
    offset = page.locator("#id_end_offset_days")
    expect(offset).to_have_accessible_description(re.compile("Skriv antal dage som et helt tal"))
    expect(offset).to_have_value("to uger")
    assert now(task).goal == "<p>Mål</p>"
    assert axe(page) == [] and broken_references(page) == []
    offset.fill("-14")
    page.locator("#id_title").focus()
    is_saved(page)
    expect(page.locator("#div_id_end_offset_days")).not_to_have_class(re.compile("invalid"))
    assert now(task).end_offset_days == -14


def test_an_approval_meanwhile_stops_the_saving_and_says_why(open_as: Open) -> None:
    task = make_ready_task()
    page = open_as(make_anne(), task)
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    write(page, "goal", "For sent")
    expect(page.locator("#gemt")).to_have_text(re.compile("^Ikke gemt: Opgaven er godkendt"))
    expect(page.locator("#id_goal")).to_have_text("For sent")
    assert leaving_asks(page)


def test_what_no_second_try_would_save_is_said_and_not_tried_again(
    open_as: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["status of 413", "status of 404", "Error Code 404"]
    task = make_task()
    page = open_as(make_anne(), task)
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.url) if r.url.endswith("/gem/") else None)
    page.locator("#id_performer_comment").evaluate(
        "(area, count) => { area.value = 'x'.repeat(count);"
        " area.dispatchEvent(new Event('input', {bubbles: true})); }",
        3_000_000,
    )
    expect(page.locator("#gemt")).to_have_text(re.compile("^Ikke gemt: Der står mere tekst"))
    page.wait_for_timeout(2_500)  # milliseconds: longer than until the first new try
    assert len(sent) == 1
    assert leaving_asks(page)
    task.delete()
    page.locator("#id_performer_comment").fill("Du gør det")
    expect(page.locator("#gemt")).to_have_text("Ikke gemt: Opgaven findes ikke længere.")


def test_a_right_taken_away_meanwhile_stops_the_saving_and_says_why(
    open_as: Open, expected_troubles: list[str]
) -> None:
    anne, task = make_anne(), make_task()
    page = open_as(anne, task)
    anne.groups.clear()
    write(page, "goal", "For sent")
    expect(page.locator("#gemt")).to_have_text("Ikke gemt: Kun forfattere kan skrive opgaver.")
    expect(page.locator("#id_goal")).to_have_text("For sent")
    assert leaving_asks(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_line_that_says_saved_stays_in_sight(open_as: Open, width: int) -> None:
    page = open_as(make_anne(), make_task())
    page.set_viewport_size({"width": width, "height": 720})
    for field in ("title", "method", "reply_to"):
        page.locator(f"#id_{field}").scroll_into_view_if_needed()
        expect(page.locator("#gemt")).to_be_in_viewport(ratio=1)


# ---- The login ends meanwhile ----------------------------------------------------------------


def test_a_login_that_ends_mid_typing_is_renewed_and_the_save_carried_out_once(
    open_as: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["status of 401", "Error Code 401"]  # htmx says so too
    task, anne = make_task(), with_password(make_anne())
    page = open_as(anne, task)
    write(page, "goal", "Skrevet før")
    Session.objects.all().delete()
    log_in_again(page)
    is_saved(page)
    assert (now(task).goal, now(task).revision) == ("<p>Skrevet før</p>", task.revision + 1)
    expect(page.locator("#id_goal")).to_have_text("Skrevet før")


def test_who_will_not_log_in_now_is_told_and_keeps_the_text(
    open_as: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["status of 401", "Error Code 401"]  # htmx says so too
    task, anne = make_task(), with_password(make_anne())
    page = open_as(anne, task)
    write(page, "goal", "Skrevet før")
    Session.objects.all().delete()
    page.get_by_role("dialog", name="Log ind igen").get_by_role("button", name="Ikke nu").click()
    expect(page.locator("#gemt")).to_have_text("Ikke gemt endnu – log ind igen")
    assert leaving_asks(page)
    write(page, "goal", ", og efter")
    page.wait_for_timeout(2_000)  # milliseconds: nobody is asked again unasked
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+s")
    log_in_again(page)
    is_saved(page)
    assert now(task).goal == "<p>Skrevet før, og efter</p>"


def log_in_again(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="Log ind igen")
    dialog.get_by_label("Adgangskode").fill(PASSWORD)
    dialog.get_by_role("button", name="Log ind").click()


def with_password(person: Person) -> Person:
    person.set_password(PASSWORD)
    person.save()
    return person


# ---- A new task ------------------------------------------------------------------------------


def test_a_new_task_is_made_when_it_has_a_title_and_typing_goes_on(open_as: Open) -> None:
    page = open_as(make_anne())
    write(page, "goal", "Mål")
    page.wait_for_timeout(1_700)
    expect(page.locator("#gemt")).to_have_text("Giv opgaven en titel, så gemmer vi den.")
    assert KlikTask.objects.count() == 0
    page.locator("#id_title").press_sequentially("Giv samtykke", delay=20)
    is_saved(page)
    task = KlikTask.objects.get()
    expect(page).to_have_url(re.compile(f"{address(task)}$"))
    expect(page).to_have_title(re.compile("^Giv samtykke – Skriv"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Giv samtykke")
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type(" nu")
    page.wait_for_timeout(1_700)
    is_saved(page)
    assert [(t.title, t.goal) for t in KlikTask.objects.all()] == [
        ("Giv samtykke nu", "<p>Mål</p>")
    ]
    assert axe(page) == [] and broken_references(page) == []


def test_the_saved_tasks_own_buttons_are_there_at_once(open_as: Open) -> None:
    page = open_as(make_anne())
    page.locator("#id_title").fill("Giv samtykke")
    is_saved(page)
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(page.locator("#error-summary")).to_be_focused()
    page.get_by_role("navigation", name="Opgaven").get_by_role("link", name="Forløb").click()
    expect(page.get_by_text("oprettede opgaven")).to_be_visible()


def test_tjek_and_the_preview_ask_for_the_saved_task_from_then_on(open_as: Open) -> None:
    page = open_as(make_anne())
    page.locator("#id_title").fill("Giv samtykke")
    is_saved(page)
    with page.expect_request(f"**{reverse('task_check', args=[KlikTask.objects.get().pk])}"):
        write(page, "goal", "Kommunen skal svare. ")
    expect(page.locator("#tjek-indhold")).to_contain_text("Kommunen skal")
    page.get_by_role("button", name="Vis forhåndsvisning").click()
    with page.expect_request(f"**{reverse('task_preview_now', args=[KlikTask.objects.get().pk])}"):
        write(page, "goal", "Nu.")


def test_a_button_waits_for_the_task_that_is_being_made(open_as: Open) -> None:
    page = open_as(make_anne())
    held: list[Route] = []
    page.route("**/gem/", lambda route: held.append(route))  # noqa: PLW0108 - playwright refuses a built-in
    with page.expect_request("**/opgaver/gem/"):
        page.locator("#id_title").fill("Giv samtykke")
    page.get_by_role("button", name="Gem og opret næste").click()
    assert KlikTask.objects.count() == 0
    held[0].continue_()
    expect(page.locator("#id_title")).to_have_value("")
    assert [task.title for task in KlikTask.objects.all()] == ["Giv samtykke"]


def test_a_reference_typed_in_the_title_is_parted_without_a_conflict(open_as: Open) -> None:
    page = open_as(make_anne())
    page.locator("#id_title").press_sequentially("(MI 02) Giv samtykke", delay=10)
    is_saved(page)
    page.keyboard.type(" nu")
    page.wait_for_timeout(1_700)
    is_saved(page)
    page.locator("#id_goal").focus()
    page.wait_for_timeout(1_700)
    is_saved(page)
    task = KlikTask.objects.get()
    assert (task.reference.bracketed, task.title) == ("(MI 02)", "Giv samtykke nu")
    expect(page.locator("#id_title")).to_have_value("Giv samtykke nu")
    expect(page.locator("#id_reference")).to_have_value("MI 02")
    expect(page.locator("[data-conflict]")).to_have_count(0)
    expect(page.locator("#announcer")).not_to_contain_text("Andre har rettet")


def test_text_before_the_title_lives_in_the_browser(open_as: Open) -> None:
    page = open_as(make_anne())
    write(page, "goal", "Skrevet før titlen")
    page.wait_for_timeout(400)
    page = again(page, None)
    expect(page.locator("#id_goal")).to_have_text("")
    offer = page.get_by_role("region", name="Du har tekst her")
    expect(offer).to_contain_text("Skrevet før titlen")
    offer.get_by_role("button", name="Brug teksten herfra").click()
    expect(page.locator("#id_goal")).to_have_text("Skrevet før titlen")
    page.locator("#id_title").fill("Giv samtykke")
    is_saved(page)
    assert KlikTask.objects.get().goal == "<p>Skrevet før titlen</p>"
    page = again(page, None)
    expect(page.get_by_role("region", name="Du har tekst her")).to_have_count(0)


# ---- When it cannot be saved -----------------------------------------------------------------


def test_without_network_for_20_seconds_nothing_is_lost(
    open_as: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["ERR_INTERNET_DISCONNECTED", "htmx:"]  # htmx says so too
    task = make_task()
    page = open_as(make_anne(), task)
    page.context.set_offline(True)
    write(page, "goal", "Skrevet uden net")
    expect(page.locator("#gemt")).to_have_text("Ikke gemt endnu – vi prøver igen")
    page.wait_for_timeout(18_000)
    write(page, "goal", " og mere")
    page.wait_for_timeout(2_000)
    page.context.set_offline(False)
    is_saved(page)
    assert now(task).goal == "<p>Skrevet uden net og mere</p>"


def test_a_tab_killed_mid_typing_offers_its_text_and_never_puts_it_back_unasked(
    open_as: Open, expected_troubles: list[str]
) -> None:
    expected_troubles += ["ERR_INTERNET_DISCONNECTED", "htmx:"]  # htmx says so too
    task = make_task(goal="<p>Gemt mål</p>")
    page = open_as(make_anne(), task)
    page.context.set_offline(True)
    write(page, "goal", ", og mere")
    page.locator("#id_title").fill("Ny titel")
    page.wait_for_timeout(400)
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    save_task(make_rikke(), task.pk, 1, {"result": "<p>Rikke</p>"})
    page = context.new_page()
    page.goto(address(task))
    expect(page.locator("#id_goal")).to_have_text("Gemt mål")
    offer = page.get_by_role("region", name="Du har tekst her")
    expect(offer.get_by_role("region", name="Mål")).to_contain_text("Gemt mål, og mere")
    assert axe(page) == [] and sideways(page) == 0
    offer.get_by_role("button", name="Behold det gemte i Opgavetitel").click()
    offer.get_by_role("button", name="Brug teksten herfra i Mål").click()
    expect(offer).to_have_count(0)
    is_saved(page)
    saved = now(task)
    assert (saved.goal, saved.title) == ("<p>Gemt mål, og mere</p>", task.title)
    page.reload()
    expect(page.get_by_role("region", name="Du har tekst her")).to_have_count(0)


def test_what_the_browser_brings_back_at_a_reload_is_saved(open_as: Open) -> None:
    task = make_task(performer_comment="Før")
    page = open_as(make_anne(), task)
    page.add_init_script(BRINGS_BACK)
    page.reload()
    is_saved(page)
    assert now(task).performer_comment == "Skrevet før genindlæsningen"


# As browsers do: after the page is read, before its scripts
BRINGS_BACK = """document.addEventListener("readystatechange", () => {
    const field = document.getElementById("id_performer_comment");
    if (document.readyState === "interactive") field.value = "Skrevet før genindlæsningen";
})"""


def test_leaving_warns_only_when_something_cannot_be_saved(
    open_as: Open, expected_troubles: list[str]
) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    write(page, "goal", "Skrevet lige før")
    page.get_by_role("link", name="Skriveguide").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skriveguide")
    page.goto(address(task))
    expect(page.locator("#id_goal")).to_have_text("Skrevet lige før")
    assert asked == []
    page.locator("#id_end_offset_days").fill("to uger")
    page.locator("#id_title").focus()
    expect(page.locator("#gemt")).to_have_text(re.compile("Ikke gemt endnu"))
    page.get_by_role("link", name="Skriveguide").first.click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(page.locator("#id_end_offset_days")).to_have_value("to uger")


# ---- Others ----------------------------------------------------------------------------------


def test_two_browsers_in_different_fields_see_each_others_text(open_as: Open) -> None:
    task = make_task()
    anne, rikke = open_as(make_anne(), task), open_as(make_rikke(), task)
    rikke.evaluate(LISTEN)
    write(anne, "goal", "Annes mål")
    is_saved(anne)
    write(rikke, "result", "Rikkes resultat")
    is_saved(rikke)
    expect(rikke.locator("#id_goal")).to_have_text("Annes mål")
    until(rikke, "window.heard.includes('Andre har rettet i Mål. Det står her nu.')")
    write(anne, "goal", ", igen")
    is_saved(anne)
    expect(anne.locator("#id_result")).to_have_text("Rikkes resultat")
    saved = now(task)
    assert (saved.goal, saved.result) == ("<p>Annes mål, igen</p>", "<p>Rikkes resultat</p>")


def test_what_another_saves_arrives_by_itself(open_as: Open) -> None:
    task = make_task()
    anne, rikke = open_as(make_anne(), task), open_as(make_rikke(), task)
    write(rikke, "goal", "Rikkes mål. Kommunen skal svare. ")
    rikke.locator("#id_title").fill("Giv et svar")
    is_saved(rikke)
    expect(anne.locator("#id_goal")).to_have_text("Rikkes mål. Kommunen skal svare. ")
    expect(anne.get_by_role("heading", level=1)).to_contain_text("Giv et svar")
    expect(anne.locator("#id_title")).to_have_value("Giv et svar")
    expect(anne.locator("#tjek-indhold")).to_contain_text("Kommunen skal")


def hear_of_nobody(page: Page) -> None:
    """Let the page not be told that somebody else has saved, until it saves itself."""
    page.route("**/til-stede/", lambda route: route.fulfill(status=204))


@pytest.mark.parametrize(
    ("button", "stands"),
    [
        ("Brug min", "<p>Det gamle mål, som Anne skriver det</p>"),
        ("Brug Rikkes", "<p>Det gamle mål, som Rikke skriver det</p>"),
        (
            "Skriv sammen",
            "<p>Det gamle mål, som Anne skriver det</p><p>Det gamle mål, som Rikke skriver det</p>",
        ),
    ],
)
def test_two_browsers_in_the_same_field_choose(open_as: Open, button: str, stands: str) -> None:
    task = make_task(goal="<p>Det gamle mål</p>")
    anne, rikke = open_as(make_anne(), task), open_as(make_rikke(), task)
    hear_of_nobody(anne)
    write(rikke, "goal", ", som Rikke skriver det")
    is_saved(rikke)
    write(anne, "goal", ", som Anne skriver det")
    write(anne, "result", "Et svar")
    notice = anne.get_by_role("region", name="Rikke har også rettet i Mål")
    expect(notice.locator("del")).to_contain_text("Rikke")
    expect(notice.locator("ins")).to_contain_text("Anne")
    expect(anne.locator("#gemt")).to_have_text(re.compile("Ikke gemt endnu: Mål$"))
    assert now(task).result == "<p>Et svar</p>"
    assert axe(anne) == [] and broken_references(anne) == []
    notice.get_by_role("button", name=button).click()
    expect(notice).to_have_count(0)
    expect(anne.locator("#id_goal")).to_be_focused()
    is_saved(anne)
    assert now(task).goal == stands


def test_two_titles_can_be_written_together(open_as: Open) -> None:
    task = make_task(title="Giv svar")
    anne, rikke = open_as(make_anne(), task), open_as(make_rikke(), task)
    hear_of_nobody(anne)
    rikke.locator("#id_title").fill("Giv et svar")
    is_saved(rikke)
    anne.locator("#id_title").fill("Giv svaret")
    notice = anne.get_by_role("region", name="Rikke har også rettet i Opgavetitel")
    notice.get_by_role("button", name="Skriv sammen").click()
    is_saved(anne)
    assert now(task).title == "Giv svaret Giv et svar"


def test_two_tabs_of_ones_own_are_one_sitting_and_two_editors(open_as: Open) -> None:
    task = make_task()
    page = open_as(make_anne(), task)
    other = page.context.new_page()
    other.goto(address(task))
    write(other, "goal", "Fra den anden fane")
    is_saved(other)
    write(page, "goal", "Fra den første")
    expect(page.get_by_role("region", name="Du har også rettet i Mål")).to_be_visible()
    page.get_by_role("button", name="Brug min").click()
    is_saved(page)
    assert now(task).goal == "<p>Fra den første</p>"
    assert Version.objects.filter(task=task).count() == 1


def test_the_question_fits_a_narrow_window(open_as: Open) -> None:
    task = make_task(goal="<p>Det gamle mål</p>")
    page = open_as(make_anne(), task, width=320)
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål, som er langt og godt</p>"})
    write(page, "goal", ", som Anne skriver det")
    expect(page.get_by_role("region", name="Rikke har også rettet i Mål")).to_be_visible()
    assert axe(page) == [] and sideways(page) == 0
