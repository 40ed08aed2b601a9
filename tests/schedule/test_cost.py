"""The calendar does not collapse: a loose cap on what `make bench` measures on a calm machine."""

from tests.bench.schedule import milliseconds

AT_MOST = 1000  # ms, twenty times the promise, on a machine that does much else


def test_the_dates_of_a_large_project_are_soon_told() -> None:
    assert min(milliseconds() for _ in range(3)) < AT_MOST
