"""Makes the three demo people with random passwords, which are shown once and stored hashed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tasks.actions import people
from tasks.models import Person

# User name, first name, and the group that gives the rights
DEMO_PEOPLE = (
    ("anne", "Anne", "Forfatter"),
    ("rikke", "Rikke", "Godkender"),
    ("karl", "Karl", "Administrator"),
)


class Command(BaseCommand):
    """``--if-missing`` leaves people alone who are there; ``--reset`` gives all three a new one."""

    help = "Laver demo-personerne Anne, Rikke og Karl med tilfældige adgangskoder."

    def add_arguments(self, parser: CommandParser) -> None:
        choice = parser.add_mutually_exclusive_group(required=True)
        choice.add_argument(
            "--if-missing", action="store_true", help="Rør ikke dem, der findes allerede."
        )
        choice.add_argument("--reset", action="store_true", help="Giv alle tre en ny adgangskode.")

    def handle(self, *_: Any, **options: Any) -> None:
        for username, name, group in DEMO_PEOPLE:
            person = Person.objects.filter(username=username).first()
            if person is None:
                password = people.make_password()
                people.add_person(username, name, group, password)
            elif options["reset"]:
                password = people.give_new_password(person)
            else:
                continue
            self.stdout.write(f"{name} ({group.lower()}): {username} / {password}")
