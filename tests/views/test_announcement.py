"""The #besked page: propose without overwriting, save without losing, mend, keep and copy."""

import html
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.fixing import key_of
from tasks.announcing import TEXT_MAX
from tasks.checking import check_task
from tasks.models import Announcement, Dismissal, EventKind, KlikTask, Person, Publication
from tasks.workflow import Stage, Status
from tests.make import (
    make_anne,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    put_at_stage,
    put_in_status,
)

pytestmark = pytest.mark.django_db

TEXT = "#besked\n\nI kan gå i gang med det samme og skal være færdige senest den 16. oktober."
SCRIPT = "<script>alert('besked')</script>"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def url(task: KlikTask) -> str:
    return reverse("task_announcement", args=[task.pk])


def page_of(client: Client, task: KlikTask) -> str:
    return html.unescape(client.get(url(task)).content.decode())


def post(client: Client, task: KlikTask, text: str, **data: Any) -> Any:
    typed = {"topic": "", "announcement": text, "revision": 1, "action": "save"}
    return client.post(url(task), typed | data)


def shown(response: Any) -> str:
    return html.unescape(response.content.decode())


def textarea(page: str) -> str:
    start = page.index('id="id_announcement"')
    return page[page.index(">", start) + 1 : page.index("</textarea>", start)].removeprefix("\n")


def saved(task: KlikTask, text: str = TEXT) -> KlikTask:
    return save_announcement(make_anne(), task.pk, 1, topic="", text=text)


def only_key(task: KlikTask) -> str:
    """The key of the one finding of the saved #besked, as the page's buttons send it."""
    fresh = KlikTask.objects.with_parts().get(pk=task.pk)
    (finding,) = check_task(fresh).of_announcement().standing
    return key_of(finding)


def test_the_page_shows_the_text_and_the_facts_to_compare_it_with(anne: Client) -> None:
    other = make_ready_task("Udfyld filen")
    page = page_of(anne, saved(make_ready_task(related_tasks=[other])))
    assert textarea(page) == TEXT
    for fact in (
        "fredag den 2. oktober 2026 (uge 40)",
        "fredag den 16. oktober 2026 (uge 42)",
        "fredag den 30. oktober 2026",
        "den nye release 4.0",
        "(MI 01) Udfyld filen",
        "Ikke markeret som publiceret",
        "KP-systemansvarlige",
        "Aske",
    ):
        assert fact in page


def test_an_open_slot_is_asked_for_once(anne: Client) -> None:
    slot = "[Skriv, hvornår I kan starte]"
    page = page_of(anne, saved(make_ready_task(), f"{TEXT}\n\n{slot}"))
    assert page.count(f'<q class="finding-phrase">{slot}</q>') == 1


def test_a_short_deadline_and_a_missing_date_are_said(
    anne: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 10, 10))
    page = page_of(anne, make_ready_task())
    assert "6 dage – kort frist, som skal stå i beskeden" in page
    assert "ingen dato" in page_of(anne, make_ready_task("Andet", end_offset_days=None))


def test_a_task_with_nothing_says_where_the_facts_come_from(anne: Client) -> None:
    page = page_of(anne, make_task())
    assert "ingen bølger endnu" in page and "intet projekt" in page
    project = make_project("Tom", greeting="", lead_name="")
    assert page_of(anne, make_ready_task(project=project)).count("Mangler på projektet") == 2


def test_an_empty_text_is_filled_with_the_proposal_and_nothing_is_saved(anne: Client) -> None:
    task = make_ready_task()
    page = shown(post(anne, task, "", action="propose", topic="SFTP"))
    assert "Hermed publiceres ny KLIK-opgave vedr. SFTP" in textarea(page)
    assert "ikke gemt endnu" in page and "data-unsaved" in page
    assert Announcement.objects.get(task=task).text == ""


def test_a_typed_text_keeps_its_place_and_the_proposal_stands_beside_it(anne: Client) -> None:
    task = make_ready_task()
    page = shown(post(anne, task, "Min egen", action="propose"))
    assert textarea(page) == "Min egen"
    assert "Brug forslaget" in page and "Kære KP-systemansvarlige." in page


def test_taking_the_proposal_keeps_the_text_before_within_reach(anne: Client) -> None:
    task = make_ready_task()
    page = shown(post(anne, task, "Min egen", action="swap", other="Forslag\r\ni to linjer"))
    assert textarea(page) == "Forslag\ni to linjer"
    assert 'value="Min egen"' in page and "Brug teksten før" in page
    page = shown(post(anne, task, "Forslag", action="swap", other="Min egen"))
    assert textarea(page) == "Min egen"
    assert Announcement.objects.get(task=task).text == ""


def test_a_text_that_is_the_proposal_already_is_told_so(anne: Client) -> None:
    task = make_ready_task()
    proposal = shown(post(anne, task, "", action="propose"))
    page = shown(post(anne, task, textarea(proposal), action="propose"))
    assert "allerede som forslaget" in page and "Brug forslaget" not in page


