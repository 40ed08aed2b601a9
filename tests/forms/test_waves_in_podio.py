"""Other waves on a task that stands in Podio are shown, and saved when that was seen."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask, PodioCorrection, Wave
from tests.make import make_anne, make_project, make_task, make_wave
from tests.views.form_page import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def make_in_podio() -> tuple[KlikTask, Wave]:
    """A task in Bølge 1 that stands in Podio, and a Bølge 2 it is not in."""
    project = make_project()
    first, other = make_wave(project), make_wave(project, "Bølge 2", date(2026, 11, 13))
    task = make_task(project=project, waves=[first], end_offset_days=-14)
    KlikTask.objects.update(podio_url="https://podio.com/1")
    return task, other


def names(task: KlikTask) -> list[str]:
    return [wave.name for wave in Wave.objects.filter(tasks=task)]


def test_the_other_fields_are_saved_and_the_waves_wait(anne: Client) -> None:
    task, other = make_in_podio()
    sent = typed(task, waves=[other.pk], goal="Et mål")
    page = anne.post(reverse("task_edit", args=[task.pk]), sent).content.decode()
    assert "Opgaven står i Podio. Se før og efter" in page
    assert "<strong>Bølge 1</strong> udgår: start ingen dato, slut fre 16.10.2026." in page
    assert "<strong>Bølge 2</strong> kommer til: start ingen dato, slut fre 30.10.2026." in page
    task.refresh_from_db()
    assert (names(task), task.goal) == (["Bølge 1"], "<p>Et mål</p>")
    assert not PodioCorrection.objects.exists()


def test_with_the_cross_the_waves_are_saved_and_come_on_the_work_list(anne: Client) -> None:
    task, other = make_in_podio()
    sent = typed(task, waves=[other.pk], confirm_waves="on")
    anne.post(reverse("task_edit", args=[task.pk]), sent)
    assert names(task) == ["Bølge 2"]
    correction = PodioCorrection.objects.get()
    assert (correction.old, correction.new) == ("Bølge 1", "Bølge 2")


def test_a_task_that_is_not_in_podio_is_not_asked_about(anne: Client) -> None:
    task, other = make_in_podio()
    KlikTask.objects.update(podio_url="")
    anne.post(reverse("task_edit", args=[task.pk]), typed(task, waves=[other.pk]))
    assert names(task) == ["Bølge 2"]
    assert not PodioCorrection.objects.exists()


def test_tjek_shows_the_question_while_one_writes(anne: Client) -> None:
    task, other = make_in_podio()
    address = reverse("task_check", args=[task.pk])
    page = anne.post(address, typed(task, waves=[other.pk])).content.decode()
    assert 'name="confirm_waves"' in page
    assert 'name="confirm_waves"' not in anne.post(address, typed(task)).content.decode()
