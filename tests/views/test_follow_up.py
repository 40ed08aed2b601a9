"""*Opfølgning*: this week first, then what comes, and the tasks nobody follows up yet."""

import html
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tasks.actions.follow_ups import mark_followed_up, set_follow_up
from tasks.actions.review import approve, submit
from tasks.announcement import propose
from tasks.announcing import facts_of
from tasks.exports.podio import municipality_view, podio_payload
from tasks.following_up import plan
from tasks.forms.review import CHECKLIST
from tasks.models import FollowedUp, FollowUp, KlikTask, Project
from tasks.workflow import Stage, Status
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_wave,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 23)


def task_due(project: Project, deadline: date, title: str = "Ret", **values: Any) -> KlikTask:
    """A published task whose internal deadline, seven days before the end date, is that day."""
    wave = make_wave(project, f"Bølge {project.waves.count()}", deadline + timedelta(days=7))
    task = make_ready_task(title, project=project, waves=[wave], end_offset_days=0, **values)
    put_at_stage(task, Stage.PUBLISHED)
    return task


def titles(lines: list[Any]) -> list[str]:
    return [line.task.title for line in lines]


def page_of(client: Client, project: Project, query: str = "") -> str:
    answer = client.get(reverse("project_follow_up", args=[project.pk]) + query)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_the_week_begins_with_what_is_overdue_and_ends_on_sunday() -> None:
    project = make_project()
    task_due(project, MONDAY + timedelta(days=7), "Næste mandag")
    task_due(project, MONDAY + timedelta(days=6), "Søndag")
    task_due(project, MONDAY - timedelta(days=3), "Overskredet")
    task_due(project, MONDAY, "Mandag")
    found = plan(project, "", MONDAY + timedelta(days=1))
    assert titles(found.this_week) == ["Overskredet", "Mandag", "Søndag"]
    assert [line.is_overdue for line in found.this_week] == [True, True, False]
    assert titles(found.coming) == ["Næste mandag"]
    assert [line.day_off for line in found.this_week] == ["", "", "søndag"]


def test_a_week_across_new_year_is_one_week() -> None:
    project = make_project()
    task_due(project, date(2027, 1, 2), "Lørdag i uge 53")
    assert titles(plan(project, "", date(2026, 12, 28)).this_week) == ["Lørdag i uge 53"]


def test_only_the_two_obligatory_priorities_are_there() -> None:
    project = make_project()
    for priority in ("critical", "mandatory", "recommended", ""):
        task_due(project, MONDAY, priority or "ingen", priority=priority)
    binned = task_due(project, MONDAY, "papirkurv")
    KlikTask.objects.filter(pk=binned.pk).update(binned_at=timezone.now())
    found = plan(project, "", MONDAY)
    assert titles(found.this_week) == ["critical", "mandatory"] and not found.unpublished


def test_days_come_from_the_task_else_the_project_else_the_house(
    settings: Any,
) -> None:
    settings.KLIK_FOLLOW_UP_DAYS_BEFORE = 5
    project = make_project()
    task = task_due(project, MONDAY)
    end = MONDAY + timedelta(days=7)

    def deadline() -> date | None:
        project.refresh_from_db()
        found = plan(project, "", MONDAY - timedelta(days=60))
        (line,) = found.coming
        return line.deadline

    assert deadline() == end - timedelta(days=5)
    Project.objects.filter(pk=project.pk).update(follow_up_days_before=0)
    assert deadline() == end
    set_follow_up(make_anne(), task.pk, "", "kombit", 30)
    assert deadline() == end - timedelta(days=30)


def test_each_wave_has_its_own_line_and_without_a_date_it_stands_apart() -> None:
    project = make_project()
    waves = [make_wave(project, "Bølge 1", MONDAY), make_wave(project, "Bølge 2", None)]
    test_wave = make_wave(project, "Testbølge", MONDAY, is_test=True)
    task = make_ready_task(project=project, waves=waves, end_offset_days=7)
    task.waves.add(test_wave)
    put_at_stage(task, Stage.ANNOUNCED)
    found = plan(project, "", MONDAY)
    assert [line.wave.name for line in found.this_week] == ["Bølge 1"]
    assert [line.wave.name for line in found.undated] == ["Bølge 2"]


def test_the_filter_finds_who_follows_up_alone_or_together() -> None:
    project = make_project()
    for by in ("kombit", "supplier", "both", ""):
        task = task_due(project, MONDAY, by or "ingen")
        if by:
            set_follow_up(make_anne(), task.pk, "", by, None)
    asked = {who: titles(plan(project, who, MONDAY).this_week) for who in ("kombit", "supplier")}
    assert asked == {"kombit": ["kombit", "both"], "supplier": ["supplier", "both"]}
    assert titles(plan(project, "none", MONDAY).this_week) == ["ingen"]


@pytest.mark.parametrize("stage", [Stage.NONE, Stage.ON_TEST])
def test_what_no_municipality_sees_stands_apart_and_is_never_overdue(stage: Stage) -> None:
    project = make_project()
    put_at_stage(task_due(project, MONDAY - timedelta(days=30), "Ret filen"), stage)
    found = plan(project, "", MONDAY)
    assert titles(found.unpublished) == ["Ret filen"]
    assert [line.is_overdue for line in found.unpublished] == [False]
    assert not (found.this_week or found.coming or found.undated or found.done)


def test_the_page_tells_of_an_unpublished_task_with_its_step(anne: Client) -> None:
    project = make_project()
    task = task_due(project, timezone.localdate() - timedelta(days=1), "Ret filen")
    put_at_stage(task, Stage.NONE)
    page = page_of(anne, project)
    assert "Ikke publiceret endnu" in page and "· Kladde" in page
    assert "Overskredet" not in page and 'name="followed_wave"' not in page
    assert "Mangler ansvarlig for opfølgning" in page
    url = reverse("task_followed_up", args=[task.pk])
    answer = anne.post(url, {"followed_wave": task.waves.get().pk}, follow=True)
    assert "Opgaven er ikke publiceret endnu." in html.unescape(answer.content.decode())
    assert not FollowedUp.objects.exists()


