"""Moving a go-live: seen first, then written once, with what it leaves to be done."""

from datetime import date
from typing import Any

import pytest

from tasks.actions import moves, review, waves, zones
from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.moves import Unconfirmed
from tasks.actions.refusal import Refused, Stale
from tasks.actions.rows import fingerprint
from tasks.correcting import moves_to_tell, waiting_corrections
from tasks.forms.review import CHECKLIST
from tasks.models import (
    Event,
    EventKind,
    FrozenZone,
    GoLiveMove,
    KlikTask,
    Person,
    PodioCorrection,
    Project,
    Wave,
)
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
)
from tests.moving import confirmed

pytestmark = pytest.mark.django_db

LATER, LATEST = date(2026, 11, 13), date(2026, 11, 27)
TODAY = date(2026, 10, 1)


def move(wave: Wave, go_live: date | None) -> Wave:
    wave.refresh_from_db()
    karl, seen, values = make_karl(), fingerprint(wave), {"go_live": go_live}
    return confirmed(lambda plan: waves.change_wave(karl, wave.pk, seen, values, plan))


def make_moving_wave(**values: Any) -> tuple[Wave, KlikTask]:
    """A wave in Podio with one task that ends 14 days before go-live and starts 14 before that."""
    project = make_project()
    wave = make_wave(project, is_in_podio=True)
    return wave, make_ready_task(project=project, **values)


def in_podio(task: KlikTask) -> KlikTask:
    KlikTask.objects.filter(pk=task.pk).update(podio_url="https://podio.com/1")
    return task


def lines(project: Project) -> list[tuple[str, str, str]]:
    groups = waiting_corrections(project)
    return [(line.label, line.old, line.new) for group in groups for line in group.lines]


def test_nothing_is_written_before_the_table_was_seen() -> None:
    wave, task = make_moving_wave()
    with pytest.raises(Unconfirmed) as asked:
        waves.change_wave(make_karl(), wave.pk, fingerprint(wave), {"go_live": LATER})
    (line,) = asked.value.plan.lines
    assert (line.task, line.wave, line.is_in_podio) == (task, wave, False)
    assert (line.move.old.end, line.move.new.end) == (date(2026, 10, 16), date(2026, 10, 30))
    assert not asked.value.is_another
    wave.refresh_from_db()
    assert wave.go_live == GO_LIVE
    assert not Event.objects.filter(kind=EventKind.DATES_MOVED).exists()


def test_a_table_that_no_longer_holds_is_shown_again() -> None:
    wave, task = make_moving_wave()
    seen, values = fingerprint(wave), {"go_live": LATER}
    with pytest.raises(Unconfirmed) as asked:
        waves.change_wave(make_karl(), wave.pk, seen, values)
    save_task(make_anne(), task.pk, 1, {"end_offset_days": -21})
    with pytest.raises(Unconfirmed) as again:
        waves.change_wave(make_karl(), wave.pk, seen, values, asked.value.plan.digest)
    assert again.value.is_another
    wave.refresh_from_db()
    assert wave.go_live == GO_LIVE


def test_a_wave_that_changed_meanwhile_is_stale_whatever_table_was_seen() -> None:
    wave, _ = make_moving_wave()
    seen = fingerprint(wave)
    Wave.objects.filter(pk=wave.pk).update(name="Bølge A")
    with pytest.raises(Stale):
        waves.change_wave(make_karl(), wave.pk, seen, {"go_live": LATER})


def test_no_task_touched_asks_nothing() -> None:
    wave, _ = make_moving_wave(end_offset_days=None)
    waves.change_wave(make_karl(), wave.pk, fingerprint(wave), {"go_live": LATER})
    wave.refresh_from_db()
    waves.change_wave(make_karl(), wave.pk, fingerprint(wave), {"name": "Bølge A"})
    assert not Event.objects.filter(kind=EventKind.DATES_MOVED).exists()


