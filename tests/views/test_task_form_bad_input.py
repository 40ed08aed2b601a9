"""*Skriv* and what cannot be stored: said at its place, kept as typed, the rest saved."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask, Theme
from tests.make import (
    make_anne,
    make_project,
    make_ready_task,
    make_task,
)
from tests.views.form_page import save, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("end_offset_days", "to uger", "Skriv antal dage som et helt tal, fx -14."),
        ("end_offset_days", "99999", "Skriv et tal mellem -3650 og 3650."),
        ("start_offset_days", "0", "Startdatoen skal ligge før slutdatoen."),
        ("start_offset_days", "14", "Startdatoen skal ligge før slutdatoen."),
        ("duration_days", "0", "Skriv et tal mellem 1 og 3650."),
        ("reply_to", "ikke en adresse", "”ikke” er ikke en e-mailadresse."),
        ("title", "x" * 200, "højst 150 tegn, og den er på 200."),
        ("project", "999999", "Det valg findes ikke længere. Vælg igen."),
        ("phase", "<script>", "Det valg findes ikke længere. Vælg igen."),
        ("priority", "valgfri", "Det valg findes ikke længere. Vælg igen."),
        ("reference", "x" * 60, "Referencen er for lang."),
        ("waves", ["1234567"], "Det valg findes ikke længere. Vælg igen."),
        ("attachments_url", ["javascript:alert(1)"], "Skriv hele adressen"),
        ("attachments_url", ["//evil.dk"], "Skriv hele adressen"),
    ],
)
def test_what_cannot_be_stored_stays_in_the_form_and_the_rest_is_saved(
    anne: Client, key: str, text: Any, message: str
) -> None:
    task = make_task("Giv samtykke", goal="<p>Før</p>")
    sent = {key: text} | ({"attachments_title": [""]} if key == "attachments_url" else {})
    page = shown(save(anne, task, goal="Efter", **sent))
    assert message in page
    assert "Resten er gemt. Ikke gemt endnu:" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.title) == ("<p>Efter</p>", "Giv samtykke")
    if isinstance(text, str) and key not in ("project", "phase", "priority"):
        assert f'value="{text}"' in page or text in page


def test_pasted_script_stays_text(anne: Client) -> None:
    task = make_task()
    page = shown(save(anne, task, goal="<script>alert(1)</script><b>x</b>", title="<img src=x>"))
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert KlikTask.objects.get(pk=task.pk).goal == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;x&lt;/b&gt;</p>"
    )


def test_a_retired_theme_stays_readable_and_is_not_offered_on_new_tasks(anne: Client) -> None:
    theme = Theme.objects.get(name="Strategi")
    task = make_task(theme=theme)
    Theme.objects.filter(pk=theme.pk).update(is_retired=True)
    assert "Strategi" in shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "Strategi" not in shown(anne.get(reverse("task_new")))
    page = shown(anne.post(reverse("task_new"), {"title": "Ny", "theme": theme.pk}))
    assert "Det valg findes ikke længere. Vælg igen." in page


@pytest.mark.parametrize("name", ["task_edit", "task_check", "task_review"])
def test_a_task_that_is_not_there_is_not_found(anne: Client, name: str) -> None:
    url = reverse(name, args=[999])
    assert (anne.post if name == "task_check" else anne.get)(url).status_code == 404


@pytest.mark.parametrize("name", ["task_new", "task_check_new"])
def test_a_stranger_is_asked_to_log_in(client: Client, name: str) -> None:
    assert client.post(reverse(name)).status_code == 401


def test_somebody_without_rights_can_read_but_not_write(client: Client) -> None:
    task = make_task()
    guest = make_anne()
    guest.groups.clear()
    client.force_login(guest)
    assert client.get(reverse("task_new")).status_code == 403
    assert "Kun forfattere kan skrive" in shown(client.get(reverse("task_edit", args=[task.pk])))
    assert client.post(reverse("task_edit", args=[task.pk]), {"title": "x"}).status_code == 409


def test_a_body_of_five_megabytes_is_refused_in_danish(anne: Client) -> None:
    task = make_task()
    response = anne.post(reverse("task_edit", args=[task.pk]), {"goal": "x" * 5_000_000})
    assert response.status_code == 413
    assert "for meget" in shown(response)


def test_a_nul_and_other_nonsense_never_breaks_the_page(anne: Client) -> None:
    task = make_task()
    nonsense = {
        "goal": "a\x00b",
        "title": "\x00",
        "revision": "-1e9",
        "waves": ["x", "²"],
        "project": "²",
    }
    assert save(anne, task, **nonsense).status_code == 200
    assert save(anne, task, project=["1", "2"], theme="999999999999999999999").status_code == 200


def test_the_form_asks_as_many_questions_for_many_tasks_as_for_one(
    anne: Client, django_assert_max_num_queries: Any
) -> None:
    project = make_project()
    task = make_ready_task(project=project)
    for number in range(20):
        make_ready_task(f"Udfyld fil {number}", project=project, prerequisites=[task])
    with django_assert_max_num_queries(45):
        anne.get(reverse("task_edit", args=[task.pk]))
