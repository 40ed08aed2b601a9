"""Ticks and the link to the master task: kept with who, when and which value."""

from typing import Any

import pytest
from django.contrib.auth.models import Group

from tasks.actions.entering import save_podio_link, tick_field, untick_field
from tasks.actions.podio_link import PODIO_URL_MAX
from tasks.actions.refusal import Refused, Stale
from tasks.exports.podio import podio_payload
from tasks.models import Event, EventKind, KlikTask, Person, PodioEntry
from tests.exports.full_task import approved, fresh, make_full_task
from tests.make import make_anne, make_karl, make_rikke, make_task

pytestmark = pytest.mark.django_db

LINK = "https://podio.com/kombit/klik/apps/opgaver/items/42"


def hash_of(task: KlikTask, key: str) -> str:
    return podio_payload(fresh(task)).field(key).value_hash


def tick(person: Person, task: KlikTask, key: str) -> PodioEntry:
    return tick_field(person, task.pk, key, hash_of(task, key))


def events(task: KlikTask, kind: EventKind) -> list[Event]:
    return list(task.events.filter(kind=kind))


def reader() -> Person:
    """Somebody who can log in and has no rights at all."""
    Group.objects.get_or_create(name="Læser")
    return Person.objects.create(username="lone", first_name="Lone")


def test_a_tick_remembers_who_when_and_the_value() -> None:
    task = approved(make_full_task())
    entry = tick(make_karl(), task, "goal")
    assert (entry.field, entry.value_hash) == ("goal", hash_of(task, "goal"))
    assert entry.entered_by == make_karl()
    (event,) = events(task, EventKind.ENTERED)
    assert event.details == {"field": "goal", "label": "Mål"}
    assert (event.actor, event.at) == (make_karl(), entry.entered_at)


@pytest.mark.parametrize("person", [make_anne, make_rikke, make_karl])
def test_all_three_groups_may_enter_by_default(person: Any) -> None:
    assert tick(person(), approved(make_full_task()), "goal").pk


def test_ticking_twice_leaves_one_tick_and_one_event() -> None:
    task = approved(make_full_task())
    first = tick(make_karl(), task, "goal")
    second = tick(make_anne(), task, "goal")
    assert (first.pk, second.entered_by) == (second.pk, make_karl())
    assert len(events(task, EventKind.ENTERED)) == 1


def test_ticking_a_changed_field_again_takes_the_new_value() -> None:
    task = approved(make_full_task())
    old = tick(make_karl(), task, "goal")
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Nyt mål</p>")
    new = tick(make_anne(), task, "goal")
    assert new.pk == old.pk
    assert (new.value_hash, new.entered_by) == (hash_of(task, "goal"), make_anne())
    assert len(events(task, EventKind.ENTERED)) == 2


def test_a_tick_for_a_value_that_is_no_longer_shown_is_refused() -> None:
    task = approved(make_full_task())
    shown = hash_of(task, "goal")
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Nyt mål</p>")
    with pytest.raises(Stale, match="Mål er ændret"):
        tick_field(make_karl(), task.pk, "goal", shown)
    assert not task.podio_entries.exists()


@pytest.mark.parametrize("key", ["", "titel", "announcement", "reference", "goal\x00", "pk"])
def test_a_field_the_template_does_not_have_is_refused(key: str) -> None:
    task = approved(make_full_task())
    with pytest.raises(Refused, match="findes ikke"):
        tick_field(make_karl(), task.pk, key, "")
    with pytest.raises(Refused, match="findes ikke"):
        untick_field(make_karl(), task.pk, key)


def test_a_tick_taken_back_is_gone_and_told() -> None:
    task = approved(make_full_task())
    tick(make_karl(), task, "goal")
    untick_field(make_anne(), task.pk, "goal")
    assert not task.podio_entries.exists()
    newest = events(task, EventKind.ENTERED)[0]
    assert newest.details == {"field": "goal", "label": "Mål", "taken_back": True}
    assert newest.actor == make_anne()


def test_taking_back_what_was_not_ticked_does_nothing() -> None:
    task = approved(make_full_task())
    untick_field(make_karl(), task.pk, "goal")
    assert events(task, EventKind.ENTERED) == []


