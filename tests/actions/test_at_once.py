"""Several people at once: every text is kept, every number is given once, nobody waits forever."""

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connections

from tasks import checking, drafting
from tasks.actions.bin import bin_task
from tasks.actions.drafts import SaveOutcome, create_task, save_task
from tasks.actions.entering import tick_field
from tasks.actions.findings import keep_finding
from tasks.actions.fixing import Fixed, apply_all
from tasks.actions.judging import accept_reasons, take_on
from tasks.actions.lists import refresh_tasks_with
from tasks.actions.logging_in import count_wrong, is_resting
from tasks.actions.projects import change_project
from tasks.actions.publishing import look_on_test_wave, publish, put_on_test_wave
from tasks.actions.refusal import Refused
from tasks.actions.review import approve, reopen, submit
from tasks.actions.rows import fingerprint
from tasks.actions.waves import change_wave, create_wave_for_task, remove_wave
from tasks.actions.zones import create_zone
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import (
    Announcement,
    Approval,
    Correcting,
    Dismissal,
    EventKind,
    KlikTask,
    PodioCorrection,
    PodioEntry,
    Prerequisite,
    Project,
    Publication,
    Role,
    Version,
    Wave,
)
from tests.make import (
    make_anne,
    make_karl,
    make_person,
    make_podio_task,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)
from tests.moving import confirmed

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


def test_eight_approve_and_one_of_them_does_it() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    people = [make_person(f"Godkender{number}", "Godkender") for number in range(PEOPLE)]
    answers = at_once(lambda number: approve(people[number], task.pk, 1, list(CHECKLIST)))
    told = [str(answer) for answer in answers if isinstance(answer, Refused)]
    assert (Approval.objects.count(), len(told)) == (1, PEOPLE - 1)
    assert all("allerede godkendt" in sentence for sentence in told)
    assert task.events.filter(kind=EventKind.APPROVED).count() == 1


def test_eight_presses_of_one_new_form_make_one_task() -> None:
    anne, key = make_anne(), uuid4()
    answers = at_once(lambda _: create_task(anne, {"title": "Udfyld filen"}, key))
    made = {answer.task.pk for answer in answers if isinstance(answer, SaveOutcome)}
    assert [type(answer) for answer in answers] == [SaveOutcome] * PEOPLE
    assert made == {KlikTask.objects.get().pk}
    rows = (Announcement, Publication, Version)
    assert [model.objects.count() for model in rows] == [1, 1, 1]


def test_eight_keep_the_same_phrase_and_it_is_kept_once() -> None:
    task = make_ready_task(description="<p>Kommunen skal udfylde filen.</p>")
    people = [make_person(f"Forfatter{number}", "Forfatter") for number in range(PEOPLE)]
    finding = next(f for f in checking.check_task(task).standing if f.can_be_kept)
    answers = at_once(lambda n: keep_finding(people[n], task.pk, finding, "Citat"))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert Dismissal.objects.count() == 1
    assert task.events.filter(kind=EventKind.KEPT).count() == 1


def test_two_tasks_never_come_to_require_each_other() -> None:
    first, second = make_ready_task("Udfyld filen"), make_ready_task("Send filen")
    pairs = ((first, second), (second, first))
    anne = make_anne()

    def press(number: int) -> SaveOutcome:
        task, required = pairs[number % 2]
        return save_task(anne, task.pk, 1, {"prerequisites": [required]})

    answers = at_once(press)
    assert [type(answer) for answer in answers] == [SaveOutcome] * PEOPLE
    assert Prerequisite.objects.count() == 1


def test_eight_links_of_a_circle_never_close_it() -> None:
    project, anne = make_project(), make_anne()
    tasks = [
        make_task(f"Udfyld fil {n}", prefix="MI", number=f"{n}", project=project)
        for n in range(PEOPLE)
    ]

    def press(number: int) -> SaveOutcome:
        following = tasks[(number + 1) % PEOPLE]
        return save_task(anne, tasks[number].pk, 1, {"prerequisites": [following]})

    outcomes = [answer for answer in at_once(press) if isinstance(answer, SaveOutcome)]
    refused = [outcome.refused["prerequisites"] for outcome in outcomes if outcome.refused]
    assert (len(outcomes), len(refused)) == (PEOPLE, 1)
    assert refused[0].count("kræver") == PEOPLE - 3  # the circle of nine names is told shortly
    assert Prerequisite.objects.count() == PEOPLE - 1


