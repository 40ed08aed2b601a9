"""Following up with the keyboard: choose who, read the week, and note that it is done."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tasks.models import FollowedUp, FollowUp
from tasks.workflow import Stage
from tests.browser.accessibility import faults
from tests.make import make_project, make_ready_task, make_wave, put_at_stage

Open = Callable[[str], Page]


def test_who_follows_up_is_chosen_and_the_week_is_ticked_off(open_as_anne: Open) -> None:
    project = make_project()
    wave = make_wave(project, go_live=timezone.localdate() + timedelta(days=3))
    task = make_ready_task("Bestil nøgler", project=project, waves=[wave], end_offset_days=0)
    put_at_stage(task, Stage.PUBLISHED)
    page = open_as_anne(reverse("project_detail", args=[project.pk]))
    page.get_by_role("link", name="Opfølgning").click()
    week = page.get_by_role("table", name="Denne uge")
    expect(week.get_by_text("Overskredet")).to_be_visible()
    expect(week.get_by_text("Ingen endnu")).to_be_visible()

    page.get_by_label("Hvem følger op? (MI 01)").select_option("both")
    page.get_by_label("Dage før slut").fill("syv")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Skriv et helt antal dage")
    assert faults(page) == []
    page.get_by_label("Dage før slut").fill("3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Har en ansvarlig")).to_be_visible()
    expect(week.get_by_text("Overskredet")).to_have_count(0)
    expect(week.get_by_role("cell", name="KOMBIT og leverandøren")).to_be_visible()
    assert FollowUp.objects.get(task=task).days_before == 3

    week.get_by_role("button", name="Fulgt op (MI 01) i Bølge 1").press("Enter")
    done = page.get_by_role("table", name="Fulgt op")
    expect(done.get_by_role("link", name="Bestil nøgler")).to_be_visible()
    assert faults(page) == []
    done.get_by_role("button", name="Fortryd").press("Enter")
    expect(page.get_by_role("table", name="Fulgt op")).to_have_count(0)
    assert not FollowedUp.objects.exists()
