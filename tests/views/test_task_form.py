"""*Skriv*: nothing typed is lost, and what is wrong is said at its place."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tasks import guide
from tasks.actions.bin import bin_task
from tasks.actions.drafts import save_task
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.forms.task import TaskForm
from tasks.models import KlikTask, Role, Theme
from tests.make import (
    make_anne,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def shown(response: Any) -> str:
    return str(response.content.decode())


def typed(task: KlikTask, **changes: Any) -> dict[str, Any]:
    """What the browser sends from a task's form, with a few fields changed."""
    task = KlikTask.objects.with_parts().get(pk=task.pk)
    form = TaskForm(stored=task.values(), pk=task.pk)
    data: dict[str, Any] = {"revision": task.revision, "task": task.pk, "action": "save"}
    for field in form:
        value = field.value()
        if field.name == "attachments":
            data |= {
                "attachments_title": [title for title, _ in value],
                "attachments_url": [url for _, url in value],
            }
        elif isinstance(value, list):
            data[field.name] = [getattr(row, "pk", row) for row in value]
        elif field.name in ("respects_frozen_zone", "confirm_project"):
            data |= {field.name: "on"} if value else {}
        else:
            data[field.name] = getattr(value, "pk", "" if value is None else value)
    return data | changes


def save(client: Client, task: KlikTask, **changes: Any) -> Any:
    return client.post(reverse("task_edit", args=[task.pk]), typed(task, **changes), follow=True)


def test_anne_writes_a_title_and_the_task_is_there(anne: Client) -> None:
    response = anne.post(reverse("task_new"), {"title": "Giv samtykke", "creation_key": uuid4()})
    task = KlikTask.objects.get()
    assert response["Location"] == reverse("task_edit", args=[task.pk])
    assert (task.title, task.author.first_name) == ("Giv samtykke", "Anne")


def test_two_presses_make_one_task(anne: Client) -> None:
    data = {"title": "Giv samtykke", "creation_key": str(uuid4())}
    for _ in range(2):
        anne.post(reverse("task_new"), data)
    assert KlikTask.objects.count() == 1


def test_without_a_title_the_text_stays_in_the_form(anne: Client) -> None:
    page = shown(anne.post(reverse("task_new"), {"goal": "Målet er, at I giver samtykke."}))
    assert "Giv opgaven en titel, så gemmer vi den." in page
    assert "Målet er, at I giver samtykke." in page
    assert not KlikTask.objects.exists()


@pytest.mark.parametrize(
    ("reference", "title"),
    [("", "(MI 02) Udfyld filen"), ("(MI 02) Udfyld filen", ""), ("MI 2", "(MI 02) Udfyld filen")],
)
def test_a_pasted_title_with_reference_fills_both(anne: Client, reference: str, title: str) -> None:
    anne.post(reverse("task_new"), {"reference": reference, "title": title})
    assert str(KlikTask.objects.get()) == "(MI 02) Udfyld filen"


def test_a_title_in_the_reference_beside_another_title_is_kept_and_told(anne: Client) -> None:
    task = make_task("Giv samtykke")
    page = shown(save(anne, task, reference="(MI 02) Udfyld filen"))
    assert "Her står også en titel. Flyt den til Opgavetitel." in page
    assert 'value="(MI 02) Udfyld filen"' in page


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("end_offset_days", "to uger", "Skriv antal dage som et helt tal, fx -14."),
        ("end_offset_days", "99999", "Skriv et tal mellem -3650 og 3650."),
        ("start_offset_days", "0", "Startdatoen skal ligge før slutdatoen."),
        ("start_offset_days", "14", "Startdatoen skal ligge før slutdatoen."),
        ("duration_days", "0", "Skriv et tal mellem 1 og 3650."),
        ("reply_to", "ikke en adresse", "”ikke” er ikke en e-mailadresse."),
        ("title", "x" * 200, "højst 150 tegn, og den er på 200."),
        ("project", "999999", "Det valg findes ikke længere. Vælg igen."),
        ("phase", "<script>", "Det valg findes ikke længere. Vælg igen."),
        ("priority", "valgfri", "Det valg findes ikke længere. Vælg igen."),
        ("reference", "x" * 60, "Referencen er for lang."),
        ("waves", ["1234567"], "Det valg findes ikke længere. Vælg igen."),
        ("attachments_url", ["javascript:alert(1)"], "Skriv hele adressen"),
        ("attachments_url", ["//evil.dk"], "Skriv hele adressen"),
    ],
)
def test_what_cannot_be_stored_stays_in_the_form_and_the_rest_is_saved(
    anne: Client, key: str, text: Any, message: str
) -> None:
    task = make_task("Giv samtykke", goal="<p>Før</p>")
    sent = {key: text} | ({"attachments_title": [""]} if key == "attachments_url" else {})
    page = shown(save(anne, task, goal="Efter", **sent))
    assert message in page
    assert "Resten er gemt. Ikke gemt endnu:" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.title) == ("<p>Efter</p>", "Giv samtykke")
    if isinstance(text, str) and key not in ("project", "phase", "priority"):
        assert f'value="{text}"' in page or text in page


