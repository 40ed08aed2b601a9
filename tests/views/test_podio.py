"""*Indtast i Podio*: the sheet, why there is none, and the link to the master task."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks import guide
from tasks.exports.podio import podio_payload
from tasks.models import KlikTask, Person
from tests.exports.full_task import approved, fresh, make_full_task
from tests.make import make_karl, make_task, put_in_status
from tests.views.podio_page import line, page, tick, url

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
LINK = "https://podio.com/kombit/klik/apps/opgaver/items/42"


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def test_all_25_fields_stand_with_label_and_value_as_in_the_payload(karl: Client) -> None:
    task = approved(make_full_task())
    html = page(karl, task)
    for field in podio_payload(task).fields:
        here = line(html, field.key)
        assert f"<h3>{field.label}</h3>" in here
        shown = field.html or field.text
        assert f'id="vaerdi-{field.key}">{shown}</' in here
    assert html.count('<li id="felt-') == len(guide.FIELDS) == 25


def test_the_order_is_the_one_podio_has(karl: Client, settings: Any) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = ("attachments", "goal")
    html = page(karl, approved(make_full_task()))
    assert html.index("felt-attachments") < html.index("felt-goal") < html.index("felt-title")


def test_prose_is_copied_formatted_with_its_plain_text_beside_it(karl: Client) -> None:
    here = line(page(karl, approved(make_full_task())), "method")
    assert 'data-copy-source="vaerdi-method" data-copy-text="tekst-method"' in here
    assert '<pre id="tekst-method" hidden>1. Åbn KP\n2. Vælg samtykke</pre>' in here
    title = line(page(karl, fresh(KlikTask.objects.get(prefix="MI"))), "title")
    assert 'data-copy-source="vaerdi-title"' in title
    assert "data-copy-text" not in title


def test_a_field_without_a_value_says_that_it_stays_empty(karl: Client) -> None:
    here = line(page(karl, approved(make_full_task(background=""))), "background")
    assert "Skal stå tomt" in here
    assert "data-copy-source" not in here
    assert "Markér som indtastet" in here


def test_an_offset_shows_the_date_it_gives_in_each_wave(karl: Client) -> None:
    here = line(page(karl, approved(make_full_task())), "end_offset_days")
    assert ">-14</div>" in here
    assert "Bølge 1: fredag den 16. oktober 2026 (uge 42)" in here


@pytest.mark.parametrize(
    ("status", "step"),
    [
        ("draft", "Gå til Skriv"),
        ("sent_back", "Gå til Skriv"),
        ("in_review", "Gå til Godkendelse"),
    ],
)
def test_what_is_not_approved_has_no_sheet_but_a_next_step(
    karl: Client, status: str, step: str
) -> None:
    task = make_full_task()
    put_in_status(task, status)
    html = page(karl, task)
    assert "Opgaven er ikke godkendt endnu" in html
    assert step in html
    assert "felt-title" not in html
    assert "data-copy-source" not in html


def test_a_reopened_task_says_that_it_was_entered_before(karl: Client) -> None:
    task = approved(make_full_task())
    tick(karl, task, "goal")
    KlikTask.objects.filter(pk=task.pk).update(status="draft")
    assert "Opgaven er indtastet før." in page(karl, task)


def test_ticks_and_links_are_refused_for_what_is_not_approved(karl: Client) -> None:
    task = make_full_task()
    for response in (
        tick(karl, task, "goal", follow=True),
        karl.post(url(task, "task_podio_link"), {"podio_url": LINK}, follow=True),
        karl.post(url(task, "task_podio_link"), {"podio_url": "nonsens"}, follow=True),
    ):
        assert "Kun godkendte opgaver indtastes i Podio." in response.content.decode()
    assert not task.podio_entries.exists()
    assert fresh(task).podio_url == ""


def test_without_the_right_the_sheet_is_read_only_and_says_why(client: Client) -> None:
    client.force_login(Person.objects.create(username="lone"))
    task = approved(make_full_task())
    html = page(client, task)
    assert "Du har ikke retten til at indtaste og publicere." in html
    assert "Markér som indtastet" not in html
    assert "Gem link" not in html
    assert "Kopiér felt" in html
    tick(client, task, "goal")
    client.post(url(task, "task_podio_link"), {"podio_url": LINK})
    assert not task.podio_entries.exists()
    assert fresh(task).podio_url == ""


def test_the_link_is_saved_and_shown(karl: Client) -> None:
    task = approved(make_full_task())
    response = karl.post(url(task, "task_podio_link"), {"podio_url": LINK}, follow=True)
    html = response.content.decode()
    assert f'href="{LINK}"' in html
    assert f'value="{LINK}"' in html


def test_a_wrong_link_stays_in_its_field_with_what_to_do(karl: Client) -> None:
    task = approved(make_full_task())
    wrong = 'http://podio.com/"><script>'
    response = karl.post(url(task, "task_podio_link"), {"podio_url": wrong})
    html = response.content.decode()
    assert response.status_code == 200
    assert 'value="http://podio.com/&quot;&gt;&lt;script&gt;"' in html
    assert "Skriv hele linket. Det begynder med https://" in html
    assert 'href="#id_podio_url"' in html
    assert 'aria-invalid="true"' in html
    assert fresh(task).podio_url == ""


def test_hostile_texts_are_shown_and_never_run(karl: Client) -> None:
    task = make_full_task(
        title=f"Giv {SCRIPT}",
        goal=f"<p>{SCRIPT}</p><img src=x onerror=alert(1)>",
        result='<p><a href="javascript:alert(1)">klik</a></p>',
        owner_comment=f"</textarea></pre>{SCRIPT}",
        attachments=[(SCRIPT, "javascript:alert(1)")],
    )
    html = page(karl, approved(task))
    sheet = html[html.index('<ol class="podio-lines">') :]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in line(html, "title")
    for bad in (SCRIPT, "<img", "onerror", 'href="javascript'):
        assert bad not in sheet


NAMES = ("task_podio", "task_podio_tick", "task_podio_link", "task_xlsx")


@pytest.mark.parametrize("name", NAMES)
def test_somebody_who_is_not_logged_in_is_asked_to(client: Client, name: str) -> None:
    address = url(approved(make_task()), name)
    if name in {"task_podio_tick", "task_podio_link"}:
        assert client.post(address).status_code == 401
        return
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("name", NAMES)
def test_a_task_that_does_not_exist_is_not_found(karl: Client, name: str) -> None:
    method = karl.post if name in {"task_podio_tick", "task_podio_link"} else karl.get
    assert method(reverse(name, args=[999_999])).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_method_is_refused(karl: Client, name: str) -> None:
    method = karl.get if name in {"task_podio_tick", "task_podio_link"} else karl.post
    assert method(url(approved(make_task()), name)).status_code == 405
