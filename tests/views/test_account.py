"""One's own account: the password is changed by whoever knows the old one."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.make import make_anne

pytestmark = pytest.mark.django_db

OLD, NEW = "gammel-nok-til-kaffe", "helt-ny-og-lang-nok"


@pytest.fixture
def anne(client: Client) -> Client:
    person = make_anne()
    person.set_password(OLD)
    person.save()
    client.force_login(person)
    return client


def change(client: Client, old: str, new: str, again: str) -> str:
    data = {"old_password": old, "new_password1": new, "new_password2": again}
    return client.post(reverse("password"), data, follow=True).content.decode()


def test_anne_changes_her_password_and_stays_logged_in(anne: Client) -> None:
    assert "Din adgangskode er skiftet." in change(anne, OLD, NEW, NEW)
    assert anne.get(reverse("overview")).status_code == 200
    assert Client().login(username="anne", password=NEW)


def test_her_other_logins_end(anne: Client) -> None:
    elsewhere = Client()
    elsewhere.login(username="anne", password=OLD)
    change(anne, OLD, NEW, NEW)
    assert elsewhere.get(reverse("overview")).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("forkert", NEW, NEW), (OLD, NEW, "noget andet"), (OLD, "kort", "kort"), (OLD, "", "")],
)
def test_a_wrong_answer_changes_nothing(anne: Client, old: str, new: str, again: str) -> None:
    page = change(anne, old, new, again)
    assert 'id="error-summary"' in page
    assert Client().login(username="anne", password=OLD)


def test_a_stranger_is_sent_to_the_login(client: Client) -> None:
    assert client.get(reverse("password")).status_code == 302
