"""A page that lies open asks who is logged in by now, and logs in without being left."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.logging_in import TRIES
from tests.make import make_anne, make_rikke, make_task
from tests.views.form_page import typed

pytestmark = pytest.mark.django_db

PASSWORD = "k4vx-7mpe-2hsd"
HERE = reverse("login_in_place")
WRONG = "Brugernavn og adgangskode passer ikke sammen. Prøv igen."


@pytest.fixture
def browser() -> Client:
    """A browser that minds the form's secret, with nobody logged in; Anne has a password."""
    anne = make_anne()
    anne.set_password(PASSWORD)
    anne.save()
    return Client(enforce_csrf_checks=True)


def token(browser: Client) -> str:
    return str(browser.get(HERE).json()["token"])


def log_in(browser: Client, password: str = PASSWORD, username: str = "anne") -> Any:
    data = {"username": username, "password": password}
    return browser.post(HERE, data, headers={"X-CSRFToken": token(browser)})


def test_it_tells_who_is_logged_in_and_keeps_out_of_every_cache(browser: Client) -> None:
    answer = browser.get(HERE)
    assert (answer.json()["user"], answer.json()["name"]) == (None, None)
    assert "no-store" in answer["Cache-Control"]
    browser.force_login(make_rikke())
    told = browser.get(HERE).json()
    assert (told["user"], told["name"]) == ("rikke", "Rikke")


def test_the_right_password_logs_in_and_gives_a_secret_that_works(browser: Client) -> None:
    answer = log_in(browser)
    assert (answer.status_code, answer.json()["user"]) == (200, "anne")
    task = make_task()
    sent = typed(task, title="Rettet") | {"csrfmiddlewaretoken": answer.json()["token"]}
    assert browser.post(reverse("task_edit", args=[task.pk]), sent).status_code == 302
    task.refresh_from_db()
    assert task.title == "Rettet"


@pytest.mark.parametrize(
    ("username", "password"),
    [("anne", "forkert"), ("ukendt", PASSWORD), ("", ""), ("a" * 999, "x")],
)
def test_every_wrong_answer_is_the_same(browser: Client, username: str, password: str) -> None:
    answer = log_in(browser, password, username)
    assert (answer.status_code, answer.json()) == (400, {"error": WRONG})
    assert browser.get(HERE).json()["user"] is None


def test_it_rests_as_the_login_does(browser: Client) -> None:
    for _ in range(TRIES):
        log_in(browser, "forkert")
    assert "Vent et kvarter" in log_in(browser).json()["error"]


def test_without_the_forms_secret_nobody_is_logged_in(browser: Client) -> None:
    answer = browser.post(HERE, {"username": "anne", "password": PASSWORD})
    assert (answer.status_code, answer["X-Csrf-Failed"]) == (403, "1")


def test_a_page_with_somebody_logged_in_says_whose_it_is(browser: Client) -> None:
    assert "data-person=" not in browser.get(reverse("login")).content.decode()
    browser.force_login(make_anne())
    page = browser.get(reverse("overview")).content.decode()
    assert '<body data-person="anne" data-person-name="Anne"' in page


def test_the_logout_lets_the_browser_forget_the_texts_it_put_by(browser: Client) -> None:
    browser.force_login(make_anne())
    answer = browser.post(reverse("logout"), {"csrfmiddlewaretoken": token(browser)})
    assert (answer.status_code, answer["Clear-Site-Data"]) == (302, '"storage"')
    assert browser.get(HERE).json()["user"] is None
