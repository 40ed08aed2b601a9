"""demo_users: three people with random passwords, shown once and known to nobody before."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from tasks.models import Person
from tasks.workflow import Right

pytestmark = pytest.mark.django_db

LINE = re.compile(r"(?P<name>\w+) \((?P<group>\w+)\): (?P<username>\w+) / (?P<password>\S+)")


def run(option: str) -> dict[str, str]:
    """Run the command, and return the printed passwords by user name."""
    out = StringIO()
    call_command("demo_users", option, stdout=out)
    return {line["username"]: line["password"] for line in LINE.finditer(out.getvalue())}


def test_the_three_are_made_and_their_passwords_printed() -> None:
    passwords = run("--if-missing")
    assert list(passwords) == ["anne", "rikke", "karl"]
    for username, password in passwords.items():
        assert authenticate(username=username, password=password) is not None


def test_each_of_them_has_the_rights_of_their_group() -> None:
    run("--if-missing")
    rights = {
        person.short_name: {right for right in Right if person.has_right(right)}
        for person in Person.objects.all()
    }
    assert rights["Anne"] == {Right.WRITE, Right.PUBLISH}
    assert rights["Rikke"] == {Right.WRITE, Right.PUBLISH, Right.APPROVE}
    assert rights["Karl"] == set(Right)
    assert not Person.objects.filter(is_superuser=True).exists()


def test_a_password_is_long_random_and_easily_typed() -> None:
    passwords = [*run("--if-missing").values(), *run("--reset").values()]
    assert len(set(passwords)) == 6
    for password in passwords:
        assert len(password) >= 16
        assert re.fullmatch(r"[a-z2-9-]+", password)
        assert not set(password) & set("ilo01")


def test_those_who_are_there_are_left_alone() -> None:
    first = run("--if-missing")
    assert run("--if-missing") == {}
    assert authenticate(username="anne", password=first["anne"]) is not None


def test_only_who_is_missing_is_made() -> None:
    run("--if-missing")
    Person.objects.get(username="karl").delete()
    assert list(run("--if-missing")) == ["karl"]


def test_a_reset_gives_all_three_a_new_password_and_the_old_ones_end() -> None:
    first = run("--if-missing")
    second = run("--reset")
    assert list(second) == ["anne", "rikke", "karl"]
    for username in second:
        assert authenticate(username=username, password=first[username]) is None
        assert authenticate(username=username, password=second[username]) is not None


def test_the_passwords_are_stored_hashed() -> None:
    passwords = run("--if-missing")
    for person in Person.objects.all():
        assert passwords[person.username] not in person.password


def test_one_of_the_two_ways_must_be_chosen() -> None:
    with pytest.raises(CommandError):
        call_command("demo_users")
