"""What a browser of ours never sends: other people's fields, numbers no row has, old sessions."""

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tasks.actions.drafts import project_defaults, save_task
from tasks.actions.findings import keep_finding
from tasks.actions.review import approve, reopen, send_back, submit, withdraw
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Dismissal, EventKind, KlikTask, Municipality, Person, Theme, Wave
from tests.make import (
    make_anne,
    make_karl,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
)
from tests.views.form_page import save, shown, typed

pytestmark = pytest.mark.django_db

# Larger than any key, longer than Python reads, digits of another script, and no digit at all
NO_NUMBERS = ("9" * 30, "9" * 5000, str(2**63), "²", "٣", "-1", "\x00", "<script>")

CHANGED_BY_A_SAVE = {"goal", "revision", "updated_at", "field_revisions", "content_hash"} | {
    *("search_text", "errors", "warnings", "hints"),
}


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def test_what_the_form_does_not_have_cannot_be_sent_through_it(anne: Client) -> None:
    karl, task = make_karl(), make_task(goal="<p>Før</p>")
    sneaked = {
        "status": "approved",
        "approved_revision": "1",
        "author": karl.pk,
        "binned_at": "2026-01-01",
        "content_hash": "x",
        "field_revisions": "{}",
        "podio_url": "https://evil.dk",
        "search_text": "x",
        "creation_key": uuid4(),
        "id": 999,
        "errors": 0,
    }
    before: Any = KlikTask.objects.filter(pk=task.pk).values().get()
    save(anne, task, goal="Efter", **sneaked)
    after: Any = KlikTask.objects.filter(pk=task.pk).values().get()
    assert {key for key in before if before[key] != after[key]} <= CHANGED_BY_A_SAVE
    assert after["field_revisions"] == {"goal": 2}
    anne.post(reverse("task_new"), sneaked | {"title": "Ny", "creation_key": ""})
    made = KlikTask.objects.get(title="Ny")
    assert (made.status, made.author, made.podio_url) == ("draft", make_anne(), "")
    assert (made.approved_revision, made.binned_at) == (None, None)


NUMBERED = (
    *("project", "phase", "theme", "waves", "prerequisites", "related_tasks", "performers"),
    *("owners", "revision", "task", "duration_days", "end_offset_days", "fix", "fix_all", "keep"),
    "unkeep",
)


@pytest.mark.parametrize("field", NUMBERED)
def test_a_number_no_row_has_is_a_wrong_choice_and_not_our_mistake(
    anne: Client, field: str
) -> None:
    task = make_ready_task()
    for number in NO_NUMBERS:
        sent = typed(task) | {field: number}
        assert anne.post(reverse("task_edit", args=[task.pk]), sent).status_code < 500
        assert anne.post(reverse("task_check", args=[task.pk]), sent).status_code == 200
        assert anne.post(reverse("task_project_parts"), sent).status_code == 200
    assert KlikTask.objects.get(pk=task.pk).project == task.project


def test_other_forms_and_addresses_bear_such_numbers_too(client: Client) -> None:
    client.force_login(make_karl())
    task = make_ready_task()
    assert task.project
    wave = {"name": "Ny", "members": "chosen", "go_live": ""}
    for number in NO_NUMBERS:
        url = reverse("wave_new", args=[task.project.pk])
        client.post(f"{url}?opgave={number[:30]}", wave | {"municipalities": [number]})
        for key in ("revision", "fix", "keep", "unkeep"):
            sent = {"announcement": "Hej", "revision": "1", key: number}
            client.post(reverse("task_announcement", args=[task.pk]), sent)
        for key in ("q", "project", "wave", "page", "sort", "step"):
            assert client.get(reverse("task_list"), {key: number}).status_code == 200
        client.get(reverse("tasks_xlsx"), {"opgave": number})
        client.get(reverse("task_preview", args=[task.pk]), {"boelge": number})
        client.get(reverse("task_new"), {"efter": number, "projekt": number})
        for key in ("seen", "task"):
            client.post(reverse("task_submit_many"), {key: [number, f"{task.pk}:{number}"]})
        assert client.get(f"/opgaver/{number[:30]}/").status_code == 404
    assert not Wave.objects.filter(name="Ny").exists()


def test_links_with_a_sign_no_database_holds_are_refused(anne: Client) -> None:
    task = make_task()
    page = shown(save(anne, task, attachments_title=["a\x00"], attachments_url=["https://x.dk"]))
    assert "Der er et tegn, vi ikke kan gemme." in page
    assert not KlikTask.objects.get(pk=task.pk).attachments.exists()


def test_a_reason_is_one_line_without_such_signs() -> None:
    task = make_ready_task(method="<p>Det kan gøres.</p>", title="Udfyldelse af fil")
    finding = next(f for f in check_task(task).standing if f.can_be_kept)
    keep_finding(make_anne(), task.pk, finding, "Nav\x00n\r\n2026-11-23 INFO Karl " + "x" * 400)
    kept = Dismissal.objects.get()
    assert kept.reason.startswith("Nav n 2026-11-23 INFO Karl x")
    assert len(kept.reason) == 300
    assert task.events.get(kind=EventKind.KEPT).details["reason"] == kept.reason