def test_each_task_gets_an_event_with_both_dates() -> None:
    wave, task = make_moving_wave()
    move(wave, LATER)
    event = task.events.get(kind=EventKind.DATES_MOVED)
    assert event.actor == make_karl()
    assert event.details["go_live"] == ["2026-10-30", "2026-11-13"]
    assert event.details["waves"] == [
        {
            "wave": "Bølge 1",
            "start": ["2026-10-02", "2026-10-16"],
            "end": ["2026-10-16", "2026-10-30"],
            "clashes": [],
            "gone": [],
        }
    ]


def test_a_moved_go_live_leaves_the_approval_and_a_changed_offset_takes_it() -> None:
    wave, task = make_moving_wave()
    review.submit(make_anne(), task.pk, 1)
    review.approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    move(wave, LATER)
    task.refresh_from_db()
    assert (task.status, task.revision, task.approved_revision) == (Status.APPROVED, 1, 1)
    review.reopen(make_anne(), task.pk, 1)
    save_task(make_anne(), task.pk, 1, {"end_offset_days": -21})
    task.refresh_from_db()
    assert (task.status, task.approved_revision, task.revision) == (Status.DRAFT, 1, 2)


def test_an_offset_cannot_be_changed_under_an_approval() -> None:
    _, task = make_moving_wave()
    review.submit(make_anne(), task.pk, 1)
    review.approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    with pytest.raises(Refused, match="Genåbn"):
        save_task(make_anne(), task.pk, 1, {"end_offset_days": -21})


def test_what_stands_in_podio_comes_on_the_work_list() -> None:
    wave, task = make_moving_wave()
    make_ready_task("Udfyld filen", project=wave.project)
    in_podio(task)
    move(wave, LATER)
    assert lines(wave.project) == [
        ("Go-live for Bølge 1", "fre 30.10.2026", "fre 13.11.2026"),
        ("Startdato i Bølge 1", "fre 02.10.2026", "fre 16.10.2026"),
        ("Slutdato i Bølge 1", "fre 16.10.2026", "fre 30.10.2026"),
    ]


def test_moved_twice_it_is_corrected_once_from_what_stands_in_podio() -> None:
    wave, task = make_moving_wave()
    in_podio(task)
    move(wave, LATER)
    move(wave, LATEST)
    assert ("Slutdato i Bølge 1", "fre 16.10.2026", "fre 13.11.2026") in lines(wave.project)
    assert PodioCorrection.objects.count() == 3
    move(wave, GO_LIVE)
    assert lines(wave.project) == []
    assert not GoLiveMove.objects.exists()


def test_corrected_is_noted_with_who_and_can_be_taken_back() -> None:
    wave, task = make_moving_wave()
    in_podio(task)
    move(wave, LATER)
    keys = list(PodioCorrection.objects.values_list("pk", flat=True))
    assert moves.mark_corrected(make_rikke(), wave.project_id, keys) == 3
    assert moves.mark_corrected(make_rikke(), wave.project_id, keys) == 0
    assert lines(wave.project) == []
    assert {row.done_by for row in PodioCorrection.objects.all()} == {make_rikke()}
    assert task.events.filter(kind=EventKind.CORRECTED).count() == 1
    assert moves.mark_uncorrected(make_rikke(), wave.project_id, keys) == 3
    assert len(lines(wave.project)) == 3


def test_moved_again_after_the_correction_it_waits_from_the_corrected_value() -> None:
    wave, task = make_moving_wave()
    in_podio(task)
    move(wave, LATER)
    keys = list(PodioCorrection.objects.values_list("pk", flat=True))
    moves.mark_corrected(make_rikke(), wave.project_id, keys)
    move(wave, LATEST)
    assert ("Slutdato i Bølge 1", "fre 30.10.2026", "fre 13.11.2026") in lines(wave.project)
    assert moves.mark_uncorrected(make_rikke(), wave.project_id, keys) == 0


def test_a_line_that_was_replaced_since_it_was_shown_is_not_marked() -> None:
    wave, task = make_moving_wave()
    in_podio(task)
    move(wave, LATER)
    shown = list(PodioCorrection.objects.values_list("pk", flat=True))
    move(wave, LATEST)
    assert moves.mark_corrected(make_rikke(), wave.project_id, shown) == 0
    assert len(lines(wave.project)) == 3


