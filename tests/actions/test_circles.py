"""No task comes to wait for itself, and whoever tries is told by which way."""

from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries

from tasks.actions.circles import circle
from tasks.actions.drafts import save_task
from tasks.models import KlikTask, Prerequisite, Project
from tests.make import make_anne, make_project, make_task

pytestmark = pytest.mark.django_db


def make_row(project: Project, count: int) -> list[KlikTask]:
    """Tasks of which each requires the next."""
    tasks = [
        make_task(f"Udfyld fil {n}", prefix="MI", separator=" ", number=f"{n:02}", project=project)
        for n in range(1, count + 1)
    ]
    Prerequisite.objects.bulk_create(
        Prerequisite(task=one, required=other) for one, other in pairwise(tasks)
    )
    return tasks


def test_a_circle_is_named_as_a_path_and_the_rest_is_saved() -> None:
    first, _, third = make_row(make_project(), 3)
    outcome = save_task(make_anne(), third.pk, 1, {"prerequisites": [first], "goal": "<p>Mål</p>"})
    assert outcome.refused["prerequisites"] == (
        "Opgaverne ville vente på hinanden: "
        "(MI 03) kræver (MI 01), som kræver (MI 02), som kræver (MI 03)."
    )
    assert not Prerequisite.objects.filter(task=third).exists()
    assert KlikTask.objects.get(pk=third.pk).goal == "<p>Mål</p>"


def test_the_other_way_round_is_allowed_once_the_first_is_gone() -> None:
    first, second = make_row(make_project(), 2)
    save_task(make_anne(), first.pk, 1, {"prerequisites": []})
    outcome = save_task(make_anne(), second.pk, 1, {"prerequisites": [first]})
    assert not outcome.refused


def test_a_long_circle_is_told_by_its_ends() -> None:
    tasks = make_row(make_project(), 12)
    values = tasks[-1].values() | {"prerequisites": [tasks[0]]}
    assert circle(tasks[-1], values) == (
        "Opgaverne ville vente på hinanden: (MI 12) kræver (MI 01), som kræver (MI 02), "
        "som gennem 7 andre kræver (MI 10), som kræver (MI 11), som kræver (MI 12)."
    )


def test_a_circle_is_found_in_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    tasks = make_row(make_project(), 12)
    values = tasks[-1].values() | {"prerequisites": [tasks[0]]}
    with django_assert_num_queries(2):
        assert circle(tasks[-1], values)
