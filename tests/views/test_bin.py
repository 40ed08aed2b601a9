"""*Papirkurv*: throwing out can be undone, and nothing is thrown out that others need."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tasks.actions.bin import bin_task
from tasks.actions.review import approve, submit
from tasks.danish_dates import long_date
from tasks.models import KlikTask
from tests.make import (
    make_anne,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def page(client: Client) -> str:
    response = client.get(reverse("bin"))
    assert response.status_code == 200
    return str(response.content.decode())


def press(client: Client, verb: str, pk: int, **options: Any) -> Any:
    return client.post(reverse(verb, args=[pk]), **options)


def is_in_bin(task: KlikTask) -> bool:
    return KlikTask.objects.in_bin().filter(pk=task.pk).exists()


def test_the_bin_tells_who_when_and_until_when(anne: Client) -> None:
    task = make_task("Gem filen")
    bin_task(make_rikke(), task.pk)
    html = page(anne)
    last_day = timezone.localdate() + timedelta(days=30)
    assert "Gem filen" in html and "af Rikke" in html
    assert long_date(last_day) in html


def test_what_stays_after_its_last_day_says_so(anne: Client) -> None:
    task = bin_task(make_anne(), make_task("Gem filen").pk)
    assert "Fristen er gået, men den kan stadig gendannes" not in page(anne)
    long_ago = timezone.now() - timedelta(days=31)
    KlikTask.objects.filter(pk=task.pk).update(binned_at=long_ago)
    assert "Fristen er gået, men den kan stadig gendannes" in page(anne)


def test_an_empty_bin_says_so(anne: Client) -> None:
    make_task("Gem filen")
    assert "Papirkurven er tom" in page(anne)
    assert "Gem filen" not in page(anne)


def test_a_task_goes_into_the_bin_and_the_list_says_where_it_is(anne: Client) -> None:
    task = make_task("Gem filen")
    response = press(anne, "task_bin", task.pk, follow=True)
    assert response.redirect_chain == [("/opgaver/", 302)]
    assert "”Gem filen” ligger nu i papirkurven." in response.content.decode()
    assert is_in_bin(task)


def test_a_task_comes_up_again_as_it_was(anne: Client) -> None:
    task = make_task("Gem filen", prefix="MI", separator=" ", number="01")
    bin_task(make_anne(), task.pk)
    response = press(anne, "task_restore", task.pk, follow=True)
    assert response.redirect_chain == [("/papirkurv/", 302)]
    assert "”(MI 01) Gem filen” er gendannet" in response.content.decode()
    restored = KlikTask.objects.kept().get(pk=task.pk)
    assert (restored.title, restored.revision) == (task.title, task.revision)


@pytest.mark.parametrize("verb", ["task_bin", "task_restore"])
def test_pressing_twice_does_it_once(anne: Client, verb: str) -> None:
    task = make_task()
    press(anne, "task_bin", task.pk)
    press(anne, verb, task.pk)
    events = task.events.count()
    assert press(anne, verb, task.pk).status_code == 302
    assert task.events.count() == events


def test_a_task_others_require_stays_and_the_page_names_them(anne: Client) -> None:
    project = make_project()
    needed = make_task("Udfyld", project=project, prefix="Auto", separator=" ", number="12")
    make_task("Ret", project=project, prefix="Auto", number="13", prerequisites=[needed])
    response = press(anne, "task_bin", needed.pk, follow=True)
    assert response.redirect_chain == [(needed.get_absolute_url(), 302)]
    assert "(Auto 12) er forudsætning for (Auto13)" in response.content.decode()
    assert not is_in_bin(needed)


def test_an_approved_task_stays(anne: Client) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, [])
    press(anne, "task_bin", task.pk)
    assert not is_in_bin(task)


def test_who_may_not_write_is_refused_and_sees_why(client: Client) -> None:
    task = make_task("Gem filen")
    bin_task(make_anne(), task.pk)
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    client.force_login(guest)
    assert press(client, "task_restore", task.pk).status_code == 403
    assert is_in_bin(task)
    assert "Kun forfattere kan skrive opgaver." in page(client)
    kept = make_task("Ret brugerne")
    assert press(client, "task_bin", kept.pk).status_code == 403
    assert not is_in_bin(kept)


@pytest.mark.parametrize("verb", ["task_bin", "task_restore"])
def test_a_task_that_is_not_there_answers_404(anne: Client, verb: str) -> None:
    assert press(anne, verb, 3471).status_code == 404
    assert press(anne, verb, 10**18).status_code == 404


@pytest.mark.parametrize("verb", ["task_bin", "task_restore"])
def test_a_link_can_throw_nothing_out(anne: Client, verb: str) -> None:
    assert anne.get(reverse(verb, args=[make_task().pk])).status_code == 405


@pytest.mark.parametrize("verb", ["task_bin", "task_restore"])
def test_anonymous_is_sent_to_the_login(client: Client, verb: str) -> None:
    task = make_task()
    assert press(client, verb, task.pk).status_code == 401
    assert client.get(reverse("bin"))["Location"] == "/log-ind/?next=/papirkurv/"
    assert not is_in_bin(task)


def query_count(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client)
    return len(queries)


def test_one_task_and_many_take_the_same_queries(anne: Client) -> None:
    bin_task(make_anne(), make_ready_task().pk)
    page(anne)
    few = query_count(anne)
    for _ in range(10):
        bin_task(make_rikke(), make_ready_task().pk)
    assert query_count(anne) == few