def test_another_projects_lines_are_left_alone() -> None:
    wave, task = make_moving_wave()
    in_podio(task)
    move(wave, LATER)
    keys = list(PodioCorrection.objects.values_list("pk", flat=True))
    assert moves.mark_corrected(make_rikke(), make_project("Et andet").pk, keys) == 0


def test_only_who_may_publish_marks_and_tells() -> None:
    wave, _ = make_moving_wave()
    ole = Person.objects.create(username="ole")
    for action in (moves.mark_corrected, moves.mark_uncorrected):
        with pytest.raises(Refused):
            action(ole, wave.project_id, [])
    with pytest.raises(Refused):
        moves.mark_told(ole, wave.project_id, 1, "")


def test_a_published_task_is_told_about_until_somebody_has_told() -> None:
    wave, task = make_moving_wave()
    move(wave, LATER)
    assert moves_to_tell(wave.project, TODAY) == []
    put_at_stage(task, Stage.PUBLISHED)
    (told,) = moves_to_tell(wave.project, TODAY)
    assert told.text.startswith("#besked\n")
    assert "flyttet fra fredag den 30. oktober til fredag den 13. november" in told.text
    row = moves.mark_told(make_rikke(), wave.project_id, told.row.pk, told.text)
    assert (row.told_by, row.told_text) == (make_rikke(), told.text)
    assert moves_to_tell(wave.project, TODAY) == []
    move(wave, LATEST)
    (again,) = moves_to_tell(wave.project, TODAY)
    assert "fra fredag den 13. november til fredag den 27. november" in again.text


def test_telling_of_a_move_that_was_moved_again_is_refused() -> None:
    wave, task = make_moving_wave()
    put_at_stage(task, Stage.PUBLISHED)
    move(wave, LATER)
    (told,) = moves_to_tell(wave.project, TODAY)
    move(wave, LATEST)
    with pytest.raises(Refused, match="flyttet igen"):
        moves.mark_told(make_rikke(), wave.project_id, told.row.pk, told.text)


def test_a_zone_that_hits_tasks_is_shown_first_and_moves_nothing() -> None:
    wave, task = make_moving_wave(respects_frozen_zone=True)
    in_podio(task)
    karl, day = make_karl(), date(2026, 10, 16)
    values = {"name": "Lukning", "first_day": day, "last_day": day}
    with pytest.raises(Unconfirmed):
        zones.create_zone(karl, wave.project_id, values)
    assert not FrozenZone.objects.exists()
    zone = confirmed(lambda plan: zones.create_zone(karl, wave.project_id, values, plan))
    assert lines(wave.project) == []
    event = task.events.get(kind=EventKind.DATES_MOVED)
    assert (event.details["zone"], event.details["waves"][0]["clashes"]) == (
        "Lukning",
        [{"which": "end", "day": "2026-10-16", "name": "Lukning"}],
    )
    zones.change_zone(karl, zone.pk, fingerprint(zone), {"name": "Sommerlukning"})
    with pytest.raises(Unconfirmed):
        zones.remove_zone(karl, zone.pk)


def test_other_waves_on_a_task_in_podio_come_on_the_work_list() -> None:
    wave, task = make_moving_wave()
    other = make_wave(wave.project, "Bølge 2", LATER)
    save_task(make_anne(), task.pk, 1, {"waves": [wave, other]})
    assert lines(wave.project) == []
    in_podio(task)
    save_task(make_anne(), task.pk, 2, {"waves": [other]})
    assert lines(wave.project) == [("Bølger", "Bølge 1; Bølge 2", "Bølge 2")]
    save_task(make_anne(), task.pk, 3, {"waves": [wave, other]})
    assert lines(wave.project) == []


def test_what_lies_in_the_bin_is_not_touched() -> None:
    wave, task = make_moving_wave()
    bin_task(make_anne(), task.pk)
    waves.change_wave(make_karl(), wave.pk, fingerprint(wave), {"go_live": LATER})
    assert not Event.objects.filter(kind=EventKind.DATES_MOVED).exists()
