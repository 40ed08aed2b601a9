"""Following a task up: who, by when, and that it is done – beside the approved text."""

from typing import Any

import pytest

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.follow_ups import (
    follow_up_key,
    mark_followed_up,
    mark_not_followed_up,
    set_follow_up,
)
from tasks.actions.refusal import Refused, Stale
from tasks.actions.review import approve, submit
from tasks.checking import check_task, check_values
from tasks.forms.review import CHECKLIST
from tasks.history.sentences import sentence_of
from tasks.models import Event, EventKind, FollowedUp, FollowUp, KlikTask, Person
from tasks.workflow import Stage, Status
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, make_wave, put_at_stage

pytestmark = pytest.mark.django_db


def told(task: KlikTask) -> list[str]:
    """What *Forløb* says of the follow-up, the oldest first."""
    events = Event.objects.filter(task=task, kind=EventKind.FOLLOW_UP).order_by("pk")
    return [sentence_of(event.kind, [event.details]) for event in events]


def choose(task: KlikTask, by: str, days: int | None = None, person: Person | None = None) -> bool:
    shown = follow_up_key(FollowUp.objects.filter(task=task).first())
    return set_follow_up(person or make_anne(), task.pk, shown, by, days)


def test_who_follows_up_is_chosen_changed_and_taken_away_and_told() -> None:
    task = make_ready_task()
    assert choose(task, "kombit", 10)
    assert choose(task, "both", person=make_karl())
    row = FollowUp.objects.get(task=task)
    assert (row.by, row.days_before) == ("both", None)
    assert choose(task, "")
    assert not FollowUp.objects.exists()
    assert told(task) == [
        "valgte, at KOMBIT følger op med intern deadline 10 dage før slutdatoen",
        "valgte, at KOMBIT og leverandøren følger op",
        "fjernede, hvem der følger op",
    ]


def test_the_approved_text_stays_approved() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    approved = approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    choose(task, "supplier")
    now = KlikTask.objects.with_parts().get(pk=task.pk)
    assert (now.status, now.revision) == (Status.APPROVED, approved.revision)
    assert (now.content_hash, now.values()) == (approved.content_hash, approved.values())


def test_choosing_what_is_chosen_already_leaves_nothing_behind() -> None:
    task = make_ready_task()
    assert set_follow_up(make_anne(), task.pk, "", "kombit", 7)
    assert not set_follow_up(make_karl(), task.pk, "", "kombit", 7)
    assert len(told(task)) == 1


def test_what_another_has_chosen_meanwhile_is_not_overwritten_unseen() -> None:
    task = make_ready_task()
    set_follow_up(make_karl(), task.pk, "", "kombit", 7)
    with pytest.raises(Stale):
        set_follow_up(make_anne(), task.pk, "", "supplier", 7)
    assert FollowUp.objects.get(task=task).by == "kombit"


def test_a_recommended_task_is_never_followed_up() -> None:
    task = make_ready_task(priority="recommended")
    with pytest.raises(Refused, match="kun op på obligatoriske"):
        choose(task, "kombit")


@pytest.mark.parametrize("priority", ["critical", "mandatory"])
def test_both_obligatory_priorities_are_followed_up(priority: str) -> None:
    assert choose(make_ready_task(priority=priority), "both")


def test_nothing_is_followed_up_in_the_bin() -> None:
    task = bin_task(make_anne(), make_ready_task().pk)
    with pytest.raises(Refused, match="papirkurven"):
        choose(task, "kombit")


def test_somebody_without_the_right_is_refused() -> None:
    task = make_ready_task()
    guest = Person.objects.create(username="gert")
    with pytest.raises(Refused, match="Kun forfattere"):
        choose(task, "kombit", person=guest)


@pytest.mark.parametrize("stage", [Stage.NONE, Stage.ON_TEST])
def test_what_no_municipality_sees_is_not_followed_up(stage: Stage) -> None:
    task = make_ready_task()
    put_at_stage(task, stage)
    with pytest.raises(Refused, match="ikke publiceret endnu"):
        mark_followed_up(make_anne(), task.pk, task.waves.get().pk)


def test_a_wave_is_followed_up_once_and_the_note_can_be_taken_back() -> None:
    task = make_ready_task()
    put_at_stage(task, Stage.PUBLISHED)
    wave = task.waves.get()
    assert mark_followed_up(make_anne(), task.pk, wave.pk)
    assert not mark_followed_up(make_karl(), task.pk, wave.pk)
    assert FollowedUp.objects.get().done_by == make_anne()
    assert mark_not_followed_up(make_karl(), task.pk, wave.pk)
    assert not mark_not_followed_up(make_karl(), task.pk, wave.pk)
    assert not FollowedUp.objects.exists()
    assert told(task) == [
        "noterede, at Bølge 1 er fulgt op",
        "tog ”Fulgt op” tilbage for Bølge 1",
    ]


def test_a_wave_the_task_has_left_is_not_followed_up() -> None:
    task = make_ready_task()
    put_at_stage(task, Stage.PUBLISHED)
    first = task.waves.get()
    assert task.project is not None
    moved: dict[str, Any] = {"waves": [make_wave(task.project, "Bølge 2")]}
    save_task(make_anne(), task.pk, task.revision, moved)
    with pytest.raises(Refused, match="ikke længere i bølgen"):
        mark_followed_up(make_anne(), task.pk, first.pk)


def test_the_advice_to_choose_somebody_goes_when_somebody_is_chosen() -> None:
    task = make_ready_task()

    def advice() -> tuple[bool, int]:
        fresh = KlikTask.objects.with_parts().get(pk=task.pk)
        rules = {finding.rule for finding in check_task(fresh).hints}
        return "follow-up-missing" in rules, fresh.hints

    before = advice()
    choose(task, "kombit")
    assert (before[0], advice()) == (True, (False, before[1] - 1))
    choose(task, "")
    assert advice() == before


def test_a_task_that_is_not_saved_yet_is_not_asked_who_follows_it_up() -> None:
    values = make_ready_task().values()
    assert "follow-up-missing" not in {f.rule for f in check_values(values, []).standing}