def test_saving_keeps_the_text_and_leads_back(anne: Client) -> None:
    task = make_ready_task()
    response = post(anne, task, TEXT.replace("\n", "\r\n"), topic="SFTP")
    assert (response.status_code, response["Location"]) == (302, url(task))
    row = Announcement.objects.get(task=task)
    assert (row.text, row.topic) == (TEXT, "SFTP")
    assert "#besked er gemt kl." in page_of(anne, task)


def test_a_newer_text_stands_beside_the_typed_one(anne: Client) -> None:
    task = make_ready_task()
    save_announcement(make_rikke(), task.pk, 1, topic="Filer", text="Rikkes egen")
    response = post(anne, task, "Min egen")
    page = shown(response)
    assert response.status_code == 409
    assert "Rikke har også rettet i beskeden." in page and "står gemt som ”Filer”" in page
    assert textarea(page) == "Min egen" and "Rikkes egen" in page
    assert 'name="revision" value="2"' in page
    assert Announcement.objects.get(task=task).text == "Rikkes egen"
    post(anne, task, "Skrevet sammen", revision=2)
    assert Announcement.objects.get(task=task).text == "Skrevet sammen"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"announcement": "æ" * (TEXT_MAX + 1)}, "højst 10000 tegn"),
        ({"topic": "æ" * 201}, "højst 200 tegn"),
        ({"revision": "tre"}, "indlæs siden igen, før du gemmer."),
        ({"revision": "-1"}, "indlæs siden igen, før du gemmer."),
        ({"revision": ""}, "indlæs siden igen, før du gemmer."),
        ({"announcement": "Hej\x00"}, "Null-tegn er ikke tilladt"),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(
    anne: Client, data: dict[str, str], message: str
) -> None:
    task = make_ready_task()
    response = post(anne, task, "Min egen", **data)
    assert response.status_code == 200
    page = shown(response)
    assert message in page
    assert textarea(page) == data.get("announcement", "Min egen")
    assert Announcement.objects.get(task=task).revision == 1


def test_a_text_of_exactly_the_limit_fits_although_browsers_send_two_signs_for_a_newline(
    anne: Client,
) -> None:
    task = make_ready_task()
    assert post(anne, task, "\r\n" * TEXT_MAX).status_code == 302
    assert Announcement.objects.get(task=task).text == "\n" * TEXT_MAX


def test_the_findings_come_with_why_and_the_guides_sentence(anne: Client) -> None:
    page = page_of(anne, saved(make_ready_task(), "Kære systemansvarlige, der kommer sne."))
    assert "Begynd beskeden med ”#besked”." in page
    assert "Uden #besked forrest får kommunerne ingen mail." in page
    assert "Beskeder skal altid starte med ”#besked”" in page
    assert "Sæt #besked forrest" in page and "Behold teksten" in page
    assert "Beskeden er ikke klar til at blive sendt." in page


def test_one_press_saves_what_was_typed_with_besked_in_front(anne: Client) -> None:
    task = saved(make_ready_task(), "I kan gå i gang nu. Fristen er den 16. oktober.")
    key = only_key(task)
    post(
        anne,
        task,
        "I kan gå i gang med det samme og skal være færdige senest den 16. oktober.",
        revision=2,
        fix=f"{key}#0",
    )
    assert Announcement.objects.get(task=task).text == TEXT
    assert "#besked er rettet og gemt." in page_of(anne, task)


@pytest.mark.parametrize("key", ["x", "KEY#7", "KEY#²", "KEY#" + "9" * 5000, "a.b.c.d#0"])
def test_a_fix_that_is_gone_is_told_and_the_text_is_saved(anne: Client, key: str) -> None:
    task = saved(make_ready_task(), "I kan gå i gang nu. Fristen er den 16. oktober.")
    fix = key.replace("KEY", only_key(task))
    assert (
        post(
            anne, task, "I kan gå i gang nu. Fristen er den 16. oktober, alle.", revision=2, fix=fix
        ).status_code
        == 302
    )
    assert (
        Announcement.objects.get(task=task).text
        == "I kan gå i gang nu. Fristen er den 16. oktober, alle."
    )
    assert "Teksten er ændret siden." in page_of(anne, task)


def test_a_finding_is_kept_with_a_ready_made_reason_and_taken_back(anne: Client) -> None:
    text = "#besked\n\nDer kommer sne. Fristen er den 16. oktober."
    task = saved(make_ready_task(), text)
    post(anne, task, text, keep=f"{only_key(task)}#term")
    kept = Dismissal.objects.get()
    assert (kept.reason, kept.task) == ("Fagord, som udføreren kender", task)
    assert "Du beholder" in page_of(anne, task)
    post(anne, task, text, revision=2, unkeep=str(kept.pk))
    assert not Dismissal.objects.exists()


