"""Who sits at the browser in the tests of the pages."""

import pytest
from django.test import Client

from tests.make import make_anne


@pytest.fixture
def anne(client: Client) -> Client:
    """Anne's browser, logged in."""
    client.force_login(make_anne())
    return client
