"""*Publicering*: every task of the project in the column of its *Trin*."""

import html

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.entering import save_podio_link
from tasks.listing import STEPS
from tasks.models import KlikTask, Project
from tasks.publishing_board import board
from tasks.workflow import Stage, Status
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_task,
    make_wave,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def page_of(client: Client, project: Project, query: str = "") -> str:
    answer = client.get(reverse("project_publishing", args=[project.pk]) + query)
    assert answer.status_code == 200
    return " ".join(html.unescape(answer.content.decode()).split())


def column(page: str, key: str) -> str:
    """One column of the page."""
    start = page.index(f'aria-labelledby="trin-{key}"')
    return page[start : page.index("</section>", start)]


def approved(project: Project, title: str) -> KlikTask:
    task = make_ready_task(title, project=project)
    put_in_status(task, Status.APPROVED)
    return task


def test_every_task_stands_once_in_the_column_of_its_trin(anne: Client) -> None:
    project = make_project()
    make_task("En kladde", project=project)
    for status in (Status.IN_REVIEW, Status.SENT_BACK):
        put_in_status(make_task(f"Nr. {status}", project=project), status)
    for stage in Stage:
        put_at_stage(approved(project, f"Ud {stage or 'approved'}"), stage)
    page = page_of(anne, project)
    assert "En kladde" in column(page, "draft")
    assert "Nr. in_review" in column(page, "in_review")
    assert "Nr. sent_back" in column(page, "sent_back")
    for key in ("approved", "on_test", "published", "announced"):
        assert f"Ud {key}" in column(page, key)
    assert page.count('class="board-card"') == 7
    assert [page.index(f'id="trin-{key}"') > 0 for key in STEPS] == [True] * len(STEPS)


def test_a_card_says_the_next_step_and_what_is_missing(anne: Client) -> None:
    project = make_project()
    task = approved(project, "Giv samtykke")
    card = column(page_of(anne, project), "approved")
    assert "Næste skridt: Indtast i Podio på testbølgen" in card
    assert "2 ting mangler: linket til masteropgaven og #besked" in card
    assert f'href="{reverse("task_podio", args=[task.pk])}"' in card
    with override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False):
        assert "1 ting mangler: linket til masteropgaven<" in page_of(anne, project)


def test_the_master_task_is_one_click_away(anne: Client) -> None:
    project = make_project()
    task = approved(project, "Giv samtykke")
    save_podio_link(make_karl(), task.pk, "https://podio.com/kombit/klik/1")
    card = column(page_of(anne, project), "approved")
    assert 'href="https://podio.com/kombit/klik/1"' in card
    assert "1 ting mangler: #besked" in card


def test_a_wave_shows_its_own_tasks(anne: Client) -> None:
    project = make_project()
    first, second = make_wave(project, "Bølge 1"), make_wave(project, "Bølge 2")
    make_task("Opret", project=project, waves=[first, second])
    make_task("Ret", project=project, waves=[first])
    assert board(project, None).total == 2
    assert board(project, second).total == 1
    page = page_of(anne, project, f"?wave={second.pk}")
    assert "Opret" in page and ">Ret<" not in page and "Vis alle" in page
    foreign = make_wave(make_project("Et andet"))
    page = page_of(anne, project, f"?wave={foreign.pk}&theme=x")
    assert "”Bølge”, vi ikke kender. Det er udeladt." in page
    assert page.count('class="board-card"') == 2


def test_what_lies_in_the_bin_or_in_another_project_is_not_on_it(anne: Client) -> None:
    project = make_project()
    bin_task(make_anne(), make_task("Slet", project=project).pk)
    make_task("Fremmed", project=make_project("Et andet"))
    page = page_of(anne, project)
    assert "Projektet har ingen opgaver endnu" in page and "Fremmed" not in page
    wave = make_wave(project)
    assert "Ingen opgaver i bølgen" in page_of(anne, project, f"?wave={wave.pk}")


def test_text_is_text(anne: Client) -> None:
    project = make_project()
    make_task("Giv <b>samtykke</b>", project=project)
    address = reverse("project_publishing", args=[project.pk])
    assert "Giv &lt;b&gt;samtykke" in anne.get(address).content.decode()
