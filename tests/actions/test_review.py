"""The way through review: four eyes, exactly the version that was read, once."""

import pytest

from tasks.actions.drafts import save_task
from tasks.actions.findings import keep_finding, unkeep_finding
from tasks.actions.refusal import Refused, Stale
from tasks.actions.review import approve, reopen, send_back, submit, withdraw
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Approval, EventKind, KlikTask
from tasks.workflow import MOVES, MoveName, Status
from tests.make import (
    make_anne,
    make_karl,
    make_person,
    make_ready_task,
    make_rikke,
    put_in_status,
)

ALL = list(CHECKLIST)


def sent_task() -> KlikTask:
    task = make_ready_task()
    return submit(make_anne(), task.pk, task.revision)


@pytest.mark.django_db
def test_a_ready_draft_goes_the_whole_way() -> None:
    task = sent_task()
    assert task.status == Status.IN_REVIEW
    task = approve(make_rikke(), task.pk, task.revision, ALL)
    assert (task.status, task.approved_revision) == (Status.APPROVED, task.revision)
    approval = Approval.objects.get()
    assert (approval.content_hash, approval.checklist) == (task.content_hash, ALL)
    assert [event.kind for event in task.events.all()] == ["approved", "submitted", "created"]


@pytest.mark.django_db
def test_a_draft_with_something_to_mend_is_not_sent() -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    with pytest.raises(Refused, match="1 ting"):
        submit(make_anne(), task.pk, task.revision)


@pytest.mark.django_db
def test_a_language_finding_can_be_kept_with_a_reason_and_comes_back_when_it_is_taken_back() -> (
    None
):
    task = make_ready_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    (finding,) = check_task(task).errors
    with pytest.raises(Refused, match="grund"):
        keep_finding(make_anne(), task.pk, finding, " ")
    task = keep_finding(make_anne(), task.pk, finding, "Citat fra bekendtgørelsen")
    assert (task.errors, task.revision) == (0, 1)
    submit(make_anne(), task.pk, task.revision)
    withdraw(make_anne(), task.pk, task.revision)
    task = unkeep_finding(make_anne(), task.pk, task.dismissals.get().pk)
    assert task.errors == 1


@pytest.mark.django_db
def test_keeping_lapses_when_the_phrase_changes_and_survives_edits_elsewhere() -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    (finding,) = check_task(task).errors
    keep_finding(make_anne(), task.pk, finding, "Citat")
    saved = save_task(make_anne(), task.pk, 1, {"goal": "<p>Nu: kommunen skal give det.</p>"})
    assert saved.task.errors == 0
    saved = save_task(make_anne(), task.pk, 2, {"goal": "<p>Nu: kommunen bør give det.</p>"})
    assert saved.task.errors == 1


@pytest.mark.django_db
def test_what_is_missing_cannot_be_kept() -> None:
    task = make_ready_task(description="")
    (finding,) = check_task(task).errors
    with pytest.raises(Refused, match="kan ikke beholdes"):
        keep_finding(make_anne(), task.pk, finding, "Fordi")


@pytest.mark.django_db
def test_whoever_edited_since_the_last_approval_cannot_approve() -> None:
    task, rikke, karl = sent_task(), make_rikke(), make_karl()
    saved = save_task(rikke, task.pk, task.revision, {"goal": "<p>Giv samtykke.</p>"}).task
    with pytest.raises(Refused, match=r"^Du har rettet i opgaven, .* Karl kan\.$"):
        approve(rikke, task.pk, saved.revision, ALL)
    approved = approve(karl, task.pk, saved.revision, ALL)
    reopened = reopen(make_anne(), task.pk, approved.revision)
    saved = save_task(make_anne(), task.pk, reopened.revision, {"goal": "<p>Nyt.</p>"}).task
    submit(make_anne(), task.pk, saved.revision)
    assert approve(rikke, task.pk, saved.revision, ALL).status == Status.APPROVED


@pytest.mark.django_db
def test_keeping_a_finding_is_not_an_edit() -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen kan give samtykke.</p>")
    (finding,) = check_task(task).warnings
    rikke = make_rikke()
    keep_finding(rikke, task.pk, finding, "Citat")
    submit(make_anne(), task.pk, task.revision)
    assert approve(rikke, task.pk, task.revision, ALL).status == Status.APPROVED


@pytest.mark.django_db
def test_an_author_cannot_approve() -> None:
    task = sent_task()
    mette = make_person("Mette", "Forfatter")
    with pytest.raises(Refused, match="Kun godkendere"):
        approve(mette, task.pk, task.revision, ALL)


@pytest.mark.django_db
def test_only_the_version_that_was_read_is_approved() -> None:
    task = sent_task()
    save_task(make_anne(), task.pk, task.revision, {"goal": "<p>Andet.</p>"})
    with pytest.raises(Stale, match="er rettet, siden du åbnede den"):
        approve(make_rikke(), task.pk, task.revision, ALL)


@pytest.mark.django_db
def test_a_second_approval_is_told_who_came_first() -> None:
    task = sent_task()
    approve(make_rikke(), task.pk, task.revision, ALL)
    with pytest.raises(Refused, match=r"^Opgaven er allerede godkendt af Rikke kl\. \d+\.\d\d\.$"):
        approve(make_karl(), task.pk, task.revision, ALL)


@pytest.mark.django_db
def test_sending_back_needs_words_and_keeps_the_lines_that_were_written() -> None:
    task = sent_task()
    with pytest.raises(Refused, match="Skriv, hvad der skal gøres"):
        send_back(make_rikke(), task.pk, task.revision, "  ", {})
    task = send_back(
        make_rikke(), task.pk, task.revision, "Fortæl om fristen.", {"goal": "Kortere", "title": ""}
    )
    event = task.events.get(kind=EventKind.SENT_BACK)
    assert task.status == Status.SENT_BACK
    assert event.details == {"message": "Fortæl om fristen.", "lines": {"goal": "Kortere"}}


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("move", list(MoveName))
def test_every_move_the_table_does_not_have_is_refused(status: Status, move: MoveName) -> None:
    task, karl = make_ready_task(), make_karl()
    put_in_status(task, status)
    moves = {
        MoveName.SUBMIT: lambda: submit(karl, task.pk, 1),
        MoveName.WITHDRAW: lambda: withdraw(karl, task.pk, 1),
        MoveName.SEND_BACK: lambda: send_back(karl, task.pk, 1, "Ret", {}),
        MoveName.APPROVE: lambda: approve(karl, task.pk, 1, ALL),
        MoveName.REOPEN: lambda: reopen(karl, task.pk, 1),
    }
    if status in MOVES[move].sources:
        assert moves[move]().status == MOVES[move].target
    else:
        with pytest.raises(Refused):
            moves[move]()
        assert KlikTask.objects.get(pk=task.pk).status == status
