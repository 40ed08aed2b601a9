"""A login that ends while one writes costs nothing: one logs in above the text, and it is saved."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask, Person
from tests.browser.accessibility import axe, sideways
from tests.make import make_anne, make_rikke, make_task

PASSWORD = "k4vx-7mpe-2hsd"
GOAL = "Målet er, at I kan sende filen."
Form = Callable[[KlikTask | None], Page]


@pytest.fixture
def anne() -> Person:
    person = make_anne()
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def form(page: Page, live_server: LiveServer, sign_in: Any, anne: Person) -> Form:
    """Open the form of a task, or of a new one, as Anne, who has typed a goal in it."""
    sign_in(page, anne)

    def open_form(task: KlikTask | None) -> Page:
        path = reverse("task_edit", args=[task.pk]) if task else reverse("task_new")
        page.goto(live_server.url + path)
        with page.expect_response(re.compile("/tjek/")):
            page.locator("#id_goal").fill(GOAL)
        page.wait_for_timeout(100)  # milliseconds: the answer is drawn a little later
        return page

    return open_form


@pytest.fixture(autouse=True)
def ended(expected_troubles: list[str]) -> None:
    """The browser itself notes that a login has ended, a secret is old or a password wrong."""
    expected_troubles += [f"status of {code}" for code in (400, 401, 403)]
    expected_troubles += [f"Response Status Error Code {code}" for code in (401, 403)]


def button(page: Page, name: str = "Gem") -> Locator:
    return page.locator(".action-bar").get_by_role("button", name=name, exact=True)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Log ind igen")


def log_in(page: Page, password: str = PASSWORD) -> None:
    dialog(page).get_by_label("Adgangskode").fill(password)
    dialog(page).get_by_role("button", name="Log ind").click()


def assert_saved_once(task: KlikTask) -> None:
    saved = KlikTask.objects.get(pk=task.pk)
    assert GOAL in saved.goal
    assert saved.revision == 2
    assert list(saved.versions.values_list("revision", flat=True)) == [2], "all in one sitting"
    assert saved.events.filter(kind="edited").count() == 1


def cookie_of(person: Person, live_server: LiveServer) -> Any:
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": live_server.url}


def in_another_tab(page: Page, live_server: LiveServer, person: Person) -> None:
    """Log in with the login's own form, which gives the browser a new secret."""
    page.context.clear_cookies()
    tab = page.context.new_page()
    tab.goto(live_server.url + reverse("login"))
    tab.get_by_label("Brugernavn").fill(person.username)
    tab.get_by_label("Adgangskode").fill(PASSWORD)
    tab.get_by_role("button", name="Log ind").click()
    tab.wait_for_url(live_server.url + reverse("overview"))
    tab.close()


# ---- Saving after the login has ended -------------------------------------------------------


def test_gem_asks_for_the_password_and_saves_once(form: Form) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    button(page).click()
    expect(dialog(page)).to_contain_text("Din tekst står her stadig.")
    expect(dialog(page)).to_contain_text("Brugernavn: anne")
    expect(dialog(page).get_by_label("Adgangskode")).to_be_focused()
    assert axe(page) == []
    log_in(page)
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


def test_the_pressed_button_is_remembered(form: Form) -> None:
    page = form(None)
    page.locator("#id_title").fill("Giv samtykke")
    Session.objects.all().delete()
    button(page, "Gem og opret næste").click()
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ny opgave")
    expect(page.locator("#id_title")).to_have_value("")
    assert KlikTask.objects.get().title == "Giv samtykke"


def test_a_wrong_password_is_told_and_keeps_the_dialog(form: Form) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    button(page).click()
    log_in(page, "forkert")
    error = dialog(page).get_by_role("alert")
    expect(error).to_have_text("Brugernavn og adgangskode passer ikke sammen. Prøv igen.")
    expect(dialog(page).get_by_label("Adgangskode")).to_be_focused()
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert sideways(page) == 0
    log_in(page)
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


@pytest.mark.parametrize("way", ["Escape", "Ikke nu"])
def test_not_now_keeps_the_text_and_gem_asks_again(form: Form, way: str) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    button(page).click()
    expect(dialog(page)).to_be_visible()
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        dialog(page).get_by_role("button", name="Ikke nu").click()
    expect(dialog(page)).to_have_count(0)
    expect(button(page)).to_be_focused()
    expect(page.locator("#id_goal")).to_have_text(GOAL)
    expect(page.locator("#connection")).to_contain_text("Din tekst står her endnu.")
    assert KlikTask.objects.get().revision == 1
    button(page).click()
    log_in(page)
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


