"""*Skriv* and Tjek: findings, fixes, kept texts and the door to review."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.fixing import key_of
from tasks.checking import check_task
from tasks.models import KlikTask
from tests.make import (
    make_ready_task,
    make_rikke,
    make_task,
)
from tests.views.form_page import save, shown, typed

pytestmark = pytest.mark.django_db


def test_a_title_in_the_reference_beside_another_title_is_kept_and_told(anne: Client) -> None:
    task = make_task("Giv samtykke")
    page = shown(save(anne, task, reference="(MI 02) Udfyld filen"))
    assert "Her står også en titel. Flyt den til Opgavetitel." in page
    assert 'value="(MI 02) Udfyld filen"' in page


def test_links_are_kept_row_by_row(anne: Client) -> None:
    task = make_task()
    links = {
        "attachments_title": ["Vejledning", ""],
        "attachments_url": ["https://kombit.dk/a", "https://kombit.dk/b"],
    }
    save(anne, task, **links)
    assert KlikTask.objects.with_parts().get(pk=task.pk).values()["attachments"] == [
        ("Vejledning", "https://kombit.dk/a"),
        ("", "https://kombit.dk/b"),
    ]


def test_the_submit_form_puts_every_error_on_its_field(anne: Client) -> None:
    task = make_task("Oprettelse af rute", goal="<p>Målet er, at kommunen skal svare.</p>")
    page = shown(save(anne, task, action="submit"))
    form = page[page.index('id="error-summary"') :]
    for field_id in ("id_title", "id_description", "id_phase", "id_goal", "id_project"):
        assert f'href="#{field_id}"' in form
    assert "Skriv en beskrivelse." in page
    assert KlikTask.objects.get(pk=task.pk).status == "draft"


def test_a_ready_task_is_sent_and_the_reviewers_are_named(anne: Client) -> None:
    task = make_ready_task()
    make_rikke()
    page = shown(save(anne, task, action="submit"))
    assert "Opgaven er gemt og sendt til godkendelse. Rikke kan godkende den." in page
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_a_fix_mends_the_saved_text_and_keeps_what_was_typed_elsewhere(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal give sit samtykke.</p>")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    fix = re.search(r'name="fix" value="(tone-municipality[^"]+)"', page)
    assert fix is not None
    save(anne, task, fix=fix[1], result="Nyt resultat")
    saved = KlikTask.objects.get(pk=task.pk)
    assert saved.goal == "<p>Målet er, at I skal give jeres samtykke.</p>"
    assert saved.result == "<p>Nyt resultat</p>"


def test_a_finding_is_kept_with_one_press(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    keep = re.search(r'name="keep" value="(tone-municipality[^"#]+#name)"', page)
    assert keep is not None
    page = shown(save(anne, task, keep=keep[1]))
    assert "Anne: ”Navn, felt eller citat”" in page


def test_a_fix_that_is_gone_says_so(anne: Client) -> None:
    task = make_task(goal="<p>Alt er godt.</p>")
    page = shown(save(anne, task, fix="tone-municipality--goal--0--99#0"))
    assert "Teksten er ændret siden." in page


def test_tjek_reads_what_is_typed_and_saves_nothing(anne: Client) -> None:
    task = make_ready_task()
    data = typed(task, goal="Målet er, at kommunen skal svare.", end_offset_days="-7")
    page = shown(anne.post(reverse("task_check", args=[task.pk]), data))
    assert "kommunen skal" in page
    assert "fre 23.10.2026" in page
    assert 'data-announce="Tjek: 1 ting at se på i Mål"' in page
    assert KlikTask.objects.get(pk=task.pk).goal == ""


def test_tjek_works_before_the_first_save(anne: Client) -> None:
    page = shown(anne.post(reverse("task_check_new"), {"title": "Oprettelse af rute"}))
    assert "Oprettelse" in page
    assert "Skriv en beskrivelse." in page


def test_a_fix_beside_something_unsaved_shows_the_fixed_text_and_keeps_the_rest(
    anne: Client,
) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal give sit samtykke.</p>")
    finding = next(f for f in check_task(task).standing if f.fixes)
    fix = f"{key_of(finding)}#0"
    page = shown(save(anne, task, fix=fix, duration_days="fem"))
    assert "Målet er, at I skal give jeres samtykke." in page
    assert "kommunen skal" not in page.split('id="id_goal"')[1].split("</textarea>")[0]
    assert 'value="fem"' in page
