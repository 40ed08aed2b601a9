"""The form of a new task is sent once more – pressed twice, or after Back – and no text is lost."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.models import EventKind, KlikTask
from tests.make import make_anne, make_project, make_rikke, make_task
from tests.views.form_page import shown

pytestmark = pytest.mark.django_db


def send(client: Client, key: object, **typed: object) -> str:
    data = {"creation_key": key, "title": "Giv samtykke"} | typed
    return shown(client.post(reverse("task_new"), data, follow=True))


def test_pressed_twice_it_is_saved_once(anne: Client) -> None:
    key = uuid4()
    for _ in range(2):
        send(anne, key, goal="Målet er, at I svarer.")
    task = KlikTask.objects.get()
    assert (task.revision, [event.kind for event in task.events.all()]) == (1, [EventKind.CREATED])


def test_what_is_typed_after_back_is_saved_in_the_task_it_made(anne: Client) -> None:
    key = uuid4()
    send(anne, key, goal="Først")
    send(anne, key, goal="Først", method="Siden", title="Giv jeres samtykke")
    task = KlikTask.objects.get()
    assert (task.title, task.goal) == ("Giv jeres samtykke", "<p>Først</p>")
    assert (task.method, task.revision) == ("<p>Siden</p>", 2)


def test_what_others_wrote_meanwhile_is_never_overwritten(anne: Client) -> None:
    key = uuid4()
    send(anne, key, goal="Først")
    save_task(make_rikke(), KlikTask.objects.get().pk, 1, {"goal": "<p>Rikkes</p>"})
    page = send(anne, key, goal="Annes", method="Siden")
    assert "Rikke har også rettet i Mål." in page
    assert "Annes" in page
    task = KlikTask.objects.get()
    assert (task.goal, task.method) == ("<p>Rikkes</p>", "<p>Siden</p>")


def test_what_was_refused_the_first_time_is_told_again(anne: Client) -> None:
    project = make_project()
    make_task(project=project, prefix="MI", separator=" ", number="01")
    key = uuid4()
    for _ in range(2):
        page = send(anne, key, project=project.pk, reference="MI 01")
        assert "(MI 01) er brugt til" in page
    assert KlikTask.objects.count() == 2


def test_a_task_that_can_no_longer_be_edited_keeps_what_was_typed_on_the_screen(
    anne: Client,
) -> None:
    key = uuid4()
    send(anne, key)
    bin_task(make_anne(), KlikTask.objects.get().pk)
    page = send(anne, key, method="Min lange tekst")
    assert "Opgaven ligger i papirkurven." in page
    assert "Min lange tekst" in page
    assert KlikTask.objects.get().method == ""
