"""People in *Lister*: made, deactivated and given groups, and never more than that."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tasks.models import Person
from tests.make import make_anne, make_karl, make_person

pytestmark = pytest.mark.django_db

PASSWORD = "fire-fugle-på-taget"


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def admin_url(page: str, *args: Any) -> str:
    return reverse(f"admin:tasks_person_{page}", args=args)


def typed_person(**values: Any) -> dict[str, Any]:
    groups = Group.objects.filter(name="Forfatter").values_list("pk", flat=True)
    return {
        "username": "mette",
        "first_name": "Mette",
        "last_name": "Møller",
        "email": "mette@kombit.dk",
        "groups": list(groups),
        "is_active": "on",
        "password1": PASSWORD,
        "password2": PASSWORD,
    } | values


def test_a_person_is_made_with_a_password_and_can_log_in(karl: Client) -> None:
    karl.post(admin_url("add"), typed_person())
    mette = Person.objects.get(username="mette")
    assert (str(mette), mette.email) == ("Mette Møller", "mette@kombit.dk")
    assert [group.name for group in mette.groups.all()] == ["Forfatter"]
    assert Client().login(username="mette", password=PASSWORD)


@pytest.mark.parametrize("password", ["12345678", "kort", "mettemette", "password"])
def test_a_weak_password_makes_nobody(karl: Client, password: str) -> None:
    typed = typed_person(password1=password, password2=password, username="mettemette")
    karl.post(admin_url("add"), typed)
    assert not Person.objects.filter(first_name="Mette").exists()


@pytest.mark.parametrize("page", ["add", "change"])
def test_rights_beyond_the_groups_cannot_be_slipped_in(karl: Client, page: str) -> None:
    args = [make_anne().pk] if page == "change" else []
    everything = list(Permission.objects.values_list("pk", flat=True))
    hidden = {"is_superuser": "on", "is_staff": "on", "user_permissions": everything}
    karl.post(admin_url(page, *args), typed_person(**hidden))
    mette = Person.objects.get(username="mette")
    assert not (mette.is_superuser or mette.is_staff or mette.user_permissions.exists())


def test_a_person_is_deactivated_and_never_deleted(karl: Client) -> None:
    anne = make_anne()
    assert karl.post(admin_url("delete", anne.pk), {"post": "yes"}).status_code == 403
    karl.post(
        admin_url("changelist"),
        {"action": "delete_selected", "_selected_action": [anne.pk], "post": "yes"},
    )
    karl.post(admin_url("change", anne.pk), typed_person(username="anne", is_active=""))
    anne.refresh_from_db()
    assert not anne.is_active


def test_a_superuser_is_out_of_an_administrators_reach(karl: Client) -> None:
    root = Person.objects.create_superuser("root", password=PASSWORD)
    assert "root" not in karl.get(admin_url("changelist")).content.decode()
    new = {"password1": "en-anden-kode-42", "password2": "en-anden-kode-42"}
    for address in (
        admin_url("change", root.pk),
        reverse("admin:auth_user_password_change", args=[root.pk]),
    ):
        assert karl.post(address, typed_person() | new).status_code in (302, 404)
    root.refresh_from_db()
    assert root.check_password(PASSWORD)
    assert root.username == "root"


def test_nobody_locks_themselves_out(karl: Client) -> None:
    me = make_karl()
    changes: tuple[dict[str, Any], ...] = ({"groups": []}, {"is_active": ""})
    for change in changes:
        typed = typed_person(username="karl", groups=groups_of(me)) | change
        response = karl.post(admin_url("change", me.pk), typed)
        assert "Du kan ikke fjerne din egen adgang til Lister." in response.content.decode()
    me.refresh_from_db()
    assert me.is_active
    assert groups_of(me)


def groups_of(person: Person) -> list[int]:
    return list(person.groups.values_list("pk", flat=True))


def test_another_administrator_can_take_the_access(karl: Client) -> None:
    kurt = make_person("Kurt", "Administrator")
    karl.post(admin_url("change", kurt.pk), typed_person(username="kurt", groups=[]))
    assert not groups_of(kurt)


def test_a_new_password_is_given_and_must_be_given(karl: Client) -> None:
    anne = make_anne()
    anne.set_password("gammel-kode-77")
    anne.save()
    address = reverse("admin:auth_user_password_change", args=[anne.pk])
    assert 'name="usable_password"' not in karl.get(address).content.decode()
    karl.post(address, {"usable_password": "false", "unset-password": "1"})
    anne.refresh_from_db()
    assert anne.check_password("gammel-kode-77")
    karl.post(address, {"password1": PASSWORD, "password2": PASSWORD})
    anne.refresh_from_db()
    assert anne.check_password(PASSWORD)