def test_a_retired_row_is_not_put_on_new_tasks(anne: Client) -> None:
    theme = Theme.objects.get(name="Strategi")
    project = make_project(default_theme=theme)
    assert project_defaults(project)["theme"] == theme
    Theme.objects.filter(pk=theme.pk).update(is_retired=True)
    project.refresh_from_db()
    assert project_defaults(project)["theme"] is None
    task = make_task()
    assert "Det valg findes ikke længere." in shown(save(anne, task, theme=theme.pk))
    assert KlikTask.objects.get(pk=task.pk).theme is None


def test_a_retired_municipality_and_the_one_for_tests_are_not_chosen(client: Client) -> None:
    client.force_login(make_karl())
    url = reverse("wave_new", args=[make_project().pk])
    for row in (Municipality.objects.get(is_fictional=True), Municipality.objects.first()):
        assert row
        Municipality.objects.filter(pk=row.pk).update(is_retired=True)
        sent = {"name": "Ny", "members": "chosen", "municipalities": [row.pk]}
        assert "Vælg kommuner fra listen." in shown(client.post(url, sent))


def test_a_session_that_was_ended_opens_nothing(anne: Client) -> None:
    cookie = anne.cookies[settings.SESSION_COOKIE_NAME].value
    anne.post(reverse("logout"))
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert thief.post(reverse("task_new"), {"title": "x"}).status_code == 401
    assert not KlikTask.objects.exists()


def test_who_is_shut_out_is_not_let_in(anne: Client) -> None:
    Person.objects.update(is_active=False)
    assert anne.get(reverse("overview"))["Location"].startswith(reverse("login"))


def test_a_new_password_ends_the_sessions_that_were_open(anne: Client) -> None:
    person = make_anne()
    person.set_password("k4vx-7mpe-2hsd")
    person.save()
    assert anne.get(reverse("overview"))["Location"].startswith(reverse("login"))


def test_a_version_that_is_not_the_one_shown_is_never_approved_moved_or_overwritten(
    client: Client,
) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    stale = typed(task, background="Ruten er gammel.")
    writer = Client()
    writer.force_login(make_anne())
    save(writer, task, background="Ruten er ny.")
    client.force_login(make_rikke())
    sent = {"checklist": list(CHECKLIST), "message": "Ret"}
    for name in ("task_approve", "task_send_back"):
        for revision in ("1", "", "3", "x", "-1"):
            url = reverse(name, args=[task.pk])
            page = shown(client.post(url, sent | {"revision": revision}, follow=True))
            assert "Opgaven er rettet, siden du åbnede den." in page
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"
    client.post(reverse("task_edit", args=[task.pk]), stale)
    assert KlikTask.objects.get(pk=task.pk).background == "<p>Ruten er ny.</p>"


def test_the_second_click_on_approve_does_nothing_and_says_who(client: Client) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    client.force_login(make_rikke())
    url, sent = reverse("task_approve", args=[task.pk]), {"checklist": list(CHECKLIST)}
    client.post(url, sent | {"revision": 1})
    page = shown(client.post(url, sent | {"revision": 1}, follow=True))
    assert "Opgaven er allerede godkendt af Rikke kl." in page
    assert (task.approvals.count(), task.events.filter(kind="approved").count()) == (1, 1)


def test_one_form_sent_by_two_people_makes_two_tasks_each_with_its_writer(anne: Client) -> None:
    key = uuid4()
    for client, person in ((anne, make_anne()), (Client(), make_rikke())):
        client.force_login(person)
        client.post(reverse("task_new"), {"title": f"Af {person}", "creation_key": key})
    made = KlikTask.objects.order_by("pk")
    assert [(task.title, str(task.author)) for task in made] == [
        ("Af Anne", "Anne"),
        ("Af Rikke", "Rikke"),
    ]


def test_nobody_approves_their_own_words_by_a_roundabout_way() -> None:
    rikke, mette = make_rikke(), make_person("Mette", "Godkender")
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    approve(mette, task.pk, 1, list(CHECKLIST))
    reopen(rikke, task.pk, 1)
    save_task(rikke, task.pk, 1, {"background": "<p>Ruten er ny.</p>"})
    save_task(make_anne(), task.pk, 2, {"background": ""})
    submit(make_anne(), task.pk, 3)
    send_back(mette, task.pk, 3, "Ret", {})
    submit(make_anne(), task.pk, 3)
    withdraw(make_anne(), task.pk, 3)
    submit(make_anne(), task.pk, 3)
    client = Client()
    client.force_login(rikke)
    url = reverse("task_approve", args=[task.pk])
    page = shown(client.post(url, {"revision": 3, "checklist": list(CHECKLIST)}, follow=True))
    assert "Du har rettet i opgaven, så en anden skal godkende. Mette kan." in page
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_a_wave_made_for_a_task_of_another_project_stays_off_it(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet")
    url = f"{reverse('wave_new', args=[other.pk])}?opgave={task.pk}"
    anne.post(url, {"name": "Smuglet", "members": "chosen"})
    assert Wave.objects.get(name="Smuglet").project == other
    assert [wave.name for wave in task.waves.all()] == ["Bølge 1"]
    assert KlikTask.objects.get(pk=task.pk).revision == 1


def test_another_projects_wave_and_task_cannot_be_ticked(anne: Client) -> None:
    task, foreign = make_ready_task(), make_ready_task(project=make_project("Et andet"))
    save(anne, task, waves=[wave.pk for wave in foreign.waves.all()])
    save(anne, task, prerequisites=[foreign.pk])
    stored = KlikTask.objects.get(pk=task.pk)
    assert set(stored.waves.all()).isdisjoint(foreign.waves.all())
    assert not stored.prerequisites.exists()
