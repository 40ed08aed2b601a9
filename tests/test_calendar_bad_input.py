"""What people write wrong in the calendar, sent as a browser without script sends it.

Told at its field, kept as typed, nothing else lost. An impossible day and a zone that ends before
it starts are tried in tests/views/test_waves.py and test_project_forms.py; a wave that tasks use
and a task that others require in test_waves.py and test_bin.py.
"""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask, Project, Wave
from tests.clock import stop_at_noon
from tests.make import GO_LIVE, make_karl, make_project, make_ready_task, make_wave
from tests.shown_dates import in_form
from tests.views.form_page import save, shown

pytestmark = pytest.mark.django_db

WAVE = {"name": "Bølge 2", "members": "chosen", "goes_live_with": "release 4.0"}
ZONE = {"name": "Årsafslutning", "first_day": "3.1.2027", "last_day": "10.1.2027"}
TOO_FAR = "Skriv et tal mellem -3650 og 3650."
NO_NUMBER = "Skriv antal dage som et helt tal, fx -14."


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def add_wave(client: Client, project: Project, **typed: str) -> str:
    url = reverse("wave_new", args=[project.pk])
    return shown(client.post(url, WAVE | typed, follow=True))


def add_zone(client: Client, project: Project, **typed: str) -> str:
    url = reverse("zone_new", args=[project.pk])
    return shown(client.post(url, ZONE | typed, follow=True))


def told_at(page: str, field: str) -> str:
    """What the summary on top says of a field, and leads to it."""
    return unescape(re.findall(rf'<a href="#id_{field}">(.*?)</a>', page)[0])


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("end_offset_days", "5000", TOO_FAR),
        ("end_offset_days", "-5000", TOO_FAR),
        ("end_offset_days", "30.10.2026", NO_NUMBER),
        ("end_offset_days", "14 uger", NO_NUMBER),
        ("end_offset_days", "1e3", NO_NUMBER),
        ("start_offset_days", "-5000", "Skriv et tal mellem -3650 og -1."),
        ("start_offset_days", "5000", "Startdatoen skal ligge før slutdatoen."),
        ("start_offset_days", "to uger", NO_NUMBER),
        ("start_offset_days", "-1,5", NO_NUMBER),
        ("duration_days", "5000", "Skriv et tal mellem 1 og 3650."),
        ("duration_days", "en uge", "Skriv antal dage som et helt tal, fx 14."),
    ],
)
def test_days_that_are_none_are_told_and_the_saved_ones_stand(
    karl: Client, field: str, text: str, message: str
) -> None:
    task = make_ready_task(duration_days=5)
    page = shown(save(karl, task, background="Ruten er ny.", **{field: text}))
    assert message in told_at(page, field)
    assert f'value="{text}"' in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert getattr(saved, field) == getattr(task, field)
    assert saved.background == "<p>Ruten er ny.</p>"


def test_the_farthest_offsets_that_are_taken_have_dates(karl: Client) -> None:
    task = make_ready_task()
    page = shown(save(karl, task, end_offset_days="3650", start_offset_days="-3650"))
    assert in_form(page) == {"Bølge 1": (GO_LIVE, GO_LIVE + timedelta(days=3650))}


@pytest.mark.parametrize("go_live", ["30.10.2016", "1.1.2000"])
def test_a_go_live_far_in_the_past_is_kept_and_asked_about(
    karl: Client, monkeypatch: pytest.MonkeyPatch, go_live: str
) -> None:
    stop_at_noon(monkeypatch, date(2026, 11, 2))
    karl.force_login(make_karl())
    project = make_project()
    page = add_wave(karl, project, go_live=go_live)
    assert "Bølge 2 er oprettet." in page
    assert "Se efter, om årstallet er rigtigt." in page
    assert project.waves.get().go_live is not None
    assert "årstallet" not in add_wave(karl, project, name="Bølge 3", go_live="30.10.2026")


def test_a_wave_that_is_changed_to_the_past_is_asked_about_too(karl: Client) -> None:
    wave = make_wave(make_project())
    url = reverse("wave_edit", args=[wave.pk])
    typed = WAVE | {"go_live": "30.10.2016", "seen": karl.get(url).context["form"].seen}
    assert "søndag den 30. oktober 2016" in shown(karl.post(url, typed, follow=True))


def test_a_go_live_before_there_were_plans_is_refused_and_kept_as_typed(karl: Client) -> None:
    page = add_wave(karl, make_project(), go_live="30.10.1926")
    assert "Skriv et årstal mellem 2000 og 2099." in told_at(page, "go_live")
    assert 'value="30.10.1926"' in page
    assert not Wave.objects.exists()


def test_a_wave_of_nothing_but_a_name_is_kept_and_its_tasks_have_no_dates(karl: Client) -> None:
    project = make_project()
    page = add_wave(karl, project, go_live="", goes_live_with="")
    assert page.count("Ingen endnu</span>") == 2  # neither go-live nor municipalities
    task = make_ready_task(project=project)
    for name in ("task_edit", "task_preview", "task_announcement", "task_list"):
        args = [] if name == "task_list" else [task.pk]
        assert "ingen dato" in shown(karl.get(reverse(name, args=args))), name
    url = reverse("task_announcement", args=[task.pk])
    proposal = shown(karl.post(url, {"action": "propose", "revision": 1}))
    assert "[Skriv, hvornår I kan starte]" in proposal


def test_zones_that_overlap_are_kept_and_both_are_told(karl: Client) -> None:
    project = make_project()
    add_zone(karl, project, name="Jul", first_day="21.12.2026", last_day="3.1.2027")
    page = add_zone(karl, project)
    assert "”Jul” og ”Årsafslutning” har dage til fælles. Begge gælder." in page
    wave = make_wave(project, go_live=date(2027, 1, 3))
    task = make_ready_task(
        project=project, waves=[wave], end_offset_days=0, respects_frozen_zone=True
    )
    told = shown(karl.get(reverse("task_edit", args=[task.pk])))
    assert "(21.12.–3.1.)" in told and "(3.1.–10.1.)" in told
    assert "mandag den 11. januar" in told


def test_zones_side_by_side_do_not_overlap(karl: Client) -> None:
    project = make_project()
    add_zone(karl, project, name="Jul", first_day="21.12.2026", last_day="2.1.2027")
    assert "til fælles" not in add_zone(karl, project)


def test_one_wrong_day_costs_no_other_word(karl: Client) -> None:
    page = add_zone(karl, make_project(), first_day="31. november 2026")
    assert "31. november findes ikke – november har 30 dage." in told_at(page, "first_day")
    for text in ("Årsafslutning", "31. november 2026", "10.1.2027"):
        assert f'value="{text}"' in page
