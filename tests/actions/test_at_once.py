"""Several people at once: every text is kept, every number is given once."""

import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from django.db import connections

from tasks.actions.drafts import SaveOutcome, create_task, save_task
from tasks.actions.entering import tick_field
from tasks.actions.refusal import Refused
from tasks.actions.review import approve, submit
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.models import Approval, KlikTask, PodioEntry, Version
from tests.make import make_anne, make_person, make_project, make_ready_task, make_rikke, make_task

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

Answer = TypeVar("Answer")
PEOPLE = 8
TEXTS = (
    "goal",
    "description",
    "method",
    "result",
    "quality_criteria",
    "background",
    "performer_comment",
    "owner_comment",
)


def at_once(press: Callable[[int], Answer]) -> list[Answer | Exception]:
    """Let eight threads press at the same moment; return what each got, refusals included."""
    barrier = threading.Barrier(PEOPLE)
    answers: list[Answer | Exception] = [Refused("pressed nothing")] * PEOPLE

    def run(number: int) -> None:
        try:
            barrier.wait()
            answers[number] = press(number)
        except Exception as trouble:  # noqa: BLE001 - the test looks at every one
            answers[number] = trouble
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_eight_in_eight_fields_all_keep_their_text() -> None:
    task = make_task()
    people = [make_person(f"Forfatter{number}", "Forfatter") for number in range(PEOPLE)]

    def press(number: int) -> SaveOutcome:
        values = {TEXTS[number]: f"<p>Tekst {number}</p>"}
        return save_task(people[number], task.pk, 1, values)

    answers = at_once(press)
    assert [type(answer) for answer in answers] == [SaveOutcome] * PEOPLE
    saved = KlikTask.objects.get(pk=task.pk)
    assert [getattr(saved, key) for key in TEXTS] == [f"<p>Tekst {n}</p>" for n in range(PEOPLE)]
    assert sorted(Version.objects.values_list("revision", flat=True)) == list(range(1, 10))


def test_eight_in_the_same_field_one_is_saved_and_seven_are_told() -> None:
    task = make_task(goal="<p>Før</p>")
    people = [make_person(f"Forfatter{number}", "Forfatter") for number in range(PEOPLE)]

    def press(number: int) -> SaveOutcome:
        return save_task(people[number], task.pk, 1, {"goal": f"<p>Mål {number}</p>"})

    outcomes = [answer for answer in at_once(press) if isinstance(answer, SaveOutcome)]
    written = [outcome for outcome in outcomes if outcome.written]
    assert (len(outcomes), len(written)) == (PEOPLE, 1)
    goal = KlikTask.objects.get(pk=task.pk).goal
    told = {outcome.conflicts[0].theirs for outcome in outcomes if outcome.conflicts}
    assert told == {goal}


def test_eight_take_the_same_number_and_one_gets_it() -> None:
    project, anne = make_project(), make_anne()
    reference = {"prefix": "MI", "separator": " ", "number": "01", "project": project}

    def press(number: int) -> SaveOutcome:
        return create_task(anne, {"title": f"Udfyld fil {number}"} | reference)

    outcomes = [answer for answer in at_once(press) if isinstance(answer, SaveOutcome)]
    refused = [
        outcome for outcome in outcomes if "er brugt til" in outcome.refused.get("number", "")
    ]
    assert (len(outcomes), len(refused)) == (PEOPLE, PEOPLE - 1)
    assert KlikTask.objects.filter(reference_key="mi 1").count() == 1
    assert KlikTask.objects.count() == PEOPLE


def test_nobody_approves_a_text_that_is_being_changed() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    anne, rikke = make_anne(), make_rikke()

    def press(number: int) -> object:
        if number % 2:
            return save_task(anne, task.pk, 1, {TEXTS[number]: f"<p>Tekst {number}</p>"})
        return approve(rikke, task.pk, 1, list(CHECKLIST))

    at_once(press)
    saved = KlikTask.objects.get(pk=task.pk)
    if saved.approved_revision is not None:
        assert (saved.approved_revision, saved.revision) == (1, 1)
        assert Approval.objects.get().content_hash == saved.content_hash
    else:
        assert not Approval.objects.exists()
        assert saved.status == "in_review"


def test_eight_tick_the_same_field_once() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    task = approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    value_hash = podio_payload(task).field("title").value_hash
    anne = make_anne()

    answers = at_once(lambda _: tick_field(anne, task.pk, "title", value_hash))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert PodioEntry.objects.count() == 1
