"""Texts with a limit: the browser counts them, the server tells, and nothing is cut short."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tasks.style.rules.title import TITLE_MAX
from tests.make import make_anne, make_task
from tests.views.form_page import save, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def form_of(client: Client, url: str) -> str:
    page = shown(client.get(url))
    return page[page.index('id="opgave-form"') : page.index("</form>", page.index("opgave-form"))]


def test_no_text_of_the_form_is_cut_short_by_the_browser(anne: Client) -> None:
    for url in (reverse("task_new"), reverse("task_edit", args=[make_task().pk])):
        assert "maxlength" not in form_of(anne, url)


def test_the_title_is_counted_to_what_tjek_says_of_it(anne: Client) -> None:
    form = form_of(anne, reverse("task_new"))
    title = re.findall(r'<textarea[^>]*id="id_title"[^>]*>', form)
    assert len(title) == 1
    assert f'data-count-to="{TITLE_MAX}"' in title[0]
    assert 'data-count-with="id_reference"' in title[0]


def test_a_line_break_counts_as_one_character(anne: Client) -> None:
    task = make_task()
    save(anne, task, performer_comment="a\r\n" * 999 + "ab")
    task.refresh_from_db()
    assert task.performer_comment.count("a") == 1000
    answer = shown(save(anne, task, owner_comment="a\r\n" * 999 + "abc"))
    assert "højst 2000 tegn, og den er på 2001" in answer


@pytest.mark.parametrize(
    ("title", "url", "said"),
    [
        ("x" * 201, "https://kombit.dk/", "Titlen må højst være på 200 tegn."),
        ("x", "https://kombit.dk/" + "x" * 983, "Adressen må højst være på 1000 tegn."),
    ],
)
def test_a_link_that_is_too_long_is_told_and_stays_as_it_was_typed(
    anne: Client, title: str, url: str, said: str
) -> None:
    task = make_task()
    answer = shown(save(anne, task, attachments_title=[title], attachments_url=[url]))
    assert f"Link 1: {said}" in answer
    assert f'value="{title}"' in answer
    assert f'value="{url}"' in answer
    assert task.attachments.count() == 0


def test_a_link_as_long_as_there_is_room_for_is_saved(anne: Client) -> None:
    task = make_task()
    url = "https://kombit.dk/" + "x" * 982
    save(anne, task, attachments_title=["x" * 200], attachments_url=[url])
    assert task.attachments.get().url == url
