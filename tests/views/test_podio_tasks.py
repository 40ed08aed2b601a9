"""A task that only is in Podio, from the button on *Skriv* to the copy sheet."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.review import approve, submit
from tasks.actions.rows import fingerprint
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.models import KlikTask, Project
from tests.make import (
    make_anne,
    make_karl,
    make_podio_task,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    put_in_status,
)

pytestmark = pytest.mark.django_db
LINK = "https://podio.com/kombit/klik/apps/opgaver/items/7"
SENT = {"reference": "MI 07", "title": "Bestil nøgler", "podio_url": LINK}


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


@pytest.fixture
def project() -> Project:
    return make_project()


def new_for(task: KlikTask, key: str = "prerequisites") -> str:
    assert task.project is not None
    return f"{reverse('podio_task_new', args=[task.project.pk])}?opgave={task.pk}&som={key}"


def page(client: Client, url: str, sent: dict[str, Any] | None = None) -> str:
    answer = client.get(url) if sent is None else client.post(url, sent, follow=True)
    return answer.content.decode()


def test_the_button_saves_what_is_typed_and_leads_to_the_form(
    anne: Client, project: Project
) -> None:
    task = make_task(project=project)
    typed = {"title": "Send filen", "project": project.pk, "revision": "1"}
    pressed = typed | {"action": "podio_task_for_related_tasks"}
    answer = anne.post(reverse("task_edit", args=[task.pk]), pressed)
    assert answer["Location"] == new_for(task, "related_tasks")
    assert KlikTask.objects.get(pk=task.pk).title == "Send filen"
    assert "valgt under ”Opgaven er tæt relateret til” på" in page(anne, answer["Location"])


def test_it_is_chosen_on_the_task_and_one_is_back_there(anne: Client, project: Project) -> None:
    task = make_task(project=project)
    answer = anne.post(new_for(task), SENT)
    assert answer["Location"] == f"{task.get_absolute_url()}#div_id_prerequisites"
    shown = page(anne, task.get_absolute_url())
    assert "(MI 07) er tilføjet og valgt under ”Forudsætninger”." in shown
    assert f'<a href="{LINK}" rel="noopener noreferrer">(MI 07) Bestil nøgler (findes kun' in shown


def test_without_a_project_the_button_asks_for_one(anne: Client) -> None:
    task = make_task()
    pressed = {"title": "Send filen", "action": "podio_task_for_prerequisites"}
    assert "Vælg et projekt" in page(anne, reverse("task_edit", args=[task.pk]), pressed)


def test_for_a_task_that_is_locked_meanwhile_it_is_added_and_not_chosen(
    anne: Client, project: Project
) -> None:
    task = make_task(project=project)
    put_in_status(task, "approved")
    assert "Den er ikke valgt på opgaven" in page(anne, new_for(task), SENT)
    assert KlikTask.objects.only_in_podio().count() == 1


def test_a_reference_and_title_pasted_together_are_parted(anne: Client, project: Project) -> None:
    url = reverse("podio_task_new", args=[project.pk])
    anne.post(url, SENT | {"reference": "(MI 07) Bestil nøgler", "title": ""})
    anne.post(url, SENT | {"reference": "MI 8", "title": "(MI 08) Hent", "podio_url": f"{LINK}8"})
    rows = KlikTask.objects.only_in_podio()
    assert [row.full_title for row in rows] == ["(MI 07) Bestil nøgler", "(MI 8) Hent"]


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("reference", "", "Skriv opgavens reference, fx MI 07."),
        ("reference", "07", "Skriv præfiks og nummer, fx MI 07."),
        ("reference", "M" * 40 + " 1", "Referencen er for lang."),
        ("title", "", "Skriv titlen, som den står i Podio."),
        ("title", "t" * 151, "højst 150 tegn, og den er på 151"),
        ("podio_url", "", "Indsæt linket til opgaven i Podio."),
        ("podio_url", "http://podio.com/7", "Skriv hele linket. Det begynder med https://"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_stays(
    anne: Client, project: Project, key: str, typed: str, said: str
) -> None:
    answer = anne.post(reverse("podio_task_new", args=[project.pk]), SENT | {key: typed})
    assert said in answer.content.decode()
    assert (answer.status_code, KlikTask.objects.count()) == (200, 0)
    for other in SENT.keys() - {key}:
        assert answer.context["form"][other].value() == SENT[other]


def test_it_is_corrected_and_removed_on_its_own_page(anne: Client, project: Project) -> None:
    row = make_podio_task(project, "07")
    url = row.get_absolute_url()
    changed = SENT | {"title": "Hent nøgler", "seen": fingerprint(row)}
    assert "(MI 07) Hent nøgler" in page(anne, url, changed)
    remove = reverse("podio_task_remove", args=[row.pk])
    task = make_task("Send filen", project=project, prerequisites=[row])
    assert "”Send filen” peger på opgaven. Fjern den dér først." in page(anne, remove, {})
    task.prerequisites.clear()
    assert "(MI 07) er fjernet." in page(anne, remove, {})
    assert anne.get(url).status_code == 404


def test_its_page_leads_to_the_task_it_has_become(anne: Client, project: Project) -> None:
    url = make_podio_task(project, "07").get_absolute_url()
    real = make_task(prefix="MI", separator=" ", number="07", project=project)
    assert anne.get(url)["Location"] == real.get_absolute_url()


def test_it_has_no_pages_of_a_task(anne: Client, project: Project) -> None:
    row = make_podio_task(project)
    for name in ("task_edit", "task_preview", "task_podio", "task_history", "task_announcement"):
        assert anne.get(reverse(name, args=[row.pk])).status_code == 404


def test_lists_and_counts_leave_it_out(anne: Client, project: Project) -> None:
    make_podio_task(project, "07", "Bestil nøgler")
    for name in ("overview", "task_list", "bin"):
        assert "Bestil nøgler" not in page(anne, reverse(name))
    assert "Bestil nøgler" in page(anne, reverse("project_detail", args=[project.pk]))


def test_preview_review_and_copy_sheet_tell_it_beside_what_podio_is_given(
    client: Client, project: Project
) -> None:
    row = make_podio_task(project, "07")
    task = make_ready_task(project=project, prerequisites=[row], related_tasks=[row])
    submit(make_anne(), task.pk, 1)
    task = approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    field = podio_payload(task).field("prerequisites")
    assert (field.text, field.items) == ("(MI 07) Bestil nøgler", ("(MI 07) Bestil nøgler",))
    client.force_login(make_karl())
    link = f'<a href="{row.podio_url}" rel="noopener noreferrer">(MI 07) (findes kun i Podio)<'
    for name in ("task_preview", "task_review", "task_podio"):
        assert link in page(client, reverse(name, args=[task.pk])), name


def test_what_was_entered_in_podio_stays_entered_when_it_is_written_here(
    project: Project,
) -> None:
    row = make_podio_task(project, "07")
    task = make_ready_task(project=project, prerequisites=[row])
    before = podio_payload(task).field("prerequisites").value_hash
    make_task("Bestil nøgler", prefix="MI", separator=" ", number="07", project=project)
    after = podio_payload(KlikTask.objects.with_parts().get(pk=task.pk))
    assert after.field("prerequisites").value_hash == before
