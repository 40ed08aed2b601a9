"""An hour before midnight in Greenwich it is tomorrow in Denmark, whatever the server believes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.models import KlikTask
from tests.clock import server_in, stop_clock
from tests.exports.full_task import approved
from tests.make import make_anne, make_project, make_ready_task, make_task, make_wave
from tests.views.form_page import shown

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def anne(client: Client) -> Iterator[Client]:
    """Anne at 0.30 on New Year's Day, on a server that believes it is New Year's Eve."""
    with server_in("UTC") as patch:
        stop_clock(patch, NOW)
        client.force_login(make_anne())
        yield client


def starting(day: date) -> KlikTask:
    """A task that can be started on a day and has twenty days."""
    wave = make_wave(make_project(f"Fra {day}"), go_live=day)
    return make_ready_task(
        project=wave.project, waves=[wave], end_offset_days=20, start_offset_days=-20
    )


def proposed(anne: Client, task: KlikTask) -> str:
    url = reverse("task_announcement", args=[task.pk])
    return shown(anne.post(url, {"action": "propose", "revision": 1}))


def test_the_server_itself_would_have_been_wrong(anne: Client) -> None:
    assert date.fromtimestamp(NOW.timestamp()) == date(2026, 12, 31)  # noqa: DTZ012 - that is it


def test_what_can_be_started_today_is_said_to_be(anne: Client) -> None:
    assert "I kan gå i gang med det samme" in proposed(anne, starting(NEW_YEAR))
    assert "lørdag den 2. januar" in proposed(anne, starting(date(2027, 1, 2)))


def test_what_was_changed_just_now_was_changed_today(anne: Client) -> None:
    task = make_ready_task()
    assert '<span class="nowrap">fre 01.01.2027</span>' in shown(anne.get(reverse("task_list")))
    history = shown(anne.get(reverse("task_history", args=[task.pk])))
    assert "Fredag den 1. januar 2027" in history and "kl. 0.30" in history
    assert "31. december" not in history


def test_the_bin_counts_from_the_danish_day(anne: Client) -> None:
    bin_task(make_anne(), make_task().pk)
    page = shown(anne.get(reverse("bin")))
    assert "fre 01.01.2027" in page and "søndag den 31. januar 2027" in page


def test_a_workbook_is_named_by_the_danish_day(anne: Client) -> None:
    approved(make_ready_task())
    answer = anne.get(reverse("tasks_xlsx"))
    assert "KLIK-opgaver 2027-01-01.xlsx" in answer["Content-Disposition"]