def test_keeping_without_a_reason_is_refused(anne: Client) -> None:
    task = saved(make_ready_task(), "#besked\n\nSne. Fristen er den 16. oktober.")
    post(anne, task, "#besked\n\nSne. Fristen er den 16. oktober.", keep=f"{only_key(task)}#other")
    assert "Vælg eller skriv en grund." in page_of(anne, task)


def test_what_is_copied_is_the_saved_text_as_podio_wants_it(anne: Client) -> None:
    page = page_of(anne, saved(make_ready_task(), f"{TEXT}\n30. oktober er *sidste* dag."))
    assert "30\\. oktober er \\*sidste\\* dag.</pre>" in page
    assert "Kopiér besked" in page and "skråstreg" in page


def test_an_unsaved_text_cannot_be_copied(anne: Client) -> None:
    task = saved(make_ready_task())
    page = shown(post(anne, task, "Min egen", revision=2, action="swap", other="Ny"))
    assert 'id="besked-til-podio"' not in page
    assert "Gem beskeden, før du kopierer den." in page


def test_open_slots_are_pointed_out(anne: Client) -> None:
    page = page_of(anne, saved(make_ready_task(), f"{TEXT} [skriv hvorfor]"))
    assert "Skal udfyldes" in page and ">[skriv hvorfor]</q>" in page


def test_while_one_types_the_findings_come_alone_and_nothing_is_saved(anne: Client) -> None:
    task = make_ready_task()
    page = shown(post(anne, task, "Kære alle", action="check", revision="", topic="x" * 300))
    assert "Begynd beskeden med ”#besked”." in page and "<html" not in page
    assert Announcement.objects.get(task=task).text == ""


@pytest.mark.parametrize("status", list(Status))
def test_it_can_be_written_in_every_status(anne: Client, status: Status) -> None:
    task = make_ready_task()
    put_in_status(task, status)
    assert post(anne, task, TEXT).status_code == 302
    assert Announcement.objects.get(task=task).text == TEXT


def test_in_the_bin_it_can_be_read_and_what_was_typed_is_not_lost(anne: Client) -> None:
    task = make_ready_task()
    bin_task(make_anne(), task.pk)
    assert "readonly" in page_of(anne, task)
    response = post(anne, task, "Min egen")
    assert response.status_code == 200
    assert "papirkurven" in shown(response) and textarea(shown(response)) == "Min egen"


def test_without_the_right_the_button_says_why(client: Client) -> None:
    client.force_login(Person.objects.create(username="gæst"))
    task = make_ready_task()
    page = page_of(client, task)
    assert "Kun forfattere kan skrive opgaver." in page and "Foreslå besked" not in page
    response = post(client, task, TEXT)
    assert response.status_code == 200 and "Kun forfattere" in shown(response)
    assert not task.events.filter(kind=EventKind.ANNOUNCEMENT).exists()


def test_a_published_task_can_be_marked_from_here_and_shows_what_was_sent(anne: Client) -> None:
    task = saved(make_ready_task())
    put_in_status(task, Status.APPROVED)
    put_at_stage(task, Stage.PUBLISHED)
    assert reverse("task_announced", args=[task.pk]) in page_of(anne, task)
    put_at_stage(task, Stage.ANNOUNCED)
    Publication.objects.filter(task=task).update(announced_text="Den sendte")
    page = page_of(anne, task)
    assert "Markeret som sendt" in page and "Den sendte" in page


def test_nothing_typed_becomes_markup(anne: Client) -> None:
    project = make_project(f"P {SCRIPT}", greeting=SCRIPT, lead_name=SCRIPT)
    other = make_ready_task(f"Udfyld {SCRIPT}", project=project)
    task = saved(make_ready_task(f"Skriv {SCRIPT}", project=project, related_tasks=[other]), SCRIPT)
    for response in (
        anne.get(url(task)),
        post(anne, task, SCRIPT, action="propose", topic=SCRIPT, revision=2),
        post(anne, task, "x", other=SCRIPT, action="swap", revision=2),
        post(anne, task, SCRIPT, action="check"),
    ):
        assert b"<script>alert" not in response.content


def test_an_anonymous_visitor_logs_in_first(client: Client) -> None:
    response = client.get(url(make_ready_task()))
    assert response.status_code == 302 and "/log-ind/" in response["Location"]


def test_a_missing_task_and_a_wrong_method(anne: Client) -> None:
    assert anne.get("/opgaver/999/besked/").status_code == 404
    assert anne.post("/opgaver/999/besked/").status_code == 404
    assert anne.delete(url(make_ready_task())).status_code == 405


def test_many_waves_and_related_tasks_cost_no_more_queries(
    anne: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one = saved(make_ready_task(related_tasks=[make_ready_task("En")]))
    many = saved(make_ready_task(related_tasks=[make_ready_task(f"Nr. {n}") for n in range(9)]))
    anne.get(url(one))
    with CaptureQueriesContext(connection) as asked:
        anne.get(url(one))
    with django_assert_num_queries(len(asked)):
        anne.get(url(many))
