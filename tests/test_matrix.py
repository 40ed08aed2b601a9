"""Every address × every person × every state: who may what, and that looking never writes.

The rows are held against the URL resolver: an address without a row fails.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.review import approve, send_back, submit
from tasks.forms.review import CHECKLIST
from tasks.models import (
    FrozenZone,
    KlikTask,
    Municipality,
    Person,
    Phase,
    Prefix,
    Role,
    Theme,
)
from tasks.urls import urlpatterns
from tasks.workflow import Right
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)

pytestmark = pytest.mark.django_db

READ, WRITE, APPROVE = None, Right.WRITE, Right.APPROVE
PUBLISH, ADMINISTER = Right.PUBLISH, Right.ADMINISTER

# name: (the object its address names, whether it has a page, the right a POST takes; "-" = no POST)
ROWS: dict[str, tuple[str, bool, Any]] = {
    "login": ("", True, "anybody"),
    "logout": ("", False, "anybody"),
    "password": ("", True, READ),
    "overview": ("", True, "-"),
    "task_list": ("", True, "-"),
    "task_new_many": ("", True, WRITE),
    "task_submit_many": ("", False, WRITE),
    "task_bin": ("task", False, WRITE),
    "task_restore": ("task", False, WRITE),
    "bin": ("", True, "-"),
    "style_guide": ("", True, "-"),
    "task_new": ("", True, WRITE),
    "task_check_new": ("", False, READ),
    "task_project_parts": ("", False, READ),
    "task_edit": ("task", True, WRITE),
    "task_check": ("task", False, READ),
    "task_review": ("task", True, "-"),
    "task_approve": ("task", False, APPROVE),
    "task_send_back": ("task", False, APPROVE),
    "task_move": ("move", False, WRITE),
    "tasks_xlsx": ("", True, "-"),
    "task_xlsx": ("task", True, "-"),
    "task_preview": ("task", True, "-"),
    "task_podio": ("task", True, "-"),
    "task_podio_tick": ("task", False, PUBLISH),
    "task_podio_link": ("task", False, PUBLISH),
    "task_announcement": ("task", True, WRITE),
    "task_test_wave": ("task", False, PUBLISH),
    "task_skip_test": ("task", True, PUBLISH),
    "task_publish": ("task", False, PUBLISH),
    "task_announced": ("task", False, PUBLISH),
    "task_history": ("task", True, "-"),
    "project_list": ("", True, "-"),
    "project_new": ("", True, ADMINISTER),
    "project_detail": ("project", True, "-"),
    "project_edit": ("project", True, ADMINISTER),
    "wave_new": ("project", True, WRITE),
    "wave_edit": ("wave", True, ADMINISTER),
    "wave_remove": ("wave", False, ADMINISTER),
    "zone_new": ("project", True, ADMINISTER),
    "zone_edit": ("zone", True, ADMINISTER),
    "zone_remove": ("zone", False, ADMINISTER),
    "prefix_new": ("project", True, ADMINISTER),
    "prefix_edit": ("prefix", True, ADMINISTER),
    "prefix_remove": ("prefix", False, ADMINISTER),
}
PLAUSIBLE = {
    "revision": "1",
    "title": "Ret titlen",
    "name": "Et navn",
    "prefix": "ZZ",
    "message": "Ret det.",
    "checklist": list(CHECKLIST),
    "reason": "Afprøvet før",
    "announcement": "#besked\n\nHej.",
    "field": "title",
    "podio_url": "https://podio.com/x",
    "first_day": "1.10.2026",
    "last_day": "2.10.2026",
    "everywhere": "all",
    "action": "save",
}


def make_guest() -> Person:
    """Somebody who can log in, and whose groups give no right."""
    guest, _ = Person.objects.get_or_create(username="gert", first_name="Gert")
    return guest


@pytest.fixture
def places() -> dict[str, list[Any]]:
    """What the addresses name: a task in each state, and one of everything else."""
    project = make_project()
    wave = make_wave(project)
    make_wave(project, "Testbølge", None, is_test=True)
    zone = FrozenZone.objects.create(
        project=project, name="Jul", first_day=GO_LIVE, last_day=GO_LIVE
    )
    prefix = Prefix.objects.create(project=project, prefix="MI")
    ready = [make_ready_task(f"Udfyld fil {number}") for number in range(4)]
    for task in ready[1:]:
        submit(make_anne(), task.pk, 1)
    approve(make_rikke(), ready[2].pk, 1, list(CHECKLIST))
    send_back(make_rikke(), ready[3].pk, 1, "Ret", {})
    binned = make_task("Slet mig")
    bin_task(make_anne(), binned.pk)
    tasks = [task.pk for task in [*ready, binned]]
    return {
        "": [()],
        "task": [(pk,) for pk in tasks],
        "move": [(pk, move) for pk in tasks for move in ("send", "traek-tilbage", "genaabn")],
        "project": [(project.pk,)],
        "wave": [(wave.pk,)],
        "zone": [(zone.pk,)],
        "prefix": [(prefix.pk,)],
    }


def addresses(places: dict[str, list[Any]], name: str) -> Iterator[str]:
    for args in places[ROWS[name][0]]:
        yield reverse(name, args=args)


def data_digest() -> str:
    """A checksum of every row people write; sessions and last logins come and go."""
    models = set(apps.get_app_config("tasks").get_models()) - {Municipality, Phase, Role, Theme}
    rows = [
        row
        for model in sorted(models, key=lambda model: model.__name__)
        for row in serializers.serialize("python", model._default_manager.order_by("pk"))
    ]
    for row in rows:
        row["fields"].pop("last_login", None)
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def test_every_address_has_a_row() -> None:
    names = {pattern.name for pattern in urlpatterns}
    assert names == set(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_stranger_is_sent_to_the_login_and_leaves_nothing(
    client: Client, places: dict[str, list[Any]], name: str
) -> None:
    before = data_digest()
    for url in addresses(places, name):
        for response in (client.get(url), client.post(url, PLAUSIBLE)):
            if name not in ("login", "logout"):
                assert (response.status_code, response["Location"].split("?")[0]) == (
                    302,
                    reverse("login"),
                )
    assert data_digest() == before


@pytest.mark.parametrize("make", [make_guest, make_anne, make_rikke, make_karl])
def test_looking_never_writes_and_never_breaks(
    client: Client, places: dict[str, list[Any]], make: Any
) -> None:
    client.force_login(make())
    before = data_digest()
    for name, (_, has_page, _) in ROWS.items():
        for url in addresses(places, name):
            status = client.get(url).status_code
            assert status in ((200, 302, 403) if has_page else (302, 403, 405)), url
    assert data_digest() == before


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row[2] != "-"])
@pytest.mark.parametrize("make", [make_guest, make_anne, make_rikke, make_karl])
def test_a_post_without_the_right_writes_nothing_and_none_breaks(
    client: Client, places: dict[str, list[Any]], make: Any, name: str
) -> None:
    person, right = make(), ROWS[name][2]
    may = isinstance(right, Right) and person.has_right(right)
    for url in addresses(places, name):
        client.force_login(person)
        before = data_digest()
        for data in ({}, PLAUSIBLE):
            assert client.post(url, data).status_code < 500, url
        if not may:
            assert data_digest() == before, url


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row[2] == "-"])
def test_a_page_to_look_at_takes_no_post(
    client: Client, places: dict[str, list[Any]], name: str
) -> None:
    client.force_login(make_karl())
    for url in addresses(places, name):
        assert client.post(url, PLAUSIBLE).status_code == 405


def test_every_post_needs_the_forms_secret(places: dict[str, list[Any]]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_karl())
    for name, row in ROWS.items():
        for url in addresses(places, name):
            if row[2] != "-":
                assert client.post(url, PLAUSIBLE).status_code == 403, url


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row[0]])
def test_what_is_not_there_is_not_found(client: Client, name: str) -> None:
    client.force_login(make_karl())
    args = (987654, "send") if ROWS[name][0] == "move" else (987654,)
    url = reverse(name, args=args)
    has_page, takes_post = ROWS[name][1], ROWS[name][2] != "-"
    assert not has_page or client.get(url).status_code == 404
    assert not takes_post or client.post(url, PLAUSIBLE).status_code == 404


def test_the_rights_are_what_the_groups_say() -> None:
    given = {
        person.short_name: {right for right in Right if person.has_right(right)}
        for person in (make_guest(), make_anne(), make_rikke(), make_karl())
    }
    assert given == {
        "Gert": set(),
        "Anne": {WRITE, PUBLISH},
        "Rikke": {WRITE, PUBLISH, APPROVE},
        "Karl": {WRITE, PUBLISH, APPROVE, ADMINISTER},
    }
    assert make_person("Nils", "Forfatter").has_right(WRITE)
    assert not KlikTask.objects.exists()