def test_a_published_task_leads_to_its_master_task(anne: Client) -> None:
    project = make_project()
    task = task_due(project, timezone.localdate())
    KlikTask.objects.filter(pk=task.pk).update(podio_url="https://podio.com/mester")
    page = page_of(anne, project)
    assert 'href="https://podio.com/mester"' in page and "Ingen endnu" in page


def test_the_filter_is_kept_when_a_row_is_saved_or_ticked(anne: Client) -> None:
    project = make_project()
    task = task_due(project, timezone.localdate())
    asked = "?who=none"
    page = page_of(anne, project, asked)
    for name in ("task_follow_up", "task_followed_up"):
        assert f'action="{reverse(name, args=[task.pk])}{asked}"' in page
    url = reverse("task_followed_up", args=[task.pk]) + asked
    back = reverse("project_follow_up", args=[project.pk]) + asked
    assert anne.post(url, {"followed_wave": task.waves.get().pk})["Location"] == back
    url = reverse("task_follow_up", args=[task.pk]) + asked
    assert anne.post(url, {"by": "both", "days_before": "", "shown": ""})["Location"] == back


def test_a_row_is_saved_and_one_that_cannot_be_read_is_shown_again(anne: Client) -> None:
    project = make_project()
    task = task_due(project, MONDAY)
    url = reverse("task_follow_up", args=[task.pk])
    answer = anne.post(url, {"by": "both", "days_before": "syv", "shown": ""})
    page = html.unescape(answer.content.decode())
    assert "Skriv et helt antal dage" in page and 'value="syv"' in page
    assert '<option value="both" selected>' in page
    assert not FollowUp.objects.exists()
    assert anne.post(url, {"by": "both", "days_before": "", "shown": ""}).status_code == 302
    assert FollowUp.objects.get().by == "both"


def test_a_stale_row_says_so(anne: Client) -> None:
    project = make_project()
    task = task_due(project, MONDAY)
    set_follow_up(make_karl(), task.pk, "", "kombit", None)
    url = reverse("task_follow_up", args=[task.pk])
    answer = anne.post(url, {"by": "supplier", "days_before": "", "shown": ""}, follow=True)
    assert "En anden har ændret opfølgningen" in answer.content.decode()
    assert FollowUp.objects.get().by == "kombit"


def test_followed_up_moves_to_the_end_and_back_again(anne: Client) -> None:
    project = make_project()
    task = task_due(project, timezone.localdate())
    wave = task.waves.get()
    url = reverse("task_followed_up", args=[task.pk])
    page = anne.post(url, {"followed_wave": wave.pk}, follow=True).content.decode()
    assert "Fortryd" in page and "er fulgt op." in page
    assert plan(project, "", timezone.localdate()).this_week == []
    anne.post(url, {"followed_wave": wave.pk, "undo": "1"})
    assert len(plan(project, "", timezone.localdate()).this_week) == 1


def test_nonsense_in_the_address_shows_all(anne: Client) -> None:
    project = make_project()
    task_due(project, MONDAY, "Ret filen")
    assert "Ret filen" in page_of(anne, project, "?who=kongen")


def test_an_empty_project_says_what_comes(anne: Client) -> None:
    assert "intet at følge op på endnu" in page_of(anne, make_project())


def test_nothing_of_the_follow_up_reaches_a_municipality(client: Client) -> None:
    task = make_ready_task()
    wave = task.waves.get()
    submit(make_anne(), task.pk, task.revision)
    approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    put_at_stage(task, Stage.PUBLISHED)
    client.force_login(make_anne())
    names = ("task_preview", "task_podio", "task_announcement")

    def seen() -> list[Any]:
        fresh = KlikTask.objects.with_parts().get(pk=task.pk)
        pages = [client.get(reverse(name, args=[task.pk])).content.decode() for name in names]
        texts = [page[page.index('class="page-content"') :] for page in pages]
        return [
            municipality_view(podio_payload(fresh), fresh.waves.get()),
            podio_payload(fresh),
            propose(facts_of(fresh, timezone.localdate())),
            *(_without_secrets(text) for text in texts),
        ]

    before, sheet = seen(), _sheet(client, task)
    set_follow_up(make_karl(), task.pk, "", "supplier", 11)
    mark_followed_up(make_karl(), task.pk, wave.pk)
    assert seen() == before
    assert _sheet(client, task) == sheet


def _without_secrets(page: str) -> str:
    return "".join(part for part in page.split(">") if "csrfmiddlewaretoken" not in part)


def _sheet(client: Client, task: KlikTask) -> list[Any]:
    """The cells: the file itself also holds the second it was written in."""
    content = b"".join(client.get(reverse("task_xlsx", args=[task.pk])))
    rows: Any = load_workbook(io.BytesIO(content)).active
    return list(rows.iter_rows(values_only=True))


@pytest.mark.parametrize("status", [Status.DRAFT, Status.APPROVED])
def test_skriv_leads_to_the_follow_up_of_an_obligatory_task_alone(
    anne: Client, status: Status
) -> None:
    for priority, is_linked in (("mandatory", True), ("recommended", False)):
        task = make_ready_task(priority=priority)
        put_in_status(task, status)
        assert task.project is not None
        link = f"{reverse('project_follow_up', args=[task.project.pk])}#opgave-{task.pk}"
        page = anne.get(reverse("task_edit", args=[task.pk])).content.decode()
        assert (link in page) is is_linked
