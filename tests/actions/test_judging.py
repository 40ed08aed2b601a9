"""The godkender's word on a reason: never one's own, for the text that was read, and once."""

import pytest

from tasks.actions.drafts import save_task
from tasks.actions.findings import keep_finding, keep_findings
from tasks.actions.judging import accept_reasons, decline_proposal, refuse_reason, take_on
from tasks.actions.refusal import Refused, Stale
from tasks.actions.review import approve, send_back, submit
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Dismissal, EventKind, KlikTask, Person, Verdict
from tasks.workflow import Status
from tests.make import make_anne, make_karl, make_ready_task, make_rikke

pytestmark = pytest.mark.django_db

TWO = "<p>Målet er, at kommunen skal svare, og at kommunen bør vente.</p>"
ALL = list(CHECKLIST)


def kept_task(goal: str = TWO, *, by: Person | None = None, proposed: bool = False) -> KlikTask:
    """In review, with every finding of the goal that counts at a door kept."""
    task = make_ready_task(goal=goal)
    result = check_task(task)
    for finding in (*result.errors, *result.warnings):
        keep_finding(by or make_anne(), task.pk, finding, "Citat", whole_project=proposed)
    return submit(make_anne(), task.pk, task.revision)


def keys(task: KlikTask) -> list[int]:
    return list(Dismissal.objects.filter(task=task).order_by("pk").values_list("pk", flat=True))


# ---- Godtag begrundelsen ---------------------------------------------------------------------


def test_a_kept_error_must_be_accepted_before_the_text_is_approved() -> None:
    task, rikke = kept_task(), make_rikke()
    with pytest.raises(Refused, match="Godtag de 2 begrundelser først"):
        approve(rikke, task.pk, task.revision, ALL)
    first, second = keys(task)
    assert accept_reasons(rikke, task.pk, task.revision, [first]) == 1
    with pytest.raises(Refused, match=r"Godtag begrundelsen for ”kommunen bør” i Mål først"):
        approve(rikke, task.pk, task.revision, ALL)
    accept_reasons(rikke, task.pk, task.revision, [second])
    assert approve(rikke, task.pk, task.revision, ALL).status == Status.APPROVED


def test_all_are_accepted_at_once_and_told_in_one_line() -> None:
    task = kept_task()
    assert accept_reasons(make_rikke(), task.pk, task.revision, keys(task)) == 2
    assert set(task.dismissals.values_list("verdict", flat=True)) == {Verdict.ACCEPTED}
    assert {row.judged_by for row in task.dismissals.all()} == {make_rikke()}
    assert task.events.filter(kind=EventKind.REASON_ACCEPTED).count() == 1


def test_accepting_again_changes_nothing() -> None:
    task = kept_task()
    accept_reasons(make_rikke(), task.pk, task.revision, keys(task))
    assert accept_reasons(make_karl(), task.pk, task.revision, keys(task)) == 0
    assert {row.judged_by for row in task.dismissals.all()} == {make_rikke()}


def test_nobody_accepts_a_reason_of_their_own() -> None:
    task, rikke = kept_task(by=make_rikke()), make_rikke()
    with pytest.raises(Refused, match="en anden skal godtage"):
        accept_reasons(rikke, task.pk, task.revision, keys(task))
    with pytest.raises(Refused, match="begrundelser først"):
        approve(rikke, task.pk, task.revision, ALL)
    assert accept_reasons(make_karl(), task.pk, task.revision, keys(task)) == 2


def test_an_author_accepts_nothing() -> None:
    task = kept_task(by=make_rikke())
    with pytest.raises(Refused, match="Kun godkendere"):
        accept_reasons(make_anne(), task.pk, task.revision, keys(task))


def test_a_draft_has_nothing_to_accept() -> None:
    task = make_ready_task(goal=TWO)
    keep_findings(make_anne(), task.pk, check_task(task).errors, "Citat")
    with pytest.raises(Refused, match="når trinnet er ”Kladde”"):
        accept_reasons(make_rikke(), task.pk, task.revision, keys(task))


def test_a_reason_is_judged_in_the_text_that_was_read() -> None:
    task = kept_task()
    save_task(make_anne(), task.pk, task.revision, {"result": "<p>Andet.</p>"})
    with pytest.raises(Stale, match="er rettet, siden du åbnede den"):
        accept_reasons(make_rikke(), task.pk, task.revision, keys(task))
    with pytest.raises(Stale, match="er rettet, siden du åbnede den"):
        refuse_reason(make_rikke(), task.pk, task.revision, keys(task)[0], "")
    assert set(task.dismissals.values_list("verdict", flat=True)) == {Verdict.OPEN}


