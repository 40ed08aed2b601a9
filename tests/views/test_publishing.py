"""The steps to the municipalities: what is shown of them, and what their buttons do."""

import html
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tasks.actions import review
from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.corrections import correct
from tasks.actions.drafts import save_task
from tasks.actions.entering import save_podio_link, tick_field
from tasks.actions.publishing import (
    look_on_test_wave,
    mark_announced,
    publish,
    put_on_test_wave,
    skip_test,
)
from tasks.announcement import to_snapshot
from tasks.announcing import facts_of
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import Announcement, KlikTask, Person, Publication
from tasks.views.publishing import publishing_context
from tasks.workflow import Stage
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, make_wave

pytestmark = pytest.mark.django_db

TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."
SCRIPT = "<script>alert('trin')</script>"


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def approved_task() -> KlikTask:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    return review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))


def linked_task() -> KlikTask:
    task = approved_task()
    save_podio_link(make_karl(), task.pk, "https://podio.com/kombit/klik/1")
    return save_announcement(make_anne(), task.pk, 1, topic="", text=TEXT)


def stage(task: KlikTask) -> str:
    return Publication.objects.get(task=task).stage


def looked_at_task() -> KlikTask:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    return look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)


def press(client: Client, name: str, task: KlikTask, revision: Any = 1) -> Any:
    sent = {"revision": revision, "points": list(TEST_STEP_CHECKLIST)}
    return client.post(reverse(name, args=[task.pk]), sent)


def said(response: Any) -> list[str]:
    return [str(message) for message in response.wsgi_request._messages]


def steps_of(task: KlikTask, person: Person | None = None) -> str:
    """The partial as *Indtast i Podio* includes it, with white space folded."""
    fresh = KlikTask.objects.with_parts().get(pk=task.pk)
    context = publishing_context(fresh, person or make_karl())
    shown = render_to_string(
        "tasks/_publishing_steps.html", context | {"task": fresh, "csrf_token": "x"}
    )
    return " ".join(html.unescape(shown).split())


def states(shown: str) -> list[str]:
    """How far each step is: done, now or later."""
    return [part[: part.index('"')] for part in shown.split('class="step step-')[1:]]


def test_the_four_presses_lead_all_the_way(karl: Client) -> None:
    task = linked_task()
    for name, revision, reached in (
        ("task_test_wave", 1, Stage.ON_TEST),
        ("task_look", 1, Stage.ON_TEST),
        ("task_publish", 1, Stage.PUBLISHED),
        ("task_announced", 2, Stage.ANNOUNCED),
    ):
        response = press(karl, name, task, revision)
        assert (response.status_code, response["Location"]) == (
            302,
            reverse("task_podio", args=[task.pk]),
        )
        assert stage(task) == reached


def test_one_step_is_next_and_told_by_word_and_icon() -> None:
    task = approved_task()
    shown = steps_of(task)
    assert states(shown) == ["now", "later", "later", "later"]
    assert shown.count("btn-primary") == 1 and "Flyt til testbølge" in shown
    assert shown.count(">Senere<") == 3 and shown.count(">Nu<") == 1
    assert 'aria-current="step"' in shown
    assert "som alene har tilknyttet Korsbæk Kommune" in shown
    assert "ingen testbølge" in shown


def test_the_test_wave_of_the_project_is_named() -> None:
    task = approved_task()
    assert task.project is not None
    make_wave(task.project, "Korsbæk-test", is_test=True)
    assert "Vælg bølgen ”Korsbæk-test”" in steps_of(task)


def test_what_is_missing_is_said_instead_of_a_button() -> None:
    task = approved_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    shown = steps_of(task)
    assert states(shown) == ["done", "done", "now", "later"]
    assert "Gem linket til masteropgaven." in shown and "Skriv #besked." in shown
    assert "btn-primary" not in shown


def test_a_message_that_says_what_is_another_now_is_told_of_before_it_is_sent() -> None:
    task = looked_at_task()
    publish(make_karl(), task.pk, task.revision)
    assert "Beskeden er forældet" not in steps_of(task)
    told = facts_of(KlikTask.objects.with_parts().get(pk=task.pk), timezone.localdate())
    Announcement.objects.filter(task=task).update(facts=to_snapshot(told))
    assert "Beskeden er forældet" not in steps_of(task)
    KlikTask.objects.filter(pk=task.pk).update(title="Giv samtykke til ruten")
    assert "Beskeden er forældet. <a" in steps_of(task)


