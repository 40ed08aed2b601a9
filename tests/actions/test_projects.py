"""Projects, prefixes and frozen zones: an administrator makes and changes them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from tasks.actions import projects, zones
from tasks.actions.refusal import Refused, Stale
from tasks.actions.rows import fingerprint
from tasks.models import FrozenZone, KlikTask, Prefix, Project, Wave
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

YULE = {"name": "Jul", "first_day": date(2026, 12, 21), "last_day": date(2027, 1, 3)}


def test_a_new_project_has_its_test_wave_with_korsbaek_alone() -> None:
    project = projects.create_project(make_karl(), {"name": "KP release 4.0"})
    wave = project.waves.get()
    assert (wave.name, wave.is_test, wave.go_live) == ("Testbølge", True, None)
    assert [member.name for member in wave.municipalities.all()] == ["Korsbæk Kommune"]


@pytest.mark.parametrize("name", ["KP release 4.0", "kp RELEASE 4.0"])
def test_a_taken_project_name_is_refused_at_the_name(name: str) -> None:
    make_project("KP release 4.0")
    with pytest.raises(Refused) as refused:
        projects.create_project(make_karl(), {"name": name})
    assert refused.value.field == "name"
    assert Project.objects.count() == 1
    assert not Wave.objects.exists()


def test_renaming_to_a_taken_name_is_refused_and_keeping_ones_own_is_not() -> None:
    project, other = make_project("KP"), make_project("SAPA")
    seen = fingerprint(project)
    with pytest.raises(Refused):
        projects.change_project(make_karl(), project.pk, seen, {"name": "sapa"})
    projects.change_project(make_karl(), project.pk, seen, {"name": "KP", "greeting": "alle"})
    project.refresh_from_db()
    assert (project.name, project.greeting, other.name) == ("KP", "alle", "SAPA")


def test_a_renamed_project_is_found_by_its_new_name() -> None:
    task = make_ready_task()
    project = Project.objects.get()
    projects.change_project(make_karl(), project.pk, fingerprint(project), {"name": "Østersøen"})
    assert "østersøen" in KlikTask.objects.get(pk=task.pk).search_text


def test_new_defaults_leave_the_tasks_as_they_are() -> None:
    project = make_project()
    task = make_task(project=project)
    projects.change_project(
        make_karl(), project.pk, fingerprint(project), {"default_priority": "critical"}
    )
    assert KlikTask.objects.get(pk=task.pk).priority == ""


def test_a_change_over_an_unseen_change_is_refused() -> None:
    project = make_project()
    seen = fingerprint(project)
    projects.change_project(make_karl(), project.pk, seen, {"lead_name": "Mette"})
    with pytest.raises(Stale):
        projects.change_project(make_karl(), project.pk, seen, {"lead_name": "Bo"})
    project.refresh_from_db()
    assert project.lead_name == "Mette"


def test_a_prefix_is_added_changed_and_removed() -> None:
    project = make_project()
    prefix = projects.create_prefix(make_karl(), project.pk, {"prefix": "MI", "meaning": ""})
    projects.change_prefix(make_karl(), prefix.pk, fingerprint(prefix), {"meaning": "migrering"})
    assert str(project.prefixes.get()) == "MI – migrering"
    projects.remove_prefix(make_karl(), prefix.pk)
    assert not project.prefixes.exists()


def test_a_prefix_is_named_once_in_a_project() -> None:
    project = make_project()
    projects.create_prefix(make_karl(), project.pk, {"prefix": "MI"})
    with pytest.raises(Refused, match="allerede præfikset ”mi”") as refused:
        projects.create_prefix(make_karl(), project.pk, {"prefix": "mi"})
    assert refused.value.field == "prefix"
    other = projects.create_prefix(make_karl(), project.pk, {"prefix": "K"})
    with pytest.raises(Refused):
        projects.change_prefix(make_karl(), other.pk, fingerprint(other), {"prefix": "MI"})
    projects.create_prefix(make_karl(), make_project("SAPA").pk, {"prefix": "MI"})


def test_removing_a_prefix_leaves_the_references_of_tasks() -> None:
    task = make_ready_task()
    assert task.project is not None
    prefix = projects.create_prefix(make_karl(), task.project.pk, {"prefix": "MI"})
    projects.remove_prefix(make_karl(), prefix.pk)
    assert str(KlikTask.objects.get(pk=task.pk).reference) == "MI 01"


def task_ending_on_christmas_eve() -> KlikTask:
    """Its wave goes live on 7 January, and it ends 14 days before."""
    project = make_project()
    make_wave(project, go_live=date(2027, 1, 7))
    return make_ready_task(project=project, respects_frozen_zone=True)


def errors(task: KlikTask) -> int:
    return KlikTask.objects.get(pk=task.pk).errors


def test_each_change_of_a_zone_counts_the_findings_again() -> None:
    task = task_ending_on_christmas_eve()
    assert task.project is not None
    before = errors(task)
    karl, project = make_karl(), task.project.pk
    zone = confirmed(lambda plan: zones.create_zone(karl, project, YULE, plan))
    assert errors(task) == before + 1
    moved = {"first_day": date(2026, 12, 28)}
    for values, more in ((moved, 0), (YULE, 1)):
        seen = fingerprint(zone)
        zone = confirmed(partial(zones.change_zone, karl, zone.pk, seen, values))
        assert errors(task) == before + more
    confirmed(lambda plan: zones.remove_zone(karl, zone.pk, plan))
    assert errors(task) == before


def test_a_zone_that_ends_before_it_starts_is_refused_at_the_last_day() -> None:
    project = make_project()
    wrong = YULE | {"last_day": date(2026, 12, 20)}
    with pytest.raises(Refused, match="før første dag") as refused:
        zones.create_zone(make_karl(), project.pk, wrong)
    assert refused.value.field == "last_day"
    zone = zones.create_zone(make_karl(), project.pk, YULE)
    with pytest.raises(Refused):
        zones.change_zone(make_karl(), zone.pk, fingerprint(zone), {"first_day": date(2027, 1, 4)})


def test_a_zone_of_one_day_and_zones_that_overlap_are_fine() -> None:
    project = make_project()
    zones.create_zone(make_karl(), project.pk, YULE)
    zones.create_zone(make_karl(), project.pk, YULE | {"last_day": date(2026, 12, 21)})
    assert project.frozen_zones.count() == 2


def test_a_zone_changed_over_an_unseen_change_is_refused() -> None:
    zone = zones.create_zone(make_karl(), make_project().pk, YULE)
    seen = fingerprint(zone)
    zones.change_zone(make_karl(), zone.pk, seen, {"name": "Jul og nytår"})
    with pytest.raises(Stale):
        zones.change_zone(make_karl(), zone.pk, seen, {"name": "Nytår"})


def administrators_verbs() -> dict[str, Callable[[Any], object]]:
    """What only an administrator may do, each ready to be tried by somebody."""
    project = make_project()
    zone = FrozenZone.objects.create(project=project, **YULE)
    prefix = Prefix.objects.create(project=project, prefix="MI")
    return {
        "create_project": lambda who: projects.create_project(who, {"name": "Nyt"}),
        "change_project": lambda who: projects.change_project(
            who, project.pk, fingerprint(project), {"name": "Andet"}
        ),
        "create_prefix": lambda who: projects.create_prefix(who, project.pk, {"prefix": "K"}),
        "change_prefix": lambda who: projects.change_prefix(
            who, prefix.pk, fingerprint(prefix), {"prefix": "K"}
        ),
        "remove_prefix": lambda who: projects.remove_prefix(who, prefix.pk),
        "create_zone": lambda who: zones.create_zone(who, project.pk, YULE),
        "change_zone": lambda who: zones.change_zone(
            who, zone.pk, fingerprint(zone), {"name": "Andet"}
        ),
        "remove_zone": lambda who: zones.remove_zone(who, zone.pk),
    }


def stored() -> list[Any]:
    models = (Project, Prefix, FrozenZone, Wave)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("make", [make_anne, make_rikke])
def test_nobody_but_an_administrator_may_any_of_it(make: Any) -> None:
    verbs = administrators_verbs()
    before = stored()
    for verb in verbs.values():
        with pytest.raises(Refused, match="Kun administratorer"):
            verb(make())
    assert stored() == before


@pytest.mark.parametrize(
    "verb",
    [
        lambda: projects.change_project(make_karl(), 3471, "", {}),
        lambda: projects.create_prefix(make_karl(), 3471, {"prefix": "K"}),
        lambda: projects.change_prefix(make_karl(), 3471, "", {}),
        lambda: projects.remove_prefix(make_karl(), 3471),
        lambda: zones.create_zone(make_karl(), 3471, YULE),
        lambda: zones.change_zone(make_karl(), 3471, "", {}),
        lambda: zones.remove_zone(make_karl(), 3471),
    ],
)
def test_what_is_gone_is_said_to_be_gone(verb: Callable[[], object]) -> None:
    with pytest.raises(Refused, match="findes ikke længere"):
        verb()
