"""#besked and its facts: the kind, the tasks it tells of, what has changed, and its refreshing."""

import html
import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tasks.actions.announcements import save_announcement
from tasks.models import Announcement, KlikTask, Publication, SentMessage
from tasks.workflow import Stage, Status
from tests.make import (
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_wave,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: TODAY)


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def url(task: KlikTask) -> str:
    return reverse("task_announcement", args=[task.pk])


def page_of(client: Client, task: KlikTask) -> str:
    return html.unescape(client.get(url(task)).content.decode())


def post(client: Client, task: KlikTask, text: str, action: str = "save", **data: Any) -> Any:
    revision = Announcement.objects.get(task=task).revision
    typed = {"topic": "", "announcement": text, "revision": revision, "action": action}
    return client.post(url(task), typed | data)


def shown(response: Any) -> str:
    return html.unescape(response.content.decode())


def textarea(page: str) -> str:
    start = page.index('id="id_announcement"')
    return page[page.index(">", start) + 1 : page.index("</textarea>", start)].removeprefix("\n")


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    return html.unescape(found[1]) if found else ""


def proposed_and_saved(client: Client, task: KlikTask, **data: Any) -> str:
    """Propose, add a sentence of Anne's own, save, and return the text."""
    proposal = post(client, task, "", "propose", **data)
    text = textarea(shown(proposal)).replace("God dag!", "Ring endelig.\n\nGod dag!")
    assert post(client, task, text, facts=hidden(proposal, "facts"), **data).status_code == 302
    return text


def move_end(task: KlikTask, days: int) -> None:
    KlikTask.objects.filter(pk=task.pk).update(end_offset_days=days)


def refreshed(client: Client, task: KlikTask) -> Any:
    page = client.get(url(task))
    text = textarea(shown(page))
    return post(client, task, text, "refresh", facts=hidden(page, "facts"), kind="new")


def test_the_facts_a_proposal_was_made_from_are_kept_with_the_text(anne: Client) -> None:
    task = make_ready_task()
    proposed_and_saved(anne, task)
    facts = Announcement.objects.get(task=task).facts
    assert facts is not None
    assert facts["tasks"][0]["periods"][0]["end"] == "2026-10-16"
    assert "forældet" not in page_of(anne, task) and "data-unsaved" not in page_of(anne, task)


def test_one_own_words_are_held_against_the_facts_that_stood_beside_them(anne: Client) -> None:
    task = make_ready_task()
    post(anne, task, "#besked\n\nI kan starte nu. Fristen er fredag den 16. oktober.")
    move_end(task, 0)
    assert "Slutdatoen er ændret til 30. oktober, men beskeden siger 16. oktober." in page_of(
        anne, task
    )


def test_a_changed_date_is_said_and_refreshed_beside_the_authors_sentences(anne: Client) -> None:
    task = make_ready_task()
    proposed_and_saved(anne, task)
    move_end(task, 0)
    page = page_of(anne, task)
    assert "Beskeden er forældet" in page and "Opdatér besked" in page
    assert "Slutdatoen er ændret til 30. oktober, men beskeden siger 16. oktober." in page
    answer = refreshed(anne, task)
    text = textarea(shown(answer))
    assert "senest fredag den 30. oktober" in text and "den 2. oktober" not in text
    assert "Ring endelig." in text
    assert "Beskeden er opdateret." in shown(answer) and "Brug teksten før" in shown(answer)
    assert "16. oktober" in Announcement.objects.get(task=task).text
    post(anne, task, text, facts=hidden(answer, "facts"))
    assert "Beskeden er forældet" not in page_of(anne, task)


def test_saving_without_refreshing_leaves_the_message_stale(anne: Client) -> None:
    task = make_ready_task()
    proposed_and_saved(anne, task)
    move_end(task, 0)
    page = anne.get(url(task))
    text = textarea(shown(page))
    post(anne, task, text.replace("Ring", "Skriv"), facts=hidden(page, "facts"))
    assert "Beskeden er forældet" in page_of(anne, task)


