"""Saving the #besked: outside the approved text, never over somebody unseen, and only once."""

import threading

import pytest
from django.db import connections

from tasks.actions import review
from tasks.actions.announcements import fix_announcement, fix_whole_line, save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.findings import keep_finding, unkeep_finding
from tasks.actions.fixing import key_of, line_key_of
from tasks.actions.refusal import Refused, Stale
from tasks.announcing import TEXT_MAX, TOPIC_MAX
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Announcement, EventKind, KlikTask, Person
from tasks.permissions import editors_since_approval
from tasks.workflow import Status
from tests.make import make_anne, make_ready_task, make_rikke

TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."


def save(person: Person, task: KlikTask, text: str, seen: int = 1, topic: str = "") -> KlikTask:
    return save_announcement(person, task.pk, seen, topic=topic, text=text)


@pytest.mark.django_db
def test_it_is_kept_as_it_was_typed_with_who_and_when() -> None:
    task = save(make_anne(), make_ready_task(), f"  {TEXT}\n", topic="SFTP")
    row = Announcement.objects.get(task=task)
    assert (row.topic, row.text, row.revision) == ("SFTP", f"  {TEXT}\n", 2)
    assert row.updated_by == make_anne()
    assert row.updated_at is not None


@pytest.mark.django_db
def test_the_event_holds_old_and_new_of_what_changed() -> None:
    task = save(make_anne(), make_ready_task(), TEXT)
    save(make_rikke(), task, "#besked\n\nVent.", seen=2)
    event = task.events.filter(kind=EventKind.ANNOUNCEMENT).first()
    assert event is not None
    assert event.actor == make_rikke()
    assert event.details == {"fields": {"text": [TEXT, "#besked\n\nVent."]}}


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(Status))
def test_it_is_saved_in_every_status_and_the_text_stays_untouched(status: Status) -> None:
    task = make_ready_task()
    KlikTask.objects.filter(pk=task.pk).update(status=status, approved_revision=1)
    before = KlikTask.objects.get(pk=task.pk)
    save(make_anne(), task, TEXT)
    after = KlikTask.objects.get(pk=task.pk)
    assert (after.status, after.revision, after.approved_revision) == (status, 1, 1)
    assert (after.content_hash, after.updated_at) == (before.content_hash, before.updated_at)
    assert after.versions.count() == 1


@pytest.mark.django_db
def test_whoever_writes_the_announcement_can_still_approve() -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    save(make_rikke(), task, TEXT)
    assert make_rikke().pk not in editors_since_approval(task)
    approved = review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    assert approved.status == Status.APPROVED


@pytest.mark.django_db
def test_lists_find_its_words_and_count_nothing_of_it() -> None:
    task = save(make_anne(), make_ready_task(), "Kære systemansvarlige, der kommer sne.")
    stored = KlikTask.objects.get(pk=task.pk)
    assert (stored.errors, stored.warnings) == (0, 0)
    assert "sne" in stored.search_text


@pytest.mark.django_db
def test_somebody_elses_text_is_never_overwritten_unseen() -> None:
    task = save(make_anne(), make_ready_task(), TEXT)
    with pytest.raises(Stale, match="Nogen har rettet beskeden"):
        save(make_rikke(), task, "Rikkes egen", seen=1)
    assert Announcement.objects.get(task=task).text == TEXT


@pytest.mark.django_db
@pytest.mark.parametrize("seen", [-1, 0, 3, 2**31, 10**30])
def test_a_revision_that_never_was_overwrites_nothing(seen: int) -> None:
    task = save(make_anne(), make_ready_task(), TEXT)
    with pytest.raises(Stale):
        save(make_anne(), task, "Andet", seen=seen)
    assert Announcement.objects.get(task=task).text == TEXT


@pytest.mark.django_db
def test_pressing_twice_saves_once() -> None:
    task = make_ready_task()
    save(make_anne(), task, TEXT, seen=1)
    save(make_anne(), task, TEXT, seen=1)
    assert task.events.filter(kind=EventKind.ANNOUNCEMENT).count() == 1
    assert Announcement.objects.get(task=task).revision == 2


@pytest.mark.django_db
def test_in_the_bin_and_without_the_right_it_is_refused() -> None:
    task = make_ready_task()
    guest = Person.objects.create(username="gæst")
    with pytest.raises(Refused, match="Kun forfattere"):
        save(guest, task, TEXT)
    bin_task(make_anne(), task.pk)
    with pytest.raises(Refused, match="papirkurven"):
        save(make_anne(), task, TEXT)
    assert Announcement.objects.get(task=task).text == ""


