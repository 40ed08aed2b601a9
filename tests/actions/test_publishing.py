"""From approved to announced: the door to the municipalities, each step once, nothing forgotten."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections
from django.test import override_settings

from tasks.actions import review
from tasks.actions.announcements import save_announcement
from tasks.actions.corrections import correct
from tasks.actions.drafts import save_task
from tasks.actions.entering import save_podio_link
from tasks.actions.publishing import (
    REASON_MAX,
    look_on_test_wave,
    mark_announced,
    missing_before_publishing,
    publish,
    put_on_test_wave,
    skip_test,
)
from tasks.actions.refusal import Refused, Stale
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import EventKind, KlikTask, Person, Publication
from tasks.workflow import Stage, Status
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, put_in_status

TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."
REASON = "Opgaven er en kopi af (MI 04), som er testet"


def approved_task() -> KlikTask:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    return review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))


def linked_task() -> KlikTask:
    task = approved_task()
    save_podio_link(make_karl(), task.pk, "https://podio.com/kombit/klik/1")
    return save_announcement(make_anne(), task.pk, 1, topic="", text=TEXT)


def looked_at_task() -> KlikTask:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    return look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)


def approved_again(task: KlikTask, title: str = "Giv jeres samtykke") -> KlikTask:
    task = review.reopen(make_anne(), task.pk, task.revision)
    task = save_task(make_anne(), task.pk, task.revision, {"title": title}).task
    review.submit(make_anne(), task.pk, task.revision)
    return review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))


def published_task() -> KlikTask:
    task = looked_at_task()
    return publish(make_karl(), task.pk, task.revision)


def kinds(task: KlikTask) -> list[str]:
    published = {"on_test", "looked", "test_skipped", "published", "announced"}
    return [event.kind for event in reversed(task.events.all()) if event.kind in published]


@pytest.mark.django_db
def test_the_whole_way_leaves_a_record_of_each_step() -> None:
    task = published_task()
    before = KlikTask.objects.get(pk=task.pk)
    task = mark_announced(make_karl(), task.pk, task.announcement.revision)
    row = Publication.objects.get(task=task)
    assert row.stage == Stage.ANNOUNCED
    assert row.tested_at is not None and row.published_at is not None
    assert row.tested_at <= row.published_at and row.announced_at is not None
    assert row.announced_text == TEXT
    assert kinds(task) == ["on_test", "looked", "published", "announced"]
    after = KlikTask.objects.get(pk=task.pk)
    assert (after.status, after.revision) == (Status.APPROVED, before.revision)
    assert after.approved_revision == before.approved_revision


@pytest.mark.django_db
def test_publishing_tells_which_waves() -> None:
    event = published_task().events.get(kind=EventKind.PUBLISHED)
    assert event.details == {"waves": ["Bølge 1"]}
    assert event.actor == make_karl()


@pytest.mark.django_db
def test_the_door_names_all_that_is_missing() -> None:
    task = approved_task()
    with pytest.raises(Refused) as refused:
        publish(make_karl(), task.pk, task.revision)
    assert refused.value.message == (
        "Læg opgaven på testbølgen først, eller spring testen over med en grund. "
        "Gem linket til masteropgaven. Skriv #besked."
    )
    assert Publication.objects.get(task=task).stage == Stage.NONE


@pytest.mark.django_db
def test_the_test_wave_cannot_be_forgotten() -> None:
    task = linked_task()
    with pytest.raises(Refused, match="testbølgen først"):
        publish(make_karl(), task.pk, task.revision)


@pytest.mark.django_db
def test_the_look_on_the_test_wave_cannot_be_forgotten() -> None:
    task = linked_task()
    with pytest.raises(Refused, match="Læg opgaven på testbølgen først"):
        look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    put_on_test_wave(make_karl(), task.pk, task.revision)
    with pytest.raises(Refused, match="Se opgaven efter på testbølgen først"):
        publish(make_karl(), task.pk, task.revision)
    assert kinds(task) == ["on_test"]


@pytest.mark.django_db
def test_a_look_says_who_when_and_at_what() -> None:
    task = looked_at_task()
    row, event = Publication.objects.get(task=task), task.events.get(kind=EventKind.LOOKED)
    assert (row.looked_at, row.looked_revision) == (event.at, task.revision)
    assert event.actor == make_karl()
    assert event.details == {"points": list(TEST_STEP_CHECKLIST)}
    assert next(iter(TEST_STEP_CHECKLIST)) == "through"


@pytest.mark.django_db
@pytest.mark.parametrize("left_out", TEST_STEP_CHECKLIST)
def test_a_look_without_one_of_its_points_is_none(left_out: str) -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    points = set(TEST_STEP_CHECKLIST) - {left_out}
    with pytest.raises(Refused, match="alle fem") as refused:
        look_on_test_wave(make_karl(), task.pk, task.revision, points)
    assert refused.value.field == "points"
    assert Publication.objects.get(task=task).looked_at is None


@pytest.mark.django_db
def test_another_text_must_be_looked_at_again() -> None:
    task = approved_again(looked_at_task())
    assert task.next_step == "Se opgaven efter på testbølgen"
    with pytest.raises(Refused, match="godkendt igen, siden du så efter"):
        publish(make_karl(), task.pk, task.revision)
    task = look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    assert task.next_step == "Flyt til rigtige bølger"
    assert publish(make_karl(), task.pk, task.revision).publication.stage == Stage.PUBLISHED
    assert kinds(task) == ["on_test", "looked", "looked", "published"]


@pytest.mark.django_db
def test_the_same_text_approved_again_is_looked_at_already() -> None:
    task = looked_at_task()
    review.reopen(make_anne(), task.pk, task.revision)
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    assert publish(make_karl(), task.pk, task.revision).publication.stage == Stage.PUBLISHED


@pytest.mark.django_db
def test_a_correction_under_the_same_approval_asks_for_no_new_look() -> None:
    task = looked_at_task()
    mended = task.description.replace("betale for den", "betale for ruten")
    task = correct(make_anne(), task.pk, task.revision, "description", mended)
    assert task.revision == 2
    assert publish(make_karl(), task.pk, 2).publication.stage == Stage.PUBLISHED


@pytest.mark.django_db
def test_a_change_of_what_is_out_asks_for_no_test_wave() -> None:
    task = approved_again(published_task())
    assert task.next_step == "Send #besked på masteropgaven"
    look_on_test_wave(make_karl(), task.pk, task.revision, TEST_STEP_CHECKLIST)
    assert kinds(task) == ["on_test", "looked", "published"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "I kan gå i gang med det samme og skal være færdige senest den 16. oktober.",
            "Ret eller behold én ting i #besked.",
        ),
        (
            "#besked\n\nDer kommer sne. Fristen er den 16. oktober.",
            "Ret eller behold én ting i #besked.",
        ),
        (
            "#besked\n\nI kan gå i gang nu og til den 16. oktober, senest fordi [skriv hvorfor].",
            "Udfyld ”[skriv hvorfor]”",
        ),
        ("  ", "Skriv #besked."),
    ],
)
def test_an_announcement_that_is_not_ready_keeps_the_door_shut(text: str, reason: str) -> None:
    task = looked_at_task()
    save_announcement(make_anne(), task.pk, 2, topic="", text=text)
    with pytest.raises(Refused) as refused:
        publish(make_karl(), task.pk, task.revision)
    assert refused.value.message.startswith(reason)


@pytest.mark.django_db
def test_the_house_can_do_without_announcements() -> None:
    task = approved_task()
    save_podio_link(make_karl(), task.pk, "https://podio.com/kombit/klik/1")
    skip_test(make_karl(), task.pk, task.revision, REASON)
    with override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False):
        assert publish(make_karl(), task.pk, 1).publication.stage == Stage.PUBLISHED
        with pytest.raises(Refused, match="Skriv #besked"):
            mark_announced(make_karl(), task.pk, 1)


@pytest.mark.django_db
def test_the_test_is_skipped_with_a_reason_only() -> None:
    task = linked_task()
    for reason in ("", "  \n"):
        with pytest.raises(Refused, match="hvorfor testen") as refused:
            skip_test(make_karl(), task.pk, task.revision, reason)
        assert refused.value.field == "reason"
    with pytest.raises(Refused, match="300"):
        skip_test(make_karl(), task.pk, task.revision, "æ" * (REASON_MAX + 1))
    task = skip_test(make_karl(), task.pk, task.revision, f" {REASON} ")
    assert task.publication.test_skipped_because == REASON
    assert task.events.get(kind=EventKind.TEST_SKIPPED).details == {"reason": REASON}
    assert publish(make_karl(), task.pk, task.revision).publication.stage == Stage.PUBLISHED


@pytest.mark.django_db
def test_a_test_that_is_under_way_is_not_skipped() -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    with pytest.raises(Refused, match="ingen test at springe over"):
        skip_test(make_karl(), task.pk, task.revision, REASON)


@pytest.mark.django_db
def test_a_skipped_test_can_be_made_after_all() -> None:
    task = linked_task()
    skip_test(make_karl(), task.pk, task.revision, REASON)
    row = put_on_test_wave(make_karl(), task.pk, task.revision).publication
    assert (row.stage, row.test_skipped_because) == (Stage.ON_TEST, "")


@pytest.mark.django_db
def test_a_second_click_does_nothing_twice() -> None:
    task, karl = linked_task(), make_karl()
    for _ in range(2):
        skip_test(karl, task.pk, task.revision, REASON)
    for _ in range(2):
        put_on_test_wave(karl, task.pk, task.revision)
    for _ in range(2):
        look_on_test_wave(karl, task.pk, task.revision, TEST_STEP_CHECKLIST)
    for _ in range(2):
        publish(karl, task.pk, task.revision)
    first = Publication.objects.get(task=task).published_at
    for _ in range(2):
        mark_announced(karl, task.pk, task.announcement.revision)
    publish(karl, task.pk, task.revision)
    put_on_test_wave(karl, task.pk, task.revision)
    look_on_test_wave(karl, task.pk, task.revision, TEST_STEP_CHECKLIST)
    row = Publication.objects.get(task=task)
    assert (row.stage, row.published_at) == (Stage.ANNOUNCED, first)
    assert kinds(task) == ["test_skipped", "on_test", "looked", "published", "announced"]


Press = Callable[[Person, KlikTask], object]
PRESSES: dict[str, Press] = {
    "test wave": lambda person, task: put_on_test_wave(person, task.pk, task.revision),
    "look": lambda person, task: look_on_test_wave(
        person, task.pk, task.revision, TEST_STEP_CHECKLIST
    ),
    "skip": lambda person, task: skip_test(person, task.pk, task.revision, REASON),
    "publish": lambda person, task: publish(person, task.pk, task.revision),
    "announced": lambda person, task: mark_announced(person, task.pk, 2),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", PRESSES)
@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.SENT_BACK])
def test_only_an_approved_task_goes_on(name: str, status: Status) -> None:
    task = linked_task()
    put_in_status(task, status)
    with pytest.raises(Refused, match="Kun godkendte opgaver"):
        PRESSES[name](make_karl(), task)
    assert kinds(task) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", PRESSES)
def test_it_takes_the_right_to_publish(name: str) -> None:
    task, guest = linked_task(), Person.objects.create(username="gæst")
    with pytest.raises(Refused, match="ikke retten"):
        PRESSES[name](guest, task)
    assert kinds(task) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["test wave", "look", "skip", "publish"])
def test_it_is_said_of_exactly_the_text_that_was_shown(name: str) -> None:
    task = linked_task()
    KlikTask.objects.filter(pk=task.pk).update(revision=9, approved_revision=9)
    with pytest.raises(Stale):
        PRESSES[name](make_karl(), task)
    assert kinds(task) == []


@pytest.mark.django_db
def test_the_announcement_that_was_sent_is_the_one_that_was_copied() -> None:
    task = published_task()
    save_announcement(make_anne(), task.pk, 2, topic="", text=f"{TEXT}\n\nGod dag!")
    with pytest.raises(Stale, match="Beskeden er rettet"):
        mark_announced(make_karl(), task.pk, 2)
    told = mark_announced(make_karl(), task.pk, 3)
    save_announcement(make_anne(), task.pk, 3, topic="", text="#besked\n\nI kan starte nu.")
    row = Publication.objects.get(task=told)
    assert row.announced_text == f"{TEXT}\n\nGod dag!"


@pytest.mark.django_db
def test_nothing_is_announced_before_it_is_published() -> None:
    task = linked_task()
    put_on_test_wave(make_karl(), task.pk, task.revision)
    with pytest.raises(Refused, match="rigtige bølger først"):
        mark_announced(make_karl(), task.pk, 2)


@pytest.mark.django_db
def test_a_reopened_task_keeps_its_record_and_goes_on_when_it_is_approved_again() -> None:
    task = published_task()
    task = review.reopen(make_anne(), task.pk, task.revision)
    task = save_task(make_anne(), task.pk, task.revision, {"title": "Giv jeres samtykke"}).task
    assert task.publication.stage == Stage.PUBLISHED
    with pytest.raises(Refused, match="Kun godkendte"):
        mark_announced(make_karl(), task.pk, 2)
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    assert mark_announced(make_karl(), task.pk, 2).publication.stage == Stage.ANNOUNCED


@pytest.mark.django_db
def test_an_open_door_misses_nothing() -> None:
    task = looked_at_task()
    assert missing_before_publishing(task) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_at_once_publish_once() -> None:
    task, karl = looked_at_task(), make_karl()
    barrier = threading.Barrier(8)

    def press() -> None:
        try:
            barrier.wait()
            publish(karl, task.pk, task.revision)
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(8)]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    assert kinds(task) == ["on_test", "looked", "published"]
