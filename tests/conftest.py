"""What every test shares: a folder to throw away, the lists' rows, and how properties are tried."""

from __future__ import annotations

import shutil

import hypothesis
import pytest
from django.conf import settings

# Two cores are often busy with more than us: a slow example is not a wrong one.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    """Make the folder where the test database and the collected files lie."""
    settings.SCRATCH.mkdir(mode=0o700)
    settings.STATIC_ROOT.mkdir()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(settings.SCRATCH)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Let `serialized_rollback` find the rows of the data migrations on every connection.

    Django remembers them on the connection that made the test database. Once playwright has
    started its event loop, tests of this thread get another connection, which would not have them.
    """
    from django.db import connections

    connection = connections["default"]
    rows = getattr(connection, "_test_serialized_contents", None)
    if rows is not None:
        type(connection)._test_serialized_contents = rows  # type: ignore[attr-defined]