@pytest.mark.django_db
def test_there_is_room_for_so_much_and_no_more() -> None:
    task = make_ready_task()
    save(make_anne(), task, "æ" * TEXT_MAX, topic="ø" * TOPIC_MAX)
    with pytest.raises(Refused, match="10000") as refused:
        save(make_anne(), task, "æ" * (TEXT_MAX + 1), seen=2)
    assert refused.value.field == "announcement"
    with pytest.raises(Refused, match="200") as refused:
        save(make_anne(), task, TEXT, seen=2, topic="ø" * (TOPIC_MAX + 1))
    assert refused.value.field == "topic"


@pytest.mark.django_db
def test_a_task_that_is_gone_is_told() -> None:
    with pytest.raises(Refused, match="findes ikke længere"):
        save_announcement(make_anne(), 999, 1, topic="", text=TEXT)


def prefix_key(task: KlikTask) -> str:
    (finding,) = check_task(task).of_announcement().errors
    return key_of(finding)


@pytest.mark.django_db
def test_one_press_puts_besked_in_front() -> None:
    task = save(
        make_anne(),
        make_ready_task(),
        "I kan gå i gang med det samme og skal være færdige senest den 16. oktober.",
    )
    fixed = fix_announcement(make_anne(), task.pk, prefix_key(task), 0)
    assert fixed.announcement.text == TEXT
    assert fixed.announcement.revision == 3
    assert fixed.errors == 0


@pytest.mark.django_db
def test_a_fix_of_a_text_that_has_changed_is_refused() -> None:
    task = save(
        make_anne(),
        make_ready_task(),
        "I kan gå i gang med det samme og skal være færdige senest den 16. oktober.",
    )
    key = prefix_key(task)
    with pytest.raises(Refused, match="ændret siden"):
        fix_announcement(make_anne(), task.pk, key, 7)
    save(make_anne(), task, TEXT, seen=2)
    with pytest.raises(Refused, match="ændret siden"):
        fix_announcement(make_anne(), task.pk, key, 0)
    assert Announcement.objects.get(task=task).text == TEXT


@pytest.mark.django_db
def test_a_whole_line_of_the_message_is_mended_with_one_press() -> None:
    told = "kommunen skal svare senest den 16. oktober, og kommunen skal vente."
    task = save(make_anne(), make_ready_task(), f"#besked\n\nKære alle.\n\nNu: {told}")
    fixed = fix_whole_line(make_anne(), task.pk, "tone-municipality--announcement")
    assert (fixed.count, fixed.skipped) == (2, 0)
    row = Announcement.objects.get(task=task)
    assert row.text.endswith("Nu: I skal svare senest den 16. oktober, og I skal vente.")
    assert row.revision == 3
    with pytest.raises(Refused, match="ændret siden"):
        fix_whole_line(make_anne(), task.pk, "tone-municipality--announcement")


@pytest.mark.django_db
def test_a_line_without_a_fix_is_not_mended() -> None:
    task = save(make_anne(), make_ready_task(), "#besked\n\nKære alle.\n\nI kan svare.")
    keys = {line_key_of(f) for f in check_task(task).of_announcement().standing if not f.fixes}
    assert keys
    for key in keys:
        with pytest.raises(Refused, match="ændret siden"):
            fix_whole_line(make_anne(), task.pk, key)
    assert Announcement.objects.get(task=task).revision == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_at_once_leave_one_text_and_tell_seven() -> None:
    task, anne = make_ready_task(), make_anne()
    barrier, stale = threading.Barrier(8), []

    def press(number: int) -> None:
        try:
            barrier.wait()
            save(anne, task, f"#besked nummer {number}")
        except Stale as refusal:
            stale.append(refusal.message)
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press, args=(number,)) for number in range(8)]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    assert len(stale) == 7
    assert Announcement.objects.get(task=task).revision == 2
    assert task.events.filter(kind=EventKind.ANNOUNCEMENT).count() == 1


@pytest.mark.django_db
def test_a_finding_of_the_message_is_kept_on_an_approved_task_and_taken_back() -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    task = save(make_anne(), task, "#besked\n\nKære alle. Kommunen kan læse mere i vejledningen.")
    finding = next(f for f in check_task(task).of_announcement().standing if f.can_be_kept)
    kept = keep_finding(make_anne(), task.pk, finding, "Citat")
    assert kept.dismissals.get().field == "announcement"
    unkeep_finding(make_anne(), task.pk, kept.dismissals.get().pk)
    assert not kept.dismissals.exists()


@pytest.mark.django_db
def test_a_finding_of_an_approved_text_can_no_longer_be_kept() -> None:
    task = make_ready_task("Opret ruten til jeres bilag.")
    (finding,) = [f for f in check_task(task).standing if f.rule == "title-period"]
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    with pytest.raises(Refused, match="låst"):
        keep_finding(make_anne(), task.pk, finding, "Navn")
