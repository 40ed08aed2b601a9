"""The login says the same to everybody, and rests when somebody guesses on and on."""

import hashlib
import logging
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tasks.actions.logging_in import REST_SECONDS, TRIES
from tasks.models import WrongPasswords
from tests.make import make_anne, make_rikke
from tests.views.form_page import shown

pytestmark = pytest.mark.django_db

PASSWORD = "k4vx-7mpe-2hsd"
WRONG = "Brugernavn og adgangskode passer ikke sammen. Prøv igen."
RESTING = "Vent et kvarter, og prøv igen."


@pytest.fixture(autouse=True)
def people() -> None:
    """Anne and Rikke with passwords."""
    for person in (make_anne(), make_rikke()):
        person.set_password(PASSWORD)
        person.save()


def log_in(username: str = "anne", password: str = PASSWORD, address: str = "10.0.0.1") -> Any:
    typed = {"username": username, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse("login"), typed)


def guess(times: int = TRIES, username: str = "anne") -> str:
    return [shown(log_in(username, "forkert")) for _ in range(times)][-1]


def without_values(response: Any) -> str:
    """The page's own part, without what was typed and the form's secret."""
    page = shown(response)
    return re.sub(r'value="[^"]*"', "", page[page.index("<main") :])


def test_the_right_password_leads_in_and_a_wrong_one_is_told() -> None:
    assert log_in()["Location"] == reverse("overview")
    assert WRONG in guess(1)


@pytest.mark.parametrize(("username", "password"), [("", ""), ("anne", ""), ("", PASSWORD)])
def test_an_empty_field_is_told_and_not_counted(username: str, password: str) -> None:
    for _ in range(TRIES + 1):
        assert WRONG in shown(log_in(username, password))
    assert log_in().status_code == 302


def test_after_many_guesses_not_even_the_right_password_is_tried() -> None:
    assert WRONG in guess(TRIES)
    assert RESTING in shown(log_in())
    assert RESTING in shown(log_in(username="ANNE"))


def test_nobody_else_is_shut_out() -> None:
    guess(TRIES)
    assert log_in("rikke").status_code == 302
    assert log_in(address="10.0.0.2").status_code == 302


def test_a_right_password_begins_from_none_again() -> None:
    for _ in range(2):
        guess(TRIES - 1)
        assert log_in().status_code == 302


def test_after_the_rest_one_can_log_in_and_its_row_is_forgotten() -> None:
    guess(TRIES)
    over = timezone.now() - timedelta(seconds=REST_SECONDS + 1)
    WrongPasswords.objects.update(began_at=over)
    assert log_in().status_code == 302
    guess(TRIES, username="rikke")
    WrongPasswords.objects.update(began_at=over)
    guess(1)
    assert WrongPasswords.objects.get().tries == 1


def test_what_was_typed_cannot_be_read_in_the_database() -> None:
    guess(1, username="hemmelig")
    (row,) = WrongPasswords.objects.values()
    assert "hemmelig" not in str(row)
    assert row["key"] != hashlib.sha256(b"hemmelig\n10.0.0.1").hexdigest()


def test_an_unknown_and_an_inactive_person_get_the_answer_anne_gets() -> None:
    rikke = make_rikke()
    rikke.is_active = False
    rikke.save()
    answers = [
        [without_values(log_in(name, password)) for _ in range(TRIES + 1)]
        for name, password in (("anne", "forkert"), ("ukendt", "forkert"), ("rikke", PASSWORD))
    ]
    assert answers[0] == answers[1] == answers[2]
    assert RESTING in answers[0][-1]


def test_the_log_names_the_address_and_nothing_that_was_typed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        guess(TRIES, username="hemmelig\n2026 INFO Karl logged in")
    told = [record.getMessage() for record in caplog.records if record.name == "tasks.forms.login"]
    assert told[0] == "Wrong password, number 1 from 10.0.0.1"
    assert told[-1] == f"The login rests after {TRIES} from 10.0.0.1"
    assert "hemmelig" not in caplog.text
    assert "forkert" not in caplog.text
