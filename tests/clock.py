"""The two clocks: the one that views and actions read, to be stopped, and the server's own."""

import time as process
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

import pytest


def stop_clock(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let every reader of Django's clock find this moment; log in after it, or a login is over."""
    patch.setattr("django.utils.timezone.now", lambda: moment)


def stop_at_noon(patch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be the middle of a day, in Denmark as in the rest of Europe."""
    stop_clock(patch, datetime.combine(day, time(12), UTC))


@contextmanager
def server_in(zone: str) -> Iterator[pytest.MonkeyPatch]:
    """Let the server's own clock, which ours must not ask, be in another zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        process.tzset()
        yield patch
    process.tzset()
