"""The facts around tasks: right for each task, and the same few queries for one and for many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tasks.checking import check_task, check_tasks
from tasks.house import house_around, houses_around
from tasks.models import FrozenZone, KlikTask, Prefix, Project
from tasks.style import House
from tests.make import GO_LIVE, make_project, make_ready_task, make_task, make_wave

pytestmark = pytest.mark.django_db


def house(task: KlikTask) -> House:
    fresh = KlikTask.objects.with_parts().get(pk=task.pk)
    return house_around(fresh.values(), fresh.pk)


def siblings(task: KlikTask) -> list[str]:
    return [sibling.reference for sibling in house(task).siblings]


def numbered(project: Project, *numbers: str) -> list[KlikTask]:
    return [make_ready_task(f"Udfyld fil {n}", project=project, number=n) for n in numbers]


def queries_for(tasks: list[KlikTask]) -> int:
    keys = [task.pk for task in tasks]
    rows = list(KlikTask.objects.with_parts().filter(pk__in=keys))
    with CaptureQueriesContext(connection) as captured:
        check_tasks(rows)
    return len(captured)


def test_the_project_tells_its_references_and_prefixes() -> None:
    project = make_project()
    Prefix.objects.create(project=project, prefix="Auto")
    first, _ = numbered(project, "01", "02")
    make_ready_task("Ret noget andet", project=make_project("Et andet"), number="09")
    make_task("Ret noget uden nummer", project=project, prefix="Opgaven om bilag")
    found = house(first)
    assert found.references == frozenset({"MI 01", "MI 02"})
    assert found.prefixes == ("Auto", "MI")


def test_a_task_in_the_bin_cannot_be_referred_to() -> None:
    first, second = numbered(make_project(), "01", "02")
    KlikTask.objects.filter(pk=second.pk).update(binned_at=second.updated_at)
    assert house(first).references == frozenset({"MI 01"})
    assert not siblings(first)


def test_the_nearest_numbers_alone_are_siblings() -> None:
    project = make_project()
    tasks = numbered(project, "01", "2", "03", "12", "13")
    make_ready_task("Ret noget andet", project=project, prefix="Auto", number="04")
    assert siblings(tasks[2]) == ["MI 2", "MI 12"]
    assert siblings(tasks[0]) == ["MI 2"]
    assert siblings(tasks[4]) == ["MI 12"]


def test_a_task_that_gets_another_number_is_not_its_own_sibling() -> None:
    first, second, _ = numbered(make_project(), "01", "02", "07")
    typed = KlikTask.objects.with_parts().get(pk=second.pk).values() | {"number": "05"}
    assert [s.reference for s in house_around(typed, second.pk).siblings] == ["MI 01", "MI 07"]
    assert [s.reference for s in house_around(typed).siblings] == ["MI 02", "MI 07"]
    assert siblings(first) == ["MI 02"]


def test_siblings_bring_their_dates_in_each_wave() -> None:
    project = make_project()
    wave = make_wave(project)
    first, second = numbered(project, "01", "02")
    (sibling,) = house(first).siblings
    (dates,) = sibling.waves
    assert (dates.key, dates.end) == (str(wave.pk), GO_LIVE - timedelta(days=14))
    assert sibling.title == second.title


def test_a_task_without_project_or_number_has_no_neighbours() -> None:
    assert house(make_task("Ret noget")).references is None
    assert not siblings(make_task("Ret noget", project=make_project()))


def test_each_task_meets_the_facts_of_its_own_project() -> None:
    one, other = make_project("Et"), make_project("Et andet")
    FrozenZone.objects.create(project=one, name="Jul", first_day=GO_LIVE, last_day=GO_LIVE)
    tasks = [*numbered(one, "01"), *numbered(other, "02")]
    rows = KlikTask.objects.with_parts().filter(pk__in=[task.pk for task in tasks]).order_by("pk")
    first, second = houses_around([(row.values(), row.pk) for row in rows])
    assert (first.references, second.references) == (
        frozenset({"MI 01"}),
        frozenset({"MI 02"}),
    )
    assert [len(first.frozen_zones), len(second.frozen_zones)] == [1, 0]


def test_what_is_a_short_deadline_is_a_setting(settings: Settings) -> None:
    settings.KLIK_SHORT_DEADLINE_DAYS = 5
    assert house(make_task("Ret noget")).short_deadline_days == 5


def test_prerequisites_bring_priority_and_waves_along() -> None:
    project = make_project()
    (required,) = numbered(project, "01")
    task = make_ready_task(
        "Opret ruten",
        project=project,
        priority="critical",
        end_offset_days=-30,
        prerequisites=[required],
    )
    KlikTask.objects.filter(pk=required.pk).update(priority="recommended")
    found = {f.rule: f for f in check_task(KlikTask.objects.with_parts().get(pk=task.pk)).standing}
    assert "(MI 01) slutter fredag den 16. oktober" in found["prerequisite-order"].message
    assert "(MI 01) er kun anbefalet" in found["prerequisite-priority"].message
    assert "number-order" in found


def test_many_tasks_in_many_projects_cost_what_two_do() -> None:
    little = numbered(make_project("Lille"), "01", "02")
    of_little = queries_for(little)
    much = [
        task
        for name in ("Stort", "Større", "Størst")
        for task in numbered(make_project(name), *(f"{n:02}" for n in range(1, 9)))
    ]
    assert queries_for(much) == of_little == 8


def test_one_task_costs_the_same_among_many() -> None:
    project = make_project()
    first, *_ = numbered(project, "01", "02")

    def cost() -> int:
        task = KlikTask.objects.with_parts().get(pk=first.pk)
        with CaptureQueriesContext(connection) as captured:
            check_task(task)
        return len(captured)

    among_two = cost()
    numbered(project, *(f"{n:02}" for n in range(3, 15)))
    assert cost() == among_two == 8


def test_a_reference_to_a_task_that_came_later_is_known_at_once() -> None:
    project = make_project()
    (task,) = numbered(project, "01")
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Målet er det samme som i (MI 02).</p>")

    def rules() -> set[str]:
        fresh = KlikTask.objects.with_parts().get(pk=task.pk)
        return {finding.rule for finding in check_task(fresh).standing}

    assert "reference-unknown" in rules()
    numbered(project, "02")
    assert "reference-unknown" not in rules()