def test_only_approved_tasks_are_entered() -> None:
    task = make_full_task()
    for verb in (
        lambda: tick(make_karl(), task, "goal"),
        lambda: untick_field(make_karl(), task.pk, "goal"),
        lambda: save_podio_link(make_karl(), task.pk, LINK),
    ):
        with pytest.raises(Refused, match="Kun godkendte"):
            verb()
    assert not task.podio_entries.exists()
    assert fresh(task).podio_url == ""


def test_without_the_right_nothing_is_written() -> None:
    task = approved(make_full_task())
    lone = reader()
    for verb in (
        lambda: tick(lone, task, "goal"),
        lambda: untick_field(lone, task.pk, "goal"),
        lambda: save_podio_link(lone, task.pk, LINK),
    ):
        with pytest.raises(Refused, match="ikke retten"):
            verb()
    assert events(task, EventKind.ENTERED) == []
    assert events(task, EventKind.LINKED) == []


def test_a_task_that_is_gone_is_refused() -> None:
    with pytest.raises(Refused, match="findes ikke længere"):
        tick_field(make_karl(), 999_999, "goal", "")


def test_the_link_is_kept_and_told() -> None:
    task = approved(make_full_task())
    save_podio_link(make_karl(), task.pk, f"  {LINK}\n")
    assert fresh(task).podio_url == LINK
    (event,) = events(task, EventKind.LINKED)
    assert event.details == {"old": "", "new": LINK}


def test_the_same_link_again_is_no_event() -> None:
    task = approved(make_full_task())
    for _ in range(2):
        save_podio_link(make_karl(), task.pk, LINK)
    assert len(events(task, EventKind.LINKED)) == 1


def test_a_link_on_the_wrong_task_can_be_taken_away() -> None:
    task = approved(make_full_task())
    save_podio_link(make_karl(), task.pk, LINK)
    save_podio_link(make_karl(), task.pk, "")
    assert fresh(task).podio_url == ""
    assert events(task, EventKind.LINKED)[0].details == {"old": LINK, "new": ""}


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "Skriv linket"),
        ("podio.com/42", "https://"),
        ("http://podio.com/42", "https://"),
        ("//evil.dk", "https://"),
        ("javascript:alert(1)", "https://"),
        ("https://", "https://"),
        ("https:///items/42", "https://"),
        ("https://podio", "domæne"),
        ("https://podio.com/a b", "https://"),
        ("https://podio.com/\x00", "https://"),
        ("https://podio.com/\u202egpj", "https://"),
        ("https://[::1", "https://"),
        ("https://podio.com@evil.dk/42", "uden brugernavn"),
        (f"https://podio.com/{'4' * 490}", "500 tegn"),
    ],
)
def test_a_link_that_is_none_is_refused_at_its_field(url: str, said: str) -> None:
    task = approved(make_full_task())
    with pytest.raises(Refused, match=said) as refused:
        save_podio_link(make_karl(), task.pk, url)
    assert refused.value.field == "podio_url"
    assert fresh(task).podio_url == ""


def test_a_link_of_the_greatest_length_fits_the_column() -> None:
    url = f"https://podio.com/{'4' * (PODIO_URL_MAX - 18)}"
    assert len(url) == PODIO_URL_MAX == KlikTask._meta.get_field("podio_url").max_length
    task = approved(make_full_task())
    save_podio_link(make_karl(), task.pk, url)
    assert fresh(task).podio_url == url


def test_ticks_and_link_lie_outside_the_approved_text() -> None:
    task = approved(make_full_task())
    tick(make_karl(), task, "goal")
    save_podio_link(make_karl(), task.pk, LINK)
    untick_field(make_karl(), task.pk, "goal")
    now = fresh(task)
    for name in ("revision", "status", "approved_revision", "content_hash", "updated_at"):
        assert getattr(now, name) == getattr(task, name), name
    assert task.versions.count() == 1


def test_the_ticks_of_one_task_are_not_anothers() -> None:
    first = approved(make_full_task())
    second = approved(make_task("Udfyld filen"))
    tick(make_karl(), first, "goal")
    assert not second.podio_entries.exists()