def test_unchanged_text_leaves_the_stored_html_untouched(anne: Client) -> None:
    html = '<p>En <strong>fed</strong> tekst med <a href="https://x.dk/a">link</a></p>'
    task = make_task(description=html)
    save(anne, task, goal="Nyt mål")
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.description, saved.goal) == (html, "<p>Nyt mål</p>")


def test_the_guides_method_keeps_its_numbers(anne: Client) -> None:
    task = make_task()
    text = "Vi anbefaler følgende trin:\r\n\r\n4. Åbn parameteren\r\n5. (….)\r\n10. Gentag punkt 5"
    save(anne, task, method=text)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "4. Åbn parameteren\n5. (….)\n10. Gentag punkt 5" in page


def test_pasted_script_stays_text(anne: Client) -> None:
    task = make_task()
    page = shown(save(anne, task, goal="<script>alert(1)</script><b>x</b>", title="<img src=x>"))
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert KlikTask.objects.get(pk=task.pk).goal == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;x&lt;/b&gt;</p>"
    )


def test_links_are_kept_row_by_row(anne: Client) -> None:
    task = make_task()
    links = {
        "attachments_title": ["Vejledning", ""],
        "attachments_url": ["https://kombit.dk/a", "https://kombit.dk/b"],
    }
    save(anne, task, **links)
    assert KlikTask.objects.with_parts().get(pk=task.pk).values()["attachments"] == [
        ("Vejledning", "https://kombit.dk/a"),
        ("", "https://kombit.dk/b"),
    ]


def test_a_retired_theme_stays_readable_and_is_not_offered_on_new_tasks(anne: Client) -> None:
    theme = Theme.objects.get(name="Strategi")
    task = make_task(theme=theme)
    Theme.objects.filter(pk=theme.pk).update(is_retired=True)
    assert "Strategi" in shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "Strategi" not in shown(anne.get(reverse("task_new")))
    page = shown(anne.post(reverse("task_new"), {"title": "Ny", "theme": theme.pk}))
    assert "Det valg findes ikke længere. Vælg igen." in page


