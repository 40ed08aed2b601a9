"""A slip is put right under a standing approval; whatever else needs a new one."""

import pytest

from tasks.actions import corrections, review
from tasks.actions.corrections import NotSmall
from tasks.actions.refusal import Refused, Stale
from tasks.corrected import corrected_since_approval
from tasks.corrections import Why
from tasks.forms.review import CHECKLIST
from tasks.models import EventKind, KlikTask, Person
from tasks.permissions import editors_since_approval
from tasks.workflow import Status
from tests.make import make_anne, make_ready_task, make_rikke, make_task

pytestmark = pytest.mark.django_db

OLD, NEW = "<p>Du får en skabelonn.</p>", "<p>Du får en skabelon.</p>"


def make_approved() -> KlikTask:
    """Anne's task, approved by Rikke, with a slip in Resultat."""
    task = make_ready_task(result=OLD)
    review.submit(make_anne(), task.pk, 1)
    return review.approve(make_rikke(), task.pk, 1, list(CHECKLIST))


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)


def test_a_slip_is_put_right_and_the_approval_stands() -> None:
    task = corrections.correct(make_anne(), make_approved().pk, 1, "result", NEW)
    assert (task.status, task.revision, task.approved_revision) == (Status.APPROVED, 2, 2)
    assert task.result == NEW
    assert task.version_with(2).content["result"] == NEW
    assert task.version_with(1).content["result"] == OLD
    event = task.events.get(kind=EventKind.SMALL)
    assert (event.actor, event.details["fields"]) == (make_anne(), {"result": [OLD, NEW]})
    (one,) = corrected_since_approval(task)
    assert (one.key, one.who, one.is_in_podio) == ("result", "Anne", False)


def test_what_is_more_is_refused_with_the_reason_and_nothing_is_written() -> None:
    task = make_approved()
    with pytest.raises(NotSmall) as refused:
        corrections.correct(make_anne(), task.pk, 1, "result", "<p>Du får ikke en skabelon.</p>")
    assert refused.value.reasons == (Why.NEGATION,)
    assert (fresh(task).result, fresh(task).revision) == (OLD, 1)


def test_many_small_ones_do_not_add_up_to_a_large_one() -> None:
    task = make_approved()
    longer = "<p>Du får en skabelon, filer, breve og skemaer.</p>"
    corrections.correct(make_anne(), task.pk, 1, "result", "<p>Du får en skabelon, fil.</p>")
    with pytest.raises(NotSmall) as refused:
        corrections.correct(make_anne(), task.pk, 2, "result", longer)
    assert Why.LONG in refused.value.reasons


def test_a_new_finding_needs_a_new_approval() -> None:
    task = make_approved()
    with pytest.raises(NotSmall) as refused:
        corrections.correct(make_anne(), task.pk, 1, "result", "<p>Der fås en skabelonn.</p>")
    assert refused.value.reasons


def test_reopening_takes_the_change_along() -> None:
    task = make_approved()
    longer = "<p>Du får en helt anden skabelon, som I skal udfylde.</p>"
    task = corrections.reopen_with(make_anne(), task.pk, 1, "result", longer)
    assert (task.status, task.result, task.approved_revision) == (Status.DRAFT, longer, 1)


def test_the_same_text_changes_nothing() -> None:
    task = corrections.correct(make_anne(), make_approved().pk, 1, "result", OLD)
    assert task.revision == 1
    assert not task.events.filter(kind=EventKind.SMALL).exists()


def test_a_correction_makes_nobody_an_editor_who_cannot_approve() -> None:
    task = corrections.correct(make_anne(), make_approved().pk, 1, "result", NEW)
    assert editors_since_approval(task) == set()


def test_only_an_approved_text_and_only_its_prose() -> None:
    draft = make_task()
    with pytest.raises(Refused, match="ikke godkendt"):
        corrections.correct(make_anne(), draft.pk, 1, "goal", "<p>x</p>")
    task = make_approved()
    with pytest.raises(Refused, match="Kun tekstfelterne"):
        corrections.correct(make_anne(), task.pk, 1, "title", "x")
    ole = Person.objects.create(username="ole")
    with pytest.raises(Refused):
        corrections.correct(ole, task.pk, 1, "result", NEW)


def test_over_anothers_correction_one_is_told() -> None:
    task = make_approved()
    corrections.correct(make_anne(), task.pk, 1, "result", NEW)
    with pytest.raises(Stale):
        corrections.correct(make_anne(), task.pk, 1, "result", "<p>Du får en skabelon!</p>")


def test_a_field_that_stands_in_podio_is_to_be_mended_there() -> None:
    task = make_approved()
    KlikTask.objects.filter(pk=task.pk).update(podio_url="https://podio.com/1")
    task = corrections.correct(make_anne(), task.pk, 1, "result", NEW)
    (one,) = corrected_since_approval(task)
    assert one.is_in_podio


def test_a_new_approval_begins_a_new_list() -> None:
    task = corrections.correct(make_anne(), make_approved().pk, 1, "result", NEW)
    review.reopen(make_anne(), task.pk, 2)
    review.submit(make_anne(), task.pk, 2)
    review.approve(make_rikke(), task.pk, 2, list(CHECKLIST))
    assert corrected_since_approval(fresh(task)) == []
