"""A text that names another task is counted anew when that task comes, changes its name or goes."""

import pytest

from tasks.actions.bin import bin_task, restore_task
from tasks.actions.drafts import create_task, save_task
from tasks.actions.podio_tasks import remove_podio_task
from tasks.models import KlikTask, Project
from tests.make import make_anne, make_podio_task, make_project, make_task

pytestmark = pytest.mark.django_db


def make_naming(project: Project, text: str = "Brug filen fra (MI 13).") -> KlikTask:
    """A task in whose description another is named; its prefix is known to the project."""
    return make_task(
        "Ret", project=project, prefix="MI", separator=" ", number="1", description=f"<p>{text}</p>"
    )


def warnings(task: KlikTask) -> int:
    return KlikTask.objects.get(pk=task.pk).warnings


def make_named(project: Project, number: str = "13") -> KlikTask:
    return make_task("Udfyld", project=project, prefix="MI", separator=" ", number=number)


@pytest.mark.parametrize("text", ["Brug (MI 13).", "Brug MI13.", "Se MI 12-13."])
def test_a_finding_goes_when_the_named_task_is_made(text: str) -> None:
    project = make_project()
    make_named(project, "12")
    task = make_naming(project, text)
    before = warnings(task)
    make_named(project, "013")
    assert warnings(task) == before - 1


def test_it_comes_and_goes_with_the_bin() -> None:
    project = make_project()
    task, named = make_naming(project), make_named(project)
    before = warnings(task)
    bin_task(make_anne(), named.pk)
    assert warnings(task) == before + 1
    restore_task(make_anne(), named.pk)
    assert warnings(task) == before


def test_it_follows_the_named_tasks_own_reference_and_project() -> None:
    project, other = make_project(), make_project("Et andet")
    task, named = make_naming(project), make_named(project)
    before = warnings(task)
    save_task(make_anne(), named.pk, 1, {"number": "14"})
    assert warnings(task) == before + 1
    save_task(make_anne(), named.pk, 2, {"number": "13"})
    assert warnings(task) == before
    save_task(make_anne(), named.pk, 3, {"project": other})
    assert warnings(task) == before + 1


def test_a_task_that_only_is_in_podio_counts_as_one() -> None:
    project = make_project()
    task = make_naming(project)
    before = warnings(task)
    row = make_podio_task(project, "13")
    assert warnings(task) == before - 1
    remove_podio_task(make_anne(), row.pk)
    assert warnings(task) == before


def test_a_task_without_a_number_or_a_project_concerns_nobody() -> None:
    project = make_project()
    task = make_naming(project)
    before = warnings(task)
    create_task(make_anne(), {"title": "Udfyld", "project": project, "prefix": "MI"})
    create_task(make_anne(), {"title": "Udfyld", "prefix": "MI", "number": "13"})
    assert warnings(task) == before