def test_waves_and_prerequisites_appear_once_the_project_is_set(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    assert "Bølge 1" not in shown(anne.get(reverse("task_new")))
    assert "Vælg først et projekt." in shown(anne.get(reverse("task_new")))
    assert "Bølge 1" in shown(anne.get(reverse("task_new"), {"projekt": project.pk}))


def test_changing_project_lists_what_would_be_cleared_and_asks(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    page = shown(save(anne, task, project=other.pk))
    assert "Skifter du projekt, ryddes: Bølge 1." in page
    assert KlikTask.objects.get(pk=task.pk).project != other
    save(anne, task, project=other.pk, confirm_project="on")
    moved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert (moved["project"], moved["waves"]) == (other, [])


def test_save_and_create_next_keeps_the_frame(anne: Client) -> None:
    task = make_ready_task()
    page = shown(save(anne, task, action="save_next"))
    assert 'value="MI 02"' in page
    assert re.search(r"selected>Klargøring", page)
    assert "checked" in page.split("Bølge 1")[0].rsplit("<input", 1)[1]


def test_the_first_role_chosen_stays_first(anne: Client) -> None:
    last, first = Role.objects.order_by("-position")[0], Role.objects.order_by("position")[0]
    task = make_task(performers=[last])
    save(anne, task, performers=[first.pk, last.pk])
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert saved["performers"] == [last, first]


def test_the_submit_form_puts_every_error_on_its_field(anne: Client) -> None:
    task = make_task("Oprettelse af rute", goal="<p>Målet er, at kommunen skal svare.</p>")
    page = shown(save(anne, task, action="submit"))
    form = page[page.index('id="error-summary"') :]
    for field_id in ("id_title", "id_description", "id_phase", "id_goal", "id_project"):
        assert f'href="#{field_id}"' in form
    assert "Skriv en beskrivelse." in page
    assert KlikTask.objects.get(pk=task.pk).status == "draft"


def test_a_ready_task_is_sent_and_the_reviewers_are_named(anne: Client) -> None:
    task = make_ready_task()
    make_rikke()
    page = shown(save(anne, task, action="submit"))
    assert "Opgaven er gemt og sendt til godkendelse. Rikke kan godkende den." in page
    assert KlikTask.objects.get(pk=task.pk).status == "in_review"


def test_a_fix_mends_the_saved_text_and_keeps_what_was_typed_elsewhere(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal give sit samtykke.</p>")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    fix = re.search(r'name="fix" value="(tone-municipality[^"]+)"', page)
    assert fix is not None
    save(anne, task, fix=fix[1], result="Nyt resultat")
    saved = KlikTask.objects.get(pk=task.pk)
    assert saved.goal == "<p>Målet er, at I skal give jeres samtykke.</p>"
    assert saved.result == "<p>Nyt resultat</p>"


def test_a_finding_is_kept_with_one_press(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    keep = re.search(r'name="keep" value="(tone-municipality[^"#]+#name)"', page)
    assert keep is not None
    page = shown(save(anne, task, keep=keep[1]))
    assert "Anne: ”Navn, felt eller citat”" in page


def test_a_fix_that_is_gone_says_so(anne: Client) -> None:
    task = make_task(goal="<p>Alt er godt.</p>")
    page = shown(save(anne, task, fix="tone-municipality--goal--0--99#0"))
    assert "Teksten er ændret siden." in page


def test_two_who_wrote_in_the_same_field_see_both_texts(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", result="Annes resultat")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    url = reverse("task_edit", args=[task.pk])
    page = shown(anne.post(url, mine))
    assert "Rikke har også rettet i Mål. Vælg, hvad der skal stå." in page
    assert "Rikkes mål" in page
    assert "Annes mål" in page
    assert "Brug Rikkes" in page
    saved = KlikTask.objects.get(pk=task.pk)
    assert (saved.goal, saved.result) == ("<p>Rikkes mål</p>", "<p>Annes resultat</p>")
    anne.post(url, mine | {"revision": saved.revision})
    assert KlikTask.objects.get(pk=task.pk).goal == "<p>Annes mål</p>"


def test_choosing_the_others_text_leaves_it_standing(anne: Client) -> None:
    task = make_task(goal="<p>Før</p>")
    mine = typed(task, goal="Annes mål", use_theirs="goal")
    save_task(make_rikke(), task.pk, 1, {"goal": "<p>Rikkes mål</p>"})
    page = shown(anne.post(reverse("task_edit", args=[task.pk]), mine, follow=True))
    assert "Rikkes mål" in page
    assert "Annes mål" not in page


def test_an_approved_task_is_locked_and_what_was_typed_is_shown(anne: Client) -> None:
    task = make_ready_task()
    late = typed(task, goal="Skrevet for sent")
    submit(make_anne(), task.pk, 1)
    approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    response = anne.post(reverse("task_edit", args=[task.pk]), late)
    assert response.status_code == 409
    assert "Skrevet for sent" in shown(response)
    assert "Opgaven er godkendt og låst." in shown(response)
    assert KlikTask.objects.get(pk=task.pk).goal == ""


def test_a_binned_task_is_shown_locked(anne: Client) -> None:
    task = make_task()
    bin_task(make_anne(), task.pk)
    assert "Opgaven ligger i papirkurven." in shown(anne.get(reverse("task_edit", args=[task.pk])))


def test_a_reviewer_is_told_before_editing(client: Client) -> None:
    task = make_ready_task()
    client.force_login(make_rikke())
    page = shown(client.get(reverse("task_edit", args=[task.pk])))
    assert "Retter du selv, skal en anden godkende." in page


def test_the_dates_of_every_wave_stand_beside_the_offsets(anne: Client) -> None:
    project = make_project()
    waves = [make_wave(project, f"Bølge {number}") for number in (1, 2)]
    task = make_ready_task(project=project, waves=waves)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert page.count("fre 16.10.2026") == 2
    save(anne, task, end_offset_days="")
    assert "ingen dato" in shown(anne.get(reverse("task_edit", args=[task.pk])))


def test_tjek_reads_what_is_typed_and_saves_nothing(anne: Client) -> None:
    task = make_ready_task()
    data = typed(task, goal="Målet er, at kommunen skal svare.", end_offset_days="-7")
    page = shown(anne.post(reverse("task_check", args=[task.pk]), data))
    assert "kommunen skal" in page
    assert "fre 23.10.2026" in page
    assert 'data-announce="Tjek: 1 ting at se på i Mål"' in page
    assert KlikTask.objects.get(pk=task.pk).goal == ""


def test_tjek_works_before_the_first_save(anne: Client) -> None:
    page = shown(anne.post(reverse("task_check_new"), {"title": "Oprettelse af rute"}))
    assert "Oprettelse" in page
    assert "Skriv en beskrivelse." in page


@pytest.mark.parametrize("name", ["task_edit", "task_check", "task_review"])
def test_a_task_that_is_not_there_is_not_found(anne: Client, name: str) -> None:
    url = reverse(name, args=[999])
    assert (anne.post if name == "task_check" else anne.get)(url).status_code == 404


@pytest.mark.parametrize("name", ["task_new", "task_check_new"])
def test_a_stranger_is_sent_to_the_login(client: Client, name: str) -> None:
    response = client.post(reverse(name))
    assert response["Location"].startswith(reverse("login"))


def test_somebody_without_rights_can_read_but_not_write(client: Client) -> None:
    task = make_task()
    guest = make_anne()
    guest.groups.clear()
    client.force_login(guest)
    assert client.get(reverse("task_new")).status_code == 403
    assert "Kun forfattere kan skrive" in shown(client.get(reverse("task_edit", args=[task.pk])))
    assert client.post(reverse("task_edit", args=[task.pk]), {"title": "x"}).status_code == 409


def test_a_body_of_five_megabytes_is_refused_in_danish(anne: Client) -> None:
    task = make_task()
    response = anne.post(reverse("task_edit", args=[task.pk]), {"goal": "x" * 5_000_000})
    assert response.status_code == 413
    assert "for meget" in shown(response)


def test_a_nul_and_other_nonsense_never_breaks_the_page(anne: Client) -> None:
    task = make_task()
    nonsense = {
        "goal": "a\x00b",
        "title": "\x00",
        "revision": "-1e9",
        "waves": ["x", "²"],
        "project": "²",
    }
    assert save(anne, task, **nonsense).status_code == 200
    assert save(anne, task, project=["1", "2"], theme="999999999999999999999").status_code == 200


def test_the_form_asks_as_many_questions_for_many_tasks_as_for_one(
    anne: Client, django_assert_max_num_queries: Any
) -> None:
    project = make_project()
    task = make_ready_task(project=project)
    for number in range(20):
        make_ready_task(f"Udfyld fil {number}", project=project, prerequisites=[task])
    with django_assert_max_num_queries(45):
        anne.get(reverse("task_edit", args=[task.pk]))


def test_the_fields_stand_in_the_guides_order(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    make_task(project=project)
    page = shown(anne.get(reverse("task_new"), {"projekt": project.pk}))
    places = [page.index(f'id="div_id_{field.key}"') for field in guide.FIELDS]
    assert places == sorted(places)


def test_choosing_another_project_brings_its_waves_and_asks_about_the_old(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    make_wave(other, "Bølge 7")
    data = typed(task, project=other.pk)
    answer = shown(anne.post(reverse("task_project_parts"), data))
    assert "Bølge 7" in answer
    assert "Skifter du projekt, ryddes: Bølge 1." in answer
    assert KlikTask.objects.get(pk=task.pk).project == task.project


def test_what_belongs_to_the_old_project_is_never_cleared_unasked(anne: Client) -> None:
    task, other = make_ready_task(), make_project("Et andet projekt")
    new_wave = make_wave(other, "Bølge 7")
    page = shown(save(anne, task, project=other.pk, waves=[new_wave.pk], goal="Nyt mål"))
    assert "Skifter du projekt, ryddes: Bølge 1." in page
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert ([wave.name for wave in saved["waves"]], saved["goal"]) == (
        ["Bølge 1"],
        "<p>Nyt mål</p>",
    )
    save(anne, task, project=other.pk, waves=[new_wave.pk], confirm_project="on")
    saved = KlikTask.objects.with_parts().get(pk=task.pk).values()
    assert (saved["project"], saved["waves"]) == (other, [new_wave])


def test_a_new_task_with_something_unsaved_goes_on_as_the_same_task(anne: Client) -> None:
    page = shown(anne.post(reverse("task_new"), {"title": "Giv samtykke", "duration_days": "x"}))
    task = KlikTask.objects.get()
    assert f'action="{reverse("task_edit", args=[task.pk])}"' in page
    assert 'value="x"' in page
