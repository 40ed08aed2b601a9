"""*Skriv* and Tjek: findings, fixes, kept texts and the door to review."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tasks.actions.drafts import save_task
from tasks.actions.fixing import key_of
from tasks.actions.follow_ups import set_follow_up
from tasks.checking import check_task
from tasks.models import Dismissal, KlikTask
from tasks.style import RULE
from tests.make import (
    make_anne,
    make_ready_task,
    make_rikke,
    make_task,
)
from tests.views.form_page import save, shown, typed

pytestmark = pytest.mark.django_db

STEPS = ("Åbning af filen", "Oprettelse af ruten", "Udfyldelse af filen", "Indtastning af værdien")
METHOD = f"<ol>{''.join(f'<li><p>{step}</p></li>' for step in STEPS)}</ol>"


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
    set_follow_up(make_anne(), task.pk, "", "kombit", None)
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


def address_key(task: KlikTask) -> str:
    found = check_task(task).standing
    return key_of(next(finding for finding in found if finding.rule == "tone-municipality"))


def test_ret_alle_4_mends_a_whole_list_and_says_how_many(anne: Client) -> None:
    task = make_task(method=METHOD)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    button = re.search(r'name="fix_all" value="(method-imperative[^"]+)">Ret alle 4<', page)
    assert button is not None
    page = shown(save(anne, task, fix_all=button[1]))
    assert "4 steder er rettet." in page
    assert "Oprettelse af ruten" not in KlikTask.objects.get(pk=task.pk).method


def test_a_line_shows_the_guides_sentence_and_how_not_and_how(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    panel = page[page.index('id="hvorfor-tone-municipality--goal"') :]
    panel = panel[: panel.index("</details>")]
    rule = RULE["tone-municipality"]
    for text in (rule.why, rule.guide, rule.bad.shown, rule.good.shown):
        assert escape(text) in panel


def test_a_whole_line_is_kept_with_one_press(anne: Client) -> None:
    task = make_task(goal="<p>Kommunen skal svare, og kommunen bør vente.</p>")
    page = shown(save(anne, task, keep="tone-municipality--goal#name"))
    assert page.count("Anne: ”Navn, felt eller citat”") == 2
    assert Dismissal.objects.filter(task=task).count() == 2


def test_whole_project_is_told_to_be_a_proposal(anne: Client) -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    (finding,) = check_task(task).errors
    key = key_of(finding)
    page = shown(save(anne, task, **{"keep": f"{key}#name", f"keep_project:{key}": "on"}))
    assert "Godkenderen afgør, om det skal gælde hele projektet." in page
    assert "Foreslået for hele projektet." in page
    assert not Dismissal.objects.exclude(project=None).exists()


def test_what_the_form_demands_offers_no_keeping(anne: Client) -> None:
    task = make_ready_task(description="")
    (finding,) = check_task(task).errors
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert f'id="keep-{key_of(finding)}"' not in page
    page = shown(save(anne, task, keep=f"{key_of(finding)}#name"))
    assert "Det kan ikke beholdes." in page
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("button", ["fix", "fix_all"])
def test_a_fix_in_a_field_two_have_written_in_claims_nothing(anne: Client, button: str) -> None:
    task = make_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    key = {"fix": address_key(task) + "#0", "fix_all": "tone-municipality--goal"}
    mine = typed(task, goal="Annes mål. Kommunen skal svare.", **{button: key[button]})
    theirs = "<p>Rikkes mål. Kommunen skal svare. Kommunen skal vente.</p>"
    save_task(make_rikke(), task.pk, 1, {"goal": theirs})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine))
    assert "er rettet." not in page
    assert "Mål er ikke gemt endnu. Vælg først, hvad der skal stå dér." in page
    assert "Rikke har også rettet i Mål." in page
    assert "Annes mål." in page
    assert KlikTask.objects.get(pk=task.pk).goal == theirs


def test_a_fix_beside_a_field_two_have_written_in_is_made(anne: Client) -> None:
    task = make_task(goal="<p>Kommunen skal svare.</p>", result="<p>Før</p>")
    fix = f"{address_key(task)}#0"
    mine = typed(task, result="Annes resultat", fix=fix)
    save_task(make_rikke(), task.pk, 1, {"result": "<p>Rikkes resultat</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine))
    assert "Rikke har også rettet i Resultat." in page
    assert "Annes resultat" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>I skal svare.</p>", "<p>Rikkes resultat</p>")


@pytest.mark.parametrize("name", ["fix", "fix_all", "keep", "unkeep"])
@pytest.mark.parametrize(
    "value", ["x", "#", "a--b--c#0", "--", "tone-municipality--goal#9", "🙂#0"]
)
def test_a_button_nobody_was_shown_changes_nothing(anne: Client, name: str, value: str) -> None:
    task = make_task(goal="<p>Målet er at svare.</p>")
    assert save(anne, task, **{name: value}).status_code < 500
    assert KlikTask.objects.get(pk=task.pk).goal == task.goal
    assert not Dismissal.objects.exists()