def test_pressing_many_times_meanwhile_opens_one_dialog_and_saves_once(form: Form) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    page.evaluate("""() => { const form = document.querySelector("[data-task-form]");
        const button = form.querySelector(".action-bar button");
        for (let n = 0; n < 3; n++) form.requestSubmit(button); }""")
    expect(dialog(page)).to_have_count(1)
    log_in(page)
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


def test_a_secret_that_was_renewed_in_another_tab_is_taken_without_a_word(
    form: Form, live_server: LiveServer, anne: Person
) -> None:
    task = make_task()
    page = form(task)
    in_another_tab(page, live_server, anne)
    button(page).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


def test_nothing_is_saved_in_somebody_elses_name(
    form: Form, live_server: LiveServer, anne: Person
) -> None:
    rikke = make_rikke()
    rikke.set_password(PASSWORD)
    rikke.save()
    page = form(make_task())
    in_another_tab(page, live_server, rikke)
    button(page).click()
    other = page.get_by_role("dialog", name="Rikke er logget ind")
    expect(other).to_contain_text("Teksten er skrevet af Anne, men nu er Rikke logget ind")
    assert axe(page) == []
    other.get_by_role("button", name="Luk").click()
    expect(page.locator("#id_goal")).to_have_text(GOAL)
    expect(page.locator("#connection")).to_contain_text("Derfor er den ikke gemt.")
    assert KlikTask.objects.get().revision == 1
    in_another_tab(page, live_server, anne)
    button(page).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()


def test_without_a_connection_the_page_stays(form: Form, expected_troubles: list[str]) -> None:
    expected_troubles.append("net::ERR_INTERNET_DISCONNECTED")
    task = make_task()
    page = form(task)
    page.context.set_offline(True)
    button(page).click()
    said = page.locator("#connection")
    expect(said).to_have_text("Der er ikke forbindelse lige nu. Du kan skrive videre.")
    expect(said).to_be_in_viewport()
    expect(page.locator("#id_goal")).to_have_text(GOAL)
    page.context.set_offline(False)
    button(page).click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


# ---- Tjek ------------------------------------------------------------------------------------


def test_tjek_asks_for_the_login_and_answers_then(form: Form, expected_troubles: list[str]) -> None:
    # htmx tells that a newer question took the place of this one
    expected_troubles += ["htmx:afterRequest", "htmx:sendAbort", "undefined"]
    page = form(make_task())
    Session.objects.all().delete()
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare.")
    expect(dialog(page)).to_be_visible()
    log_in(page)
    expect(page.locator("#tjek-indhold")).to_contain_text("kommunen skal")
    expect(page.locator("#id_goal")).to_be_focused()


def test_tjek_asks_no_more_after_not_now(form: Form) -> None:
    page = form(make_task())
    Session.objects.all().delete()
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare.")
    expect(dialog(page)).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_response(re.compile("/tjek/")):
        page.locator("#id_goal").fill("Målet er, at kommunen bør svare.")
    page.wait_for_timeout(300)  # milliseconds
    expect(dialog(page)).to_have_count(0)
    expect(page.locator("#connection")).to_contain_text("Tryk Gem, når du vil logge ind igen.")


def test_tjek_takes_a_renewed_secret_without_a_word(
    form: Form, live_server: LiveServer, anne: Person
) -> None:
    page = form(make_task())
    in_another_tab(page, live_server, anne)
    page.locator("#id_goal").fill("Målet er, at kommunen skal svare.")
    expect(page.locator("#tjek-indhold")).to_contain_text("kommunen skal")
    expect(page.locator("#connection")).to_be_hidden()


# ---- What a script sends ---------------------------------------------------------------------

SEND_TWO = """async (url) => {
    const sent = [];
    const send = (secret) => {
        sent.push(secret);
        return fetch(url, {method: "POST", redirect: "manual", headers: {"X-CSRFToken": secret}});
    };
    const asked = [window.klikEditor.inSession(send), window.klikEditor.inSession(send)];
    const ends = await Promise.allSettled(asked);
    return {sent: sent.length, ends: ends.map((end) => end.value?.status ?? end.reason.name)};
}"""


def send_two(page: Page, task: KlikTask) -> Any:
    return page.evaluate(SEND_TWO, reverse("task_check", args=[task.pk]))


def test_what_a_script_sends_is_sent_once_while_the_login_lasts(form: Form) -> None:
    task = make_task()
    assert send_two(form(task), task) == {"sent": 2, "ends": [200, 200]}


def test_two_requests_share_one_dialog_and_are_each_carried_out_once(form: Form) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    page.evaluate(f"url => {{ window.ends = ({SEND_TWO})(url); }}", f"/opgaver/{task.pk}/tjek/")
    expect(dialog(page)).to_have_count(1)
    log_in(page)
    assert page.evaluate("window.ends") == {"sent": 4, "ends": [200, 200]}
    expect(dialog(page)).to_have_count(0)


