"""What every test shares: how property tests look for counter-examples, and the lists' rows."""

from __future__ import annotations

import pytest
from hypothesis import settings

# Two cores are often busy with more than us: a slow example is not a wrong one.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


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
