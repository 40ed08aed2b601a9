"""*Ret en småting* on its page: saved at once, or told beforehand what it costs."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask
from tasks.workflow import Status
from tests.actions.test_corrections import make_approved
from tests.make import make_anne, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def send(client: Client, task: KlikTask, text: str, **more: Any) -> Any:
    sent = {"felt": "result", "result": text, "revision": task.revision} | more
    return client.post(reverse("task_small", args=[task.pk]), sent)


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.get(pk=task.pk)


def test_the_locked_text_leads_to_each_prose_field(anne: Client) -> None:
    task = make_approved()
    page = anne.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert f'href="{reverse("task_small", args=[task.pk])}?felt=result"' in page
    assert "?felt=title" not in page


def test_a_slip_is_saved_and_listed_with_its_difference(anne: Client) -> None:
    task = make_approved()
    answer = send(anne, task, "Du får en skabelon.")
    assert answer["Location"].endswith("#felt-result")
    assert (fresh(task).result, fresh(task).status) == (
        "<p>Du får en skabelon.</p>",
        Status.APPROVED,
    )
    page = anne.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert "Rettet efter godkendelse" in page and "<del>" in page and "skabelonn" in page
    history = anne.get(reverse("task_history", args=[task.pk])).content.decode()
    assert "rettede en småting i ”Resultat”, så godkendelsen gælder stadig" in history


def test_more_than_that_is_told_and_what_was_typed_stays(anne: Client) -> None:
    task = make_approved()
    page = send(anne, task, "Du får ikke en skabelon <b>.").content.decode()
    assert "Det er mere end en småting" in page
    assert "Ændringen rører et ord som ”ikke” eller ”kun”." in page
    assert "Du får ikke en skabelon &lt;b&gt;." in page
    assert fresh(task).revision == 1


def test_it_can_be_saved_by_reopening(anne: Client) -> None:
    task = make_approved()
    answer = send(anne, task, "Du får ikke en skabelon.", reopen="1")
    assert answer["Location"] == reverse("task_edit", args=[task.pk])
    assert (fresh(task).status, fresh(task).result) == (
        Status.DRAFT,
        "<p>Du får ikke en skabelon.</p>",
    )


def test_a_stale_page_keeps_what_was_typed(anne: Client) -> None:
    task = make_approved()
    page = send(anne, task, "Du får en skabelon!", revision="9").content.decode()
    assert "Opgaven er rettet, siden du åbnede den" in page and "Du får en skabelon!" in page


@pytest.mark.parametrize("felt", ["", "title", "<script>", "x" * 300])
def test_nonsense_in_the_address_is_the_first_field(anne: Client, felt: str) -> None:
    address = reverse("task_small", args=[make_approved().pk])
    page = anne.get(address, {"felt": felt}).content.decode()
    assert 'name="goal"' in page and "<script>x" not in page


def test_a_draft_has_no_small_corrections(anne: Client) -> None:
    task = make_task()
    page = anne.get(reverse("task_small", args=[task.pk])).content.decode()
    assert "Opgaven er ikke godkendt, så du kan rette hele teksten." in page
    assert "data-prose-form" not in page
