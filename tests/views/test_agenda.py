"""*Kalender*: the next weeks over all projects."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.models import FrozenZone
from tests.clock import stop_at_noon
from tests.make import make_anne, make_person, make_project, make_task, make_wave

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 7)  # a Wednesday in week 41
DAYS: dict[str, Any] = {"end_offset_days": -14, "start_offset_days": -7, "duration_days": 3}


@pytest.fixture
def anne(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    stop_at_noon(monkeypatch, TODAY)
    client.force_login(make_anne())
    return client


def page_of(client: Client, query: str = "") -> str:
    answer = client.get(reverse("agenda") + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def words(page: str) -> str:
    start = page.index('class="agenda-turn')
    return page[start:]


def test_start_yellow_end_and_go_live_stand_on_their_days(anne: Client) -> None:
    project = make_project()
    make_task("Ret filen", project=project, waves=[make_wave(project)], **DAYS)
    page = words(page_of(anne))
    for day, word in (
        ("Fredag den 9. oktober", "Starter"),
        ("Tirsdag den 13. oktober", "Går i gul (beregnet)"),
        ("Fredag den 16. oktober", "Slutter"),
        ("Fredag den 30. oktober", "Go-live"),
    ):
        after = page[page.index(f"<h3>{day}") :]
        assert word in after[: after.index("</ul>")]
    assert "Uge 41" in page and "5. oktober–11. oktober 2026, denne uge" in page


def test_the_same_day_in_two_waves_is_told_once_with_both(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project, "Bølge 1"), make_wave(project, "Bølge 2")]
    make_task("Ret filen", project=project, waves=waves, end_offset_days=-14)
    page = words(page_of(anne))
    assert page.count("Ret filen") == 1 and "Bølge 1, Bølge 2" in page


def test_every_project_is_there_and_one_can_be_chosen(anne: Client) -> None:
    project = make_project("SAPA")
    for each in (make_project(), project):
        name, wave = each.name, make_wave(each)
        make_task(f"Ret {name}", project=each, waves=[wave], **DAYS)
    assert "Ret KP" in page_of(anne) and "Ret SAPA" in page_of(anne)
    chosen = page_of(anne, f"?project={project.pk}")
    assert "Ret KP" not in chosen and "Ret SAPA" in chosen


def test_mine_are_those_i_wrote(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project)
    make_task("Ret min", project=project, waves=[wave], **DAYS)
    other = make_person("Bo", "Forfatter")
    make_task("Ret hans", project=project, waves=[wave], author=other, **DAYS)
    page = page_of(anne, "?mine=on")
    assert "Ret min" in page and "Ret hans" not in page


def test_the_bin_the_test_wave_and_missing_dates_are_left_out(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project)
    make_wave(project, "Testbølge", is_test=True)
    make_task("Ret uden dato", project=project, waves=[wave])
    binned = make_task("Ret slettet", project=project, waves=[wave], **DAYS)
    bin_task(make_anne(), binned.pk)
    page = page_of(anne)
    assert "Ret uden" not in page and "Ret slettet" not in page and "Testbølge" not in page


def test_one_turns_to_other_weeks_with_the_same_filters(anne: Client) -> None:
    project = make_project()
    make_task("Ret filen", project=project, waves=[make_wave(project)], **DAYS)
    page = page_of(anne, f"?project={project.pk}&weeks=2")
    assert f"?project={project.pk}&amp;weeks=2&amp;first=2026-10-19" in page
    assert "Ret filen" in page_of(anne, "?first=9.10.2026&weeks=2")
    later = page_of(anne, f"?project={project.pk}&weeks=2&first=2027-01-01")
    assert "Intet starter, går i gul eller slutter" in later
    assert f'<a href="?project={project.pk}&amp;weeks=2">Denne uge</a>' in later


def test_a_frozen_zone_and_a_day_off_are_told_in_words(anne: Client) -> None:
    project = make_project()
    first, last = date(2026, 10, 16), date(2026, 10, 20)
    FrozenZone.objects.create(project=project, name="Lukning", first_day=first, last_day=last)
    make_task("Ret", project=project, waves=[make_wave(project)], end_offset_days=-13)
    page = page_of(anne)
    assert page.count("Frozen zone i KP release 4.0: Lukning, 16. oktober–20. oktober") == 2
    assert 'Lørdag den 17. oktober <span class="agenda-off">weekend</span>' in page


def test_a_holiday_stands_there_by_itself(anne: Client) -> None:
    page = words(page_of(anne, "?first=21.12.2026&weeks=2"))
    assert "Fredag den 25. december" in page and "juledag" in page
    assert page.count("Intet i denne uge.") == 2 and "<ul" not in page


@pytest.mark.parametrize(
    "nonsense",
    ["?first=31.11.2026", "?weeks=999", "?project=x", "?weeks=<script>", "?first=9999-99-99"],
)
def test_nonsense_in_the_address_is_left_out_and_said(anne: Client, nonsense: str) -> None:
    page = page_of(anne, nonsense)
    assert "vi ikke kender. Det er udeladt." in page
    assert "Uge 41" in page and "<script>" not in page.replace("<script src", "")


@pytest.mark.parametrize("edge", ["1.1.2000", "31.12.2099"])
def test_the_ends_of_the_calendar_do_no_harm(anne: Client, edge: str) -> None:
    page_of(anne, f"?first={edge}&weeks=13")
