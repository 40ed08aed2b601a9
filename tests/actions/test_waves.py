"""Waves: who may make, change and remove them, and what that does to the tasks."""

from datetime import date
from typing import Any

import pytest

from tasks.actions import review, waves
from tasks.actions.bin import bin_task
from tasks.actions.refusal import Refused, Stale
from tasks.actions.rows import fingerprint
from tasks.models import EventKind, KlikTask, Municipality, Person, Wave
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)
from tests.moving import confirmed

pytestmark = pytest.mark.django_db

KORSBAEK = "Korsbæk Kommune"


def change(wave: Wave, person: Person | None = None, **values: Any) -> Wave:
    karl, seen = person or make_karl(), fingerprint(wave)
    return confirmed(lambda plan: waves.change_wave(karl, wave.pk, seen, values, plan))


def members(wave: Wave) -> list[str]:
    return list(wave.municipalities.values_list("name", flat=True))


def outsider() -> Person:
    """Ole can log in, and that is all."""
    return Person.objects.get_or_create(username="ole")[0]


def test_an_author_creates_a_wave() -> None:
    aarhus = Municipality.objects.filter(name="Aarhus Kommune")
    values = {"name": "Bølge 2", "go_live": date(2026, 11, 13), "municipalities": aarhus}
    wave = waves.create_wave(make_anne(), make_project().pk, values)
    assert (wave.name, wave.go_live, wave.is_test) == ("Bølge 2", date(2026, 11, 13), False)
    assert members(wave) == ["Aarhus Kommune"]


def test_a_wave_needs_only_a_name() -> None:
    wave = waves.create_wave(make_anne(), make_project().pk, {"name": "Bølge 2"})
    assert wave.go_live is None
    assert members(wave) == []


def test_a_person_without_rights_creates_nothing() -> None:
    with pytest.raises(Refused):
        waves.create_wave(outsider(), make_project().pk, {"name": "Bølge 2"})
    assert not Wave.objects.exists()


@pytest.mark.parametrize("make", [make_anne, make_rikke, outsider])
def test_only_an_administrator_changes_and_removes_a_wave(make: Any) -> None:
    wave = make_wave(make_project())
    with pytest.raises(Refused):
        change(wave, make(), name="Bølge 9")
    with pytest.raises(Refused):
        waves.remove_wave(make(), wave.pk)
    wave.refresh_from_db()
    assert wave.name == "Bølge 1"


def test_a_test_wave_has_korsbaek_alone_whatever_was_chosen() -> None:
    values = {"name": "Prøve", "is_test": True, "municipalities": Municipality.objects.all()}
    assert members(waves.create_wave(make_anne(), make_project().pk, values)) == [KORSBAEK]


def test_a_real_wave_never_has_korsbaek() -> None:
    values = {"name": "Alle", "municipalities": Municipality.objects.all()}
    wave = waves.create_wave(make_anne(), make_project().pk, values)
    assert KORSBAEK not in members(wave)
    assert len(members(wave)) == 98


@pytest.mark.parametrize("name", ["Bølge 1", "bølge 1", "BØLGE 1"])
def test_the_same_name_twice_is_refused_at_the_name(name: str) -> None:
    project = make_project()
    make_wave(project)
    with pytest.raises(Refused) as refused:
        waves.create_wave(make_anne(), project.pk, {"name": name})
    assert refused.value.field == "name"
    assert refused.value.message == f"Projektet har allerede en bølge med navnet ”{name}”."


def test_another_project_may_use_the_name_and_a_wave_may_keep_its_own() -> None:
    wave = make_wave(make_project())
    waves.create_wave(make_anne(), make_project("SAPA").pk, {"name": "Bølge 1"})
    assert change(wave, name="bølge 1").name == "bølge 1"


def test_a_wave_in_a_project_that_is_gone_is_refused() -> None:
    with pytest.raises(Refused, match="Projektet findes ikke længere"):
        waves.create_wave(make_anne(), 3471, {"name": "Bølge 1"})


def test_a_change_over_somebody_elses_unseen_change_is_refused() -> None:
    wave = make_wave(make_project())
    seen = fingerprint(wave)
    change(wave, go_live=date(2026, 11, 13))
    with pytest.raises(Stale):
        waves.change_wave(make_karl(), wave.pk, seen, {"name": "Bølge A"})
    wave.refresh_from_db()
    assert (wave.name, wave.go_live) == ("Bølge 1", date(2026, 11, 13))


def test_other_municipalities_count_as_a_change_too() -> None:
    wave = make_wave(make_project())
    seen = fingerprint(wave)
    wave.municipalities.remove(wave.municipalities.all()[0])
    assert fingerprint(wave) != seen


def test_a_change_leaves_what_is_not_given() -> None:
    wave = make_wave(make_project())
    before = members(wave)
    assert change(wave, is_in_podio=True).is_in_podio
    assert members(wave) == before


def zone_findings(task: KlikTask) -> int:
    return KlikTask.objects.get(pk=task.pk).errors


def test_a_moved_go_live_counts_the_findings_of_the_tasks_again() -> None:
    project = make_project()
    project.frozen_zones.create(name="Jul", first_day=date(2026, 12, 21), last_day=date(2027, 1, 3))
    task = make_ready_task(project=project, respects_frozen_zone=True)
    before = zone_findings(task)
    wave = project.waves.get()
    change(wave, go_live=date(2027, 1, 7))  # 14 days before is 24 December
    assert zone_findings(task) == before + 1
    wave.refresh_from_db()
    change(wave, go_live=date(2026, 10, 30))
    assert zone_findings(task) == before


