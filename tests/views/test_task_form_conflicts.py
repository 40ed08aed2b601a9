"""*Skriv* with others about: nobody is overwritten unseen, and a locked text is locked."""

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.models import KlikTask
from tests.make import (
    make_anne,
    make_ready_task,
    make_rikke,
    make_task,
)
from tests.views.form_page import carried, shown, typed

pytestmark = pytest.mark.django_db


def test_two_who_wrote_in_the_same_field_see_both_texts(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", result="Annes resultat")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    url = reverse("task_edit", args=[task.pk])
    page = shown(anne.post(url, mine))
    assert "Rikke har også rettet i Mål. Vælg, hvad der skal stå." in page
    assert "Rikkes mål" in page
    assert "Annes mål" in page
    assert "Brug Rikkes" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Rikkes mål</p>", "<p>Annes resultat</p>")
    anne.post(url, mine | carried(page))
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Annes mål</p>"


def test_choosing_the_others_text_leaves_it_standing(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", use_theirs="goal")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine, follow=True))
    assert "Rikkes mål" in page
    assert "Annes mål" not in page


def test_both_texts_can_be_put_together(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", use_both="goal")
    rikkes = save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"}).task
    url = reverse("task_edit", args=[task.pk])
    page = carried(shown(anne.get(url)))
    anne.post(url, mine | page, follow=True)
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, rikkes.revision) == ("<p>Annes mål</p><p>Rikkes mål</p>", 2)


def test_two_windows_of_ones_own_are_told_apart_from_two_people(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    old_window = typed(task, goal="Det gamle vindue")
    save_task(make_anne(), task.pk, 1, {"goal": "<p>Det nye vindue</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), old_window))
    assert "Du har også rettet i Mål et andet sted" in page
    assert "Brug det gemte" in page
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Det nye vindue</p>"


def test_what_others_wrote_elsewhere_is_shown_beside_a_conflict(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål")
    both = {"goal": "<p>Rikkes mål</p>", "result": "<p>Rikkes resultat</p>"}
    save_task(make_rikke(), task.pk, 1, both)
    url = reverse("task_edit", args=[task.pk])
    page = shown(anne.post(url, mine))
    assert "Rikkes resultat" in page
    anne.post(url, mine | carried(page) | {"result": "Rikkes resultat"})
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Annes mål</p>", "<p>Rikkes resultat</p>")


def test_an_approved_task_is_locked_and_what_was_typed_is_shown(anne: Client) -> None:
    task = make_ready_task()
    late = typed(task, goal="Skrevet for sent")
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    response = anne.post(reverse("task_edit", args=[task.pk]), late)
    assert response.status_code == 409
    assert "Skrevet for sent" in shown(response)
    assert "Opgaven er godkendt og låst." in shown(response)
    assert KlikTask.objects.get(pk=task.pk).goal == ""


def test_a_binned_task_is_shown_locked(anne: Client) -> None:
    task = make_task()
    bin_task(make_anne(), task.pk)
    assert "Opgaven ligger i papirkurven." in shown(anne.get(reverse("task_edit", args=[task.pk])))


def test_a_reviewer_is_told_before_editing(client: Client) -> None:
    task = make_ready_task()
    client.force_login(make_rikke())
    page = shown(client.get(reverse("task_edit", args=[task.pk])))
    assert "Retter du selv, skal en anden godkende." in page


def test_choosing_the_others_text_keeps_what_is_unsaved_elsewhere(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", use_theirs="goal", duration_days="fem")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine))
    assert "Rikkes mål" in page
    assert "Annes mål" not in page
    assert 'value="fem"' in page


def test_both_gave_a_reference_and_it_clashes_as_one(anne: Client) -> None:
    task = make_task()
    mine = typed(task, reference="MI 03")
    save_task(make_rikke(), task.pk, 1, {"prefix": "MI", "separator": " ", "number": "02"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine))
    assert page.count("Rikke har også rettet i Reference.") == 2  # at the field and on top
    assert 'value="MI 03"' in page
    assert str(KlikTask.objects.get(pk=task.pk).reference) == "MI 02"


def test_text_left_alone_in_a_stale_form_never_clashes(anne: Client) -> None:
    task = make_task(goal="<p>Et <strong>fedt</strong> mål</p>")
    mine = typed(task, result="Annes resultat")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    anne.post(reverse("task_edit", args=[task.pk]), mine)
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Rikkes mål</p>", "<p>Annes resultat</p>")


def test_nobody_sends_a_text_with_changes_they_have_not_seen(anne: Client) -> None:
    task = make_ready_task()
    mine = typed(task, action="submit", result="Annes resultat")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål.</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine, follow=True))
    assert "Det er gemt, men ikke sendt" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.status, saved.result) == ("draft", "<p>Annes resultat</p>")


def test_a_locked_task_can_be_read(anne: Client) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "Du skal tage stilling til" in page
    assert "Genåbn" in page
