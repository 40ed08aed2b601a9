"""The page of a wave: who may open it, what is refused, and what a change does."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import Person, Project, Wave
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_wave,
)

pytestmark = pytest.mark.django_db

TYPED = {"name": "Bølge 2", "go_live": "13.11.2026", "members": "chosen"}


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def new(project: Project) -> str:
    return reverse("wave_new", args=[project.pk])


def edit(wave: Wave) -> str:
    return reverse("wave_edit", args=[wave.pk])


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def change(client: Client, wave: Wave, **typed: Any) -> Any:
    """Send the form as it stood when it was opened, with some answers changed."""
    form = client.get(edit(wave)).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    shown = {name: value for name, value in shown.items() if value not in (None, False)}
    return client.post(edit(wave), shown | {"seen": form.seen} | typed)


def names(wave: Wave) -> list[str]:
    return list(wave.municipalities.values_list("name", flat=True))


# ── Who may what ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["wave_new", "wave_edit", "wave_remove"])
def test_nobody_comes_in_without_a_login(client: Client, name: str) -> None:
    wave = make_wave(make_project())
    pk = wave.project.pk if name == "wave_new" else wave.pk
    address = reverse(name, args=[pk])
    assert client.get(address)["Location"] == f"/log-ind/?next={address}"
    assert client.post(address, TYPED).status_code == 401
    assert Wave.objects.count() == 1


@pytest.mark.parametrize("make", [make_anne, make_rikke, make_karl])
def test_everybody_who_writes_may_create_a_wave(client: Client, make: Callable[[], Person]) -> None:
    client.force_login(make())
    project = make_project()
    response = client.post(new(project), TYPED, follow=True)
    assert "Bølge 2 er oprettet." in response.content.decode()
    assert project.waves.get().go_live == date(2026, 11, 13)


def test_a_person_without_rights_may_not(client: Client) -> None:
    client.force_login(Person.objects.create(username="ole"))
    project = make_project()
    assert client.get(new(project)).status_code == 403
    assert client.post(new(project), TYPED).status_code == 403
    assert not Wave.objects.exists()
    html = page(client, reverse("project_detail", args=[project.pk]))
    assert "Kun forfattere kan skrive opgaver." in html


@pytest.mark.parametrize("make", [make_anne, make_rikke])
def test_only_an_administrator_changes_or_removes_one(
    client: Client, make: Callable[[], Person]
) -> None:
    client.force_login(make())
    wave = make_wave(make_project())
    assert client.get(edit(wave)).status_code == 403
    assert client.post(edit(wave), TYPED).status_code == 403
    assert client.post(reverse("wave_remove", args=[wave.pk])).status_code == 403
    wave.refresh_from_db()
    assert wave.name == "Bølge 1"


@pytest.mark.parametrize("name", ["wave_new", "wave_edit", "wave_remove"])
@pytest.mark.parametrize("pk", [3471, 10**30])
def test_what_is_not_there_is_a_404(karl: Client, name: str, pk: int) -> None:
    assert karl.post(reverse(name, args=[pk]), TYPED).status_code == 404


def test_wrong_methods_are_refused(karl: Client) -> None:
    wave = make_wave(make_project())
    assert karl.get(reverse("wave_remove", args=[wave.pk])).status_code == 405
    assert karl.put(edit(wave)).status_code == 405
    assert karl.delete(new(wave.project)).status_code == 405


# ── Bad input ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"name": ""}, "name", "Skriv, hvad bølgen hedder."),
        ({"name": "x" * 121}, "name", "højst"),
        ({"go_live": "31.11.2026"}, "go_live", "31. november findes ikke"),
        ({"go_live": "snart"}, "go_live", "Skriv datoen som 30.10.2026."),
        ({"members": ""}, "members", "Vælg, hvilke kommuner der er med."),
        ({"members": "nogle"}, "members", "Vælg, hvilke kommuner der er med."),
        ({"municipalities": ["x"]}, "municipalities", "Vælg kommuner fra listen."),
        ({"municipalities": ["3471"]}, "municipalities", "Vælg kommuner fra listen."),
    ],
)
def test_bad_input_is_told_at_its_field_and_kept(
    anne: Client, typed: dict[str, Any], field: str, message: str
) -> None:
    sent = TYPED | {"goes_live_with": "den nye release 4.0"} | typed
    response = anne.post(new(make_project()), sent)
    html = response.content.decode()
    assert message in response.context["form"].errors[field][0]
    assert f'href="#id_{field}"' in html
    assert 'value="den nye release 4.0"' in html
    assert f'value="{sent["go_live"]}"' in html
    assert not Wave.objects.exists()


def test_the_same_name_twice_makes_one_wave(anne: Client) -> None:
    project = make_project()
    anne.post(new(project), TYPED)
    response = anne.post(new(project), TYPED)
    assert response.context["form"].errors["name"] == [
        "Projektet har allerede en bølge med navnet ”Bølge 2”."
    ]
    assert 'value="13.11.2026"' in response.content.decode()
    assert project.waves.count() == 1


# ── Changing and removing ───────────────────────────────────────────────────────────────────


def test_karl_changes_a_wave_and_the_rest_stays(karl: Client) -> None:
    wave = make_wave(make_project())
    response = change(karl, wave, go_live="fredag den 13. november 2026", is_in_podio="on")
    assert response["Location"] == reverse("project_detail", args=[wave.project_id])
    wave.refresh_from_db()
    assert (wave.go_live, wave.is_in_podio) == (date(2026, 11, 13), True)
    assert (wave.name, wave.goes_live_with) == ("Bølge 1", "den nye release 4.0")
    assert names(wave) == ["Aarhus Kommune", "Odense Kommune"]


def test_a_go_live_can_be_taken_away_again(karl: Client) -> None:
    wave = make_wave(make_project())
    change(karl, wave, go_live="")
    wave.refresh_from_db()
    assert wave.go_live is None


def test_somebody_elses_go_live_is_shown_before_it_is_overwritten(karl: Client) -> None:
    wave = make_wave(make_project())
    old = karl.get(edit(wave)).context["form"].seen
    Wave.objects.update(go_live=date(2026, 12, 4))
    typed = TYPED | {"name": "Bølge 1", "goes_live_with": wave.goes_live_with, "seen": old}
    response = karl.post(edit(wave), typed)
    html = response.content.decode()
    assert "En anden har rettet her" in html
    assert "Gemt er nu ”04.12.2026”." in html
    assert 'value="13.11.2026"' in html
    wave.refresh_from_db()
    assert wave.go_live == date(2026, 12, 4)
    karl.post(edit(wave), typed | {"seen": response.context["form"].seen})
    wave.refresh_from_db()
    assert wave.go_live == date(2026, 11, 13)


def test_the_page_tells_which_tasks_move_along(karl: Client) -> None:
    task = make_ready_task()
    html = page(karl, edit(task.waves.get()))
    assert "Bølgen bruges af (MI 01). Ændrer du go-live, flytter deres datoer med." in html


def test_a_wave_nobody_uses_is_removed(karl: Client) -> None:
    wave = make_wave(make_project())
    assert "Fjern bølgen" in page(karl, edit(wave))
    response = karl.post(reverse("wave_remove", args=[wave.pk]), follow=True)
    assert "Bølge 1 er fjernet." in response.content.decode()
    assert not Wave.objects.exists()
    assert karl.post(reverse("wave_remove", args=[wave.pk])).status_code == 404


def test_a_wave_tasks_use_is_kept_and_its_page_offers_no_button(karl: Client) -> None:
    wave = make_ready_task().waves.get()
    address = reverse("wave_remove", args=[wave.pk])
    assert f'action="{address}"' not in page(karl, edit(wave))
    response = karl.post(address, follow=True)
    assert response.redirect_chain == [(edit(wave), 302)]
    assert "Bølge 1 bruges af (MI 01). Tag den af opgaverne først." in response.content.decode()
    assert Wave.objects.exists()


def test_the_form_asks_as_often_for_fifty_waves_as_for_one(
    karl: Client, django_assert_num_queries: Any
) -> None:
    wave = make_wave(make_project())
    for count in (1, 50):
        for number in range(count):
            make_wave(wave.project, f"Bølge {count}.{number}")
        with django_assert_num_queries(12):
            page(karl, edit(wave))
        with django_assert_num_queries(9):
            page(karl, new(wave.project))
