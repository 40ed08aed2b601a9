"""One message for several tasks: exactly the same municipalities, and told once for them all."""

from typing import Any

import pytest
from django.test import override_settings

from tasks.actions.announcements import leave_combined, save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.publishing import (
    mark_announced,
    missing_before_announcing,
    missing_before_publishing,
)
from tasks.actions.refusal import Refused, Stale
from tasks.announcement import to_snapshot
from tasks.announcing import facts_of, missing_in_announcement, told_before
from tasks.checking import check_task
from tasks.exports.podio import podio_payload
from tasks.history.sentences import sentence_of
from tasks.models import Announcement, EventKind, KlikTask, Publication, SentMessage
from tasks.workflow import Stage, Status
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_wave,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db

TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)


def save(task: KlikTask, text: str = TEXT, **values: Any) -> KlikTask:
    seen = Announcement.objects.get(task=task).revision
    return save_announcement(make_anne(), task.pk, seen, topic="", text=text, **values)


def out(*tasks: KlikTask, stage: Stage = Stage.PUBLISHED) -> None:
    for task in tasks:
        put_in_status(task, Status.APPROVED)
        put_at_stage(task, stage)


def send(task: KlikTask) -> KlikTask:
    return mark_announced(make_karl(), task.pk, fresh(task).announcement.revision)


def two_tasks() -> tuple[KlikTask, KlikTask]:
    return make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")


def test_a_covered_task_counts_as_written_and_names_its_master() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    other = fresh(other)
    assert other.announcement.covered_by == master.announcement
    assert other.progress.has_announcement
    assert other.progress.told_with == "(MI 01)"
    save(master, "")
    assert not fresh(other).progress.has_announcement
    save(master)
    assert missing_in_announcement(other) == []
    with pytest.raises(Refused, match=r"Opgaven står i beskeden på \(MI 01\)"):
        save(other, "Min egen")


def test_what_was_written_before_a_task_was_covered_is_shown_and_checked_nowhere() -> None:
    master, other = two_tasks()
    save(other, "Uden mærke først")
    save(master, covers=[other.pk])
    assert podio_payload(fresh(other)).announcement == ""
    assert check_task(fresh(other)).of_announcement().standing == ()
    leave_combined(make_anne(), other.pk)
    assert podio_payload(fresh(other)).announcement == "Uden mærke først"


def test_a_master_task_is_not_put_in_the_bin_while_its_message_tells_of_others() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    with pytest.raises(Refused, match=r"Beskeden her gælder også \(MI 02\)"):
        bin_task(make_anne(), master.pk)
    leave_combined(make_anne(), other.pk)
    assert bin_task(make_anne(), master.pk).binned_at is not None


def test_what_the_masters_message_lacks_is_missing_for_the_covered_one_too() -> None:
    master, other = two_tasks()
    save(master, f"{TEXT} [skriv hvorfor]", covers=[other.pk])
    assert missing_in_announcement(fresh(other)) == [
        "Udfyld ”[skriv hvorfor]” i #besked på (MI 01)."
    ]
    save(master, "")
    assert missing_in_announcement(fresh(other)) == ["Skriv #besked på (MI 01)."]


def test_both_tasks_tell_of_it_in_forloeb() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    save(master, covers=[])
    told = [event.details for event in other.events.filter(kind=EventKind.ANNOUNCEMENT)]
    assert [sentence_of(EventKind.ANNOUNCEMENT, [details]) for details in reversed(told)] == [
        "lod #besked på (MI 01) gælde opgaven",
        "tog opgaven ud af den fælles #besked",
    ]
    changes = [event.details["fields"] for event in master.events.filter(kind="announcement")]
    assert [change["covers"] for change in changes] == [[["(MI 02)"], []], [[], ["(MI 02)"]]]


def test_other_municipalities_are_refused_with_their_names_and_nothing_is_saved() -> None:
    project = make_project()
    first, second = make_wave(project), make_wave(project, "Bølge 2", GO_LIVE)
    second.municipalities.set(second.municipalities.filter(name="Odense Kommune"))
    master = make_ready_task("Udfyld filen", project=project, waves=[first])
    other = make_ready_task("Sæt årsagerne op", project=project, waves=[second])
    with pytest.raises(Refused, match=r"Aarhus Kommune får beskeden, men har ikke \(MI 02\)"):
        save(master, covers=[other.pk])
    row = Announcement.objects.get(task=master)
    assert (row.text, row.covers.count()) == ("", 0)


def test_a_task_that_is_gone_itself_or_covered_elsewhere_is_refused() -> None:
    master, other = two_tasks()
    third = make_ready_task("Ret")
    save(master, covers=[other.pk])
    for keys, why in (
        ([999], "findes ikke længere"),
        ([other.pk], "står allerede i beskeden på"),
        ([master.pk], "har selv en fælles besked med"),
    ):
        with pytest.raises(Refused, match=why):
            save(third, covers=keys)


def test_saving_the_same_tasks_again_writes_nothing() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    again = save(master, covers=[other.pk])
    assert again.announcement.revision == 2
    assert other.events.filter(kind=EventKind.ANNOUNCEMENT).count() == 1


