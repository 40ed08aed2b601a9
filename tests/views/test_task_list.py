"""*Opgaver*: what the page shows, and that no address can break it."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tasks.actions.review import approve, submit
from tests.make import (
    make_anne,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)
from tests.make_many import make_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def page(client: Client, **query: Any) -> str:
    response = client.get(reverse("task_list"), query)
    assert response.status_code == 200
    return str(response.content.decode())


def row(html: str, title: str) -> str:
    """The table row that holds a title."""
    return next(part for part in html.split("<tr>") if f"{title}</a>" in part)


def test_a_row_tells_all_about_the_task(anne: Client) -> None:
    make_ready_task("Giv samtykke")
    told = row(page(anne), "(MI 01) Giv samtykke")
    for words in ("KP release 4.0", "Obligatorisk", "Bølge 1:", "fre 16.10.2026", "Kladde", "Anne"):
        assert words in told


def test_the_row_shows_the_stored_counts(anne: Client) -> None:
    task = make_task("Oprettelse af rute")
    assert f"{task.errors}<span" in row(page(anne), "Oprettelse af rute")
    type(task).objects.update(errors=97, warnings=0, hints=0)
    assert "97<span" in row(page(anne), "Oprettelse af rute")


def test_nothing_is_made_up_for_a_bare_draft(anne: Client) -> None:
    make_task("Gem filen")
    told = row(page(anne), "Gem filen")
    for words in ("Intet projekt", "Ikke valgt", "Ingen bølge"):
        assert words in told
    project = make_project()
    make_task("Ret brugerne", project=project, waves=[make_wave(project)])
    assert "ingen dato" in row(page(anne), "Ret brugerne")


def test_the_next_step_stands_beside_trin(anne: Client) -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    told = row(page(anne), "Giv samtykke")
    assert "Til godkendelse" in told
    assert "Godkend opgaven, eller send den tilbage" in told


def test_the_address_holds_the_whole_query(anne: Client) -> None:
    project = make_project("SAPA")
    make_task("Ret brugerne", project=project)
    make_task("Gem filen")
    html = page(anne, q="brugere", project=project.pk, step="draft", mine="on", sort="-changed")
    assert "Ret brugerne</a>" in html and "Gem filen</a>" not in html
    assert 'value="brugere"' in html
    assert f'<option value="{project.pk}" selected>SAPA</option>' in html
    assert "Ryd filtre" in html


def test_a_heading_sorts_and_keeps_the_rest_of_the_query(anne: Client) -> None:
    make_task("Gem filen")
    html = page(anne, q="filen", sort="end", page="1")
    assert 'aria-sort="ascending"><a href="?q=filen&amp;sort=-end"' in html
    assert 'href="?q=filen&amp;sort=-changed"' in html


def test_the_waves_of_two_projects_can_be_told_apart(anne: Client) -> None:
    for name in ("KP", "SAPA"):
        make_wave(make_project(name))
    make_wave(make_project("Test"), "Testbølge", is_test=True)
    html = page(anne)
    assert "KP: Bølge 1" in html and "SAPA: Bølge 1" in html
    assert "Testbølge" not in html


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ({"project": "x"}, "Projekt"),
        ({"project": "999999"}, "Projekt"),
        ({"project": "9" * 30}, "Projekt"),
        ({"wave": "-1"}, "Bølge"),
        ({"step": "slettet"}, "Trin"),
        ({"priority": "<script>"}, "Prioritet"),
        ({"sort": "password"}, "Sortér efter"),
        ({"q": "x" * 201}, "Søg i alle tekster"),
        ({"q": "a\x00b"}, "Søg i alle tekster"),
    ],
)
def test_nonsense_in_the_address_is_left_out_and_said(
    anne: Client, query: dict[str, str], label: str
) -> None:
    make_task("Gem filen")
    html = page(anne, **query)
    assert "Gem filen</a>" in html
    assert f"Adressen siger noget om ”{label}”" in html
    assert "is-invalid" not in html
    assert "<script>" not in html.replace("<script src", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    query=st.dictionaries(
        st.sampled_from(
            ["q", "project", "step", "priority", "wave", "mine", "waiting", "sort", "page", "x"]
        ),
        st.text(max_size=30) | st.integers().map(str),
    )
)
def test_any_address_gives_a_page(anne: Client, query: dict[str, str]) -> None:
    page(anne, **query)


def test_a_page_of_many_leads_to_the_next_and_keeps_the_query(anne: Client) -> None:
    make_many(51, make_anne())
    html = page(anne, q="ret")
    assert "51 opgaver, her 1–50" in html
    assert 'rel="next" href="?q=ret&amp;page=2"' in html
    assert "Ret 050</a>" in page(anne, q="ret", page="2")


def query_count(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, sort="end")
    return len(queries)


def test_one_task_and_200_take_the_same_queries(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2")]
    make_ready_task("Giv samtykke 0", project=project, waves=waves)
    page(anne)
    few = query_count(anne)
    make_many(199, make_rikke(), project, waves)
    assert query_count(anne) == few


def test_an_empty_list_says_how_to_begin(anne: Client) -> None:
    html = page(anne)
    assert "Her er ingen opgaver endnu" in html and "<table" not in html


def test_a_search_without_hits_says_so(anne: Client) -> None:
    make_task("Gem filen")
    assert "Ingen opgaver passer" in page(anne, q="skib")


def test_only_drafts_can_be_chosen(anne: Client) -> None:
    task, other = make_ready_task("Giv samtykke"), make_task("Gem filen")
    submit(make_anne(), task.pk, 1)
    html = page(anne)
    assert f'name="task" value="{other.pk}"' in html
    assert f'name="task" value="{task.pk}"' not in html


def test_who_may_not_write_sees_why_and_can_choose_nothing(client: Client) -> None:
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    make_task("Gem filen", author=make_rikke())
    client.force_login(guest)
    html = page(client)
    assert "Kun forfattere kan skrive opgaver." in html
    assert 'name="task"' not in html and "Send valgte" not in html


def test_a_pasted_script_in_a_title_is_only_text(anne: Client) -> None:
    make_task("<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in page(anne)
    assert "<script>alert" not in page(anne)


def test_anonymous_is_sent_to_the_login_and_back(client: Client) -> None:
    response = client.get(reverse("task_list"), {"q": "rute"})
    assert response.status_code == 302
    assert response["Location"] == "/log-ind/?next=/opgaver/%3Fq%3Drute"


def test_the_list_is_only_read(anne: Client) -> None:
    assert anne.post(reverse("task_list")).status_code == 405


def test_the_workbook_holds_the_approved_tasks_the_list_shows(anne: Client) -> None:
    one, other = make_ready_task("Giv samtykke"), make_ready_task("Udfyld skemaet")
    for task in (one, other):
        submit(make_anne(), task.pk, 1)
        approve(make_rikke(), task.pk, 1, [])
    link = 'href="/opgaver/podio.xlsx?q=samtykke"'
    assert link in page(anne, q="samtykke", sort="end", page="1")
    book = load_workbook(BytesIO(anne.get(reverse("tasks_xlsx"), {"q": "samtykke"}).content))
    texts = [cell for line in book.worksheets[0].values for cell in line]
    assert any("Giv samtykke" in str(text) for text in texts)
    assert not any("Udfyld skemaet" in str(text) for text in texts)
