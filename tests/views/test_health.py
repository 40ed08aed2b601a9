"""/sundhed/: open to a watcher without a login, cheap, and silent about all but its two parts."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tasks.style import canary


@pytest.fixture
def dumb_canary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    canary.sings.cache_clear()
    monkeypatch.setattr(canary, "BAD", canary.GOOD)
    yield
    canary.sings.cache_clear()


@pytest.mark.django_db
def test_a_well_house_says_ok_in_one_query_and_gives_no_cookie(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        response = client.get("/sundhed/")
    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.usefixtures("dumb_canary")
def test_an_engine_that_misjudges_is_told(client: Client) -> None:
    response = client.get(reverse("health"))
    assert (response.status_code, response.content.decode()) == (503, "fejl: tjek")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_database_that_does_not_answer_is_told_and_nothing_of_it(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/there is no such database")
    try:
        response = client.get(reverse("health"))
    finally:
        connection.close()
    assert (response.status_code, response.content.decode()) == (503, "fejl: database")
    assert "The database does not answer" in caplog.text


@pytest.mark.django_db
def test_it_is_only_looked_at(client: Client) -> None:
    assert client.head(reverse("health")).status_code == 200
    assert client.post(reverse("health")).status_code == 405
