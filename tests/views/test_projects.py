"""*Projekter*: who comes where, the list, and a project's page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import FrozenZone, Person, Prefix, Project
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
YULE = {"name": "Jul", "first_day": date(2026, 12, 21), "last_day": date(2027, 1, 3)}
TYPED_YULE = {"name": "Jul", "first_day": "21.12.2026", "last_day": "03.01.2027"}

READ = ("project_list", "project_detail")
FORMS = ("project_new", "project_edit", "zone_new", "zone_edit", "prefix_new", "prefix_edit")
REMOVALS = ("zone_remove", "prefix_remove")


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def addresses() -> dict[str, str]:
    """Every address of the room, for one project with a zone and a prefix."""
    project = make_project()
    zone = FrozenZone.objects.create(project=project, **YULE)
    prefix = Prefix.objects.create(project=project, prefix="MI")
    rows = {"zone_edit": zone, "zone_remove": zone, "prefix_edit": prefix, "prefix_remove": prefix}
    plain = {name: reverse(name) for name in ("project_list", "project_new")}
    of_project = ("project_detail", "project_edit", "zone_new", "prefix_new")
    return (
        plain
        | {name: reverse(name, args=[project.pk]) for name in of_project}
        | {name: reverse(name, args=[row.pk]) for name, row in rows.items()}
    )


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def stored() -> list[Any]:
    return [list(m.objects.order_by("pk").values()) for m in (Project, FrozenZone, Prefix)]


# ── Who may what ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [*READ, *FORMS, *REMOVALS])
def test_nobody_comes_in_without_a_login(client: Client, name: str) -> None:
    address = addresses()[name]
    before = stored()
    assert client.get(address)["Location"] == f"/log-ind/?next={address}"
    assert client.post(address, {"name": "X"}).status_code == 401
    assert stored() == before


@pytest.mark.parametrize("make", [make_anne, make_rikke, make_karl])
@pytest.mark.parametrize("name", READ)
def test_everybody_may_read(client: Client, name: str, make: Callable[[], Person]) -> None:
    client.force_login(make())
    page(client, addresses()[name])


@pytest.mark.parametrize("make", [make_anne, make_rikke])
@pytest.mark.parametrize("name", [*FORMS, *REMOVALS])
def test_only_an_administrator_may_change(
    client: Client, name: str, make: Callable[[], Person]
) -> None:
    address = addresses()[name]
    client.force_login(make())
    before = stored()
    typed = {"name": "X", "prefix": "X", **TYPED_YULE}
    assert client.post(address, typed).status_code == 403
    assert client.get(address).status_code == (403 if name in FORMS else 405)
    assert stored() == before


@pytest.mark.parametrize("name", FORMS)
def test_karl_gets_every_form(karl: Client, name: str) -> None:
    page(karl, addresses()[name])


@pytest.mark.parametrize("name", READ)
def test_pages_to_read_take_no_post(karl: Client, name: str) -> None:
    assert karl.post(addresses()[name]).status_code == 405


@pytest.mark.parametrize("name", REMOVALS)
def test_nothing_is_removed_by_looking(karl: Client, name: str) -> None:
    assert karl.get(addresses()[name]).status_code == 405


@pytest.mark.parametrize(
    "name", ["project_edit", "zone_new", "zone_edit", "prefix_edit", *REMOVALS]
)
@pytest.mark.parametrize("pk", [3471, 10**30])
def test_what_is_not_there_is_a_danish_404(karl: Client, name: str, pk: int) -> None:
    response = karl.post(reverse(name, args=[pk]), TYPED_YULE)
    assert response.status_code == 404
    assert "Vi kan ikke finde siden" in response.content.decode()
    assert karl.get(reverse("project_detail", args=[pk])).status_code == 404


def test_anne_is_told_why_she_cannot_change_a_project(client: Client) -> None:
    client.force_login(make_anne())
    there = addresses()
    for name in READ:
        html = page(client, there[name])
        assert "Kun administratorer kan passe lister, projekter og bølger." in html
        assert there["project_edit"] not in html


# ── What is shown ───────────────────────────────────────────────────────────────────────────


def test_the_list_shows_who_how_many_and_when(karl: Client) -> None:
    project = make_project()
    make_wave(project)
    make_wave(project, "Testbølge", None, is_test=True)
    make_ready_task(project=project)
    html = page(karl, reverse("project_list"))
    for text in ("KP release 4.0", "Aske", "1 opgave", "Kladde 1", "Bølge 1", "fre 30.10.2026"):
        assert text in html
    assert "Testbølge" not in html
    assert f"{reverse('task_list')}?projekt={project.pk}" in html


def test_tasks_in_the_bin_are_not_counted(karl: Client) -> None:
    task = make_task(project=make_project())
    karl.post(reverse("task_bin", args=[task.pk]), {"revision": task.revision})
    task.refresh_from_db()
    assert task.binned_at is not None
    assert "1 opgave" not in page(karl, reverse("project_list"))


def test_an_empty_list_says_what_to_do(client: Client) -> None:
    client.force_login(make_anne())
    assert "Bed en administrator" in page(client, reverse("project_list"))


def test_a_project_shows_its_facts_waves_zones_and_prefixes(karl: Client) -> None:
    project = make_project(lead_email="aske@kombit.dk", default_priority="critical")
    make_wave(project, is_in_podio=True)
    make_wave(project, "Korsbæk først", None, is_test=True)
    FrozenZone.objects.create(project=project, **YULE)
    Prefix.objects.create(project=project, prefix="MI", meaning="migrering")
    html = page(karl, reverse("project_detail", args=[project.pk]))
    for text in (
        "Aske", "aske@kombit.dk", "”Kære KP-systemansvarlige”", "Obligatorisk på kritisk vej",
        "Bølge 1", "fre 30.10.2026", "den nye release 4.0", "2 kommuner", "Oprettet",
        "Korsbæk først", "Kun til test", "ingen dato", "Kun Korsbæk Kommune",
        "Jul", "man 21.12.2026", "søn 03.01.2027", "MI", "migrering",
    ):  # fmt: skip
        assert text in html, text
    assert html.index("Bølge 1") < html.index("Korsbæk først")


def test_what_people_wrote_is_shown_as_text(karl: Client) -> None:
    project = make_project(SCRIPT, lead_name=SCRIPT, greeting=SCRIPT)
    make_wave(project, SCRIPT, goes_live_with=SCRIPT)
    zone = FrozenZone.objects.create(project=project, **(YULE | {"name": SCRIPT}))
    for address in (
        reverse("project_list"),
        reverse("project_detail", args=[project.pk]),
        reverse("project_edit", args=[project.pk]),
        reverse("zone_edit", args=[zone.pk]),
    ):
        assert SCRIPT not in page(karl, address)


# ── Queries ─────────────────────────────────────────────────────────────────────────────────


def fill(project: Project, count: int) -> None:
    for number in range(count):
        make_wave(project, f"Bølge {number}")
        make_wave(project, f"Test {number}", is_test=True)
        FrozenZone.objects.create(project=project, **YULE)
        Prefix.objects.create(project=project, prefix=f"P{number}")


def test_fifty_projects_cost_as_many_queries_as_one(
    karl: Client, django_assert_num_queries: Any
) -> None:
    def queries(expected: int) -> None:
        with django_assert_num_queries(expected):
            page(karl, reverse("project_list"))

    make_wave(make_project("P"))
    make_task(project=Project.objects.get())
    page(karl, reverse("project_list"))
    queries(7)
    for number in range(49):
        make_wave(make_project(f"P{number}"))
    queries(7)


def test_a_project_with_fifty_of_each_costs_as_many_queries_as_with_one(
    karl: Client, django_assert_num_queries: Any
) -> None:
    project = make_project()
    address = reverse("project_detail", args=[project.pk])
    fill(project, 1)
    with django_assert_num_queries(11):
        page(karl, address)
    for row in (*project.waves.all(), *project.prefixes.all()):
        row.delete()
    fill(project, 50)
    with django_assert_num_queries(11):
        page(karl, address)
