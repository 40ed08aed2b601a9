"""Counts wrong passwords, so that nobody can guess on and on, whichever process answers them.

People type their password where the user name belongs, so what they typed is never kept: the
row's key is made with the site's secret, and the row is gone when its rest is over.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tasks.models import WrongPasswords

TRIES = 10  # wrong passwords for one user name from one address before the login rests
REST_SECONDS = 15 * 60


def is_resting(username: str, address: str) -> bool:
    """Tell whether there have been too many wrong passwords, known user name or not."""
    counted = WrongPasswords.objects.filter(pk=_key(username, address), began_at__gt=_rest_began())
    return counted.filter(tries__gte=TRIES).exists()


@transaction.atomic
def count_wrong(username: str, address: str) -> int:
    """Count a wrong password and return how many there are since the first, REST_SECONDS ago."""
    WrongPasswords.objects.filter(began_at__lte=_rest_began()).delete()
    row = WrongPasswords(_key(username, address), 0, timezone.now())
    WrongPasswords.objects.bulk_create([row], ignore_conflicts=True)
    mine = WrongPasswords.objects.filter(pk=row.pk)
    mine.update(tries=F("tries") + 1)
    return mine.values_list("tries", flat=True).first() or 1  # none: forgotten in this very moment


def forget_wrong(username: str, address: str) -> None:
    """Begin from none again after a right password."""
    WrongPasswords.objects.filter(pk=_key(username, address)).delete()


def _rest_began() -> datetime:
    """When the rests that are over by now began, at the latest."""
    return timezone.now() - timedelta(seconds=REST_SECONDS)


def _key(username: str, address: str) -> str:
    """The address is part of it, or else anybody could shut a colleague out from afar."""
    told = f"{username.casefold()}\n{address}"
    return salted_hmac("wrong passwords", told, algorithm="sha256").hexdigest()
