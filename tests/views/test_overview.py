"""*Overblik*: each person's own work, and calm when there is none."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.review import approve, send_back, submit
from tasks.models import KlikTask, Person
from tasks.workflow import Stage
from tests.make import (
    make_anne,
    make_karl,
    make_person,
    make_ready_task,
    make_rikke,
    make_task,
    put_at_stage,
)

pytestmark = pytest.mark.django_db


def page(client: Client, person: Person) -> str:
    client.force_login(person)
    response = client.get(reverse("overview"))
    assert response.status_code == 200
    return str(response.content.decode())


def section(html: str, heading_id: str) -> str:
    """One part of the page, told by its heading."""
    start = html.index(f'aria-labelledby="{heading_id}"')
    return html[start : html.index("</section>", start)]


def test_a_reviewer_sees_what_waits_and_goes_straight_to_it(client: Client) -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    waiting = section(page(client, make_rikke()), "venter")
    assert "Til godkendelse (1)" in waiting
    assert f'href="{reverse("task_review", args=[task.pk])}"' in waiting
    assert "Sendt af Anne" in waiting


def test_an_author_sees_what_came_back_with_the_message(client: Client) -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    send_back(make_rikke(), task.pk, 1, "Uddyb <b>konsekvensen</b>", {})
    waiting = section(page(client, make_anne()), "venter")
    assert "Sendt tilbage til dig (1)" in waiting
    assert "”Uddyb &lt;b&gt;konsekvensen&lt;/b&gt;”" in waiting


def test_a_publisher_sees_what_can_be_entered(client: Client) -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, [])
    waiting = section(page(client, make_karl()), "venter")
    assert "Klar til Podio (1)" in waiting
    assert f'href="{reverse("task_podio", args=[task.pk])}"' in waiting


def test_a_publisher_sees_what_is_out_without_its_message(client: Client) -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, [])
    assert "Indtast i Podio på testbølgen" in section(page(client, make_karl()), "venter")
    put_at_stage(task, Stage.PUBLISHED)
    waiting = section(page(client, make_karl()), "venter")
    assert "Publiceret uden besked (1)" in waiting and "Klar til Podio" not in waiting
    assert f'href="{reverse("task_announcement", args=[task.pk])}"' in waiting


def test_more_than_five_are_counted_and_the_rest_is_a_link_away(client: Client) -> None:
    for number in range(6):
        submit(make_anne(), make_ready_task(f"Giv samtykke {number}").pk, 1)
    html = page(client, make_rikke())
    assert "Til godkendelse (6)" in html
    assert 'href="/opgaver/?waiting=on&amp;step=in_review">Se alle 6</a>' in html
    assert "Giv samtykke 5" not in section(html, "venter")


def test_my_drafts_are_mine_and_the_newest_stands_first(client: Client) -> None:
    make_task("Gem filen")
    make_task("Ret brugerne")
    make_task("Slet rollen", author=make_rikke())
    drafts = section(page(client, make_anne()), "kladder")
    assert "Mine kladder (2)" in drafts and "Slet rollen" not in drafts
    assert drafts.index("Ret brugerne") < drafts.index("Gem filen")


def test_the_last_changes_name_who_made_them(client: Client) -> None:
    task = make_task("Gem filen")
    make_task("Ret brugerne")
    save_task(make_rikke(), task.pk, 1, {"title": "Gem filerne"})
    recent = section(page(client, make_anne()), "senest")
    assert recent.index("Gem filerne") < recent.index("Rikke") < recent.index("Ret brugerne")


def test_every_trin_is_counted_and_leads_to_its_list(client: Client) -> None:
    make_task("Gem filen")
    make_task("Ret brugerne")
    submit(make_anne(), make_ready_task().pk, 1)
    html = page(client, make_anne())
    assert 'href="/opgaver/?step=draft">2 opgaver' in html
    assert 'href="/opgaver/?step=in_review">1 opgave' in html
    assert "step=approved" not in html


def test_a_new_author_is_told_how_to_begin(client: Client) -> None:
    html = page(client, make_anne())
    assert "Intet venter på dig lige nu." in html
    assert "Sådan kommer du i gang" in html
    assert "Her er ingen opgaver endnu." in html


def test_who_has_no_rights_is_told_whom_to_ask(client: Client) -> None:
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    html = page(client, guest)
    assert "Kun forfattere kan skrive opgaver. Bed en administrator om adgang." in html


def test_what_lies_in_the_bin_is_nowhere(client: Client) -> None:
    task = make_task("Gem filen")
    bin_task(make_anne(), task.pk)
    assert "Gem filen" not in page(client, make_anne())


def query_count(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, Person.objects.get(username="karl"))
    return len(queries)


def test_one_task_and_many_take_the_same_queries(client: Client) -> None:
    karl = make_karl()

    def add_one_of_each() -> None:
        make_task("Gem filen", author=karl)
        waiting, sent_back, approved = (make_ready_task(author=make_anne()) for _ in range(3))
        for task in (waiting, sent_back, approved):
            submit(make_anne(), task.pk, 1)
        approve(make_rikke(), approved.pk, 1, [])
        send_back(make_rikke(), sent_back.pk, 1, "Uddyb", {})
        KlikTask.objects.filter(pk=sent_back.pk).update(author=karl)

    add_one_of_each()
    page(client, karl)
    few = query_count(client)
    for _ in range(6):
        add_one_of_each()
    assert query_count(client) == few


def test_anonymous_is_sent_to_the_login(client: Client) -> None:
    response = client.get(reverse("overview"))
    assert response.status_code == 302
    assert response["Location"] == "/log-ind/?next=/"


def test_the_page_is_only_read(client: Client) -> None:
    client.force_login(make_anne())
    assert client.post(reverse("overview")).status_code == 405
