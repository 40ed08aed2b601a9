"""*Skriv*: every field is kept as it was written, and the project's own parts follow it."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tasks import guide
from tasks.models import KlikTask, Role
from tests.make import (
    make_project,
    make_ready_task,
    make_task,
    make_wave,
)
from tests.views.form_page import save, shown, typed

pytestmark = pytest.mark.django_db


def test_anne_writes_a_title_and_the_task_is_there(anne: Client) -> None:
    response = anne.post(reverse("task_new"), {"title": "Giv samtykke", "creation_key": uuid4()})
    task = KlikTask.objects.get()
    assert response["Location"] == reverse("task_edit", args=[task.pk])
    assert (task.title, task.author.first_name) == ("Giv samtykke", "Anne")


def test_two_presses_make_one_task(anne: Client) -> None:
    data = {"title": "Giv samtykke", "creation_key": str(uuid4())}
    for _ in range(2):
        anne.post(reverse("task_new"), data)
    assert KlikTask.objects.count() == 1


def test_without_a_title_the_text_stays_in_the_form(anne: Client) -> None:
    page = shown(anne.post(reverse("task_new"), {"goal": "Målet er, at I giver samtykke."}))
    assert "Giv opgaven en titel, så gemmer vi den." in page
    assert "Målet er, at I giver samtykke." in page
    assert not KlikTask.objects.exists()


@pytest.mark.parametrize(
    ("reference", "title"),
    [("", "(MI 02) Udfyld filen"), ("(MI 02) Udfyld filen", ""), ("MI 2", "(MI 02) Udfyld filen")],
)
def test_a_pasted_title_with_reference_fills_both(anne: Client, reference: str, title: str) -> None:
    anne.post(reverse("task_new"), {"reference": reference, "title": title})
    assert str(KlikTask.objects.get()) == "(MI 02) Udfyld filen"


def test_unchanged_text_leaves_the_stored_html_untouched(anne: Client) -> None:
    html = '<p>En <strong>fed</strong> tekst med <a href="https://x.dk/a">link</a></p>'
    task = make_task(description=html)
    save(anne, task, goal="Nyt mål")
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.description, saved.goal) == (html, "<p>Nyt mål</p>")


def test_the_guides_method_keeps_its_numbers(anne: Client) -> None:
    task = make_task()
    text = "Vi anbefaler følgende trin:\r\n\r\n4. Åbn parameteren\r\n5. (….)\r\n10. Gentag punkt 5"
    save(anne, task, method=text)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "4. Åbn parameteren\n5. (….)\n10. Gentag punkt 5" in page


def test_waves_and_prerequisites_appear_once_the_project_is_set(anne: Client) -> None:
    project = make_project()
    make_wave(project, "Bølge Øst")
    assert "Bølge Øst" not in shown(anne.get(reverse("task_new")))
    assert "Vælg først et projekt." in shown(anne.get(reverse("task_new")))
    assert "Bølge Øst" in shown(anne.get(reverse("task_new"), {"projekt": project.pk}))


def test_changing_project_lists_what_would_be_cleared_and_asks(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    page = shown(save(anne, task, project=other.pk))
    assert "Skifter du projekt, ryddes: Bølge 1." in page
    assert KlikTask.objects.get(pk=task.pk).project != other
    save(anne, task, project=other.pk, confirm_project="on")
    moved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert (moved["project"], moved["waves"]) == (other, [])


def test_save_and_create_next_keeps_the_frame(anne: Client) -> None:
    task = make_ready_task()
    page = shown(save(anne, task, action="save_next"))
    assert 'value="MI 02"' in page
    assert re.search(r"selected>Klargøring", page)
    assert "checked" in page.split("Bølge 1")[0].rsplit("<input", 1)[1]


def test_the_first_role_chosen_stays_first(anne: Client) -> None:
    last, first = Role.objects.order_by("-position")[0], Role.objects.order_by("position")[0]
    task = make_task(performers=[last])
    save(anne, task, performers=[first.pk, last.pk])
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert saved["performers"] == [last, first]


def test_the_dates_of_every_wave_stand_beside_the_offsets(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project, f"Bølge {number}") for number in (1, 2)]
    task = make_ready_task(project=project, waves=waves)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert page.count("fre 16.10.2026") == 2
    save(anne, task, end_offset_days="")
    assert "ingen dato" in shown(anne.get(reverse("task_edit", args=[task.pk])))


def test_the_fields_stand_in_the_guides_order(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    make_task(project=project)
    page = shown(anne.get(reverse("task_new"), {"projekt": project.pk}))
    places = [page.index(f'id="div_id_{field.key}"') for field in guide.FIELDS]
    assert places == sorted(places)


def test_choosing_another_project_brings_its_waves_and_asks_about_the_old(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    make_wave(other, "Bølge 7")
    data = typed(task, project=other.pk)
    answer = shown(anne.post(reverse("task_project_parts"), data))
    assert "Bølge 7" in answer
    assert "Skifter du projekt, ryddes: Bølge 1." in answer
    assert KlikTask.objects.get(pk=task.pk).project == task.project


def test_what_belongs_to_the_old_project_is_never_cleared_unasked(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    new_wave = make_wave(other, "Bølge 7")
    page = shown(save(anne, task, project=other.pk, waves=[new_wave.pk], goal="Nyt mål"))
    assert "Skifter du projekt, ryddes: Bølge 1." in page
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert ([wave.name for wave in saved["waves"]], saved["goal"]) == (
        ["Bølge 1"],
        "<p>Nyt mål</p>",
    )
    save(anne, task, project=other.pk, waves=[new_wave.pk], confirm_project="on")
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert (saved["project"], saved["waves"]) == (other, [new_wave])


def test_a_new_task_with_something_unsaved_goes_on_as_the_same_task(anne: Client) -> None:
    page = shown(anne.post(reverse("task_new"), {"title": "Giv samtykke", "duration_days": "x"}))
    task = KlikTask.objects.get()
    assert f'action="{reverse("task_edit", args=[task.pk])}"' in page
    assert 'value="x"' in page


def test_a_newline_in_the_title_is_a_blank(anne: Client) -> None:
    task = make_task()
    save(anne, task, title="Udfyld\r\n  filen\nnu\n")
    assert KlikTask.objects.get(pk=task.pk).title == "Udfyld filen nu"