def test_a_renewed_secret_carries_a_request_out_again(
    form: Form, live_server: LiveServer, anne: Person
) -> None:
    task = make_task()
    page = form(task)
    in_another_tab(page, live_server, anne)
    assert send_two(page, task) == {"sent": 4, "ends": [200, 200]}
    assert send_two(page, task) == {"sent": 2, "ends": [200, 200]}


def test_after_not_now_a_script_is_refused_without_a_dialog(form: Form) -> None:
    task = make_task()
    page = form(task)
    Session.objects.all().delete()
    button(page).click()
    expect(dialog(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    assert send_two(page, task) == {"sent": 2, "ends": ["NotLoggedIn", "NotLoggedIn"]}
    expect(dialog(page)).to_have_count(0)


# ---- Without a script, and after the logout --------------------------------------------------


def test_without_a_script_what_was_typed_is_saved_by_one_more_press(
    new_page: Any, live_server: LiveServer, sign_in: Any, anne: Person
) -> None:
    task = make_task()
    page: Page = new_page(java_script_enabled=False)
    sign_in(page, anne)
    page.goto(live_server.url + reverse("task_edit", args=[task.pk]))
    page.locator("#id_goal").fill(GOAL)
    Session.objects.all().delete()
    button(page).click()
    expect(page.get_by_text("Log ind, så gemmer vi det, du skrev.")).to_be_visible()
    page.get_by_label("Brugernavn").fill("anne")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("button", name="Gem det, du skrev").click()
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert_saved_once(task)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_that_keep_a_form_are_as_good_as_the_others(
    form: Form, width: int, live_server: LiveServer
) -> None:
    page = form(make_task())
    page.set_viewport_size({"width": width, "height": 900})
    Session.objects.all().delete()
    page.evaluate("document.querySelector('[data-task-form]').submit()")  # past the script
    expect(page.get_by_label("Mål")).to_have_value(GOAL)
    assert axe(page) == []
    assert sideways(page) == 0
    page.get_by_label("Brugernavn").fill("anne")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("button", name="Gem det, du skrev")).to_be_visible()
    assert axe(page) == []
    assert sideways(page) == 0


def test_the_logout_leaves_no_text_in_the_browser_and_one_can_log_in_again(
    form: Form, live_server: LiveServer, expected_troubles: list[str]
) -> None:
    expected_troubles.append("Clear-Site-Data")  # chromium tells what it cleared
    task = make_task()
    page = form(task)
    page.evaluate("localStorage.setItem('klik:x', '1'); localStorage.setItem('other', '1')")
    page.evaluate("sessionStorage.setItem('klik:x', '1')")
    page.get_by_role("button", name="Log ud").click()
    page.wait_for_url(live_server.url + reverse("login"))
    assert page.evaluate("[localStorage.length, sessionStorage.getItem('klik:x')]") == [0, None]
    assert_saved_once(task)
    page.get_by_label("Brugernavn").fill("anne")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overblik")


def test_the_script_alone_forgets_the_texts_too(form: Form, live_server: LiveServer) -> None:
    task = make_task()
    page = form(task)
    page.evaluate("localStorage.setItem('klik:x', '1'); localStorage.setItem('other', '1')")
    page.route("**/log-ud/", lambda route: route.fulfill(status=204))
    with page.expect_request("**/log-ud/"):  # sent when the text is saved
        page.evaluate("document.querySelector('[data-logout]').requestSubmit()")
    assert page.evaluate("localStorage.getItem('klik:x')") is None
    assert page.evaluate("localStorage.getItem('other')") == "1"


# ---- Who else is here -----------------------------------------------------------------------


def test_two_people_hear_of_each_other_within_fifteen_seconds(
    form: Form, new_page: Any, live_server: LiveServer, sign_in: Any
) -> None:
    task = make_task()
    here = form(task)
    line = here.locator("#til-stede")
    height = line.evaluate("line => line.offsetHeight")
    there: Page = new_page()
    sign_in(there, make_rikke())
    there.goto(live_server.url + reverse("task_edit", args=[task.pk]))
    expect(there.locator("#til-stede")).to_have_text("Anne skriver i opgaven.", timeout=15_000)
    expect(line).to_have_text("Rikke har opgaven åben.", timeout=15_000)
    assert line.evaluate("line => line.offsetHeight") == height
    assert axe(here) == []
    there.locator("#id_result").fill("Et resultat")
    expect(line).to_have_text("Rikke skriver i opgaven.", timeout=15_000)
    there.goto(live_server.url + reverse("overview"))
    expect(line).to_have_text("", timeout=15_000)
