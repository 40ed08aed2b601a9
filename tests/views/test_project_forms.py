"""The small forms of a project: what is typed is saved once, or told at its field and kept."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import FrozenZone, Phase, Project
from tests.make import make_karl, make_project

pytestmark = pytest.mark.django_db

YULE = {"name": "Jul", "first_day": date(2026, 12, 21), "last_day": date(2027, 1, 3)}
TYPED_YULE = {"name": "Jul", "first_day": "21.12.2026", "last_day": "03.01.2027"}


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def seen(client: Client, address: str) -> str:
    return str(client.get(address).context["form"].seen)


def test_karl_creates_a_project_and_its_test_wave_comes_with_it(karl: Client) -> None:
    typed = {
        "name": "KP release 4.0",
        "lead_name": "Aske",
        "lead_email": "aske@kombit.dk",
        "default_priority": "mandatory",
        "default_reply_to": "a@kombit.dk; b@kombit.dk",
    }
    response = karl.post(reverse("project_new"), typed, follow=True)
    project = Project.objects.get()
    assert response.redirect_chain == [(reverse("project_detail", args=[project.pk]), 302)]
    assert "KP release 4.0 er oprettet med en testbølge." in response.content.decode()
    assert (project.lead_name, project.default_priority) == ("Aske", "mandatory")
    assert project.default_reply_to == "a@kombit.dk, b@kombit.dk"
    assert project.waves.get().is_test


def test_pressing_twice_makes_one_project(karl: Client) -> None:
    karl.post(reverse("project_new"), {"name": "KP"})
    response = karl.post(reverse("project_new"), {"name": "KP", "lead_name": "Aske"})
    html = response.content.decode()
    assert "Der er allerede et projekt med navnet ”KP”." in html
    assert 'href="#id_name"' in html
    assert 'value="Aske"' in html
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"name": ""}, "name", "Skriv projektets navn, som det står i Podio."),
        ({"name": "x" * 121}, "name", "højst"),
        ({"name": "a\x00b"}, "name", "Null-tegn er ikke tilladte."),
        ({"name": "KP", "lead_email": "aske"}, "lead_email", "Skriv en e-mailadresse"),
        ({"name": "KP", "default_reply_to": "aske"}, "default_reply_to", "er ikke en e-mail"),
        ({"name": "KP", "default_phase": "3471"}, "default_phase", "Vælg fra listen."),
        ({"name": "KP", "default_theme": "x"}, "default_theme", "Vælg fra listen."),
        ({"name": "KP", "default_priority": "x"}, "default_priority", "Vælg fra listen."),
    ],
)
def test_bad_input_is_told_at_its_field_and_kept(
    karl: Client, typed: dict[str, str], field: str, message: str
) -> None:
    response = karl.post(reverse("project_new"), typed | {"greeting": "ildsjæle"})
    form, html = response.context["form"], response.content.decode()
    assert message in form.errors[field][0]
    assert f'href="#id_{field}"' in html
    assert 'value="ildsjæle"' in html
    assert not Project.objects.exists()


def test_a_post_of_nothing_is_answered_with_what_is_missing(karl: Client) -> None:
    html = karl.post(reverse("project_new"), {}).content.decode()
    assert "Skriv projektets navn, som det står i Podio." in html


def test_a_project_is_changed(karl: Client) -> None:
    project = make_project()
    address = reverse("project_edit", args=[project.pk])
    response = karl.post(address, {"name": "KP 4.1", "seen": seen(karl, address)}, follow=True)
    assert "Projektet er gemt." in response.content.decode()
    project.refresh_from_db()
    assert (project.name, project.lead_name) == ("KP 4.1", "")


def test_somebody_elses_change_is_shown_and_pressing_again_decides(karl: Client) -> None:
    project = make_project(lead_name="Aske")
    address = reverse("project_edit", args=[project.pk])
    old = seen(karl, address)
    Project.objects.update(lead_name="Mette")
    mine = {"name": project.name, "greeting": project.greeting, "lead_name": "Bo"}
    response = karl.post(address, mine | {"seen": old})
    html = response.content.decode()
    assert "En anden har rettet her" in html
    assert "Gemt er nu ”Mette”." in html
    assert 'value="Bo"' in html
    project.refresh_from_db()
    assert project.lead_name == "Mette"
    karl.post(address, mine | {"seen": response.context["form"].seen})
    project.refresh_from_db()
    assert project.lead_name == "Bo"


def test_an_error_in_a_field_does_not_hide_that_somebody_else_changed_it(karl: Client) -> None:
    project = make_project()
    address = reverse("project_edit", args=[project.pk])
    old = seen(karl, address)
    Project.objects.update(lead_name="Mette")
    response = karl.post(address, {"name": "", "seen": old})
    assert response.context["form"].seen == old


def test_a_retired_phase_is_offered_only_where_it_stands(karl: Client) -> None:
    retired = Phase.objects.create(name="Gammel fase", is_retired=True)
    kept = make_project(default_phase=retired)
    assert "Gammel fase" in page(karl, reverse("project_edit", args=[kept.pk]))
    assert "Gammel fase" not in page(karl, reverse("project_new"))
    response = karl.post(reverse("project_new"), {"name": "Nyt", "default_phase": retired.pk})
    assert response.context["form"].errors["default_phase"] == ["Vælg fra listen."]


# ── Prefixes and frozen zones ───────────────────────────────────────────────────────────────


def test_a_zone_is_made_changed_and_removed(karl: Client) -> None:
    project = make_project()
    home = reverse("project_detail", args=[project.pk])
    response = karl.post(reverse("zone_new", args=[project.pk]), TYPED_YULE)
    assert response["Location"] == home
    zone = project.frozen_zones.get()
    assert (zone.first_day, zone.last_day) == (date(2026, 12, 21), date(2027, 1, 3))
    address = reverse("zone_edit", args=[zone.pk])
    assert 'value="21.12.2026"' in page(karl, address)
    karl.post(address, TYPED_YULE | {"name": "Jul og nytår", "seen": seen(karl, address)})
    zone.refresh_from_db()
    assert zone.name == "Jul og nytår"
    response = karl.post(reverse("zone_remove", args=[zone.pk]), follow=True)
    assert "Jul og nytår er fjernet." in response.content.decode()
    assert not project.frozen_zones.exists()


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"last_day": "20.12.2026"}, "last_day", "Sidste dag ligger før første dag."),
        ({"first_day": "31.11.2026"}, "first_day", "31. november findes ikke"),
        ({"last_day": ""}, "last_day", "Skriv den sidste dag"),
        ({"name": " "}, "name", "Skriv, hvad frozen zonen hedder."),
    ],
)
def test_a_wrong_zone_is_told_at_its_field_and_kept(
    karl: Client, typed: dict[str, str], field: str, message: str
) -> None:
    project = make_project()
    sent = TYPED_YULE | typed
    response = karl.post(reverse("zone_new", args=[project.pk]), sent)
    assert message in response.context["form"].errors[field][0]
    html = response.content.decode()
    for value in sent.values():
        assert f'value="{value}"' in html or not value.strip()
    assert not project.frozen_zones.exists()


def test_a_prefix_is_made_changed_and_removed(karl: Client) -> None:
    project = make_project()
    karl.post(reverse("prefix_new", args=[project.pk]), {"prefix": "MI", "meaning": "migrering"})
    prefix = project.prefixes.get()
    address = reverse("prefix_edit", args=[prefix.pk])
    karl.post(address, {"prefix": "MIG", "meaning": "", "seen": seen(karl, address)})
    prefix.refresh_from_db()
    assert (prefix.prefix, prefix.meaning) == ("MIG", "")
    response = karl.post(reverse("prefix_remove", args=[prefix.pk]), follow=True)
    assert "Præfikset MIG er fjernet." in response.content.decode()
    assert not project.prefixes.exists()


def test_the_same_prefix_twice_is_told_at_the_field(karl: Client) -> None:
    project = make_project()
    address = reverse("prefix_new", args=[project.pk])
    karl.post(address, {"prefix": "MI"})
    response = karl.post(address, {"prefix": "mi", "meaning": "migrering"})
    assert response.context["form"].errors["prefix"] == ["Projektet har allerede præfikset ”mi”."]
    assert 'value="migrering"' in response.content.decode()
    assert project.prefixes.count() == 1


def test_a_second_press_on_remove_finds_nothing_and_breaks_nothing(karl: Client) -> None:
    project = make_project()
    zone = FrozenZone.objects.create(project=project, **YULE)
    address = reverse("zone_remove", args=[zone.pk])
    karl.post(address)
    assert karl.post(address).status_code == 404