def test_what_finds_no_place_is_shown_and_asked_for_until_it_stands_there(anne: Client) -> None:
    task = make_ready_task()
    text = proposed_and_saved(anne, task)
    page = anne.get(url(task))
    line = next(line for line in text.splitlines() if line.startswith("I kan først"))
    own = "Vi venter på jer i oktober."
    post(anne, task, text.replace(line, own), facts=hidden(page, "facts"))
    move_end(task, 0)
    answer = refreshed(anne, task)
    assert own in textarea(shown(answer))
    assert "Skriv selv det her ind" in shown(answer)
    post(anne, task, textarea(shown(answer)), facts=hidden(answer, "facts"))
    page = anne.get(url(task))
    assert "Skriv selv det her ind" in shown(page) and "er forældet" not in shown(page)
    new = "I kan først starte på opgaven fredag den 16. oktober."
    wanted = re.search(rf"{re.escape(new)}[^<]*", shown(page))
    assert wanted is not None
    post(anne, task, text.replace(line, wanted[0]), facts=hidden(page, "facts"))
    assert "Skriv selv det her ind" not in page_of(anne, task)


def test_an_author_may_find_that_the_message_is_right_as_it_is(anne: Client) -> None:
    task = make_ready_task()
    text = proposed_and_saved(anne, task)
    move_end(task, 0)
    page = anne.get(url(task))
    answer = post(anne, task, text, "accept", facts=hidden(page, "facts"))
    assert textarea(shown(answer)) == text and "Beskeden er forældet" not in shown(answer)
    assert "data-unsaved" in shown(answer)
    post(anne, task, text, facts=hidden(answer, "facts"))
    assert "Beskeden er forældet" not in page_of(anne, task)


def test_taking_back_a_refreshed_text_takes_its_facts_back(anne: Client) -> None:
    task = make_ready_task()
    text = proposed_and_saved(anne, task)
    move_end(task, 0)
    answer = refreshed(anne, task)
    names = ("facts", "other_facts", "other")
    back = post(
        anne,
        task,
        textarea(shown(answer)),
        "swap",
        **{name: hidden(answer, name) for name in names},
    )
    assert textarea(shown(back)) == text
    assert "Beskeden er forældet" in shown(back)


@pytest.mark.parametrize("facts", ["", "x", "[]", "{}", "null", '{"tasks": []}', "[" * 9000])
def test_facts_that_are_none_harm_nobody(anne: Client, facts: str) -> None:
    task = make_ready_task()
    for action in ("save", "refresh", "accept", "propose", "check", "swap"):
        response = post(anne, task, "#besked\n\nHej", action, facts=facts, other_facts=facts)
        assert response.status_code in {200, 302}


def test_a_reminder_is_proposed_and_the_choice_is_kept(anne: Client) -> None:
    task = make_ready_task()
    page = shown(post(anne, task, "", "propose", kind="reminder"))
    assert "En venlig påmindelse:" in textarea(page)
    assert re.search(r'value="reminder"[^>]* checked', page) and "data-unsaved" in page
    proposed_and_saved(anne, task, kind="reminder")
    assert Announcement.objects.get(task=task).kind == "reminder"


def test_another_kind_than_the_text_is_written_as_is_pointed_out(anne: Client) -> None:
    task = make_ready_task()
    text = proposed_and_saved(anne, task)
    facts = json.dumps(Announcement.objects.get(task=task).facts)
    page = shown(post(anne, task, text, "swap", other=text, other_facts=facts, kind="reminder"))
    assert "Teksten er skrevet som ”Ny opgave”." in page


def test_a_change_is_proposed_from_what_was_sent(anne: Client) -> None:
    task = make_ready_task()
    proposed_and_saved(anne, task)
    put_in_status(task, Status.APPROVED)
    put_at_stage(task, Stage.PUBLISHED)
    anne.force_login(make_karl())
    anne.post(reverse("task_announced", args=[task.pk]), {"revision": 2})
    assert SentMessage.objects.get().sent_by == make_karl()
    assert "Markeret som sendt" in page_of(anne, task)
    move_end(task, 0)
    page = page_of(anne, task)
    assert "Opgaven er ændret, siden beskeden blev sendt" in page
    assert "Opdatér besked" not in page
    text = textarea(shown(post(anne, task, "", "propose", kind="changed")))
    assert "Slutdatoen er flyttet fra fredag den 16. oktober til fredag den 30. oktober." in text


