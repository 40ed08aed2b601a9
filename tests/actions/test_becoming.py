"""What only was in Podio becomes the task somebody writes: all that pointed at it points there."""

import pytest

from tasks import drafting
from tasks.actions.bin import bin_task, empty_bin
from tasks.actions.copying import copy_task
from tasks.actions.drafts import create_many, save_task
from tasks.actions.podio_tasks import add_podio_task
from tasks.checking import check_task
from tasks.forms.task import TaskForm
from tasks.forms.task_values import empty_values
from tasks.history import days_of
from tasks.models import Event, EventKind, KlikTask, Prerequisite, Project
from tasks.reference import parse
from tests.make import (
    make_anne,
    make_podio_task,
    make_project,
    make_task,
    make_wave,
    put_in_status,
)

pytestmark = pytest.mark.django_db
MI_07 = {"prefix": "MI", "separator": " ", "number": "7"}


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def row(project: Project) -> KlikTask:
    return make_podio_task(project, "07")


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)


def told(task: KlikTask) -> list[str]:
    return [entry.sentence for day in days_of(list(task.events.all())) for entry in day.entries]


def test_a_new_task_of_that_reference_is_what_all_point_at(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    two = make_task("Hent filen", project=project, related_tasks=[row])
    real = make_task("Udfyld filen", project=project, **MI_07)
    assert fresh(one).values()["prerequisites"] == [real]
    assert fresh(two).values()["related_tasks"] == [real]
    assert fresh(real).podio_url == row.podio_url
    assert not KlikTask.objects.only_in_podio()


def test_a_draft_that_gets_the_reference_becomes_it_too(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    real = make_task("Udfyld filen", project=project)
    assert not save_task(make_anne(), real.pk, 1, MI_07).refused
    assert fresh(one).values()["prerequisites"] == [real]


def test_a_draft_that_comes_into_the_project_becomes_it_too(
    project: Project, row: KlikTask
) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    real = make_task("Udfyld filen", **MI_07)
    assert not save_task(make_anne(), real.pk, 1, {"project": project}).refused
    assert fresh(one).values()["prerequisites"] == [real]


def test_one_of_many_lines_becomes_it(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    create_many(make_anne(), project, [{"title": "Udfyld filen"} | MI_07])
    assert fresh(one).values()["prerequisites"][0].title == "Udfyld filen"


def test_in_another_project_nothing_becomes_it(project: Project, row: KlikTask) -> None:
    make_task("Udfyld filen", project=make_project("Et andet"), **MI_07)
    assert list(KlikTask.objects.only_in_podio()) == [row]


def test_a_link_of_ones_own_is_kept(project: Project, row: KlikTask) -> None:
    real = make_task("Udfyld filen", project=project)
    KlikTask.objects.filter(pk=real.pk).update(podio_url="https://podio.com/own")
    save_task(make_anne(), real.pk, 1, MI_07)
    assert fresh(real).podio_url == "https://podio.com/own"
    assert real.events.get(kind=EventKind.BECAME).details["link"] == ""


def test_an_approval_of_a_task_that_points_there_holds(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    put_in_status(one, "approved")
    real = make_task("Udfyld filen", project=project, **MI_07)
    one = fresh(one)
    assert (one.status, one.revision, one.approved_revision) == ("approved", 1, 1)
    assert one.values()["prerequisites"] == [real]
    assert one.content_hash == drafting.content_hash(one.values())


def test_who_points_at_both_points_at_the_task_once(project: Project, row: KlikTask) -> None:
    real = make_task("Udfyld filen", project=project)
    one = make_task("Send filen", project=project, prerequisites=[row, real])
    save_task(make_anne(), real.pk, 1, MI_07)
    assert fresh(one).values()["prerequisites"] == [real]


def test_it_is_told_on_the_task_and_on_those_that_point_there(
    project: Project, row: KlikTask
) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    real = make_task("Udfyld filen", project=project, **MI_07)
    assert told(real)[0] == "gjorde opgaven til den, der før kun fandtes i Podio"
    assert told(one)[0] == "skrev (MI 7), som opgaven peger på, og som før kun fandtes i Podio"
    (day,) = days_of(list(Event.objects.filter(task=real)))
    assert day.entries[0].changes[0].new == row.podio_url
    assert day.entries[0].notes == (("I Podio", "(MI 07) Bestil nøgler (findes kun i Podio)"),)


def test_what_was_saved_before_still_names_it(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project)
    save_task(make_anne(), one.pk, 1, {"prerequisites": [row]})
    make_task("Udfyld filen", project=project, **MI_07)
    edits = Event.objects.filter(task=one, kind=EventKind.EDITED)
    (day,) = days_of(list(edits))
    assert day.entries[0].changes[0].new == "(MI 07) Bestil nøgler (findes kun i Podio)"


def test_the_findings_of_those_that_point_there_are_counted_anew(
    project: Project, row: KlikTask
) -> None:
    waves = [make_wave(project)]
    one = make_task(
        "Send filen", project=project, waves=waves, end_offset_days=-7, prerequisites=[row]
    )
    before = fresh(one).warnings
    make_task("Udfyld filen", project=project, waves=waves, end_offset_days=0, **MI_07)
    assert fresh(one).warnings == before + 1


def test_the_circle_that_would_close_is_named_and_the_rest_is_saved(
    project: Project, row: KlikTask
) -> None:
    one = make_task(
        "Send filen", project=project, prefix="MI", separator=" ", number="01", prerequisites=[row]
    )
    real = make_task("Udfyld filen", project=project, prerequisites=[one])
    outcome = save_task(make_anne(), real.pk, 1, MI_07 | {"goal": "<p>Mål</p>"})
    assert outcome.refused["reference"] == (
        "Opgaverne ville vente på hinanden: ”Udfyld filen” kræver (MI 01), "
        "som kræver ”Udfyld filen”."
    )
    assert (fresh(real).goal, fresh(real).number) == ("<p>Mål</p>", "")
    assert list(KlikTask.objects.only_in_podio()) == [row]


@pytest.mark.parametrize("key", ["prerequisites", "related_tasks"])
def test_a_task_that_points_at_it_itself_cannot_become_it(
    project: Project, row: KlikTask, key: str
) -> None:
    real = make_task("Udfyld filen", project=project, **{key: [row]})
    outcome = save_task(make_anne(), real.pk, 1, MI_07)
    assert outcome.refused["reference"].startswith("Opgaven peger selv på (MI 07).")
    assert not save_task(make_anne(), real.pk, 1, MI_07 | {key: []}).refused
    assert not KlikTask.objects.only_in_podio()


def test_a_page_made_before_still_means_the_same_task(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    real = make_task("Udfyld filen", project=project, **MI_07)
    sent = {"title": "Send filen", "project": project.pk, "prerequisites": [row.pk]}
    form = TaskForm(sent, stored=fresh(one).values(), pk=one.pk)
    assert form.is_valid()
    assert form.values()["prerequisites"] == [real]
    outcome = save_task(make_anne(), one.pk, 1, {"prerequisites": form.values()["prerequisites"]})
    assert outcome.written == ()


def test_a_page_that_never_was_sends_nothing_that_breaks(project: Project) -> None:
    sent = {"title": "Send filen", "project": project.pk, "prerequisites": ["x", "9" * 30]}
    assert "prerequisites" in TaskForm(sent, stored=empty_values()).errors


def test_pressing_in_the_same_sitting_stays_one_line(project: Project, row: KlikTask) -> None:
    real = make_task("Udfyld filen", project=project)
    save_task(make_anne(), real.pk, 1, MI_07)
    save_task(make_anne(), real.pk, 2, {"goal": "<p>Mål</p>"})
    assert real.events.filter(kind=EventKind.EDITED).count() == 1
    assert KlikTask.objects.get(pk=row.pk).became == real


def test_the_reference_can_change_again_and_the_bin_empties_both(
    project: Project, row: KlikTask
) -> None:
    real = make_task("Udfyld filen", project=project, **MI_07)
    save_task(make_anne(), real.pk, 1, {"number": "8"})
    again = add_podio_task(
        make_anne(),
        project.pk,
        {"reference": parse("MI 07"), "title": "Ny", "podio_url": "https://podio.com/ny"},
    )
    binned = bin_task(make_anne(), real.pk)
    assert binned.binned_at is not None
    empty_bin(binned.binned_at.replace(year=2100))
    assert list(KlikTask.objects.all()) == [again]


def test_a_copy_points_where_its_source_does(project: Project, row: KlikTask) -> None:
    one = make_task("Send filen", project=project, prerequisites=[row])
    copy = copy_task(make_anne(), one.pk).task
    assert Prerequisite.objects.filter(task=copy, required=row).exists()


def test_a_reference_to_it_in_a_text_is_known(project: Project, row: KlikTask) -> None:
    numbered = {"prefix": "MI", "separator": " ", "number": "01"}
    text = "<p>Brug filen fra (MI 07) og (MI 55).</p>"
    one = make_task("Send filen", project=project, description=text, **numbered)
    unknown = [f for f in check_task(one).standing if f.rule == "reference-unknown"]
    assert [finding.phrase for finding in unknown] == ["MI 55"]