def test_a_reason_of_another_task_cannot_be_judged_through_this_one() -> None:
    task, other = kept_task(), kept_task()
    with pytest.raises(Refused, match="ændret eller taget tilbage"):
        accept_reasons(make_rikke(), task.pk, task.revision, keys(other))


def test_a_kept_warning_is_accepted_with_the_approval() -> None:
    task = kept_task("<p>Målet er, at kommunen kan svare.</p>")
    approve(make_rikke(), task.pk, task.revision, ALL)
    row = task.dismissals.get()
    assert (row.verdict, row.judged_by) == (Verdict.ACCEPTED, make_rikke())


# ---- Bed om rettelse -------------------------------------------------------------------------


def test_a_refused_finding_stands_again_with_the_words() -> None:
    task, rikke = kept_task(), make_rikke()
    task = refuse_reason(rikke, task.pk, task.revision, keys(task)[0], "Skriv\nI skal.")
    assert task.errors == 1
    (refused,) = check_task(task).refused
    assert (refused.row.words, refused.row.judged_by) == ("Skriv I skal.", rikke)
    with pytest.raises(Refused, match="skal rettes eller beholdes først"):
        approve(rikke, task.pk, task.revision, ALL)


def test_a_new_reason_takes_the_place_of_the_refused() -> None:
    task = kept_task()
    refuse_reason(make_rikke(), task.pk, task.revision, keys(task)[0], "")
    task = send_back(make_rikke(), task.pk, task.revision, "Ret Mål.", {})
    (finding,) = check_task(task).errors
    task = keep_finding(make_anne(), task.pk, finding, "Ordret fra loven")
    assert task.errors == 0
    row = task.dismissals.get(reason="Ordret fra loven")
    assert (row.verdict, row.judged_by) == (Verdict.OPEN, None)


def test_the_godkender_may_think_better_of_it() -> None:
    task, rikke = kept_task(), make_rikke()
    for key in keys(task):
        refuse_reason(rikke, task.pk, task.revision, key, "")
    assert accept_reasons(rikke, task.pk, task.revision, keys(task)) == 2
    assert approve(rikke, task.pk, task.revision, ALL).status == Status.APPROVED


# ---- For hele projektet ----------------------------------------------------------------------


def test_a_proposal_is_taken_on_once_and_holds_in_every_task() -> None:
    task, other = kept_task(proposed=True), make_ready_task("Udfyld filen", goal=TWO)
    for key in keys(task):
        take_on(make_rikke(), task.pk, task.revision, key)
    assert KlikTask.objects.get(pk=other.pk).errors == 0
    assert {row.by for row in Dismissal.objects.filter(project=task.project)} == {make_anne()}
    assert approve(make_rikke(), task.pk, task.revision, ALL).status == Status.APPROVED
    assert submit(make_anne(), other.pk, other.revision).status == Status.IN_REVIEW
    assert approve(make_rikke(), other.pk, other.revision, ALL).status == Status.APPROVED


def test_a_proposal_that_is_taken_on_is_gone_for_the_next_press() -> None:
    task = kept_task(proposed=True)
    key = keys(task)[0]
    take_on(make_rikke(), task.pk, task.revision, key)
    with pytest.raises(Refused, match="ændret eller taget tilbage"):
        take_on(make_karl(), task.pk, task.revision, key)
    assert Dismissal.objects.filter(project=task.project).count() == 1


def test_nobody_takes_on_a_proposal_of_their_own_and_no_author_any() -> None:
    task = kept_task(by=make_rikke(), proposed=True)
    for person in (make_rikke(), make_anne()):
        with pytest.raises(Refused):
            take_on(person, task.pk, task.revision, keys(task)[0])
    assert not Dismissal.objects.exclude(project=None).exists()


def test_a_proposal_may_be_accepted_for_this_task_alone() -> None:
    task, other = kept_task(proposed=True), make_ready_task("Udfyld filen", goal=TWO)
    for key in keys(task):
        decline_proposal(make_rikke(), task.pk, task.revision, key)
    assert not Dismissal.objects.filter(is_proposed=True).exists()
    assert len(check_task(other).errors) == 2
    assert approve(make_rikke(), task.pk, task.revision, ALL).status == Status.APPROVED


def test_accepting_the_reason_leaves_the_proposal_to_be_settled() -> None:
    task = kept_task(proposed=True)
    accept_reasons(make_rikke(), task.pk, task.revision, keys(task))
    assert Dismissal.objects.filter(is_proposed=True).count() == 2


def test_a_refused_proposal_falls() -> None:
    task = kept_task(proposed=True)
    refuse_reason(make_rikke(), task.pk, task.revision, keys(task)[0], "")
    assert Dismissal.objects.filter(is_proposed=True).count() == 1
