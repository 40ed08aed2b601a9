"""How often a login was tried in vain, so that every server process knows of it."""

from django.db import models


class WrongPasswords(models.Model):
    """The count for one user name from one address, neither of which can be read from the key."""

    key = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(db_index=True)
