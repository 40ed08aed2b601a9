"""Counts wrong passwords, so that nobody can guess on and on; kept in memory, never in the data.

Each server process counts for itself, so the true limit is TRIES times the number of processes.
"""

import hashlib

from django.core.cache import cache

TRIES = 10  # wrong passwords for one user name from one address before the login rests
REST_SECONDS = 15 * 60


def is_resting(username: str, address: str) -> bool:
    """Tell whether there have been too many wrong passwords, known user name or not."""
    tries: int = cache.get(_key(username, address), 0)
    return tries >= TRIES


def count_wrong(username: str, address: str) -> int:
    """Count a wrong password and return how many there are since the first, REST_SECONDS ago."""
    key = _key(username, address)
    cache.add(key, 0, REST_SECONDS)
    try:
        return int(cache.incr(key))
    except ValueError:  # the first one was forgotten in this very moment
        cache.set(key, 1, REST_SECONDS)
        return 1


def forget_wrong(username: str, address: str) -> None:
    """Begin from none again after a right password."""
    cache.delete(_key(username, address))


def _key(username: str, address: str) -> str:
    """The address is part of it, or else anybody could shut a colleague out from afar."""
    told = f"{username.casefold()}\n{address}"
    return f"login-{hashlib.sha256(told.encode()).hexdigest()}"
