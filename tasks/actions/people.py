"""People made by the site itself: the demo people, and the author of the example."""

import secrets

from django.contrib.auth.models import Group
from django.db import transaction

from tasks.models import Person

# Neither 0/o, 1/l/i nor anything that needs the shift key: a password is typed from the screen
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_PARTS, _PART_LENGTH = 5, 4  # 20 of 31 letters: 99 bits


def make_password() -> str:
    """Return a random password that is easily typed: ”k4vx-7mpe-…”, five times four letters."""
    parts = ("".join(secrets.choice(_LETTERS) for _ in range(_PART_LENGTH)) for _ in range(_PARTS))
    return "-".join(parts)


@transaction.atomic
def add_person(username: str, first_name: str, group: str, password: str | None) -> Person:
    """Add a person to a group; without a password nobody can log in as them.

    Raises Group.DoesNotExist for an unknown group, IntegrityError for a user name that is taken.
    """
    person = Person.objects.create_user(username, password=password, first_name=first_name)
    person.groups.add(Group.objects.get(name=group))
    return person


def give_new_password(person: Person) -> str:
    """Give a person a random password, whatever they had before, and return it."""
    password = make_password()
    person.set_password(password)
    person.save(update_fields=("password",))
    return password


@transaction.atomic
def retire_person(person: Person) -> None:
    """Take a person's groups and login away; what they did stays theirs."""
    person.groups.clear()
    person.is_active = False
    person.save(update_fields=("is_active",))


def change_password(person: Person, password: str) -> None:
    """Give a person the password they chose; the form has checked it and the old one."""
    person.set_password(password)
    person.save(update_fields=("password",))