def test_a_moved_go_live_moves_the_dates_and_voids_no_approval() -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, [])
    wave = task.waves.get()
    before = KlikTask.objects.get(pk=task.pk)
    change(wave, go_live=date(2026, 11, 13))
    after = KlikTask.objects.get(pk=task.pk)
    assert after.period_in(after.waves.get()).end == date(2026, 10, 30)
    assert (after.status, after.approved_revision) == ("approved", before.revision)
    assert (after.revision, after.content_hash) == (before.revision, before.content_hash)


def test_a_wave_no_task_uses_is_removed() -> None:
    wave = make_wave(make_project())
    waves.remove_wave(make_karl(), wave.pk)
    assert not Wave.objects.exists()


def test_a_wave_that_tasks_use_is_kept_and_they_are_named() -> None:
    project = make_project()
    wave = make_wave(project)
    parts = {"project": project, "waves": [wave], "prefix": "MI", "separator": " "}
    make_task("Giv samtykke", number="02", **parts)
    make_task("Udfyld filen", number="12", **parts)
    make_task("Åbn systemparameteren", project=project, waves=[wave])
    binned = make_task("Slet ruten", number="03", **parts)
    bin_task(make_anne(), binned.pk)
    with pytest.raises(Refused) as refused:
        waves.remove_wave(make_karl(), wave.pk)
    assert refused.value.message == (
        "Bølge 1 bruges af ”Åbn systemparameteren”, (MI 02), (MI 03) i papirkurven og (MI 12). "
        "Tag den af opgaverne først."
    )
    assert Wave.objects.filter(pk=wave.pk).exists()


def test_of_many_tasks_the_first_are_named_and_the_rest_counted() -> None:
    project = make_project()
    wave = make_wave(project)
    for number in range(1, 8):
        make_task(project=project, waves=[wave], prefix="K", number=str(number))
    assert waves.tasks_in_words(wave) == "(K1), (K2), (K3), (K4), (K5) og 2 andre opgaver"


def test_the_only_test_wave_stays_a_test_wave() -> None:
    project = make_project()
    wave = make_wave(project, "Testbølge", None, is_test=True)
    with pytest.raises(Refused, match="skal have en testbølge"):
        waves.remove_wave(make_karl(), wave.pk)
    with pytest.raises(Refused, match="skal have en testbølge") as refused:
        change(wave, is_test=False)
    assert refused.value.field == "members"
    make_wave(project, "Ny testbølge", None, is_test=True)
    waves.remove_wave(make_karl(), wave.pk)
    assert not Wave.objects.filter(pk=wave.pk).exists()


def test_a_wave_tasks_use_cannot_become_a_test_wave() -> None:
    task = make_ready_task()
    with pytest.raises(Refused, match=r"\(MI 01\)") as refused:
        change(task.waves.get(), is_test=True)
    assert refused.value.field == "members"


def test_a_wave_for_a_task_is_chosen_for_it_and_leaves_a_version_and_an_event() -> None:
    task = make_ready_task()
    first = task.waves.get()
    wave = waves.create_wave_for_task(make_anne(), task.pk, {"name": "Bølge 2"})
    after = KlikTask.objects.get(pk=task.pk)
    assert set(after.waves.all()) == {first, wave}
    assert after.revision == task.revision + 1
    assert after.versions.filter(revision=after.revision, author=make_anne()).exists()
    assert after.events.filter(kind=EventKind.EDITED, revision=after.revision).exists()


def test_a_wave_for_a_task_that_may_not_be_edited_is_not_made() -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, [])
    with pytest.raises(Refused, match="godkendt og låst"):
        waves.create_wave_for_task(make_anne(), task.pk, {"name": "Bølge 2"})
    assert not Wave.objects.filter(name="Bølge 2").exists()


def test_a_test_wave_is_never_chosen_for_a_task_and_then_not_made_either() -> None:
    task = make_ready_task()
    with pytest.raises(Refused, match="projektets egne bølger"):
        waves.create_wave_for_task(make_anne(), task.pk, {"name": "Prøve", "is_test": True})
    assert not Wave.objects.filter(name="Prøve").exists()


def test_a_task_without_a_project_gets_no_wave() -> None:
    task = make_task()
    with pytest.raises(Refused, match="Vælg et projekt"):
        waves.create_wave_for_task(make_anne(), task.pk, {"name": "Bølge 2"})


def test_a_wave_for_a_task_takes_the_right_to_write() -> None:
    task = make_ready_task()
    with pytest.raises(Refused, match="Kun forfattere"):
        waves.create_wave_for_task(outsider(), task.pk, {"name": "Bølge 2"})


@pytest.mark.parametrize("make", [make_anne, make_rikke, make_karl])
def test_who_types_into_podio_notes_that_a_wave_is_made_there(make: Any) -> None:
    wave = make_wave(make_project())
    for is_there in (True, True, False):
        waves.mark_in_podio(make(), wave.pk, is_there=is_there)
        wave.refresh_from_db()
        assert wave.is_in_podio == is_there


def test_an_outsider_notes_nothing_of_podio() -> None:
    wave = make_wave(make_project())
    with pytest.raises(Refused):
        waves.mark_in_podio(outsider(), wave.pk, is_there=True)
    wave.refresh_from_db()
    assert not wave.is_in_podio


def test_a_note_of_podio_is_not_written_over_unseen() -> None:
    wave = make_wave(make_project())
    seen = fingerprint(wave)
    waves.mark_in_podio(make_anne(), wave.pk, is_there=True)
    with pytest.raises(Stale):
        waves.change_wave(make_karl(), wave.pk, seen, {"is_in_podio": False})
    wave.refresh_from_db()
    assert wave.is_in_podio