def test_what_was_only_in_podio_becomes_one_task_and_all_point_at_it() -> None:
    project, anne = make_project(), make_anne()
    row = make_podio_task(project, "07")
    tasks = [make_task(f"Send fil {n}", project=project) for n in range(PEOPLE)]
    reference = {"prefix": "MI", "separator": " ", "number": "07"}

    def press(number: int) -> SaveOutcome:
        if number % 2:
            return create_task(anne, {"title": f"Fil {number}", "project": project} | reference)
        return save_task(anne, tasks[number].pk, 1, {"prerequisites": [row]})

    outcomes = [answer for answer in at_once(press) if isinstance(answer, SaveOutcome)]
    assert len(outcomes) == PEOPLE
    real = KlikTask.objects.written().get(reference_key="mi 7")
    aims = {edge.required_id for edge in Prerequisite.objects.all()}
    assert aims <= {real.pk}
    saved = {outcome.task.pk for outcome in outcomes if "prerequisites" in outcome.written}
    assert set(Prerequisite.objects.values_list("task_id", flat=True)) == saved


def test_a_task_is_not_thrown_away_while_another_comes_to_require_it() -> None:
    needed, task = make_ready_task("Udfyld filen"), make_ready_task("Send filen")
    anne = make_anne()

    def press(number: int) -> object:
        if number % 2:
            return bin_task(anne, needed.pk)
        return save_task(anne, task.pk, 1, {"prerequisites": [needed]})

    at_once(press)
    is_binned = KlikTask.objects.get(pk=needed.pk).binned_at is not None
    assert is_binned != Prerequisite.objects.exists()


def test_a_wave_is_not_removed_while_a_task_takes_it() -> None:
    task, anne, karl = make_ready_task(), make_anne(), make_karl()
    assert task.project is not None
    wave = make_wave(task.project, "Bølge 2")

    def press(number: int) -> object:
        if number % 2:
            return remove_wave(karl, wave.pk)
        return save_task(anne, task.pk, 1, {"waves": [wave], "goal": f"<p>Mål {number}</p>"})

    answers = at_once(press)
    wrong = [a for a in answers if isinstance(a, Exception) and not isinstance(a, Refused)]
    assert not wrong
    saved = KlikTask.objects.get(pk=task.pk)
    assert saved.goal  # refusing the wave loses nothing else
    is_there = Wave.objects.filter(pk=wave.pk).exists()
    assert saved.waves.filter(pk=wave.pk).exists() == is_there


def test_whoever_changes_a_whole_project_and_whoever_writes_in_it_never_lock_each_other() -> None:
    project, anne, karl = make_project(), make_anne(), make_karl()
    text = "<p>Kommunen skal udfylde filen.</p>"
    tasks = [make_ready_task(f"Udfyld fil {n}", project=project, goal=text) for n in range(4)]
    wave, role = project.waves.get(), Role.objects.get(name="Systemadministrator")
    findings = [
        next(f for f in checking.check_task(task).standing if f.can_be_kept) for task in tasks
    ]
    day = date(2026, 12, 24)
    zone = {"name": "Jul", "first_day": day, "last_day": day}
    seen_wave, seen_project = fingerprint(wave), fingerprint(project)
    presses: list[Callable[[], object]] = [
        lambda: keep_finding(anne, tasks[3].pk, findings[3], "Citat", whole_project=True),
        lambda: keep_finding(anne, tasks[0].pk, findings[0], "Navn", whole_project=True),
        lambda: confirmed(partial(change_wave, karl, wave.pk, seen_wave, {"go_live": day})),
        lambda: change_project(karl, project.pk, seen_project, {"name": "KP release 5.0"}),
        lambda: confirmed(partial(create_zone, karl, project.pk, zone)),
        lambda: create_wave_for_task(anne, tasks[1].pk, {"name": "Bølge 2"}),
        lambda: refresh_tasks_with(role),
        lambda: save_task(anne, tasks[2].pk, 1, {"number": "77", "method": "<p>Udfyld.</p>"}),
    ]
    assert len(presses) == PEOPLE
    answers = at_once(lambda number: presses[number]())
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert Project.objects.get().name == "KP release 5.0"
    for task in KlikTask.objects.with_parts():
        assert task.content_hash == drafting.content_hash(task.values())
        assert task.errors == len(checking.check_task(task).of_text().errors)


def test_eight_mend_the_same_line_and_it_is_mended_once() -> None:
    task = make_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    people = [make_person(f"Forfatter{number}", "Forfatter") for number in range(PEOPLE)]
    answers = at_once(lambda n: apply_all(people[n], task.pk, "tone-municipality--goal"))
    assert len([answer for answer in answers if isinstance(answer, Fixed)]) == 1
    assert {str(answer) for answer in answers if isinstance(answer, Exception)} == {
        "Teksten er ændret siden. Se efter i Tjek igen."
    }
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.revision) == ("<p>I skal svare. I skal vente.</p>", 2)