def test_leaving_gives_the_task_its_own_message_again() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    assert leave_combined(make_rikke(), other.pk).announcement.covered_by is None
    assert leave_combined(make_rikke(), other.pk).announcement.covered_by is None
    assert save(other, "Min egen").announcement.text == "Min egen"


def test_one_press_marks_them_all_with_text_who_and_when() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk], facts=to_snapshot(facts_of(fresh(master), GO_LIVE)))
    out(master, other)
    send(master)
    for task in (master, other):
        row = Publication.objects.get(task=task)
        assert (row.stage, row.announced_text) == (Stage.ANNOUNCED, TEXT)
        sent = SentMessage.objects.get(task=task)
        assert (sent.text, sent.sent_by, sent.master) == (TEXT, make_karl(), master)
    details = other.events.get(kind=EventKind.ANNOUNCED).details
    assert sentence_of(EventKind.ANNOUNCED, [details]) == (
        "sendte #besked på (MI 01), som også gælder opgaven"
    )
    with pytest.raises(Refused, match="Den fælles besked er sendt"):
        leave_combined(make_anne(), other.pk)


def test_a_covered_task_that_is_only_on_the_test_wave_holds_the_message_back() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    out(master)
    out(other, stage=Stage.ON_TEST)
    with pytest.raises(Refused, match=r"Flyt \(MI 02\) til de rigtige bølger først"):
        send(master)
    assert not SentMessage.objects.exists()


def test_a_covered_task_that_got_other_municipalities_holds_the_message_back() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    out(master, other)
    assert master.project is not None
    other.waves.set([make_wave(master.project, "Bølge 2")])
    other.waves.get().municipalities.clear()
    with pytest.raises(Refused, match=r"\(MI 02\) har ingen kommuner endnu"):
        send(master)


def test_the_message_is_marked_where_it_stands() -> None:
    master, other = two_tasks()
    save(master, covers=[other.pk])
    out(master, other)
    sentences = [each.sentence for each in missing_before_announcing(fresh(other))]
    assert sentences == ["Send beskeden på (MI 01)."]


def test_a_covered_task_may_be_published_when_the_masters_message_is_ready() -> None:
    master, other = two_tasks()
    save(master, "", covers=[other.pk])
    assert "Skriv #besked på (MI 01)." in sentences_of(other)
    save(master)
    assert not any("#besked" in sentence for sentence in sentences_of(other))


def sentences_of(task: KlikTask) -> list[str]:
    return [each.sentence for each in missing_before_publishing(fresh(task))]


def test_a_later_message_is_noted_as_one_more_and_pressing_twice_as_one() -> None:
    task = make_ready_task()
    save(task)
    out(task)
    send(task)
    send(task)
    save(task, f"{TEXT}\n\nEn venlig påmindelse.", kind="reminder")
    send(task)
    send(task)
    assert [row.kind for row in task.sent_messages.all()] == ["reminder", "new"]
    told = [event.details for event in task.events.filter(kind=EventKind.ANNOUNCED)]
    assert [sentence_of(EventKind.ANNOUNCED, [details]) for details in told] == [
        "sendte #besked som påmindelse",
        "sendte #besked",
    ]


def test_a_message_that_was_changed_after_it_was_copied_is_not_marked() -> None:
    task = make_ready_task()
    save(task)
    out(task)
    with pytest.raises(Stale):
        mark_announced(make_karl(), task.pk, 1)


def test_what_the_municipalities_were_told_last_is_known_from_what_was_sent() -> None:
    task = make_ready_task()
    assert told_before([task]) == ()
    facts = facts_of(fresh(task), GO_LIVE)
    save(task, facts=to_snapshot(facts))
    assert told_before([task]) == ()
    out(task)
    send(task)
    KlikTask.objects.filter(pk=task.pk).update(title="Ny titel")
    assert told_before([task]) == facts.tasks


def test_facts_alone_are_kept_without_an_event_and_never_over_a_newer_text() -> None:
    task = save(make_ready_task())
    facts = to_snapshot(facts_of(fresh(task), GO_LIVE))
    save_announcement(make_anne(), task.pk, 1, topic="", text=TEXT, facts=facts)
    assert Announcement.objects.get(task=task).facts is None
    save(task, facts=facts)
    row = Announcement.objects.get(task=task)
    assert (row.facts, row.revision) == (facts, 2)
    assert task.events.filter(kind=EventKind.ANNOUNCEMENT).count() == 1


def test_an_unknown_kind_of_message_is_no_kind() -> None:
    with pytest.raises(ValueError, match="moved"):
        save(make_ready_task(), kind="moved")


def test_where_podio_tells_by_itself_a_combined_message_still_waits_for_its_tasks() -> None:
    master, other = two_tasks()
    save(master, "Hej", covers=[other.pk])
    out(master)
    with override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False):
        assert [each.sentence for each in missing_before_announcing(fresh(master))] == [
            "Flyt (MI 02) til de rigtige bølger først, eller tag den ud af beskeden."
        ]
