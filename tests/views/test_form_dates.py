"""The dates in *Skriv*: read in every wave, picked in any, and what is free instead."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import FrozenZone, KlikTask
from tests.make import make_anne, make_project, make_task, make_wave
from tests.views.form_page import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def make_dated(**values: Any) -> KlikTask:
    """A task 14 days before the go-lives of two waves, that begins 7 days before that."""
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2", date(2026, 11, 13))]
    days = {"end_offset_days": -14, "start_offset_days": -7, "duration_days": 3}
    return make_task(project=project, waves=waves, **(days | values))


def shown(client: Client, task: KlikTask) -> str:
    return str(client.get(reverse("task_edit", args=[task.pk])).content.decode())


def table(page: str) -> str:
    start = page.index('id="datoer"')
    return page[start : page.index("Forudsætninger", start)]


def end_cell(task: KlikTask) -> str:
    return f"end_{task.waves.all()[0].pk}"


def send(client: Client, task: KlikTask, **pressed: Any) -> Any:
    return client.post(reverse("task_edit", args=[task.pk]), typed(task) | pressed)


def test_every_wave_has_its_dates_week_and_yellow_day(anne: Client) -> None:
    dates = table(shown(anne, make_dated()))
    assert "14 dage før go-live, uge 42" in dates and "7 dage før slutdatoen, uge 41" in dates
    for text in ("fre 09.10.2026", "fre 16.10.2026", "uge 42", "tir 13.10.2026"):
        assert text in dates
    for text in ("fre 23.10.2026", "fre 30.10.2026", "uge 44", "tir 27.10.2026"):
        assert text in dates


def test_working_days_are_counted_where_the_house_has_chosen_it(
    anne: Client, settings: Any
) -> None:
    settings.KLIK_YELLOW_COUNTED_IN = "working-days"
    dates = table(shown(anne, make_dated(duration_days=5)))
    assert "fre 09.10.2026</td>" in dates


def test_a_missing_offset_or_go_live_gives_no_date(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2", None)]
    dates = table(shown(anne, make_task(project=project, waves=waves, end_offset_days=0)))
    assert "fre 30.10.2026" in dates
    assert dates.count("ingen dato") >= 4


def test_a_date_that_is_not_free_says_so_and_offers_what_is_free_in_all_waves(
    anne: Client,
) -> None:
    task = make_dated(end_offset_days=-13)
    dates = table(shown(anne, task))
    assert "Slutdatoen er en lørdag" in dates
    assert "14 dage før go-live: Bølge 1 fre 16.10.2026, Bølge 2 fre 30.10.2026" in dates
    assert "11 dage før go-live: Bølge 1 man 19.10.2026, Bølge 2 man 02.11.2026" in dates


def test_a_frozen_zone_counts_only_for_a_task_that_respects_it(anne: Client) -> None:
    task = make_dated()
    assert task.project is not None
    day = date(2026, 10, 16)
    FrozenZone.objects.create(project=task.project, name="Lukning", first_day=day, last_day=day)
    assert "frozen zonen" not in table(shown(anne, task))
    KlikTask.objects.update(respects_frozen_zone=True)
    assert "Slutdatoen ligger i frozen zonen ”Lukning”" in table(shown(anne, task))


def test_without_a_script_a_picked_date_is_saved_as_days_with_all_that_was_typed(
    anne: Client,
) -> None:
    task = make_dated()
    cell = end_cell(task)
    send(
        anne,
        task,
        **{"use_day": cell.replace("_", "-"), f"use_day_{cell}": "19.10.2026", "goal": "Et mål"},
    )
    task.refresh_from_db()
    assert (task.end_offset_days, task.goal) == (-11, "<p>Et mål</p>")


def test_without_a_script_an_impossible_date_is_told_and_kept_and_the_rest_is_saved(
    anne: Client,
) -> None:
    task = make_dated()
    cell = end_cell(task)
    answer = send(
        anne,
        task,
        **{"use_day": cell.replace("_", "-"), f"use_day_{cell}": "31.11.2026", "goal": "Et mål"},
    )
    page = answer.content.decode()
    assert "31. november findes ikke – november har 30 dage." in page
    assert 'value="31.11.2026"' in table(page)
    task.refresh_from_db()
    assert (task.end_offset_days, task.goal) == (-14, "<p>Et mål</p>")


def test_without_a_script_a_typed_date_is_used_whichever_button_is_pressed(anne: Client) -> None:
    task = make_dated()
    first, second = task.waves.all()
    sent = {
        f"use_day_end_{first.pk}": "fre 16.10.2026",
        f"use_day_end_{second.pk}": "2.11.2026",
        f"use_day_start_{first.pk}": "fre 09.10.2026",
        f"use_day_start_{second.pk}": "30.10.2026",
    }
    send(anne, task, **sent)
    task.refresh_from_db()
    assert (task.end_offset_days, task.start_offset_days) == (-11, -3)


def test_without_a_script_dates_that_contradict_each_other_are_told_and_kept(
    anne: Client,
) -> None:
    task = make_dated()
    first, second = task.waves.all()
    sent = {f"use_day_end_{first.pk}": "19.10.2026", f"use_day_end_{second.pk}": "3.11.2026"}
    page = send(anne, task, **sent).content.decode()
    assert "Du har skrevet flere datoer. Skriv kun én af dem." in page
    assert 'value="19.10.2026"' in page and 'value="3.11.2026"' in page
    task.refresh_from_db()
    assert task.end_offset_days == -14


def test_without_a_script_untouched_dates_follow_the_offset(anne: Client) -> None:
    task = make_dated()
    first = task.waves.all()[0]
    sent = {f"use_day_end_{first.pk}": "fre 16.10.2026", "end_offset_days": "-21"}
    send(anne, task, **sent)
    task.refresh_from_db()
    assert task.end_offset_days == -21


def test_without_a_script_a_proposed_date_is_one_press(anne: Client) -> None:
    task = make_dated(end_offset_days=-13)
    send(anne, task, use_offset="end_offset_days:-14")
    task.refresh_from_db()
    assert task.end_offset_days == -14


@pytest.mark.parametrize(
    "nonsense",
    ["title:5", "end_offset_days:x", "end_offset_days:", ":", "end_offset_days:99999", ""],
)
def test_a_nonsense_proposal_changes_nothing(anne: Client, nonsense: str) -> None:
    task = make_dated()
    send(anne, task, use_offset=nonsense)
    task.refresh_from_db()
    assert (task.end_offset_days, task.title) == (-14, "Giv samtykke til SFTP-ruten")


def test_a_new_task_can_be_given_a_date_too(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project)
    sent = {
        "title": "Ret", "project": project.pk, "waves": wave.pk,
        "use_day": f"end-{wave.pk}", f"use_day_end_{wave.pk}": "fre 16.10.2026",
    }  # fmt: skip
    anne.post(reverse("task_new"), sent)
    assert KlikTask.objects.get().end_offset_days == -14


def pick(client: Client, task: KlikTask, cell: str, text: str) -> dict[str, Any]:
    sent = typed(task) | {"use_day": cell.replace("_", "-"), f"use_day_{cell}": text}
    answer = client.post(reverse("task_pick_day"), sent)
    assert answer.status_code == 200
    return dict(answer.json())


def test_the_script_is_answered_the_days_and_nothing_is_saved(anne: Client) -> None:
    task = make_dated()
    answer = pick(anne, task, end_cell(task), "19.10.2026")
    assert answer == {"field": "end_offset_days", "days": -11}
    assert pick(anne, task, "end_999", "19.10.2026") == {"problem": "Bølgen er ikke valgt længere."}
    assert "findes ikke" in pick(anne, task, end_cell(task), "30.2.2027")["problem"]
    task.refresh_from_db()
    assert (task.end_offset_days, task.revision) == (-14, 1)


def test_what_is_typed_in_a_cell_is_only_ever_text(anne: Client) -> None:
    task = make_dated()
    cell, hostile = end_cell(task), '"><script>alert(1)</script>'
    pressed = {"use_day": cell.replace("_", "-"), f"use_day_{cell}": hostile}
    page = send(anne, task, **pressed).content.decode()
    assert "<script>alert(1)" not in page
    assert re.search(r'value="&quot;&gt;&lt;script&gt;', table(page))
