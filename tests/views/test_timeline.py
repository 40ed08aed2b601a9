"""*Tidslinje*: the picture, its filters and the table beside it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.models import FrozenZone, Project, Theme
from tests.make import make_anne, make_project, make_task, make_wave

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def page_of(client: Client, project: Project, query: str = "") -> str:
    answer = client.get(reverse("project_timeline", args=[project.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def bars_in(page: str) -> int:
    return page.count('class="timeline-row"')


def test_a_task_is_a_bar_and_a_row_in_each_of_its_waves(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project, "Bølge 1"), make_wave(project, "Bølge 2", date(2027, 1, 15))]
    offsets: dict[str, Any] = {"end_offset_days": -14, "start_offset_days": -7}
    task = make_task(project=project, waves=waves, duration_days=3, **offsets)
    page = page_of(anne, project)
    assert bars_in(page) == 2
    assert page.count(f'href="{task.get_absolute_url()}"') == 4
    assert "starter fredag den 9. oktober 2026, går i gul tirsdag den 13. oktober 2026" in page
    assert "fre 01.01.2027" in page


def test_each_bar_is_a_link_with_a_full_name_and_no_style_is_written(anne: Client) -> None:
    project = make_project()
    make_task("Giv <b>samtykke</b>", project=project, waves=[make_wave(project)], end_offset_days=0)
    page = page_of(anne, project)
    assert 'aria-label="Giv &lt;b&gt;samtykke&lt;/b&gt;. Bølge 1: slutter fredag den 30.' in page
    assert "style=" not in page and "<b>samtykke" not in page


def test_filters_leave_the_others_out(anne: Client) -> None:
    project, theme = make_project(), Theme.objects.all()[0]
    first, second = make_wave(project, "Bølge 1"), make_wave(project, "Bølge 2")
    make_task("Opret", project=project, waves=[first, second], end_offset_days=0)
    make_task("Ret", project=project, waves=[first], end_offset_days=0, theme=theme)
    make_task("Slet", project=project, waves=[first], end_offset_days=0, priority="recommended")
    assert bars_in(page_of(anne, project)) == 4
    assert bars_in(page_of(anne, project, f"?wave={second.pk}")) == 1
    assert bars_in(page_of(anne, project, f"?theme={theme.pk}")) == 1
    assert bars_in(page_of(anne, project, "?priority=recommended")) == 1
    assert "Vis alle" in page_of(anne, project, "?priority=recommended")


def test_nonsense_in_the_address_is_left_out_and_said(anne: Client) -> None:
    project, other = make_project(), make_project("Et andet")
    make_task(project=project, waves=[make_wave(project)], end_offset_days=0)
    foreign = make_wave(other)
    page = page_of(anne, project, f"?wave={foreign.pk}&priority=<script>")
    assert bars_in(page) == 1
    assert "”Bølge” og ”Prioritet”, vi ikke kender. Det er udeladt." in page


def test_what_lies_in_the_bin_or_on_the_test_wave_is_not_drawn(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project)
    make_wave(project, "Testbølge", is_test=True)
    binned = make_task(project=project, waves=[wave], end_offset_days=0)
    bin_task(make_anne(), binned.pk)
    page = page_of(anne, project)
    assert bars_in(page) == 0
    assert "Testbølge" not in page


def test_a_task_without_dates_is_named_below_its_wave(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project)
    make_task("Ret", project=project, waves=[wave])
    page = page_of(anne, project)
    assert "Ingen af opgaverne har datoer i bølgen:" in page


def test_a_project_without_dates_says_how_it_gets_some(anne: Client) -> None:
    project = make_project()
    make_wave(project, go_live=None)
    assert "Der er ingen datoer at tegne endnu" in page_of(anne, project)
    assert "Ingen opgaver passer" in page_of(anne, project, "?priority=recommended")


def test_a_zone_is_shaded_and_named(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    FrozenZone.objects.create(
        project=project, name="Lukning", first_day=date(2026, 10, 26), last_day=date(2026, 11, 1)
    )
    assert "Frozen zones: Lukning, 26. oktober–1. november." in page_of(anne, project)
