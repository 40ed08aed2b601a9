"""Creating and saving drafts: everything typed is kept, nobody is overwritten unseen."""

from uuid import uuid4

import pytest

from tasks import drafting
from tasks.actions.drafts import create_many, create_task, save_task
from tasks.actions.refusal import Refused
from tasks.models import EventKind, KlikTask, Role
from tasks.seen import Seen, marks_of
from tests.make import make_anne, make_project, make_ready_task, make_rikke, make_task, make_wave

pytestmark = pytest.mark.django_db


def test_a_title_alone_is_enough() -> None:
    task = create_task(make_anne(), {"title": "Giv samtykke"}).task
    assert (task.title, task.status, task.revision) == ("Giv samtykke", "draft", 1)
    assert task.versions.get().content["title"] == "Giv samtykke"
    assert task.events.get().kind == EventKind.CREATED


def test_without_a_title_nothing_is_made() -> None:
    with pytest.raises(Refused, match="Giv opgaven en titel"):
        create_task(make_anne(), {"title": "", "goal": "<p>x</p>"})
    assert not KlikTask.objects.exists()


def test_the_same_form_sent_twice_makes_one_task() -> None:
    anne, key = make_anne(), uuid4()
    first = create_task(anne, {"title": "Giv samtykke"}, key)
    second = create_task(anne, {"title": "Giv samtykke"}, key)
    assert first.task.pk == second.task.pk
    assert KlikTask.objects.count() == 1


def test_every_value_comes_back_as_it_was_written() -> None:
    project = make_project()
    wave, other = make_wave(project), make_ready_task(project=project)
    roles = list(Role.objects.all()[:3])[::-1]
    task = make_ready_task(
        project=project,
        waves=[wave],
        prerequisites=[other],
        related_tasks=[other],
        performers=roles,
        owners=roles[:1],
        method="<ol><li><p>Åbn fanen</p></li></ol>",
        attachments=[("Vejledning", "https://example.dk/a")],
        duration_days=5,
        respects_frozen_zone=True,
        is_infrastructure=True,
    )
    values = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert values["performers"] == roles
    assert values["attachments"] == [("Vejledning", "https://example.dk/a")]
    assert (values["waves"], values["prerequisites"]) == ([wave], [other])
    assert drafting.content_of(values) == task.versions.get().content


def test_saving_the_same_again_leaves_no_version() -> None:
    task = make_ready_task()
    outcome = save_task(make_anne(), task.pk, task.revision, task.values())
    assert outcome.written == ()
    assert KlikTask.objects.get(pk=task.pk).revision == 1
    assert task.versions.count() == 1


def test_an_edit_is_told_with_before_and_after() -> None:
    task = make_task(goal="<p>Før</p>")
    save_task(make_anne(), task.pk, 1, {"goal": "<p>Efter</p>"})
    event = task.events.get(kind=EventKind.EDITED)
    assert event.details == {"fields": {"goal": ["<p>Før</p>", "<p>Efter</p>"]}}


def test_changes_in_different_fields_are_merged_silently() -> None:
    task = make_task(goal="<p>Mål</p>", result="<p>Resultat</p>")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    stale = {"goal": "<p>Mål</p>", "result": "<p>Annes resultat</p>"}
    page = Seen(1, marks_of(task.values(), 1))
    outcome = save_task(make_anne(), task.pk, page, page.changed(stale))
    assert (outcome.written, outcome.conflicts) == (("result",), ())
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Rikkes mål</p>", "<p>Annes resultat</p>")


def test_the_same_field_is_never_overwritten_unseen() -> None:
    task = make_task(goal="<p>Mål</p>")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    typed = {"goal": "<p>Annes mål</p>", "background": "<p>Ny</p>"}
    outcome = save_task(make_anne(), task.pk, 1, typed)
    (conflict,) = outcome.conflicts
    assert (conflict.key, conflict.theirs, conflict.by.first_name) == (
        "goal",
        "<p>Rikkes mål</p>",
        "Rikke",
    )
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.background) == ("<p>Rikkes mål</p>", "<p>Ny</p>")


def test_two_who_typed_the_same_do_not_clash() -> None:
    task = make_task(goal="<p>Mål</p>")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Nyt</p>"})
    assert save_task(make_anne(), task.pk, 1, {"goal": "<p>Nyt</p>"}).conflicts == ()


def test_a_taken_reference_is_left_out_and_the_rest_is_saved() -> None:
    project = make_project()
    mi_2 = {"prefix": "MI", "separator": " ", "number": "02", "project": project}
    make_task("Udfyld excel-filen", **mi_2)
    task = make_task(project=project)
    outcome = save_task(
        make_anne(),
        task.pk,
        1,
        {"prefix": "mi", "separator": " ", "number": "2", "goal": "<p>M</p>"},
    )
    assert outcome.refused["reference"] == (
        "(mi 2) er brugt til ”Udfyld excel-filen”. Næste ledige er (MI 03)."
    )
    saved = KlikTask.objects.get(pk=task.pk)
    assert (str(saved.reference), saved.goal) == ("", "<p>M</p>")


def test_empty_references_never_collide_and_another_project_has_its_own() -> None:
    one, two = make_project(), make_project("Et andet projekt")
    for project in (one, one, two):
        make_task(project=project)
    for project in (one, two):
        make_task(prefix="MI", number="1", project=project)
    assert KlikTask.objects.count() == 5


def test_waves_of_another_project_and_the_test_wave_are_refused() -> None:
    project, other = make_project(), make_project("Et andet projekt")
    task = make_task(project=project)
    test_wave = make_wave(project, "Testbølge", is_test=True)
    for wave in (test_wave, make_wave(other)):
        outcome = save_task(make_anne(), task.pk, task.revision, {"waves": [wave]})
        assert outcome.refused == {"waves": "Vælg blandt projektets egne bølger."}


def test_a_task_cannot_require_itself() -> None:
    task = make_task(project=make_project())
    outcome = save_task(make_anne(), task.pk, 1, {"prerequisites": [task]})
    assert "prerequisites" in outcome.refused


def test_an_emptied_title_is_not_saved_and_the_rest_is() -> None:
    task = make_task("Giv samtykke")
    outcome = save_task(make_anne(), task.pk, 1, {"title": "", "goal": "<p>M</p>"})
    assert list(outcome.refused) == ["title"]
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>M</p>"


def test_lists_keep_counts_of_what_the_engine_finds() -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    assert task.errors == 1
    saved = save_task(make_anne(), task.pk, 1, {"goal": "<p>Målet er, at I giver samtykke.</p>"})
    assert saved.task.errors == 0


def test_many_are_made_all_or_none() -> None:
    project = make_project()
    lines = [{"title": "Giv samtykke", "prefix": "MI", "number": "1"}] * 2
    with pytest.raises(Refused, match="er brugt til"):
        create_many(make_anne(), project, lines)
    assert not KlikTask.objects.exists()