def test_the_same_proposal_of_two_tasks_is_taken_on_once() -> None:
    tasks = [make_ready_task(f"Udfyld fil {n}", goal="<p>Kommunen skal svare.</p>") for n in (1, 2)]
    for task in tasks:
        (finding,) = checking.check_task(task).errors
        keep_finding(make_anne(), task.pk, finding, "Citat", whole_project=True)
        submit(make_anne(), task.pk, 1)
    rows = {row.task_id: row.pk for row in Dismissal.objects.all()}
    people = [make_person(f"Godkender{number}", "Godkender") for number in range(PEOPLE)]

    def press(number: int) -> KlikTask:
        task = tasks[number % 2]
        return take_on(people[number], task.pk, 1, rows[task.pk])

    answers = at_once(press)
    assert {str(answer) for answer in answers if isinstance(answer, Exception)} <= {
        "Begrundelsen er ændret eller taget tilbage. Læs opgaven igen."
    }
    assert Dismissal.objects.filter(project=tasks[0].project).count() == 1
    assert not any(checking.check_task(task).errors for task in tasks)


def test_a_reason_is_never_accepted_in_a_text_that_is_being_changed() -> None:
    task = make_ready_task(goal="<p>Kommunen skal svare.</p>")
    (finding,) = checking.check_task(task).errors
    keep_finding(make_anne(), task.pk, finding, "Citat")
    submit(make_anne(), task.pk, 1)
    row, rikke, anne = Dismissal.objects.get(), make_rikke(), make_anne()

    def press(number: int) -> object:
        if number % 2:
            return accept_reasons(rikke, task.pk, 1, [row.pk])
        return save_task(anne, task.pk, 1, {"goal": f"<p>Kommunen skal svare {number}.</p>"})

    at_once(press)
    told = list(
        KlikTask.objects.get(pk=task.pk).events.order_by("pk").values_list("kind", "revision")
    )
    accepted = [revision for kind, revision in told if kind == EventKind.REASON_ACCEPTED]
    assert set(accepted) <= {1}
    assert Dismissal.objects.get().is_accepted == bool(accepted)


def test_eight_wrong_passwords_are_eight_tries() -> None:
    answers = at_once(lambda _: count_wrong("anne", "10.0.0.1"))
    assert sorted(answers, key=str) == list(range(1, PEOPLE + 1))
    assert not is_resting("anne", "10.0.0.1")
    count_wrong("anne", "10.0.0.1")
    assert count_wrong("Anne", "10.0.0.1") == PEOPLE + 2
    assert is_resting("anne", "10.0.0.1")


def test_eight_move_the_same_go_live_and_one_does() -> None:
    project, karl = make_project(), make_karl()
    wave = make_wave(project, is_in_podio=True)
    task = make_ready_task(project=project)
    KlikTask.objects.update(podio_url="https://podio.com/1")
    seen, days = fingerprint(wave), [date(2026, 11, number + 2) for number in range(PEOPLE)]
    press = partial(change_wave, karl, wave.pk, seen)
    answers = at_once(lambda number: confirmed(partial(press, {"go_live": days[number]})))
    assert len([answer for answer in answers if isinstance(answer, Wave)]) == 1
    wave.refresh_from_db()
    assert task.events.filter(kind=EventKind.DATES_MOVED).count() == 1
    (end,) = PodioCorrection.objects.filter(what=Correcting.END)
    assert (end.old, end.new) == ("2026-10-16", str(task.period_in(wave).end))


def test_eight_look_at_the_test_wave_and_one_look_is_noted() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    karl = make_karl()
    put_on_test_wave(karl, task.pk, 1)
    answers = at_once(lambda _: look_on_test_wave(karl, task.pk, 1, TEST_STEP_CHECKLIST))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    (event,) = task.events.filter(kind=EventKind.LOOKED)
    assert Publication.objects.get(task=task).looked_at == event.at


def test_nobody_moves_on_with_a_text_that_was_not_looked_at() -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    karl, anne = make_karl(), make_anne()
    put_on_test_wave(karl, task.pk, 1)

    def press(number: int) -> object:
        if number % 2:
            return publish(karl, task.pk, 1)
        if number == 0:
            return reopen(anne, task.pk, 1)
        return look_on_test_wave(karl, task.pk, 1, TEST_STEP_CHECKLIST)

    answers = at_once(press)
    told = [answer for answer in answers if isinstance(answer, Exception)]
    assert all(isinstance(answer, Refused) for answer in told)
    looks = task.events.filter(kind=EventKind.LOOKED).count()
    row = Publication.objects.get(task=task)
    assert row.stage == "on_test" and looks == (row.looked_at is not None)
