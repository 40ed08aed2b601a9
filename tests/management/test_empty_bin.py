"""empty_bin: what can be fetched back is never deleted, and the rest is, for good."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from tasks.actions.bin import bin_limit, bin_task, last_day
from tasks.models import KlikTask
from tests.make import make_anne, make_task

pytestmark = pytest.mark.django_db
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def run() -> str:
    out = StringIO()
    call_command("empty_bin", stdout=out)
    return out.getvalue().strip()


def binned(title: str, days_ago: int) -> KlikTask:
    """A task that was put in the bin at noon, so many days ago."""
    task = bin_task(make_anne(), make_task(title).pk)
    noon = timezone.localtime().replace(hour=12, minute=0)
    KlikTask.objects.filter(pk=task.pk).update(binned_at=noon - timedelta(days=days_ago))
    task.refresh_from_db()
    return task


def test_only_what_lay_there_for_more_than_30_days_is_deleted() -> None:
    kept = [make_task("Opret en rute"), binned("Gem filen", 1), binned("Luk filen", 30)]
    binned("Ret filen", 31)
    binned("Send filen", 400)
    assert run() == "2 opgaver er slettet fra papirkurven."
    assert set(KlikTask.objects.all()) == set(kept)
    assert run() == "0 opgaver er slettet fra papirkurven."


def test_what_others_point_at_is_counted_apart() -> None:
    needed = binned("Gem filen", 31)
    make_task("Luk filen").relation_rows.create(related=needed)
    assert run().splitlines() == [
        "0 opgaver er slettet fra papirkurven.",
        "1 opgave bliver, for andre opgaver peger derhen.",
    ]
    assert KlikTask.objects.filter(pk=needed.pk).exists()


@pytest.mark.parametrize("clock", [(0, 0), (12, 0), (23, 59)])
def test_the_last_day_that_is_shown_is_the_last_day_that_holds(clock: tuple[int, int]) -> None:
    thrown = datetime(2026, 10, 24, *clock, tzinfo=COPENHAGEN)  # summer time ends the next day
    day = last_day(thrown)
    assert (day.day, day.month) == (23, 11)
    assert not thrown < bin_limit(day)
    assert thrown < bin_limit(day + timedelta(days=1))
