"""A page that is open tells who else has the task open, and what is newest in it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tasks.actions.drafts import save_task
from tasks.actions.presence import be_present
from tasks.models import KlikTask, Presence
from tasks.views.presence import SEEN_FOR
from tests.make import make_anne, make_karl, make_person, make_rikke, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def task() -> KlikTask:
    return make_task()


def ask(client: Client, task: KlikTask, **sent: str) -> Any:
    return client.post(reverse("task_presence", args=[task.pk]), sent)


def test_alone_one_hears_of_nobody_and_not_of_oneself(anne: Client, task: KlikTask) -> None:
    for _ in range(2):  # two windows
        told = ask(anne, task, editing="1").json()
        assert (told["others"], told["sentence"]) == ([], "")


def test_others_are_told_by_what_they_do(anne: Client, task: KlikTask) -> None:
    be_present(make_karl(), task.pk, is_editing=False)
    assert ask(anne, task).json()["sentence"] == "Karl har opgaven åben."
    be_present(make_rikke(), task.pk, is_editing=True)
    told = ask(anne, task).json()
    assert told["sentence"] == "Rikke skriver i opgaven. Karl har den åben."
    assert told["others"] == [
        {"name": "Karl", "is_editing": False},
        {"name": "Rikke", "is_editing": True},
    ]
    be_present(make_karl(), task.pk, is_editing=True)
    be_present(make_person("Mette", "Forfatter"), task.pk, is_editing=True)
    assert ask(anne, task).json()["sentence"] == "Karl, Mette og Rikke skriver i opgaven."


def test_what_the_page_says_is_what_others_are_told(anne: Client, task: KlikTask) -> None:
    rikke = Client()
    rikke.force_login(make_rikke())
    ask(rikke, task, editing="1")
    assert ask(anne, task).json()["sentence"] == "Rikke skriver i opgaven."
    ask(rikke, task, editing="0")
    assert ask(anne, task).json()["sentence"] == "Rikke har opgaven åben."
    assert ask(rikke, task, left="1").status_code == 204
    assert ask(anne, task).json()["sentence"] == ""


def test_who_was_not_seen_lately_is_gone(anne: Client, task: KlikTask) -> None:
    be_present(make_rikke(), task.pk, is_editing=True)
    Presence.objects.update(seen_at=timezone.now() - SEEN_FOR * 1.1)
    assert ask(anne, task).json()["others"] == []


def test_who_is_at_another_task_is_not_here(anne: Client, task: KlikTask) -> None:
    be_present(make_rikke(), make_task("Udfyld filen").pk, is_editing=True)
    assert ask(anne, task).json()["others"] == []


def test_the_newest_revision_is_told_with_who_wrote_it(anne: Client, task: KlikTask) -> None:
    told = ask(anne, task).json()
    assert (told["revision"], told["revision_by"]) == (1, "Anne")
    save_task(make_rikke(), task.pk, 1, {"title": "Rettet"})
    told = ask(anne, task).json()
    assert (told["revision"], told["revision_by"]) == (2, "Rikke")


def test_nobody_is_locked_out(anne: Client, task: KlikTask) -> None:
    be_present(make_rikke(), task.pk, is_editing=True)
    assert save_task(make_anne(), task.pk, 1, {"title": "Rettet"}).task.revision == 2


def test_a_stranger_is_told_to_log_in_and_a_task_that_is_gone_is_not_found(
    client: Client, anne: Client, task: KlikTask
) -> None:
    assert ask(Client(), task).status_code == 401
    assert anne.post(reverse("task_presence", args=[task.pk + 1])).status_code == 404
    assert not Presence.objects.exists()
