"""Every address × every person × every state: who may what, and that looking never writes.

The rows are held against the URL resolver: an address without a row fails.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from tasks.models import Person
from tasks.workflow import Right
from tests.every_place import Places, make_places
from tests.make import make_anne, make_karl, make_rikke

pytestmark = pytest.mark.django_db

ANYBODY, READ, NEVER = "anybody", "whoever is logged in", "never"
WRITE, APPROVE = Right.WRITE, Right.APPROVE
PUBLISH, ADMINISTER = Right.PUBLISH, Right.ADMINISTER

# name: (the object its address names, what a GET answers, who may POST)
ROWS: dict[str, tuple[str, str, Right | str]] = {
    "login": ("", "page", ANYBODY),
    "login_in_place": ("", "page", ANYBODY),
    "logout": ("", "none", ANYBODY),
    "password": ("", "page", READ),
    "health": ("", "page", NEVER),
    "overview": ("", "page", NEVER),
    "task_list": ("", "page", NEVER),
    "task_new_many": ("", "page", WRITE),
    "task_submit_many": ("", "page", WRITE),
    "task_small": ("task", "page", WRITE),
    "task_bin": ("task", "none", WRITE),
    "task_copy": ("task", "none", WRITE),
    "task_restore": ("task", "none", WRITE),
    "agenda": ("", "page", NEVER),
    "bin": ("", "page", NEVER),
    "style_guide": ("", "page", NEVER),
    "task_new": ("", "page", WRITE),
    "task_autosave_new": ("", "none", WRITE),
    "task_autosave": ("task", "none", WRITE),
    "task_pick_day": ("", "none", READ),
    "task_check_new": ("", "none", READ),
    "task_project_parts": ("", "none", READ),
    "task_edit": ("task", "page", WRITE),
    "task_check": ("task", "none", READ),
    "task_presence": ("task", "none", READ),
    "task_review": ("task", "page", NEVER),
    "task_approve": ("task", "none", APPROVE),
    "task_send_back": ("task", "none", APPROVE),
    "task_reasons": ("task", "none", APPROVE),
    "task_move": ("move", "none", WRITE),
    "tasks_xlsx": ("", "download", NEVER),
    "task_xlsx": ("task", "download", NEVER),
    "task_preview": ("task", "page", NEVER),
    "task_preview_changed": ("task", "page", NEVER),
    "task_preview_now": ("task", "none", READ),
    "task_preview_new": ("", "none", READ),
    "task_podio": ("task", "page", NEVER),
    "task_podio_tick": ("task", "none", PUBLISH),
    "task_podio_link": ("task", "none", PUBLISH),
    "task_announcement": ("task", "page", WRITE),
    "task_test_wave": ("task", "none", PUBLISH),
    "task_look": ("task", "page", PUBLISH),
    "task_skip_test": ("task", "page", PUBLISH),
    "task_publish": ("task", "none", PUBLISH),
    "task_announced": ("task", "none", PUBLISH),
    "task_history": ("task", "page", NEVER),
    "project_list": ("", "page", NEVER),
    "project_new": ("", "page", ADMINISTER),
    "project_detail": ("project", "page", NEVER),
    "project_timeline": ("project", "page", NEVER),
    "project_dependencies": ("project", "page", NEVER),
    "project_corrections": ("project", "page", NEVER),
    "project_corrected": ("project", "none", PUBLISH),
    "project_told": ("project", "none", PUBLISH),
    "project_publishing": ("project", "page", NEVER),
    "project_follow_up": ("project", "page", NEVER),
    "task_follow_up": ("task", "none", WRITE),
    "task_followed_up": ("task", "none", WRITE),
    "project_edit": ("project", "page", ADMINISTER),
    "podio_task_new": ("project", "page", WRITE),
    "podio_task_edit": ("podio_task", "page", WRITE),
    "podio_task_remove": ("podio_task", "none", WRITE),
    "wave_new": ("project", "page", WRITE),
    "wave_edit": ("wave", "page", ADMINISTER),
    "wave_in_podio": ("wave", "none", PUBLISH),
    "wave_remove": ("wave", "none", ADMINISTER),
    "zone_new": ("project", "page", ADMINISTER),
    "zone_edit": ("zone", "page", ADMINISTER),
    "zone_remove": ("zone", "none", ADMINISTER),
    "prefix_new": ("project", "page", ADMINISTER),
    "prefix_edit": ("prefix", "page", ADMINISTER),
    "prefix_remove": ("prefix", "none", ADMINISTER),
}
PAGES = [name for name, row in ROWS.items() if row[1] != "none"]
POSTS = [name for name, row in ROWS.items() if row[2] != NEVER]
Make = Callable[[], Person]


def make_guest() -> Person:
    """Somebody who can log in, and whose groups give no right."""
    return Person.objects.get_or_create(username="gert", first_name="Gert")[0]


WHO_IS_HERE = {"django_session", "tasks_presence"}
ON_ONE_DATABASE = [
    pytest.param(make, marks=pytest.mark.one_database)
    for make in (make_guest, make_anne, make_rikke)
]
EVERYBODY = (*ON_ONE_DATABASE, make_karl)


@pytest.fixture
def places() -> Places:
    return make_places()


def addresses(places: Places, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for args, sent in places[ROWS[name][0]].items():
        yield reverse(name, args=args), sent


@cache
def data_tables() -> list[str]:
    return sorted(set(connection.introspection.table_names()) - WHO_IS_HERE)


def data_digest() -> str:
    """A checksum of every table but those of who is here; logging in alone writes last logins."""
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in data_tables():
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - our own names
            digest.update(repr((table, cursor.fetchall())).encode())
    return digest.hexdigest()


@contextmanager
def watched() -> Iterator[set[str]]:
    """Gather the names of the data's tables that anything is written to inside."""
    touched: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            touched.update(table for table in data_tables() if f'"{table}"' in sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield touched


@contextmanager
def undone() -> Iterator[None]:
    """Take back what is written inside, so that every POST meets the same data."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_address_has_a_row() -> None:
    resolver = get_resolver("tasks.urls")
    assert {name for name in resolver.reverse_dict if isinstance(name, str)} == set(ROWS)


def test_a_stranger_is_sent_to_the_login_and_leaves_nothing(places: Places) -> None:
    before, login = data_digest(), reverse("login")
    for name in set(ROWS) - {"login", "login_in_place", "logout", "health"}:
        for url, sent in addresses(places, name):
            response = Client().get(url)
            assert response.status_code == 302, url
            assert response["Location"].split("?")[0] == login, url
            assert Client().post(url, sent).status_code == 401, url
    assert data_digest() == before


@pytest.mark.parametrize("make", EVERYBODY)
def test_looking_never_writes_and_never_breaks(client: Client, places: Places, make: Make) -> None:
    client.force_login(make())
    before = data_digest()
    for name, (_, answer, _) in ROWS.items():
        for url, _ in addresses(places, name):
            status = client.get(url).status_code
            assert status in ((405,) if answer == "none" else (200, 302, 403)), url
    assert data_digest() == before


@pytest.mark.parametrize("make", EVERYBODY)
def test_without_the_right_a_post_writes_nothing_and_with_it_something(
    client: Client, places: Places, make: Make
) -> None:
    person = make()
    client.force_login(person)
    before = data_digest()
    writers: set[str] = set()
    for name in set(POSTS) - {"logout"}:
        for url, sent in addresses(places, name):
            for data in ({}, sent):
                with undone():
                    with watched() as touched:
                        assert client.post(url, data).status_code < 500, (url, data)
                    if touched and data_digest() != before:
                        writers.add(name)
    rights = {name: ROWS[name][2] for name in POSTS}
    asked = {name for name, right in rights.items() if isinstance(right, Right)}
    assert writers == {name for name in asked if person.has_right(Right(rights[name]))}


def test_a_page_to_look_at_takes_no_post(client: Client, places: Places) -> None:
    client.force_login(make_karl())
    for name in set(ROWS) - set(POSTS):
        for url, sent in addresses(places, name):
            assert client.post(url, sent).status_code == 405, url


def test_every_post_needs_the_forms_secret(places: Places) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_karl())
    for name in POSTS:
        url, sent = next(addresses(places, name))
        assert client.post(url, sent).status_code == 403, url


def test_what_is_not_there_is_not_found(client: Client) -> None:
    client.force_login(make_karl())
    for name in (name for name, row in ROWS.items() if row[0]):
        for key in (987654, 10**30):
            url = reverse(name, args=(key, "send") if ROWS[name][0] == "move" else (key,))
            assert name not in PAGES or client.get(url).status_code == 404, url
            assert name not in POSTS or client.post(url).status_code == 404, url
