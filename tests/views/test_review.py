"""*Godkendelse*: the text as it stands, the godkender's two answers, and who may give them."""

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.drafts import save_task
from tasks.actions.review import submit
from tasks.forms.review import CHECKLIST
from tasks.models import KlikTask
from tests.make import make_anne, make_ready_task, make_rikke, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def rikke(client: Client) -> Client:
    client.force_login(make_rikke())
    return client


def sent_task(title: str = "Giv samtykke til SFTP-ruten") -> KlikTask:
    task = make_ready_task(title)
    return submit(make_anne(), task.pk, task.revision)


def page_of(client: Client, task: KlikTask) -> str:
    return client.get(reverse("task_review", args=[task.pk])).content.decode()


def test_rikke_reads_every_field_and_gets_both_answers(rikke: Client) -> None:
    page = page_of(rikke, sent_task())
    assert "Du skal tage stilling til" in page
    assert "Godkend og gå til næste" in page
    assert "Hvad skal Anne gøre?" in page
    assert "Opgavens varighed" in page


def test_rikke_approves_with_all_five_points(rikke: Client) -> None:
    task = sent_task()
    data = {"revision": task.revision, "checklist": list(CHECKLIST), "action": "stay"}
    page = rikke.post(reverse("task_approve", args=[task.pk]), data, follow=True)
    assert "er godkendt." in page.content.decode()
    assert KlikTask.objects.get(pk=task.pk).status == "approved"


def test_a_missing_point_is_asked_for(rikke: Client) -> None:
    task = sent_task()
    data = {"revision": task.revision, "checklist": list(CHECKLIST)[:4]}
    page = rikke.post(reverse("task_approve", args=[task.pk]), data).content.decode()
    assert "Sæt kryds ved alle fem, når du har set efter." in page
    assert page.count(" checked") == 4
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_approve_and_next_goes_to_the_longest_waiting(rikke: Client) -> None:
    first, second = sent_task(), sent_task("Udfyld excel-filen")
    data = {"revision": first.revision, "checklist": list(CHECKLIST), "action": "next"}
    response = rikke.post(reverse("task_approve", args=[first.pk]), data)
    assert response["Location"] == reverse("task_review", args=[second.pk])
    response = rikke.post(reverse("task_approve", args=[second.pk]), data, follow=True)
    assert "Der er ikke flere opgaver, du kan godkende." in response.content.decode()


def test_a_text_that_changed_meanwhile_is_not_approved(rikke: Client) -> None:
    task = sent_task()
    save_task(make_anne(), task.pk, task.revision, {"goal": "<p>Nyt mål.</p>"})
    data = {"revision": task.revision, "checklist": list(CHECKLIST)}
    page = rikke.post(reverse("task_approve", args=[task.pk]), data, follow=True).content.decode()
    assert "Opgaven er rettet, siden du åbnede den." in page


def test_a_second_press_is_told_that_it_is_done(rikke: Client) -> None:
    task = sent_task()
    data = {"revision": task.revision, "checklist": list(CHECKLIST)}
    rikke.post(reverse("task_approve", args=[task.pk]), data)
    page = rikke.post(reverse("task_approve", args=[task.pk]), data, follow=True).content.decode()
    assert "Opgaven er allerede godkendt af Rikke kl." in page


def test_sending_back_needs_words_and_anne_sees_them(rikke: Client) -> None:
    task = sent_task()
    url = reverse("task_send_back", args=[task.pk])
    page = rikke.post(url, {"revision": 1, "line_goal": "Kortere"}).content.decode()
    assert "Skriv, hvad der skal gøres" in page
    assert 'value="Kortere"' in page
    rikke.post(url, {"revision": 1, "message": "Fortæl om fristen.", "line_goal": "Kortere"})
    rikke.force_login(make_anne())
    page = rikke.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert "Rikke har sendt opgaven tilbage" in page
    assert "Fortæl om fristen." in page
    assert 'href="#id_goal"' in page


def test_whoever_edited_is_told_why_there_is_no_button(rikke: Client) -> None:
    task = sent_task()
    save_task(make_rikke(), task.pk, task.revision, {"goal": "<p>Rikkes mål.</p>"})
    page = page_of(rikke, task)
    assert "Du har rettet i opgaven, så en anden skal godkende." in page
    assert "Godkend og gå til næste" not in page


def test_anne_can_withdraw_but_not_approve(client: Client) -> None:
    task = sent_task()
    client.force_login(make_anne())
    page = page_of(client, task)
    assert "Træk tilbage" in page
    assert "Kun godkendere kan godkende og sende tilbage." in page
    data = {"revision": task.revision, "checklist": list(CHECKLIST)}
    client.post(reverse("task_approve", args=[task.pk]), data)
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"
    client.post(reverse("task_move", args=[task.pk, "traek-tilbage"]), {"revision": 1})
    assert KlikTask.objects.get(pk=task.pk).status == "draft"


def test_reopening_goes_to_the_form(client: Client, rikke: Client) -> None:
    task = sent_task()
    data = {"revision": 1, "checklist": list(CHECKLIST)}
    rikke.post(reverse("task_approve", args=[task.pk]), data)
    response = rikke.post(reverse("task_move", args=[task.pk, "genaabn"]), {"revision": 1})
    assert response["Location"] == reverse("task_edit", args=[task.pk])
    assert KlikTask.objects.get(pk=task.pk).step_label == "Genåbnet"


@pytest.mark.parametrize("revision", ["", "x", "0", "99", "-1", "9" * 40])
def test_a_revision_nobody_saw_moves_nothing(rikke: Client, revision: str) -> None:
    task = sent_task()
    data = {"revision": revision, "checklist": list(CHECKLIST)}
    rikke.post(reverse("task_approve", args=[task.pk]), data)
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_a_get_never_moves_and_an_unknown_move_is_not_found(rikke: Client) -> None:
    task = sent_task()
    for name in ("task_approve", "task_send_back"):
        assert rikke.get(reverse(name, args=[task.pk])).status_code == 405
    url = reverse("task_move", args=[task.pk, "slet"])
    assert rikke.post(url, {"revision": 1}).status_code == 404


def test_an_empty_draft_can_be_read(rikke: Client) -> None:
    assert "Teksten er ikke sendt til godkendelse endnu." in page_of(rikke, make_task())
