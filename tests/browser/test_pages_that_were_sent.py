"""The pages that answer a form, at 1280 and at 320 px: errors, conflicts, questions, previews."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.actions.announcements import save_announcement
from tasks.actions.drafts import save_task
from tasks.actions.review import approve, submit
from tasks.forms.review import CHECKLIST
from tasks.guide import examples
from tests.browser.accessibility import faults
from tests.browser.house import make_house
from tests.make import make_anne, make_karl, make_project, make_ready_task, make_rikke, make_task

WRONG = {
    "id_reply_to": "ingen adresse",
    "id_duration_days": "0",
    "id_end_offset_days": "om to uger",
    "id_start_offset_days": "14",
    "id_attachments_url_1": "ikke en adresse",
}


@pytest.fixture
def look(new_page: Any, live_server: LiveServer) -> Page:
    """One window of the common size."""
    page: Page = new_page(viewport={"width": 1280, "height": 900}, base_url=live_server.url)
    return page


def send(page: Page, button: str, shows: str = "#error-summary") -> list[str]:
    """Press a button and return what is amiss with the page that answers."""
    page.set_viewport_size({"width": 1280, "height": 900})
    with page.expect_navigation():  # what is shown may have stood on the page before, too
        page.get_by_role("button", name=button, exact=True).last.click()
    expect(page.locator(shows).first).to_be_visible()
    return faults(page)


def test_the_task_form_with_what_was_typed_wrongly(look: Page, sign_in: Any) -> None:
    task = make_ready_task("Oprettelse af ruten", goal="<p>Målet er, at kommunen skal svare.</p>")
    sign_in(look, make_rikke())
    look.goto(reverse("task_edit", args=[task.pk]))
    for field, text in WRONG.items():
        look.locator(f"#{field}").fill(text)
    found = send(look, "Gem")
    expect(look.locator("#error-summary li")).to_have_count(len(WRONG))
    found += send(look, "Send til godkendelse")
    assert found == []


def test_the_task_form_when_two_wrote_in_the_same_field(look: Page, sign_in: Any) -> None:
    task = make_ready_task(goal="<p>Før</p>")
    sign_in(look, make_rikke())
    look.goto(reverse("task_edit", args=[task.pk]))
    look.locator("#id_goal").fill("Rikkes mål")
    save_task(make_anne(), task.pk, task.revision, {"goal": "<p>Annes nye mål</p>"})
    assert send(look, "Gem", "#konflikt-goal") == []


def test_a_task_that_was_locked_while_one_wrote(
    look: Page, sign_in: Any, expected_troubles: list[str]
) -> None:
    expected_troubles.append("status of 409")
    task = make_ready_task()
    sign_in(look, make_anne())
    look.goto(task.get_absolute_url())
    look.locator("#id_goal").fill("Skrevet for sent.")
    submit(make_anne(), task.pk, task.revision)
    approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))
    assert send(look, "Gem", "#din-tekst") == []
    expect(look.get_by_text("Skrevet for sent.")).to_be_visible()


def test_the_review_without_ticks_and_without_words(look: Page, sign_in: Any) -> None:
    task = make_ready_task()
    submit(make_anne(), task.pk, task.revision)
    url = reverse("task_review", args=[task.pk])
    sign_in(look, make_rikke())
    look.goto(url)
    found = send(look, "Godkend")
    look.goto(url)
    found += send(look, "Send tilbage")
    assert found == []


def test_the_list_that_finds_nothing_and_what_is_sent_from_it(look: Page, sign_in: Any) -> None:
    make_house()
    ready = make_ready_task("Bestil adgang til portalen")
    sign_in(look, make_anne())
    look.goto(f"{reverse('task_list')}?q=findes+ikke")
    expect(look.get_by_text("Ingen opgaver passer")).to_be_visible()
    found = faults(look)
    look.goto(reverse("task_list"))
    look.set_viewport_size({"width": 1280, "height": 900})
    look.get_by_role("checkbox", name="Vælg alle på siden").check()
    found += send(look, "Send valgte til godkendelse", "input[name=seen] >> xpath=..")
    found += send(look, "Send til godkendelse", f"text={ready.title}")
    expect(look.get_by_role("heading", name="Ikke sendt")).to_be_visible()
    assert found == []


def test_many_titles_pasted_wrongly_and_then_rightly(look: Page, sign_in: Any) -> None:
    project = make_project()
    sign_in(look, make_anne())
    look.goto(reverse("task_new_many"))
    look.locator("#id_project").select_option(label=project.name)
    look.locator("#id_lines").fill("(MI 20) Udfyld\n(MI 20) Udfyld igen\nx" + "y" * 200)
    found = send(look, "Se, hvad der bliver oprettet")
    look.locator("#id_lines").fill("(MI 20) Udfyld filen\n(MI 21) Oprettelse af filen\nHent den")
    found += send(look, "Se, hvad der bliver oprettet", "#preview-heading")
    assert found == []


def test_the_message_with_a_proposal_beside_it(look: Page, sign_in: Any) -> None:
    written, empty = make_ready_task(), make_task()
    text = examples.SETUP_ANNOUNCEMENT
    save_announcement(make_anne(), written.pk, written.announcement.revision, topic="", text=text)
    sign_in(look, make_anne())
    look.goto(reverse("task_announcement", args=[written.pk]))
    found = send(look, "Foreslå besked", "#ved-siden-af")
    look.goto(reverse("task_announcement", args=[empty.pk]))
    found += send(look, "Foreslå besked", "text=Forslaget er ikke gemt endnu")
    assert found == []


def test_the_small_forms_sent_empty(look: Page, sign_in: Any) -> None:
    house, found = make_house(), []
    sign_in(look, make_karl())
    project, approved = house.project.pk, house.approved.pk
    for url, button in (
        (reverse("project_new"), "Opret projekt"),
        (reverse("wave_new", args=[project]), "Opret bølge"),
        (reverse("zone_new", args=[project]), "Opret frozen zone"),
        (reverse("prefix_new", args=[project]), "Opret præfiks"),
        (reverse("task_skip_test", args=[approved]), "Spring test over"),
        (reverse("password"), "Skift adgangskode"),
    ):
        look.goto(url)
        found += send(look, button)
    assert found == []
