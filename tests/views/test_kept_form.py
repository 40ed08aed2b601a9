"""A form that was sent after the login had ended is kept, and sent by one press after the login."""

import re
from html import unescape
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask
from tests.make import make_anne, make_task
from tests.views.form_page import shown, typed

pytestmark = pytest.mark.django_db

PASSWORD = "k4vx-7mpe-2hsd"
TEXT = 'Han sagde "hej" & gik\r\n<b>nu</b>'
NEW = "e3c1a1de-5d2c-4f0e-8a87-7c5a4cbb3a55"


@pytest.fixture
def browser() -> Client:
    """A browser with the form's secret, whose login has ended."""
    anne = make_anne()
    anne.set_password(PASSWORD)
    anne.save()
    browser = Client(enforce_csrf_checks=True)
    browser.get(reverse("login"))
    return browser


def fields(response: Any) -> list[tuple[str, str]]:
    """The hidden fields of the page's own form, as a browser would send them."""
    page = shown(response)
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    kept = [(unescape(name), unescape(value)) for name, value in found]
    return [(name, value) for name, value in kept if name != "csrfmiddlewaretoken"]


def post(browser: Client, url: str, data: dict[str, Any], **headers: str) -> Any:
    secret = browser.get(reverse("login_in_place")).json()["token"]
    return browser.post(url, data | {"csrfmiddlewaretoken": secret}, headers=headers)


def log_in(browser: Client, asked: Any, password: str = PASSWORD) -> Any:
    kept = dict(fields(asked))["kept"]
    data = {"username": "anne", "password": password, "kept": kept}
    return post(browser, reverse("login"), data)


def send_again(browser: Client, offered: Any) -> Any:
    data: dict[str, list[str]] = {}
    for name, value in fields(offered):
        data.setdefault(name, []).append(value)
    (path,) = re.findall(r'action="([^"]*)" data-submit-once', shown(offered))
    return post(browser, path, data)


def test_what_was_typed_is_saved_by_one_press_after_the_login(browser: Client) -> None:
    task = make_task()
    url = reverse("task_edit", args=[task.pk])
    asked = post(browser, url, typed(task, title="Rettet", goal=TEXT))
    assert asked.status_code == 401
    assert "Log ind, så gemmer vi det, du skrev." in shown(asked)
    offered = log_in(browser, asked)
    assert "Gem det, du skrev" in shown(offered)
    assert send_again(browser, offered).status_code == 302
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.title, saved.revision) == ("Rettet", 2)
    assert "Han sagde" in saved.goal


def test_a_new_task_is_made_once(browser: Client) -> None:
    sent = {"title": "Ny", "creation_key": NEW, "action": "save"}
    offered = log_in(browser, post(browser, reverse("task_new"), sent))
    for _ in range(2):
        assert send_again(browser, offered).status_code == 302
    assert KlikTask.objects.get().title == "Ny"


def test_a_wrong_password_keeps_it(browser: Client) -> None:
    asked = post(browser, reverse("task_new"), {"title": "Ny", "creation_key": NEW})
    again = log_in(browser, asked, "forkert")
    assert "passer ikke sammen" in shown(again)
    assert ">Ny</textarea>" in shown(again)
    assert send_again(browser, log_in(browser, again)).status_code == 302
    assert KlikTask.objects.get().title == "Ny"


def test_every_value_of_every_field_comes_again(browser: Client) -> None:
    sent = {"title": TEXT, "waves": ["1", "2"], "action": "save_next"}
    offered = log_in(browser, post(browser, reverse("task_new") + "?efter=7", sent))
    assert fields(offered) == [
        ("title", TEXT), ("waves", "1"), ("waves", "2"), ("action", "save_next"),
    ]  # fmt: skip
    assert 'action="/opgaver/ny/?efter=7"' in shown(offered)


def test_a_button_alone_is_offered_again(browser: Client) -> None:
    task = make_task()
    asked = post(browser, reverse("task_bin", args=[task.pk]), {})
    assert "Log ind, og fortsæt, hvor du slap." in shown(asked)
    offered = log_in(browser, asked)
    assert "Fortsæt, hvor du slap" in shown(offered)
    send_again(browser, offered)
    task.refresh_from_db()
    assert task.binned_at


def test_what_others_made_up_is_not_offered(browser: Client) -> None:
    foreign = signing.dumps(["https://evil.dk/", "title=x"])
    for kept in ("x", "", foreign):
        data = {"username": "anne", "password": PASSWORD, "kept": kept}
        answer = post(browser, reverse("login"), data)
        assert answer["Location"] == reverse("overview")
        browser.logout()


def test_a_password_is_never_kept(browser: Client) -> None:
    sent = {"old_password": "hemmelig", "new_password1": "ny", "new_password2": "ny"}
    answer = post(browser, reverse("password"), sent)
    assert answer["Location"] == "/log-ind/?next=/adgangskode/"


def test_a_script_is_told_in_few_words(browser: Client) -> None:
    sent = {"title": "Ny"}
    for header in ({"Sec_Fetch_Mode": "cors"}, {"HX_Request": "true"}):
        answer = post(browser, reverse("task_new"), sent, **header)
        assert (answer.status_code, answer.json()) == (401, {"error": "Log ind igen."})
        assert not answer.cookies, "a late answer would undo the login made meanwhile"


def test_a_secret_of_another_login_still_shows_the_kept_text(browser: Client) -> None:
    asked = post(browser, reverse("task_new"), {"title": "Min tekst"})
    data = {"username": "anne", "password": PASSWORD, "kept": dict(fields(asked))["kept"]}
    refused = browser.post(reverse("login"), data)
    assert refused.status_code == 403
    assert ">Min tekst</textarea>" in shown(refused)
