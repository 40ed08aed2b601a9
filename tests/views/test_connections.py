"""*Skriv* shows what the task requires and what requires it, each with its Trin and end."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.make import make_anne, make_project, make_task, make_wave

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def test_a_late_prerequisite_is_told_with_both_ends_on_both_pages(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project)]
    first = make_task(prefix="MI", number="1", project=project, end_offset_days=0, waves=waves)
    task = make_task(
        "Send filen", project=project, end_offset_days=-7, waves=waves, prerequisites=[first]
    )
    page = anne.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert f'<a href="{first.get_absolute_url()}">(MI1) Giv samtykke' in page
    assert "efter denne opgave, som slutter fre 23.10.2026" in page
    page = anne.get(first.get_absolute_url()).content.decode()
    assert "Kræves af" in page
    assert "slutter fre 23.10.2026, <strong>før denne opgave, som slutter fre 30.10.2026" in page


def test_what_is_typed_is_told_while_one_writes(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project)]
    first = make_task(prefix="MI", number="1", project=project, end_offset_days=0, waves=waves)
    typed = {
        "title": "Send filen",
        "project": project.pk,
        "waves": waves[0].pk,
        "end_offset_days": "-1",
        "prerequisites": first.pk,
    }
    answer = anne.post(reverse("task_check_new"), typed).content.decode()
    assert '<div id="kraever" hx-swap-oob="true">' in answer
    assert "efter denne opgave, som slutter tor 29.10.2026" in answer
