"""*Send valgte til godkendelse*: asked first, told per task afterwards, and never twice."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.review import submit
from tasks.models import EventKind, KlikTask
from tests.make import make_anne, make_person, make_ready_task, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def ask(client: Client, *keys: Any, **more: str) -> str:
    response = client.post(reverse("task_submit_many"), {"task": keys, **more})
    assert response.status_code == 200
    return str(response.content.decode())


def send(client: Client, *seen: str) -> str:
    """Confirm, and return the page that tells how it went."""
    response = client.post(reverse("task_submit_many"), {"seen": seen}, follow=True)
    assert response.redirect_chain[0] == (reverse("task_submit_many"), 302)
    return str(response.content.decode())


def status(task: KlikTask) -> str:
    return KlikTask.objects.get(pk=task.pk).status


def test_the_question_counts_and_lists_what_is_chosen_and_sends_nothing(anne: Client) -> None:
    one, other = make_ready_task("Giv samtykke"), make_ready_task("Udfyld skemaet")
    make_ready_task("Ret brugerne")
    html = ask(anne, one.pk, other.pk)
    assert "Send 2 opgaver til godkendelse?" in html
    assert "(MI 01) Giv samtykke" in html and "(MI 02) Udfyld skemaet" in html
    assert "Ret brugerne" not in html
    assert f'name="seen" value="{one.pk}:1"' in html
    assert status(one) == "draft"


def test_those_that_can_go_go_and_the_others_say_why(anne: Client) -> None:
    ready, unready = make_ready_task("Giv samtykke"), make_task("Gem filen")
    html = send(anne, f"{ready.pk}:1", f"{unready.pk}:1")
    assert "1 opgave er sendt, 1 er ikke" in html
    assert "Ret eller behold" in html and html.index("Gem filen") < html.index("Giv samtykke")
    assert (status(ready), status(unready)) == ("in_review", "draft")


def test_all_well_is_told_in_one_line(anne: Client) -> None:
    keys = [f"{make_ready_task(f'Giv samtykke {n}').pk}:1" for n in range(3)]
    assert "3 opgaver er sendt til godkendelse" in send(anne, *keys)


def test_a_text_changed_since_the_question_is_not_sent(anne: Client) -> None:
    task = make_ready_task()
    save_task(make_anne(), task.pk, 1, {"title": "Giv jeres samtykke"})
    html = send(anne, f"{task.pk}:1")
    assert "Ingen opgaver blev sendt" in html
    assert "Opgaven er rettet, siden du åbnede den." in html
    assert status(task) == "draft"


def test_pressing_twice_sends_once(anne: Client) -> None:
    task = make_ready_task()
    send(anne, f"{task.pk}:1", f"{task.pk}:1")
    send(anne, f"{task.pk}:1")
    assert task.events.filter(kind=EventKind.SUBMITTED).count() == 1


def test_reading_the_answer_again_does_nothing(anne: Client) -> None:
    task = make_ready_task()
    told = send(anne, f"{task.pk}:1")
    again = anne.get(reverse("task_submit_many")).content.decode()
    assert "1 opgave er sendt til godkendelse" in told
    assert "1 opgave er sendt til godkendelse" in again
    assert task.events.filter(kind=EventKind.SUBMITTED).count() == 1


def test_nothing_chosen_is_said_kindly(anne: Client) -> None:
    assert "Du har ikke valgt nogen opgaver" in ask(anne)


def test_what_lies_in_the_bin_is_not_offered(anne: Client) -> None:
    task = make_task("Gem filen")
    bin_task(make_anne(), task.pk)
    assert "Du har ikke valgt nogen opgaver" in ask(anne, task.pk)
    assert status(task) == "draft"


def test_what_is_already_sent_says_so(anne: Client) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    assert "Det kan ikke lade sig gøre" in send(anne, f"{task.pk}:1")


@pytest.mark.parametrize("key", ["x", "", "-1", "0", "9" * 40, "٣", "1;DROP", "1:"])
def test_nonsense_chooses_nothing(anne: Client, key: str) -> None:
    make_ready_task()
    assert "Du har ikke valgt nogen opgaver" in ask(anne, key)


@pytest.mark.parametrize("seen", ["x:1", "1:x", ":", "1", "0:0", "9" * 40 + ":1", "3471:1"])
def test_nonsense_sends_nothing_and_ends_at_the_list(anne: Client, seen: str) -> None:
    task = make_ready_task()
    KlikTask.objects.filter(pk=task.pk).update(revision=7)
    response = anne.post(reverse("task_submit_many"), {"seen": seen}, follow=True)
    assert response.status_code == 200
    assert status(task) == "draft"


def test_the_way_back_keeps_the_lists_query_and_leads_nowhere_else(anne: Client) -> None:
    task = make_task("Gem filen")
    html = ask(anne, task.pk, back='q=filen&mine=on"><script>')
    assert 'href="/opgaver/?q=filen&amp;mine=on&quot;&gt;&lt;script&gt;"' in html


def test_the_answer_without_a_question_leads_to_the_list(anne: Client) -> None:
    response = anne.get(reverse("task_submit_many"))
    assert (response.status_code, response["Location"]) == (302, "/opgaver/")


def test_who_may_not_write_can_send_nothing(client: Client) -> None:
    task = make_ready_task()
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    client.force_login(guest)
    for data in ({"task": task.pk}, {"seen": f"{task.pk}:1"}):
        assert client.post(reverse("task_submit_many"), data).status_code == 403
    assert status(task) == "draft"


def test_anonymous_is_asked_to_log_in(client: Client) -> None:
    task = make_ready_task()
    response = client.post(reverse("task_submit_many"), {"seen": f"{task.pk}:1"})
    assert response.status_code == 401
    assert status(task) == "draft"


def test_other_methods_are_refused(anne: Client) -> None:
    assert anne.put(reverse("task_submit_many")).status_code == 405
