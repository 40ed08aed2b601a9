"""A task that only is in Podio is added once, with a link that is one, and kept while needed."""

from typing import Any

import pytest

from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.podio_tasks import (
    add_podio_task,
    add_podio_task_for,
    change_podio_task,
    remove_podio_task,
)
from tasks.actions.refusal import Refused, Stale
from tasks.actions.rows import fingerprint
from tasks.models import KlikTask, Person, Project
from tasks.reference import Reference, parse
from tests.make import (
    make_anne,
    make_podio_task,
    make_project,
    make_task,
    put_in_status,
)

pytestmark = pytest.mark.django_db
LINK = "https://podio.com/kombit/klik/apps/opgaver/items/7"


@pytest.fixture
def project() -> Project:
    return make_project()


def sent(reference: str = "MI 07", **values: Any) -> dict[str, Any]:
    return {"reference": parse(reference), "title": "Bestil nøgler", "podio_url": LINK} | values


def numbered(project: Project, number: str) -> KlikTask:
    return make_task(prefix="MI", separator=" ", number=number, project=project)


def test_it_can_be_pointed_at_and_is_no_task_of_any_list(project: Project) -> None:
    row = make_podio_task(project, "07")
    task = make_task(project=project, prerequisites=[row], related_tasks=[row])
    values = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert values["prerequisites"] == values["related_tasks"] == [row]
    assert str(row) == "(MI 07) Bestil nøgler (findes kun i Podio)"
    assert (row.step_label, row.step_badge) == ("Findes kun i Podio", "published")
    assert list(KlikTask.objects.kept()) == [task]
    assert not KlikTask.objects.in_bin()


def test_it_is_added_and_chosen_in_one_press(project: Project) -> None:
    first = make_podio_task(project, "06")
    task = make_task(project=project, prerequisites=[first])
    row = add_podio_task_for(make_anne(), task.pk, "prerequisites", sent())
    saved = KlikTask.objects.with_parts().get(pk=task.pk)
    assert saved.values()["prerequisites"] == [first, row]
    assert saved.revision == 2


def test_on_a_locked_task_nothing_is_added(project: Project) -> None:
    task = make_task(project=project)
    put_in_status(task, "approved")
    with pytest.raises(Refused, match="låst"):
        add_podio_task_for(make_anne(), task.pk, "prerequisites", sent())
    assert not KlikTask.objects.only_in_podio()


def test_without_a_project_it_cannot_be_added() -> None:
    with pytest.raises(Refused, match="Vælg et projekt"):
        add_podio_task_for(make_anne(), make_task().pk, "prerequisites", sent())


def test_whoever_may_not_write_adds_none(project: Project) -> None:
    with pytest.raises(Refused, match="Kun forfattere"):
        add_podio_task(Person.objects.create(username="gert"), project.pk, sent())


@pytest.mark.parametrize(
    "url", ["podio.com/7", "http://podio.com/7", "javascript:alert(1)", "https://a@b.dk/", ""]
)
def test_a_link_that_is_none_is_refused_at_its_field(project: Project, url: str) -> None:
    with pytest.raises(Refused) as refused:
        add_podio_task(make_anne(), project.pk, sent(podio_url=url))
    assert refused.value.field == "podio_url"
    assert not KlikTask.objects.exists()


def test_a_reference_that_is_written_here_is_told(project: Project) -> None:
    task = numbered(project, "7")
    with pytest.raises(Refused, match=r"^\(MI 07\) er skrevet her som ”Giv samtykke") as refused:
        add_podio_task(make_anne(), project.pk, sent())
    assert refused.value.field == "reference"
    bin_task(make_anne(), task.pk)
    with pytest.raises(Refused, match="ligger i papirkurven"):
        add_podio_task(make_anne(), project.pk, sent())


def test_a_second_of_the_same_reference_or_link_is_told(project: Project) -> None:
    add_podio_task(make_anne(), project.pk, sent())
    with pytest.raises(Refused, match="er allerede tilføjet fra Podio som ”Bestil nøgler”"):
        add_podio_task(make_anne(), project.pk, sent("mi7", podio_url=f"{LINK}7"))
    with pytest.raises(Refused, match=r"Linket hører til \(MI 07\)") as refused:
        add_podio_task(make_anne(), project.pk, sent("MI 08"))
    assert refused.value.field == "podio_url"
    add_podio_task(make_anne(), make_project("Et andet").pk, sent())


def test_it_is_corrected_and_the_tasks_that_point_at_it_follow(project: Project) -> None:
    row = make_podio_task(project, "07")
    task = make_task(project=project, prerequisites=[row])
    seen = fingerprint(row)
    change_podio_task(make_anne(), row.pk, seen, sent("MI 08", title="Hent nøgler"))
    saved = KlikTask.objects.with_parts().get(pk=task.pk)
    assert [str(one) for one in saved.values()["prerequisites"]] == [
        "(MI 08) Hent nøgler (findes kun i Podio)"
    ]
    with pytest.raises(Stale):
        change_podio_task(make_anne(), row.pk, seen, sent("MI 09"))


def test_it_is_removed_only_when_nobody_points_at_it(project: Project) -> None:
    row = make_podio_task(project, "07")
    first = numbered(project, "01")
    save_task(make_anne(), first.pk, 1, {"prerequisites": [row], "related_tasks": [row]})
    with pytest.raises(Refused, match=r"^\(MI 01\) peger på opgaven\. Fjern den dér først\.$"):
        remove_podio_task(make_anne(), row.pk)
    save_task(make_anne(), first.pk, 2, {"prerequisites": [], "related_tasks": []})
    remove_podio_task(make_anne(), row.pk)
    assert not KlikTask.objects.only_in_podio()
    assert not KlikTask.objects.in_bin()
    again = add_podio_task(make_anne(), project.pk, sent(podio_url=row.podio_url))
    assert again.reference == Reference("MI", " ", "07")


def test_what_is_no_such_task_is_neither_changed_nor_removed(project: Project) -> None:
    task = numbered(project, "01")
    with pytest.raises(Refused, match="findes ikke længere"):
        remove_podio_task(make_anne(), task.pk)
    with pytest.raises(Refused, match="findes ikke længere"):
        save_task(make_anne(), make_podio_task(project).pk, 1, {"title": "Udfyld"})