def test_who_did_it_when_is_told_of_each_step_that_is_done() -> None:
    task = looked_at_task()
    publish(make_anne(), task.pk, task.revision)
    shown = steps_of(task)
    assert states(shown) == ["done", "done", "done", "now"]
    assert shown.count("Gjort ") == 3 and "af Karl" in shown and "af Anne" in shown
    assert "Flyt opgaven til Bølge 1" in shown and "Markér som sendt" in shown
    mark_announced(make_karl(), task.pk, 2)
    assert states(steps_of(task)) == ["done", "done", "done", "done"]


def test_a_skipped_test_shows_its_reason() -> None:
    task = linked_task()
    skip_test(make_karl(), task.pk, task.revision, f"Kopi {SCRIPT}")
    fresh = KlikTask.objects.with_parts().get(pk=task.pk)
    context = publishing_context(fresh, make_karl()) | {"task": fresh, "csrf_token": "x"}
    shown = render_to_string("tasks/_publishing_steps.html", context)
    assert states(shown) == ["done", "now", "later"]
    assert "Sprunget over" in shown and "Kopi &lt;script&gt;" in shown
    assert "<script>" not in shown


def test_a_text_approved_again_after_the_test_must_be_looked_at_again() -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    assert "godkendt igen" not in steps_of(task)
    task = review.reopen(make_anne(), task.pk, task.revision)
    assert states(steps_of(task)) == ["done", "later", "later", "later"]
    assert "Kun godkendte opgaver" in steps_of(task)
    task = save_task(make_anne(), task.pk, task.revision, {"title": "Giv jeres samtykke"}).task
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    shown = steps_of(task)
    assert states(shown) == ["done", "now", "later", "later"] and "godkendt igen" in shown


def test_without_the_right_there_is_a_reason_and_no_button() -> None:
    shown = steps_of(approved_task(), Person.objects.create(username="gæst"))
    assert "Du har ikke retten til at indtaste og publicere." in shown
    assert "<button" not in shown and "Spring test over" not in shown


PRESSES = ("task_test_wave", "task_look", "task_publish", "task_announced")


@pytest.mark.parametrize("name", PRESSES)
def test_a_refused_press_is_told_and_changes_nothing(client: Client, name: str) -> None:
    client.force_login(Person.objects.create(username="gæst"))
    task = linked_task()
    response = press(client, name, task)
    assert said(response) == ["Du har ikke retten til at indtaste og publicere."]
    assert stage(task) == Stage.NONE


@pytest.mark.parametrize("name", PRESSES)
@pytest.mark.parametrize("revision", ["", "x", "-1", "7", "²", "9" * 40])
def test_a_revision_that_was_not_shown_changes_nothing(
    karl: Client, name: str, revision: str
) -> None:
    task = linked_task()
    assert press(karl, name, task, revision).status_code == 302
    assert stage(task) == Stage.NONE


@pytest.mark.parametrize("name", [*PRESSES, "task_skip_test"])
def test_the_same_questions_to_every_address(client: Client, name: str) -> None:
    task = linked_task()
    address = reverse(name, args=[task.pk])
    anonymous = client.post(address)
    assert anonymous.status_code == 401
    assert 'name="password"' in anonymous.content.decode()
    client.force_login(make_karl())
    assert client.post(reverse(name, args=[999])).status_code == 404
    assert client.put(address).status_code == 405
    if name not in {"task_skip_test", "task_look"}:
        assert client.get(address).status_code == 405
    assert stage(task) == Stage.NONE


def test_the_look_is_a_checklist_that_begins_with_the_guides_question(karl: Client) -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    shown = karl.get(reverse("task_podio", args=[task.pk])).content.decode()
    points = [f"{point}" for point in TEST_STEP_CHECKLIST.values()]
    assert points[0] == "Opgaven er slået igennem hos Korsbæk, som den skal."
    assert [shown.index(point) for point in points] == sorted(map(shown.index, points))
    assert shown.count('type="checkbox"') == len(points)


def test_a_look_with_a_tick_missing_keeps_the_others(karl: Client) -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    address = reverse("task_look", args=[task.pk])
    assert karl.get(address).content.decode().count(" checked") == 0
    response = karl.post(address, {"revision": 1, "points": ["through", "links"]})
    shown = response.content.decode()
    assert response.status_code == 200 and "Sæt kryds ved alle fem" in shown
    assert shown.count(" checked") == 2
    assert states(steps_of(task)) == ["done", "now", "later", "later"]


def test_the_dates_korsbaek_should_see_are_said(karl: Client) -> None:
    task = linked_task()
    assert task.project is not None
    make_wave(task.project, "Testbølge", is_test=True)
    put_on_test_wave(make_karl(), task.pk, task.revision)
    assert "På ”Testbølge” skal den starte fre 02.10.2026 og slutte fre 16.10.2026." in steps_of(
        task
    )


