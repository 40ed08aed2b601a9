"""A wave made from inside a task: nothing is lost on the way there, and the wave is chosen."""

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions import review
from tasks.models import KlikTask, Project, Wave
from tests.make import make_anne, make_project, make_ready_task, make_rikke, make_task

pytestmark = pytest.mark.django_db

TYPED = {"name": "Bølge 2", "go_live": "13.11.2026", "members": "chosen"}


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def new(project: Project, task: object) -> str:
    return f"{reverse('wave_new', args=[project.pk])}?opgave={task}"


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_wave_made_from_a_task_is_chosen_for_it_and_one_comes_back(anne: Client) -> None:
    task = make_ready_task()
    assert task.project is not None
    address = new(task.project, task.pk)
    assert "kommer tilbage til opgaven" in page(anne, address)
    response = anne.post(address, TYPED)
    assert response["Location"] == f"{reverse('task_edit', args=[task.pk])}#div_id_waves"
    assert "Bølge 2 er oprettet og valgt på opgaven." in page(
        anne, reverse("task_edit", args=[task.pk])
    )
    after = KlikTask.objects.get(pk=task.pk)
    assert [wave.name for wave in after.waves.all()] == ["Bølge 1", "Bølge 2"]
    assert [version.revision for version in after.versions.all()] == [2]


def test_an_error_on_the_way_keeps_the_way_back(anne: Client) -> None:
    task = make_ready_task()
    assert task.project is not None
    address = new(task.project, task.pk)
    response = anne.post(address, TYPED | {"go_live": "31.11.2026"})
    assert response.context["task"] == task
    html = response.content.decode()
    assert f'<a href="{reverse("task_edit", args=[task.pk])}">Fortryd</a>' in html
    assert '<form class="measure" method="post" novalidate' in html  # sent to this very address


def test_a_task_is_never_given_the_test_wave(anne: Client) -> None:
    task = make_ready_task()
    assert task.project is not None
    address = new(task.project, task.pk)
    assert "testbølge" not in page(anne, address)
    response = anne.post(address, TYPED | {"members": "test"})
    assert "members" in response.context["form"].errors


@pytest.mark.parametrize("key", ["3471", "x", "", "-1", "1" * 30, "٣", "1 or 1=1"])
def test_a_task_that_is_not_there_is_passed_over(anne: Client, key: str) -> None:
    project = make_project()
    response = anne.post(new(project, key), TYPED)
    assert response["Location"] == reverse("project_detail", args=[project.pk])
    assert project.waves.count() == 1


def test_another_projects_task_is_passed_over(anne: Client) -> None:
    project, task = make_project("SAPA"), make_task(project=make_project("KP"))
    response = anne.post(new(project, task.pk), TYPED, follow=True)
    assert "Bølgen er ikke valgt på opgaven" in response.content.decode()
    assert not task.waves.exists()


def test_an_approved_task_is_left_alone(anne: Client) -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    review.approve(make_rikke(), task.pk, task.revision, [])
    assert task.project is not None
    anne.post(new(task.project, task.pk), TYPED)
    assert Wave.objects.filter(name="Bølge 2").exists()
    assert [wave.name for wave in task.waves.all()] == ["Bølge 1"]
