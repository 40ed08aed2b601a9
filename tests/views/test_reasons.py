"""*Godkendelse*: every reason a text is kept with, and what the godkender answers to it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tasks.actions.findings import keep_findings
from tasks.actions.review import submit, withdraw
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Dismissal, KlikTask, Person
from tests.make import make_anne, make_karl, make_ready_task, make_rikke
from tests.views.form_page import shown

pytestmark = pytest.mark.django_db

TWO = "<p>Målet er, at kommunen skal svare, og at kommunen bør vente.</p>"


@pytest.fixture
def rikke(client: Client) -> Client:
    client.force_login(make_rikke())
    return client


def kept_task(
    goal: str = TWO, *, by: Person | None = None, whole_project: bool = False
) -> KlikTask:
    """In review, with every ERROR and WARNING of the goal kept."""
    task = make_ready_task(goal=goal)
    result = check_task(task)
    for findings in (result.errors, result.warnings):
        if findings:
            person = by or make_anne()
            keep_findings(person, task.pk, findings, "Citat", whole_project=whole_project)
    return submit(make_anne(), task.pk, task.revision)


def rows(task: KlikTask) -> list[int]:
    return list(task.dismissals.order_by("pk").values_list("pk", flat=True))


def page_of(client: Client, task: KlikTask) -> str:
    return shown(client.get(reverse("task_review", args=[task.pk])))


def press(client: Client, task: KlikTask, answer: str, **sent: Any) -> str:
    data = {"revision": task.revision, "answer": answer, **sent}
    return shown(client.post(reverse("task_reasons", args=[task.pk]), data, follow=True))


def test_rikke_reads_each_reason_and_cannot_approve_before_she_has_answered(rikke: Client) -> None:
    page = page_of(rikke, kept_task())
    assert page.count("Anne beholder teksten: ”Citat”") == 2
    assert "Godtag alle 2 begrundelser" in page
    assert "Godtag de 2 begrundelser først, eller bed om rettelse." in page
    assert "Godkend og gå til næste" not in page


def test_a_post_past_the_page_is_refused_too(rikke: Client) -> None:
    task = kept_task()
    data = {"revision": task.revision, "checklist": list(CHECKLIST)}
    page = shown(rikke.post(reverse("task_approve", args=[task.pk]), data, follow=True))
    assert "Godtag de 2 begrundelser først" in page
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_all_are_accepted_with_one_press_and_then_the_text_can_be_approved(rikke: Client) -> None:
    task = kept_task()
    page = press(rikke, task, "accept", row=rows(task))
    assert "2 begrundelser er godtaget." in page
    assert page.count("Godtaget af Rikke.") == 2
    assert "Godkend og gå til næste" in page
    assert "Godtag begrundelsen<" not in page


def test_asking_for_a_mend_starts_the_words_that_send_it_back(rikke: Client) -> None:
    task = kept_task()
    page = press(rikke, task, "refuse", row=rows(task)[0], words="Skriv ”I skal”.")
    assert "Du har bedt om rettelse." in page
    assert "Rikke beder om rettelse:" in page
    assert "Ret ”kommunen skal” i Mål: Skriv ”I skal”." in page
    assert "Godtag begrundelsen alligevel" in page
    rikke.force_login(make_anne())
    form = shown(rikke.get(reverse("task_edit", args=[task.pk])))
    assert "Rikke beder om rettelse:" in form


def test_a_proposal_is_taken_on_for_the_project_or_for_the_task_alone(rikke: Client) -> None:
    task = kept_task(whole_project=True)
    first, second = rows(task)
    page = page_of(rikke, task)
    assert page.count("Foreslået for hele projektet.") == 2
    assert "gælder nu i hele projektet." in press(rikke, task, "project", row=first)
    assert "Det gælder kun i denne opgave." in press(rikke, task, "task", row=second)
    assert Dismissal.objects.filter(project=task.project).count() == 1
    assert "Godkend og gå til næste" in page_of(rikke, task)


def test_whoever_kept_the_text_is_told_that_another_must_answer(client: Client) -> None:
    task = kept_task(by=make_rikke())
    client.force_login(make_rikke())
    page = page_of(client, task)
    assert "Du har selv beholdt teksten, så en anden skal godtage grunden." in page
    assert "Godtag begrundelsen<" not in page
    assert "en anden skal godtage grunden" in press(client, task, "accept", row=rows(task))
    assert not Dismissal.objects.filter(verdict="accepted").exists()


def test_anne_sees_the_reasons_and_no_answers(client: Client) -> None:
    task = kept_task()
    client.force_login(make_anne())
    page = page_of(client, task)
    assert "Anne beholder teksten: ”Citat”" in page
    assert reverse("task_reasons", args=[task.pk]) not in page
    for answer in ("accept", "refuse", "project", "task"):
        press(client, task, answer, row=rows(task)[0])
    assert set(task.dismissals.values_list("verdict", flat=True)) == {"open"}


def test_two_who_press_at_once_are_both_told_and_the_first_counts(rikke: Client) -> None:
    task = kept_task()
    press(rikke, task, "accept", row=rows(task))
    rikke.force_login(make_karl())
    assert "Begrundelsen er godtaget." in press(rikke, task, "accept", row=rows(task))
    assert {row.judged_by for row in task.dismissals.all()} == {make_rikke()}


def test_a_text_that_is_gone_from_review_is_told(rikke: Client) -> None:
    task = kept_task()
    withdraw(make_anne(), task.pk, task.revision)
    page = press(rikke, task, "accept", row=rows(task))
    assert "Det kan ikke lade sig gøre, når trinnet er ”Kladde”." in page


def test_a_page_that_is_older_than_the_text_judges_nothing(rikke: Client) -> None:
    task = kept_task()
    url = reverse("task_reasons", args=[task.pk])
    for revision in ("0", "99", "", "x"):
        data = {"revision": revision, "answer": "accept", "row": rows(task)}
        page = shown(rikke.post(url, data, follow=True))
        assert "Opgaven er rettet, siden du åbnede den." in page
    assert set(task.dismissals.values_list("verdict", flat=True)) == {"open"}


@pytest.mark.parametrize("row", ["", "x", "-1", "987654", "9" * 40])
def test_a_reason_nobody_was_shown_is_refused_in_plain_words(rikke: Client, row: str) -> None:
    task = kept_task()
    for answer in ("accept", "refuse", "project", "task"):
        page = press(rikke, task, answer, row=row)
        assert "Begrundelsen er ændret eller taget tilbage. Læs opgaven igen." in page


def test_an_answer_that_is_none_is_not_found(rikke: Client) -> None:
    task = kept_task()
    url = reverse("task_reasons", args=[task.pk])
    assert rikke.post(url, {"revision": 1, "answer": "ja"}).status_code == 404
    assert rikke.get(url).status_code == 405


def test_what_the_godkender_writes_is_shown_as_text(rikke: Client) -> None:
    task = kept_task()
    page = press(rikke, task, "refuse", row=rows(task)[0], words="<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_many_reasons_cost_no_more_questions_than_one(rikke: Client) -> None:
    one = kept_task("<p>Målet er, at kommunen skal svare.</p>")
    verbs = ("skal", "bør", "må", "bedes", "kan", "vil", "får")
    nouns = ("kommunen", "kommunerne")
    text = " ".join(f"Så {verb} {noun} svare." for noun in nouns for verb in verbs)
    many = kept_task(f"<p>{text}</p>", whole_project=True)
    assert len(rows(many)) > 5

    def asked(task: KlikTask) -> int:
        with CaptureQueriesContext(connection) as queries:
            page_of(rikke, task)
        return len(queries)

    page_of(rikke, one)
    assert asked(many) == asked(one)


def test_the_text_is_kept_by_whoever_kept_it_not_by_the_author(rikke: Client) -> None:
    page = page_of(rikke, kept_task(by=make_karl()))
    assert "Tekster, der er beholdt" in page
    assert "Karl beholder teksten: ”Citat”" in page
    assert "Anne beholder" not in page