def test_each_step_leads_to_the_master_task_or_to_where_its_link_is_kept() -> None:
    task = approved_task()
    assert 'href="#link-title">Gem linket til masteropgaven' in steps_of(task)
    linked = looked_at_task()
    master = 'href="https://podio.com/kombit/klik/1"'
    assert master in steps_of(linked)
    publish(make_karl(), linked.pk, linked.revision)
    assert master in steps_of(linked)


def test_where_to_keep_the_link_is_found_from_the_look_too(karl: Client) -> None:
    task = approved_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    keep = f'href="{reverse("task_podio", args=[task.pk])}#link-title">Gem linket'
    assert keep in steps_of(task)
    assert keep in karl.get(reverse("task_look", args=[task.pk])).content.decode()


def test_a_field_put_right_after_the_approval_is_to_be_mended_in_podio(karl: Client) -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    assert "rettet efter godkendelsen" not in look_and_sheet(karl, task)
    mended = task.description.replace("betale for den", "betale for ruten")
    task = correct(make_anne(), task.pk, task.revision, "description", mended)
    field = f'href="{reverse("task_podio", args=[task.pk])}#felt-description"'
    assert look_and_sheet(karl, task).count(f"Ret <a {field}>Beskrivelse</a> i Podio.") == 2
    look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    assert f"Ret <a {field}>" in karl.get(reverse("task_podio", args=[task.pk])).content.decode()
    (value,) = [f for f in podio_payload(task).fields if f.key == "description"]
    tick_field(make_karl(), task.pk, "description", value.value_hash)
    assert "rettet efter godkendelsen" not in look_and_sheet(karl, task)


def look_and_sheet(client: Client, task: KlikTask) -> str:
    pages = [reverse(name, args=[task.pk]) for name in ("task_look", "task_podio")]
    return "".join(client.get(page).content.decode() for page in pages)


def test_what_is_missing_is_said_before_what_to_do_in_podio() -> None:
    task = approved_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    shown = steps_of(task)
    said = ("Skriv #besked.", "Derefter i Podio:", "vælg Bølge 1 i stedet.")
    places = [shown.index(sentence) for sentence in said]
    assert places == sorted(places) and "Tryk her" not in shown
    assert "Derefter" not in steps_of(looked_at_task())


def test_who_may_not_is_told_who_may() -> None:
    task = approved_task()
    guest = Person.objects.create(username="gæst")
    assert "Du har ikke retten til at indtaste og publicere. Anne" in steps_of(task, guest)


def test_skipping_asks_for_a_reason_and_keeps_what_was_typed(karl: Client) -> None:
    task = linked_task()
    address = reverse("task_skip_test", args=[task.pk])
    assert "Hvorfor springer du testen over?" in karl.get(address).content.decode()
    response = karl.post(address, {"reason": " ", "revision": 1})
    assert response.status_code == 200
    assert "Skriv, hvorfor testen springes over." in response.content.decode()
    response = karl.post(address, {"reason": "Kopi", "revision": 9})
    assert response.status_code == 200
    assert ">\nKopi</textarea>" in response.content.decode()
    response = karl.post(address, {"reason": "æ" * 301, "revision": 1})
    assert "højst 300 tegn" in response.content.decode()
    assert karl.post(address, {"reason": "Kopi", "revision": 1}).status_code == 302
    assert Publication.objects.get(task=task).test_skipped_because == "Kopi"


def test_skipping_without_the_right_says_why(client: Client) -> None:
    client.force_login(Person.objects.create(username="gæst"))
    address = reverse("task_skip_test", args=[linked_task().pk])
    assert "Du har ikke retten" in client.get(address).content.decode()
    response = client.post(address, {"reason": "Kopi", "revision": 1})
    assert response.status_code == 200 and "Du har ikke retten" in response.content.decode()


def test_a_task_in_the_bin_goes_nowhere(karl: Client) -> None:
    task = make_ready_task()
    bin_task(make_anne(), task.pk)
    assert said(press(karl, "task_test_wave", task)) == ["Opgaven ligger i papirkurven."]
    assert states(steps_of(task)) == ["later", "later", "later", "later"]


def test_the_steps_cost_few_queries_however_many_events(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    task = looked_at_task()
    fresh, karl = KlikTask.objects.with_parts().get(pk=task.pk), make_karl()
    publishing_context(fresh, karl)
    for _ in range(5):
        karl_again = Person.objects.get(pk=karl.pk)
        karl_again.has_perm("tasks.publish_task")
        with django_assert_num_queries(10):
            publishing_context(fresh, karl_again)
