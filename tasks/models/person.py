"""The people who write, review, administer and enter tasks in Podio."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models

from tasks.workflow import Right


class Person(AbstractUser):
    """Somebody who can log in; what they may do comes from their groups."""

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ("first_name", "last_name", "username")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def short_name(self) -> str:
        """What colleagues say: the first name, or the user name where none is given."""
        return self.first_name or self.username

    def has_right(self, right: Right) -> bool:
        """True when one of the person's groups gives the right."""
        return self.has_perm(f"tasks.{right.value}")


def person_key(**options: Any) -> "models.ForeignKey[Any, Any]":
    """A foreign key to who did it; a person who did something is deactivated, never deleted."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, **options)
