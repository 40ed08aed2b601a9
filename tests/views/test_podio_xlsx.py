"""The workbooks to download: approved tasks alone, under a name every system can hold."""

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tasks.models import KlikTask
from tests.exports.full_task import approved, make_full_task
from tests.make import make_karl, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def url(task: KlikTask) -> str:
    return reverse("task_xlsx", args=[task.pk])


def page(client: Client, task: KlikTask) -> str:
    return str(client.get(reverse("task_podio", args=[task.pk])).content.decode())


def rows(response: Any) -> list[tuple[Any, ...]]:
    sheet = load_workbook(io.BytesIO(response.content)).active
    return list(sheet.iter_rows(values_only=True))  # type: ignore[union-attr]


def test_one_approved_task_is_a_workbook_with_a_danish_name(karl: Client) -> None:
    response = karl.get(url(approved(make_full_task(title="Åbn ”rute” æøå"))))
    heading, row = rows(response)
    assert heading[0] == "Opgavetitel"
    assert row[0] == "(MI 01) Åbn ”rute” æøå"
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''%28MI%2001%29%20%C3%85bn")
    assert disposition.endswith(".xlsx")
    assert "spreadsheetml" in response["Content-Type"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.xlsx"),
        ("linje\r\nSet-Cookie: x=1", "linje Set-Cookie x=1.xlsx"),
        ("x" * 150, f"{'x' * 120}.xlsx"),
        ("../../etc/passwd", "etc passwd.xlsx"),
    ],
)
def test_the_name_of_the_file_holds_nothing_a_header_or_a_disk_cannot(
    karl: Client, title: str, name: str
) -> None:
    response = karl.get(url(approved(make_task(title))))
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "Set-Cookie: x" not in str(response.headers)


def test_a_draft_is_never_a_workbook(karl: Client) -> None:
    task = make_task()
    response = karl.get(url(task), follow=True)
    assert response.redirect_chain == [(reverse("task_podio", args=[task.pk]), 302)]
    assert "Kun godkendte opgaver kan hentes som Excel." in response.content.decode()


def test_the_workbook_of_many_holds_all_approved_tasks_that_are_kept(karl: Client) -> None:
    approved(make_full_task())
    approved(make_task("Åbn ruten"))
    make_task("Kun en kladde")
    response = karl.get(reverse("tasks_xlsx"))
    titles = {row[0] for row in rows(response)[1:]}
    assert titles == {"(MI 01) Giv samtykke til SFTP-ruten på jeres vegne", "Åbn ruten"}
    assert 'filename="KLIK-opgaver 20' in response["Content-Disposition"]


def test_chosen_tasks_come_alone_and_those_left_out_are_told(karl: Client) -> None:
    wanted, _, draft = approved(make_task("A")), approved(make_task("B")), make_task("C")
    query = f"?opgave={wanted.pk}&opgave={draft.pk}"
    response = karl.get(reverse("tasks_xlsx") + query)
    assert [row[0] for row in rows(response)[1:]] == ["A"]
    assert "1 valgt opgave er ikke med i Excel-filen" in page(karl, wanted)


@pytest.mark.parametrize(
    "query", ["?opgave=abc", "?opgave=", "?opgave=999999", f"?opgave={'9' * 40}", "?opgave=-1"]
)
def test_a_choice_without_approved_tasks_is_refused_in_words(karl: Client, query: str) -> None:
    task = approved(make_task())
    response = karl.get(reverse("tasks_xlsx") + query)
    assert (response.status_code, response["Location"]) == (302, reverse("task_list"))
    assert "Der er ingen godkendte opgaver at hente" in page(karl, task)


def test_the_workbook_of_many_asks_for_login_too(client: Client) -> None:
    assert client.get(reverse("tasks_xlsx"))["Location"].startswith(reverse("login"))


def test_the_workbook_of_many_is_for_reading_only(karl: Client) -> None:
    assert karl.post(reverse("tasks_xlsx")).status_code == 405


def test_more_tasks_cost_the_workbook_no_more_queries(
    karl: Client, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    first = approved(make_full_task())
    with django_assert_max_num_queries(18) as captured:
        karl.get(reverse("tasks_xlsx"))
    few = len(captured)
    for number in range(3):
        more = make_task(
            f"Åbn rute {number}",
            project=first.project,
            waves=list(first.waves.all()),
            prerequisites=[first],
            related_tasks=[first],
            attachments=[("a", "https://kombit.dk")],
        )
        approved(more)
    with django_assert_num_queries(few):
        karl.get(reverse("tasks_xlsx"))
