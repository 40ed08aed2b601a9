"""*Lister*: the admin for lists and people, without a way to delete or to rise by it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tasks.admin import site
from tasks.models import (
    Acronym,
    KlikTask,
    Municipality,
    Person,
    Phase,
    Project,
    Role,
    Term,
    Theme,
    Wave,
)
from tests.make import make_anne, make_karl, make_ready_task, make_rikke

pytestmark = pytest.mark.django_db

LISTS = ("phase", "theme", "role", "municipality", "term", "acronym")
PASSWORD = "fire-fugle-på-taget"


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def admin_url(model: str, page: str, *args: Any) -> str:
    return reverse(f"admin:tasks_{model}_{page}", args=args)


def every_address() -> list[str]:
    anne = make_anne()
    first: dict[str, Any] = {"phase": Phase, "theme": Theme, "role": Role}
    first |= {"municipality": Municipality, "term": Term, "acronym": Acronym}
    listed = [reverse("admin:index"), reverse("admin:app_list", args=["tasks"])]
    for name, model in first.items():
        pk = model.objects.all()[0].pk
        listed += [admin_url(name, "changelist"), admin_url(name, "add")]
        listed += [admin_url(name, "change", pk), admin_url(name, "history", pk)]
    listed += [admin_url("person", "changelist"), admin_url("person", "add")]
    listed += [admin_url("person", "change", anne.pk), admin_url("person", "history", anne.pk)]
    return [*listed, reverse("admin:auth_user_password_change", args=[anne.pk])]


# ── Who comes in ────────────────────────────────────────────────────────────────────────────


def test_the_same_login_leads_in(client: Client) -> None:
    response = client.get("/lister/", follow=True)
    assert response.redirect_chain[-1][0] == "/log-ind/?next=/lister/"
    assert "Log ind" in response.content.decode()
    person = make_karl()
    person.set_password(PASSWORD)
    person.save()
    typed = {"username": "karl", "password": PASSWORD}
    response = client.post(response.redirect_chain[-1][0], typed)
    assert response["Location"] == "/lister/"


@pytest.mark.parametrize("make", [make_anne, make_rikke])
def test_the_right_to_administer_is_what_counts(client: Client, make: Callable[[], Person]) -> None:
    person = make()
    person.is_staff = True
    person.save()
    client.force_login(person)
    for address in every_address():
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"name": "X"}).status_code == 403, address


def test_karl_sees_every_page_in_danish_and_is_no_staff(karl: Client) -> None:
    for address in every_address():
        response = karl.get(address)
        assert response.status_code == 200, address
        html = response.content.decode()
        assert '<html lang="da"' in html
        assert "Django" not in html


def test_the_right_is_enough_in_whatever_group_it_is_given(client: Client) -> None:
    ole = Person.objects.create(username="ole")
    ole.user_permissions.add(Permission.objects.get(codename="administer"))
    client.force_login(ole)
    assert client.get(admin_url("role", "changelist")).status_code == 200


def test_an_inactive_administrator_is_out(client: Client) -> None:
    person = make_karl()
    client.force_login(person)
    Person.objects.update(is_active=False)
    assert client.get("/lister/").status_code == 302


def test_only_lists_and_people_stand_there() -> None:
    assert {model.__name__ for model in site._registry} == {
        "Phase", "Theme", "Role", "Municipality", "Term", "Acronym", "Person",
    }  # fmt: skip
    assert not {KlikTask, Project, Wave, Group} & set(site._registry)


def test_logging_out_there_leads_to_the_login(karl: Client) -> None:
    response = karl.post(reverse("admin:logout"))
    assert response["Location"] == reverse("login")


# ── Lists ───────────────────────────────────────────────────────────────────────────────────


def test_a_new_row_is_proposed_last(karl: Client) -> None:
    form = karl.get(admin_url("role", "add")).context["adminform"].form
    assert form.initial["position"] == 12
    karl.post(admin_url("role", "add"), {"name": "Dataansvarlig", "position": 12})
    assert list(Role.objects.all())[-1].name == "Dataansvarlig"


@pytest.mark.parametrize("model", LISTS)
def test_nothing_is_deleted(karl: Client, model: str) -> None:
    row = site_model(model).objects.all()[0]
    count = site_model(model).objects.count()
    assert karl.get(admin_url(model, "delete", row.pk)).status_code == 403
    assert karl.post(admin_url(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    karl.post(
        admin_url(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
    )
    assert site_model(model).objects.count() == count
    html = karl.get(admin_url(model, "change", row.pk)).content.decode()
    assert admin_url(model, "delete", row.pk) not in html


def site_model(name: str) -> Any:
    return {model._meta.model_name: model for model in site._registry}[name]


def test_a_row_is_retired_and_moved(karl: Client) -> None:
    role = Role.objects.get(name="Superbruger")
    typed = {"name": "Superbruger", "position": 1, "is_retired": "on"}
    karl.post(admin_url("role", "change", role.pk), typed)
    role.refresh_from_db()
    assert (role.position, role.is_retired) == (1, True)
    assert "Udgået" in karl.get(admin_url("role", "changelist")).content.decode()


def test_a_taken_name_is_a_danish_error(karl: Client) -> None:
    response = karl.post(admin_url("role", "add"), {"name": "Superbruger", "position": 12})
    assert "eksisterer allerede" in response.content.decode()


@pytest.mark.parametrize(
    ("model", "name"),
    [("role", "Systemadministrator"), ("phase", "Klargøring"), ("theme", "Drift og support")],
)
def test_a_renamed_row_is_found_under_its_new_name(karl: Client, model: str, name: str) -> None:
    task = make_ready_task()
    row = site_model(model).objects.get(name=name)
    typed = {"name": "Østershandel", "position": row.position, "abbreviation": ""}
    karl.post(admin_url(model, "change", row.pk), typed)
    task.refresh_from_db()
    assert "østershandel" in task.search_text


@pytest.mark.parametrize("code", ["75", "0", "abcd", "٠٧٥١"])
def test_a_municipality_code_has_four_digits(karl: Client, code: str) -> None:
    typed = {"name": "Ny Kommune", "position": 200, "code": code}
    response = karl.post(admin_url("municipality", "add"), typed)
    assert "fire cifre" in response.content.decode()
    assert not Municipality.objects.filter(name="Ny Kommune").exists()


def test_a_municipality_may_have_no_code_and_is_never_made_a_fictional_one(karl: Client) -> None:
    for name in ("Ny Kommune", "Nyere Kommune"):
        typed = {"name": name, "position": 200, "code": "", "is_fictional": "on"}
        karl.post(admin_url("municipality", "add"), typed)
        assert not Municipality.objects.get(name=name).is_fictional
