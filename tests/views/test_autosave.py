"""*Gem* while one writes: saved as by the button, and answered with what the page must know."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks import seen
from tasks.actions.drafts import save_task
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.forms.task_values import empty_values
from tasks.models import KlikTask, Version
from tests.make import make_anne, make_project, make_ready_task, make_rikke, make_task, make_wave
from tests.views.form_page import typed

pytestmark = pytest.mark.django_db
KEY = "5b8f4ad2-7a5e-4c7e-a3a5-3d4f3c1f6a10"


def written(html: str, field: str = "goal") -> dict[str, str]:
    """A text as the editor sends it."""
    return {field: html, f"{field}-format": "html"}


def save(client: Client, task: KlikTask, **changes: Any) -> dict[str, Any]:
    """Save a page that was made from the task as it was given."""
    return send(client, task, typed(task) | changes)


def send(client: Client, task: KlikTask, data: dict[str, Any]) -> dict[str, Any]:
    response = client.post(reverse("task_autosave", args=[task.pk]), data)
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


def make_new(client: Client, **changes: Any) -> Any:
    marks = seen.written(seen.marks_of(empty_values(), 0))
    sent = {"creation_key": KEY, "seen": marks} | changes
    return client.post(reverse("task_autosave_new"), sent)


# ---- What is saved ---------------------------------------------------------------------------


def test_what_was_changed_is_saved_and_settled(anne: Client) -> None:
    task = make_task(result="<p>Før</p>")
    answer = save(anne, task, **written("<p>Vælg <strong>Opret</strong></p>"))
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.revision) == ("<p>Vælg <strong>Opret</strong></p>", 2)
    assert answer["revision"] == 2
    assert answer["settled"].keys() == task.values().keys()
    assert (answer["theirs"], answer["conflicts"], answer["errors"]) == ([], [], {})


def test_the_marks_of_an_answer_make_the_next_save(anne: Client) -> None:
    task = make_task()
    page = typed(task)
    for text in ("M", "Må", "Mål"):
        answer = send(anne, task, page | written(f"<p>{text}</p>"))
        page |= {"seen": json.dumps(answer["settled"]), "revision": answer["revision"]}
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Mål</p>"
    assert Version.objects.filter(task=task).count() == 1


def test_saving_nothing_new_writes_nothing(anne: Client) -> None:
    task = make_task()
    assert save(anne, task)["revision"] == 1
    assert task.events.count() == 1


def test_the_time_is_the_danish_clock(anne: Client) -> None:
    answer = save(anne, make_task(), title="Giv samtykke nu")
    hour, _, minute = answer["saved_at"].partition(".")
    assert 0 <= int(hour) < 24 and len(minute) == 2


def test_what_cannot_be_stored_is_named_and_the_rest_is_saved(anne: Client) -> None:
    task = make_task()
    answer = save(anne, task, end_offset_days="to uger", **written("<p>Mål</p>"))
    assert answer["errors"] == {"end_offset_days": ["Skriv antal dage som et helt tal, fx -14."]}
    assert "end_offset_days" not in answer["settled"]
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Mål</p>"


def test_a_title_cannot_be_emptied_and_the_old_one_stays(anne: Client) -> None:
    task = make_task("Giv samtykke")
    answer = save(anne, task, title="")
    assert "Skriv en titel" in answer["errors"]["title"][0]
    assert KlikTask.objects.get(pk=task.pk).title == "Giv samtykke"


# ---- Others ----------------------------------------------------------------------------------


def test_another_field_of_anothers_is_merged_and_handed_back(anne: Client) -> None:
    task = make_task()
    page = typed(task, **written("<p>Annes</p>"))
    save_task(make_rikke(), task.pk, 1, {"result": "<p>Rikkes</p>", "end_offset_days": -14})
    answer = send(anne, task, page)
    theirs = {field["field"]: field["value"] for field in answer["theirs"]}
    assert theirs == {"result": "<p>Rikkes</p>", "end_offset_days": "-14"}
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Annes</p>", "<p>Rikkes</p>")


def test_every_kind_of_field_is_handed_back_as_the_form_holds_it(anne: Client) -> None:
    project = make_project()
    wave, other = make_wave(project), make_wave(project, "Bølge 2")
    task = make_task(project=project)
    page = typed(task, title="Giv samtykke nu")
    links = [("Vejledning", "https://www.kombit.dk/v")]
    theirs: dict[str, Any] = {"prefix": "MI", "separator": " ", "number": "01"}
    theirs |= {"waves": [wave, other], "attachments": links, "respects_frozen_zone": True}
    save_task(make_rikke(), task.pk, 1, theirs | {"is_infrastructure": True})
    told = {field["field"]: field for field in send(anne, task, page)["theirs"]}
    assert told["reference"]["value"] == "MI 01"
    assert told["reference"]["marks"].keys() == {"prefix", "separator", "number"}
    assert told["waves"]["value"] == [str(wave.pk), str(other.pk)]
    assert told["attachments"]["value"] == [["Vejledning", "https://www.kombit.dk/v"]]
    assert (told["respects_frozen_zone"]["value"], told["is_infrastructure"]["value"]) == (
        True,
        "ja",
    )


def test_the_same_field_comes_back_with_both_texts_until_somebody_chooses(anne: Client) -> None:
    task = make_task()
    page = typed(task, **written("<p>Annes mål</p>", "goal"), title="Giv samtykke nu")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    answer = send(anne, task, page)
    (conflict,) = answer["conflicts"]
    assert (conflict["field"], conflict["value"]) == ("goal", "<p>Rikkes mål</p>")
    assert "Rikke har også rettet i Mål" in conflict["html"]
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Rikkes mål</p>"
    # The page goes on saving, and the question stands.
    marks = json.loads(page["seen"]) | answer["settled"]
    page |= {"revision": answer["revision"], "seen": json.dumps(marks)}
    assert [c["field"] for c in send(anne, task, page)["conflicts"]] == ["goal"]
    # "Brug min" takes the marks of theirs.
    page["seen"] = json.dumps(marks | conflict["marks"])
    assert send(anne, task, page)["conflicts"] == []
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Annes mål</p>"


def test_somebody_who_wrote_the_same_is_no_conflict(anne: Client) -> None:
    task = make_task()
    page = typed(task, **written("<p>Ens</p>"))
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Ens</p>"})
    answer = send(anne, task, page)
    assert (answer["conflicts"], answer["theirs"]) == ([], [])
    assert "goal" in answer["settled"]


def test_an_approved_text_is_refused_with_the_reason(anne: Client) -> None:
    task = make_ready_task()
    page = typed(task, title="Giv samtykke nu")
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    response = anne.post(reverse("task_autosave", args=[task.pk]), page)
    assert "godkendt og låst" in response.json()["refused"]
    assert KlikTask.objects.get(pk=task.pk).title == task.title


# ---- A new task ------------------------------------------------------------------------------


def test_a_new_task_is_made_when_it_has_a_title(anne: Client) -> None:
    without = make_new(anne, **written("<p>Mål</p>"))
    assert without.json() == {"refused": "Giv opgaven en titel, så gemmer vi den."}
    assert KlikTask.objects.count() == 0
    answer = make_new(anne, title="Giv samtykke", **written("<p>Mål</p>")).json()
    task = KlikTask.objects.get()
    assert (task.title, task.goal) == ("Giv samtykke", "<p>Mål</p>")
    assert answer["url"] == reverse("task_edit", args=[task.pk])


def test_the_same_page_sent_again_makes_no_second_task(anne: Client) -> None:
    make_new(anne, title="Giv samtykke")
    make_new(anne, title="Giv samtykke", **written("<p>Mål</p>"))
    task = KlikTask.objects.get()
    assert task.goal == "<p>Mål</p>"
    assert Version.objects.filter(task=task).count() == 1


def test_nonsense_in_every_field_breaks_nothing(anne: Client) -> None:
    task = make_task()
    nonsense = dict.fromkeys(typed(task), "\x00<script>")
    response = anne.post(reverse("task_autosave", args=[task.pk]), nonsense)
    assert response.status_code == 200
    assert response.json()["errors"]
