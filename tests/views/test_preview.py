"""*Forhåndsvisning*: a municipality's view of any task, and nothing it must not see."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import Announcement, KlikTask
from tasks.workflow import Stage, Status
from tests.exports.full_task import approved, make_full_task
from tests.make import (
    make_anne,
    make_project,
    make_ready_task,
    make_task,
    make_wave,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def url(task: KlikTask, wave: object = None) -> str:
    query = "" if wave is None else f"?boelge={wave}"
    return reverse("task_preview", args=[task.pk]) + query


def page(client: Client, task: KlikTask, wave: object = None) -> str:
    response = client.get(url(task, wave))
    assert response.status_code == 200
    return str(response.content.decode())


def article(html: str) -> str:
    """What the municipality sees, without the frame around it."""
    return html[html.index("<article") : html.index("</article>")]


def two_waves() -> tuple[KlikTask, Any, Any]:
    project = make_project()
    early = make_wave(project, "Bølge 1", date(2026, 10, 30))
    late = make_wave(project, "Bølge 2", date(2026, 11, 13))
    task = make_task(
        project=project, waves=[early, late], end_offset_days=-14, start_offset_days=-4
    )
    return task, early, late


def test_a_full_task_is_shown_with_reference_dates_texts_and_roles(anne: Client) -> None:
    seen = article(page(anne, make_full_task()))
    for text in (
        "(MI 01) Giv samtykke til SFTP-ruten på jeres vegne",
        "fredag den 16. oktober 2026 (uge 42)",
        "fredag den 25. september 2026 (uge 39)",
        "<strong>giver</strong> samtykke",
        "<ol><li>Åbn KP</li><li>Vælg samtykke</li></ol>",
        "(Auto 12) Udfyld excel-filen",
        "Systemadministrator",
        "Også: Superbruger og Projektleder.",
        'href="https://kombit.dk/a.pdf"',
    ):
        assert text in seen


def test_duration_frozen_zone_and_offsets_are_never_shown(anne: Client) -> None:
    seen = article(page(anne, make_full_task()))
    for hidden in ("3471", "varighed", "Frozen", "frozen", "-14", "-21", "Fra Go-live"):
        assert hidden not in seen


def test_the_sections_follow_the_guide_and_empty_ones_are_absent(anne: Client) -> None:
    seen = article(page(anne, make_full_task(result="", background="")))
    assert "Resultat" not in seen
    assert "Historik" not in seen
    order = ["Prioritet", "Slutdato", "Mål", "Beskrivelse", "Metode og", "Anbefalet udfører"]
    places = [seen.index(label) for label in order]
    assert places == sorted(places)


def test_the_reader_is_told_who_du_is(anne: Client) -> None:
    seen = article(page(anne, make_full_task()))
    assert "Her er ”du” den systemansvarlige" in seen
    assert "Her er ”du” udføreren" in seen


def test_the_chosen_wave_decides_the_dates(anne: Client) -> None:
    task, early, late = two_waves()
    assert "fredag den 16. oktober 2026 (uge 42)" in page(anne, task)
    assert "fredag den 16. oktober 2026 (uge 42)" in page(anne, task, early.pk)
    second = page(anne, task, late.pk)
    assert "fredag den 30. oktober 2026 (uge 44)" in article(second)
    assert f'<option value="{late.pk}" selected>Bølge 2</option>' in second


@pytest.mark.parametrize("wave", ["999999", "abc", "-1", "9" * 40, "%00", "<script>"])
def test_an_unknown_wave_is_said_and_the_first_is_shown(anne: Client, wave: str) -> None:
    task, *_ = two_waves()
    html = page(anne, task, wave)
    assert "Opgaven ligger ikke i den bølge. Du ser den i Bølge 1." in html
    assert "fredag den 16. oktober 2026 (uge 42)" in article(html)
    assert "<script>" not in article(html)


def test_a_wave_of_another_project_is_unknown_here(anne: Client) -> None:
    task, *_ = two_waves()
    stranger = make_wave(make_project("Et andet projekt"), "Hemmelig bølge")
    html = page(anne, task, stranger.pk)
    assert "ligger ikke i den bølge" in html
    assert "Hemmelig" not in html


def test_a_draft_with_a_title_alone_has_no_dates_and_no_chooser(anne: Client) -> None:
    html = page(anne, make_task("Giv samtykke"))
    assert article(html).count("ingen dato") == 2
    assert "<select" not in html
    assert "har ingen bølger endnu" in html


def test_a_wave_without_go_live_gives_no_date(anne: Client) -> None:
    project = make_project()
    wave = make_wave(project, go_live=None)
    task = make_task(project=project, waves=[wave], end_offset_days=-14, start_offset_days=-4)
    assert article(page(anne, task)).count("ingen dato") == 2


@pytest.mark.parametrize("status", ["draft", "in_review", "sent_back"])
def test_what_is_not_approved_is_stamped_with_when_it_was_saved(anne: Client, status: str) -> None:
    task = make_task()
    saved = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
    KlikTask.objects.filter(pk=task.pk).update(status=status, updated_at=saved)
    seen = article(page(anne, task))
    assert "KLADDE" in seen
    assert "gemt mandag den 23. november 2026 kl. 10.42" in seen


def test_an_approved_task_has_no_stamp(anne: Client) -> None:
    assert "KLADDE" not in article(page(anne, approved(make_full_task())))


def test_the_announcement_is_the_message_at_the_bottom(anne: Client) -> None:
    task = make_full_task()
    assert "Besked til kommunerne" not in article(page(anne, task))
    type(task.announcement).objects.filter(task=task).update(text="#besked\n\nKære alle.")
    seen = article(page(anne, task))
    assert seen.index("<p>#besked</p><p>Kære alle.</p>") > seen.index("Eksterne bilag")


def test_hostile_texts_are_shown_and_never_run(anne: Client) -> None:
    task = make_full_task(
        title=f"Giv {SCRIPT}",
        goal=f"<p>{SCRIPT}</p><img src=x onerror=alert(1)><p onclick='x'>Mål</p>",
        result='<p><a href="javascript:alert(1)">klik</a><a href="//evil.dk">her</a></p>',
        performer_comment=SCRIPT,
        attachments=[(SCRIPT, "javascript:alert(1)"), ('"><img src=x>', "https://kombit.dk/a")],
    )
    type(task.announcement).objects.filter(task=task).update(text=SCRIPT)
    seen = article(page(anne, task))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in seen
    for bad in ("<script", "<img", "onerror", "onclick", 'href="javascript', 'href="//', '"><img'):
        assert bad not in seen


def test_somebody_who_is_not_logged_in_is_asked_to(client: Client) -> None:
    response = client.get(url(make_task()))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


def test_a_task_that_does_not_exist_is_not_found(anne: Client) -> None:
    assert anne.get(reverse("task_preview", args=[999_999])).status_code == 404


def test_the_page_is_for_reading_only(anne: Client) -> None:
    assert anne.post(url(make_task())).status_code == 405


def test_more_of_everything_costs_no_more_queries(
    anne: Client, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    task = make_full_task()
    page(anne, task)
    with django_assert_max_num_queries(20) as captured:
        page(anne, task)
    few = len(captured)
    project = task.project
    assert project is not None
    for number in range(2, 5):
        task.waves.add(make_wave(project, f"Bølge {number}"))
        other = make_task(f"Udfyld fil {number}", project=project)
        task.prerequisites.add(other)
        task.related_tasks.add(other)
        task.attachments.create(position=number + 1, title="Bilag", url="https://kombit.dk/c")
    with django_assert_num_queries(few):
        page(anne, task)


def test_of_a_combined_message_preview_and_next_step_lead_to_where_it_stands(anne: Client) -> None:
    master, other = make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")
    Announcement.objects.filter(task=master).update(text="#besked")
    Announcement.objects.filter(task=other).update(covered_by=master.pk)
    put_in_status(other, Status.APPROVED)
    put_at_stage(other, Stage.PUBLISHED)
    html, link = page(anne, other), reverse("task_announcement", args=[master.pk])
    assert f'beskeden på <a href="{link}">(MI 01) Udfyld filen</a>' in html
    assert f'Fælles besked på <a href="{link}">(MI 01)</a>' in html
    assert '<span id="naeste-skridt">Send #besked på (MI 01)</span>' in html
    assert "besked" not in article(html)
    assert "Fælles besked" not in page(anne, master)
