"""”Behold teksten”: one finding or a whole line, in this task or proposed for the project."""

import pytest

from tasks import checking
from tasks.actions.findings import keep_finding, keep_findings, unkeep_finding
from tasks.actions.judging import take_on
from tasks.actions.refusal import Refused
from tasks.actions.review import submit
from tasks.checking import check_task
from tasks.models import Dismissal, KlikTask, Person
from tests.make import make_anne, make_ready_task, make_rikke, make_task

TWO = "<p>Målet er, at kommunen skal svare, og at kommunen bør vente.</p>"


@pytest.mark.django_db
def test_a_whole_line_is_kept_with_one_reason_and_told_in_one_line() -> None:
    task = make_ready_task(goal=TWO)
    errors = check_task(task).errors
    assert len(errors) == 2
    task = keep_findings(make_anne(), task.pk, errors, "Citat")
    assert [row.reason for row in task.dismissals.all()] == ["Citat", "Citat"]
    assert task.errors == 0
    event = task.events.filter(kind="kept").get()
    assert event.details["phrases"] == ["kommunen skal", "kommunen bør"]


@pytest.mark.django_db
def test_the_same_phrase_in_two_places_is_kept_once() -> None:
    task = make_ready_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    task = keep_findings(make_anne(), task.pk, check_task(task).errors, "Citat")
    assert (task.dismissals.count(), task.errors) == (1, 0)


@pytest.mark.django_db
def test_of_several_none_is_kept_when_one_belongs_to_the_form() -> None:
    task = make_ready_task(description="", goal=TWO)
    with pytest.raises(Refused, match="kan ikke beholdes"):
        keep_findings(make_anne(), task.pk, check_task(task).errors, "Fordi")
    assert not Dismissal.objects.exists()


@pytest.mark.django_db
def test_a_proposal_holds_in_its_task_and_nowhere_else() -> None:
    task, other = make_ready_task(goal=TWO), make_ready_task("Udfyld filen", goal=TWO)
    finding = check_task(task).errors[0]
    keep_finding(make_anne(), task.pk, finding, "Citat", whole_project=True)
    row = Dismissal.objects.get()
    assert (row.task, row.project, row.is_proposed) == (task, None, True)
    assert KlikTask.objects.get(pk=task.pk).errors == 1
    assert len(check_task(other).errors) == 2


@pytest.mark.django_db
def test_nothing_is_proposed_for_a_project_that_is_not_chosen() -> None:
    task = make_task(goal=TWO)
    finding = next(f for f in check_task(task).errors if f.field == "goal")
    with pytest.raises(Refused, match="Vælg et projekt først"):
        keep_finding(make_anne(), task.pk, finding, "Citat", whole_project=True)


@pytest.mark.django_db
def test_what_holds_for_the_project_is_taken_back_by_a_godkender_alone() -> None:
    task, other = make_ready_task(goal=TWO), make_ready_task("Udfyld filen", goal=TWO)
    errors = check_task(task).errors
    keep_findings(make_anne(), task.pk, errors, "Citat", whole_project=True)
    submit(make_anne(), task.pk, task.revision)
    for row in Dismissal.objects.filter(task=task):
        take_on(make_rikke(), task.pk, task.revision, row.pk)
    assert KlikTask.objects.get(pk=other.pk).errors == 0
    row = Dismissal.objects.filter(project=task.project)[0]
    with pytest.raises(Refused, match="gælder hele projektet"):
        unkeep_finding(make_anne(), other.pk, row.pk)
    unkeep_finding(make_rikke(), other.pk, row.pk)
    assert KlikTask.objects.get(pk=other.pk).errors == 1
    assert KlikTask.objects.get(pk=task.pk).errors == 1


@pytest.mark.django_db
def test_whoever_may_not_write_keeps_nothing() -> None:
    task = make_ready_task(goal=TWO)
    with pytest.raises(Refused):
        keep_finding(
            Person.objects.create(username="gert"), task.pk, check_task(task).errors[0], "Citat"
        )
    assert not Dismissal.objects.exists()


@pytest.mark.django_db
def test_a_reason_is_one_line_of_at_most_300_signs() -> None:
    task = make_ready_task(goal=TWO)
    reason = f"  Ja\n\x00 {'å' * 400}"
    keep_finding(make_anne(), task.pk, check_task(task).errors[0], reason)
    row = Dismissal.objects.get()
    assert row.reason.startswith("Ja å")
    assert len(row.reason) == 300
    assert checking.kept_rows(task, task.project) == [row]