def test_time_alone_makes_no_sent_message_stale(
    anne: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = make_ready_task()
    text = proposed_and_saved(anne, task)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 10, 10))
    assert "Beskeden er forældet" in page_of(anne, task)
    put_in_status(task, Status.APPROVED)
    put_at_stage(task, Stage.ANNOUNCED)
    Publication.objects.filter(task=task).update(announced_text=text)
    assert "er ændret, siden beskeden" not in page_of(anne, task)


def test_one_message_for_two_tasks_is_chosen_proposed_and_saved(anne: Client) -> None:
    master, other = make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")
    assert "(MI 02) Sæt årsagerne op" in page_of(anne, master)
    text = proposed_and_saved(anne, master, covers=[other.pk])
    assert "Hermed publiceres to nye KLIK-opgaver." in text
    assert "- ”(MI 02) Sæt årsagerne op”:" in text
    assert "(1 valgt)" in page_of(anne, master)
    covered = page_of(anne, other)
    assert "Opgaven står i beskeden på" in covered and "(MI 01) Udfyld filen" in covered
    assert 'id="id_announcement"' not in covered


def test_choosing_a_task_after_the_text_was_made_is_told_and_refreshed(anne: Client) -> None:
    master, other = make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")
    text = proposed_and_saved(anne, master)
    facts = json.dumps(Announcement.objects.get(task=master).facts)
    post(anne, master, text, covers=[other.pk], facts=facts)
    assert "Beskeden gælder nu også (MI 02)." in page_of(anne, master)
    answer = post(anne, master, text, "refresh", covers=[other.pk], facts=facts)
    assert "- ”(MI 02) Sæt årsagerne op”:" in textarea(shown(answer))
    assert "Ring endelig." in textarea(shown(answer))


def test_a_task_with_other_municipalities_is_not_offered_and_the_reason_is_given(
    anne: Client,
) -> None:
    project = make_project()
    first, second = make_wave(project), make_wave(project, "Bølge 2")
    second.municipalities.set(second.municipalities.filter(name="Odense Kommune"))
    master = make_ready_task("Udfyld filen", project=project, waves=[first])
    other = make_ready_task("Sæt årsagerne op", project=project, waves=[second])
    page = page_of(anne, master)
    assert "Aarhus Kommune får beskeden, men har ikke (MI 02)." in page
    assert 'name="covers"' not in page
    answer = post(anne, master, "Hej", covers=[other.pk])
    assert "kan ikke være med i beskeden længere" in shown(answer)
    assert Announcement.objects.get(task=master).text == ""


def test_a_covered_task_is_taken_out_from_its_own_page(anne: Client) -> None:
    master, other = make_ready_task("Udfyld filen"), make_ready_task("Sæt årsagerne op")
    save_announcement(make_anne(), master.pk, 1, topic="", text="Hej", covers=[other.pk])
    assert anne.post(url(other), {"action": "leave"}).status_code == 302
    assert 'id="id_announcement"' in page_of(anne, other)


def test_on_the_test_wave_alone_the_message_cannot_be_copied(anne: Client) -> None:
    task = make_ready_task()
    proposed_and_saved(anne, task)
    put_in_status(task, Status.APPROVED)
    put_at_stage(task, Stage.ON_TEST)
    page = page_of(anne, task)
    assert "Opgaven ligger kun på testbølgen." in page
    assert 'id="besked-til-podio"' not in page and "Markér som sendt" not in page


@pytest.mark.parametrize(("start", "is_wanted"), [(-14, True), (-400, False)])
def test_where_podio_tells_by_itself_a_later_start_is_still_worth_a_message(
    anne: Client, start: int, is_wanted: bool
) -> None:
    task = make_ready_task(start_offset_days=start)
    assert "frivillig" not in page_of(anne, task)
    with override_settings(KLIK_ANNOUNCEMENT_REQUIRED=False):
        page = page_of(anne, task)
        assert "#besked er frivillig." in page
        assert ("Skriv den alligevel her" in page) is is_wanted
