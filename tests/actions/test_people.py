"""People the site makes itself: random passwords, and a retired person who can do nothing."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from tasks.actions import people
from tasks.models import Person
from tasks.workflow import Right

pytestmark = pytest.mark.django_db


def test_passwords_are_never_the_same() -> None:
    assert len({people.make_password() for _ in range(200)}) == 200


def test_a_person_without_a_password_cannot_log_in() -> None:
    person = people.add_person("ole", "Ole", "Forfatter", password=None)
    assert not person.has_usable_password()
    assert authenticate(username="ole", password="") is None
    assert person.has_right(Right.WRITE)


def test_a_retired_person_has_no_rights_and_no_login() -> None:
    person = people.add_person("ole", "Ole", "Administrator", password="a-long-one-2-3-4")
    people.retire_person(person)
    found = Person.objects.get(pk=person.pk)
    assert not any(found.has_right(right) for right in Right)
    assert authenticate(username="ole", password="a-long-one-2-3-4") is None


def test_a_taken_user_name_or_an_unknown_group_makes_nobody() -> None:
    people.add_person("ole", "Ole", "Forfatter", password=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        people.add_person("ole", "Ole", "Forfatter", password=None)
    with pytest.raises(Group.DoesNotExist):
        people.add_person("mette", "Mette", "Konge", password=None)
    assert not Person.objects.filter(username="mette").exists()
