"""*Kopiér opgave* on the page: one press, the copy open, and a sentence on what it kept."""

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask
from tests.make import make_anne, make_ready_task, make_task, put_in_status

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def key_on(page: str) -> str:
    return page[page.index('name="creation_key" value="') :].split('"')[3]


def the_copy_of(task: KlikTask) -> KlikTask:
    return KlikTask.objects.exclude(pk=task.pk).get()


def test_an_approved_task_is_copied_by_one_press(anne: Client) -> None:
    task = make_ready_task()
    put_in_status(task, "approved")
    page = anne.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert "Kopiér opgave" in page
    sent = {"creation_key": key_on(page)}
    url = reverse("task_copy", args=[task.pk])
    copied = anne.post(url, sent, follow=True).content.decode()
    anne.post(url, sent)
    copy = the_copy_of(task)
    assert "Kopien er en ny kladde. Den har beholdt titel og ramme" in copied
    assert f"/opgaver/{copy.pk}/" in copied
    assert "som en kopi af ”(MI 01) Giv samtykke til SFTP-ruten”" in (
        anne.get(reverse("task_history", args=[copy.pk])).content.decode()
    )


def test_what_was_typed_is_saved_before_it_is_copied(anne: Client) -> None:
    task = make_task("Giv samtykke")
    url = reverse("task_edit", args=[task.pk])
    sent = {"revision": "1", "title": "Giv jeres samtykke", "action": "copy"}
    sent["creation_key"] = key_on(anne.get(url).content.decode())
    anne.post(url, sent)
    assert KlikTask.objects.get(pk=task.pk).title == "Giv jeres samtykke"
    assert the_copy_of(task).title == "Giv jeres samtykke"


def test_every_look_at_the_page_has_a_key_of_its_own(anne: Client) -> None:
    url = reverse("task_edit", args=[make_ready_task().pk])
    pages = [anne.get(url).content.decode() for _ in range(2)]
    assert key_on(pages[0]) != key_on(pages[1])
