"""Stops the one clock that views and actions read, for the tests that must know what day it is."""

from datetime import UTC, date, datetime, time

import pytest


def stop_clock(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let every reader of Django's clock find this moment; log in after it, or a login is over."""
    patch.setattr("django.utils.timezone.now", lambda: moment)


def stop_at_noon(patch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be the middle of a day, in Denmark as in the rest of Europe."""
    stop_clock(patch, datetime.combine(day, time(12), UTC))
