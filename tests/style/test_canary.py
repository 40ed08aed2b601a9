"""The canary knows right from wrong, and falls silent when the engine does not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tasks.canary_check import style_canary
from tasks.style import canary


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    canary.sings.cache_clear()
    yield
    canary.sings.cache_clear()


def test_the_engine_finds_the_two_slips_and_nothing_else() -> None:
    assert canary.sings()
    assert style_canary() == []


def test_an_engine_that_sees_too_little_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canary, "BAD", replace(canary.BAD, title=canary.GOOD.title))
    assert not canary.sings()
    assert [message.id for message in style_canary()] == ["tasks.E003"]


def test_an_engine_that_sees_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canary, "GOOD", canary.BAD)
    assert not canary.sings()
