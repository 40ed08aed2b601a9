"""What every test shares: a folder to throw away, the lists' rows, and how properties are tried."""

from __future__ import annotations

import shutil

import hypothesis
import pytest
from django.conf import settings
from django.db.backends.base.creation import BaseDatabaseCreation
from pytest_django import DjangoDbBlocker

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
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let `serialized_rollback` find the rows of the data migrations on every connection, quickly.

    Django remembers them on the connection that made the test database. Once playwright has
    started its event loop, tests of this thread get another connection, which would not have them.
    """
    from django.db import connections

    from tests.first_rows import put_rows_back, take_rows

    connection = connections["default"]
    json = getattr(connection, "_test_serialized_contents", None)
    if json is None:
        return
    with django_db_blocker.unblock():
        rows = take_rows(connection)

    def put_back(creation: BaseDatabaseCreation, data: str) -> None:
        put_rows_back(creation.connection, rows)

    type(connection)._test_serialized_contents = json  # type: ignore[attr-defined]
    type(connection.creation).deserialize_db_from_string = put_back  # type: ignore[assignment, method-assign]
