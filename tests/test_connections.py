"""Both directions of what a task hangs together with, and whose end lies on the wrong side."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tasks.actions.bin import bin_task
from tasks.connections import Connection, Connections, connections_of
from tasks.models import KlikTask, Project, Wave
from tests.make import GO_LIVE, make_anne, make_project, make_task, make_wave

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def wave(project: Project) -> Wave:
    return make_wave(project)


def make_numbered(
    number: int, project: Project, end: int | None = None, **values: object
) -> KlikTask:
    return make_task(
        f"Udfyld fil {number}",
        prefix="MI",
        separator=" ",
        number=f"{number:02}",
        project=project,
        end_offset_days=end,
        **values,
    )


def of(task: KlikTask) -> Connections:
    return connections_of(KlikTask.objects.with_parts().get(pk=task.pk).values(), task.pk)


def names(connections: tuple[Connection, ...]) -> list[str]:
    return [connection.task.short_name for connection in connections]


def test_a_requirement_is_seen_from_both_its_tasks(project: Project) -> None:
    later, first = make_numbered(2, project), make_numbered(1, project)
    task = make_numbered(3, project, prerequisites=[later, first])
    assert names(of(task).requires) == ["(MI 01)", "(MI 02)"]
    assert (names(of(first).required_by), of(first).requires) == (["(MI 03)"], ())


def test_a_relation_is_seen_from_both_its_tasks(project: Project) -> None:
    other = make_numbered(1, project)
    task = make_numbered(2, project, related_tasks=[other])
    assert names(of(task).related) == ["(MI 01)"]
    assert names(of(other).related_from) == ["(MI 02)"]


def test_what_lies_in_the_bin_requires_nothing(project: Project) -> None:
    first = make_numbered(1, project)
    bin_task(make_anne(), make_numbered(2, project, prerequisites=[first]).pk)
    assert of(first).required_by == ()


def test_both_ends_are_told_in_each_wave_they_share(project: Project, wave: Wave) -> None:
    second, alone = make_wave(project, "Bølge 2"), make_wave(project, "Bølge 3")
    required = make_numbered(1, project, 0, waves=[wave, second])
    task = make_numbered(2, project, -7, waves=[wave, second, alone], prerequisites=[required])
    (connection,) = of(task).requires
    assert [(end.wave, end.is_wrong) for end in connection.ends] == [
        ("Bølge 1", True),
        ("Bølge 2", True),
    ]
    assert connection.ends[0].other == GO_LIVE
    (back,) = of(required).required_by
    assert (back.ends[0].own, back.ends[0].is_wrong) == (GO_LIVE, True)


@pytest.mark.parametrize(("required_end", "own_end"), [(-7, 0), (0, 0), (None, 0), (0, None)])
def test_in_time_or_without_a_date_nothing_is_wrong(
    project: Project, wave: Wave, required_end: int | None, own_end: int | None
) -> None:
    required = make_numbered(1, project, required_end, waves=[wave])
    task = make_numbered(2, project, own_end, waves=[wave], prerequisites=[required])
    assert not of(task).requires[0].ends[0].is_wrong
    assert not of(required).required_by[0].ends[0].is_wrong


def test_what_is_typed_counts_and_not_what_is_saved(project: Project, wave: Wave) -> None:
    required = make_numbered(1, project, 0, waves=[wave])
    task = make_numbered(2, project, 0, waves=[wave])
    typed = task.values() | {"prerequisites": [required], "end_offset_days": -1}
    assert connections_of(typed, task.pk).requires[0].ends[0].is_wrong


def test_many_are_read_in_four_queries(
    project: Project, wave: Wave, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    others = [make_numbered(n, project, 0, waves=[wave]) for n in range(2, 20)]
    task = make_numbered(1, project, 0, waves=[wave], prerequisites=others, related_tasks=others)
    values = KlikTask.objects.with_parts().get(pk=task.pk).values()
    with django_assert_num_queries(4):
        for connection in connections_of(values, task.pk).requires:
            assert connection.task.step_label == "Kladde"
