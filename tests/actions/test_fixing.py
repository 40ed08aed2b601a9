"""Mending a text from Tjek: one place or a whole line, on the text as it stands, in one save."""

import pytest

from tasks.actions.drafts import save_task
from tasks.actions.fixing import apart, apply_all, apply_fix, field_of, key_of, keyed, line_key_of
from tasks.actions.refusal import Refused
from tasks.checking import check_task
from tasks.models import KlikTask, Person
from tasks.richtext.edit import Change
from tasks.style import Finding
from tests.make import make_anne, make_ready_task, make_task

STEPS = ("Åbning af filen", "Oprettelse af ruten", "Udfyldelse af filen", "Indtastning af værdien")
METHOD = f"<ol>{''.join(f'<li><p>{step}</p></li>' for step in STEPS)}</ol>"
MENDED = ("Åbn filen", "Opret ruten", "Udfyld filen", "Indtast værdien")


def found(task: KlikTask, rule: str) -> list[Finding]:
    return [finding for finding in check_task(task).standing if finding.rule == rule]


# ---- One press on ”Ret alle” ----------------------------------------------------------------


@pytest.mark.django_db
def test_four_steps_are_mended_with_one_press_and_make_one_version() -> None:
    task = make_ready_task(method=METHOD)
    key = line_key_of(found(task, "method-imperative")[0])
    fixed = apply_all(make_anne(), task.pk, key)
    assert (fixed.field, fixed.count, fixed.skipped) == ("method", 4, 0)
    saved = KlikTask.objects.get(pk=task.pk)
    assert saved.method == f"<ol>{''.join(f'<li><p>{step}</p></li>' for step in MENDED)}</ol>"
    assert (saved.revision, saved.events.count()) == (task.revision + 1, 2)


@pytest.mark.django_db
def test_the_whole_line_is_mended_in_one_sentence_too() -> None:
    text = "<p>Kommunen skal svare, og <strong>kommunen skal</strong> vente.</p>"
    task = make_task(goal=text)
    apply_all(make_anne(), task.pk, "tone-municipality--goal")
    saved = KlikTask.objects.get(pk=task.pk)
    assert saved.goal == "<p>I skal svare, og <strong>I skal</strong> vente.</p>"


@pytest.mark.django_db
def test_a_line_that_is_gone_is_refused_and_nothing_is_written() -> None:
    task = make_task(goal="<p>Alt er godt.</p>")
    with pytest.raises(Refused, match="Teksten er ændret siden"):
        apply_all(make_anne(), task.pk, "tone-municipality--goal")
    assert KlikTask.objects.get(pk=task.pk).revision == task.revision


@pytest.mark.django_db
def test_the_second_of_two_presses_is_told_that_the_text_has_changed() -> None:
    task = make_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    apply_all(make_anne(), task.pk, "tone-municipality--goal")
    with pytest.raises(Refused, match="Teksten er ændret siden"):
        apply_all(make_anne(), task.pk, "tone-municipality--goal")
    assert KlikTask.objects.get(pk=task.pk).revision == task.revision + 1


@pytest.mark.django_db
def test_whoever_may_not_write_mends_nothing() -> None:
    task = make_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    with pytest.raises(Refused):
        apply_all(Person.objects.create(username="gert"), task.pk, "tone-municipality--goal")
    assert KlikTask.objects.get(pk=task.pk).goal == task.goal


def test_of_two_that_overlap_the_last_is_made() -> None:
    first, second, third = Change(0, 0, 5, "a"), Change(0, 3, 9, "b"), Change(1, 3, 9, "c")
    assert apart([first, second, third]) == [third, second]


def test_two_that_only_touch_are_both_made() -> None:
    assert len(apart([Change(0, 0, 5, "a"), Change(0, 5, 9, "b")])) == 2


# ---- A finding keeps its name while text moves around it -------------------------------------


@pytest.mark.django_db
def test_a_fix_is_made_though_text_came_in_before_it() -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    (finding,) = found(task, "tone-municipality")
    longer = "<p>En ny sætning.</p><p>Nu: Målet er, at kommunen skal svare.</p>"
    save_task(make_anne(), task.pk, task.revision, {"goal": longer})
    apply_fix(make_anne(), task.pk, key_of(finding), 0)
    mended = "<p>En ny sætning.</p><p>Nu: Målet er, at I skal svare.</p>"
    assert KlikTask.objects.get(pk=task.pk).goal == mended


@pytest.mark.django_db
def test_the_same_phrase_twice_has_two_keys() -> None:
    task = make_task(goal="<p>Kommunen skal svare. Kommunen skal vente.</p>")
    keys = [key for key, _ in keyed(found(task, "tone-municipality"))]
    assert len(set(keys)) == 2
    apply_fix(make_anne(), task.pk, keys[1], 0)
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Kommunen skal svare. I skal vente.</p>"


@pytest.mark.django_db
@pytest.mark.parametrize("number", [-1, 7])
def test_a_fix_with_a_number_that_is_not_there_is_refused(number: int) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    (finding,) = found(task, "tone-municipality")
    with pytest.raises(Refused, match="Teksten er ændret siden"):
        apply_fix(make_anne(), task.pk, key_of(finding), number)


def test_a_key_tells_its_field() -> None:
    assert field_of("tone-municipality--goal--0123456789--1") == "goal"
    assert field_of("tone-municipality--goal") == "goal"
    assert field_of("nothing") == ""
