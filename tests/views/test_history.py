"""*Forløb*: who did what when, in Danish sentences, with before and after of each field."""

import html
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tasks.actions import review
from tasks.actions.announcements import save_announcement
from tasks.actions.drafts import save_task
from tasks.actions.findings import keep_finding
from tasks.checking import check_task
from tasks.forms.review import CHECKLIST
from tasks.models import Event, EventKind, KlikTask, Phase, Role, Wave
from tests.make import make_anne, make_karl, make_ready_task, make_rikke, make_task, make_wave

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert('forløb')</script>"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def url(task: KlikTask) -> str:
    return reverse("task_history", args=[task.pk])


def text_of(client: Client, task: KlikTask, query: str = "") -> str:
    """The page's words alone, with white space folded."""
    page = client.get(url(task) + query).content.decode()
    body = page[page.index('class="page-content"') : page.index("</main>")]
    words = " ".join(part.partition(">")[2] for part in body.split("<"))
    return " ".join(html.unescape(words).split())


def edit(task: KlikTask, **values: Any) -> KlikTask:
    fresh = KlikTask.objects.get(pk=task.pk)
    outcome = save_task(make_anne(), task.pk, fresh.revision, values)
    assert not outcome.refused
    return outcome.task


def happened(task: KlikTask, kind: EventKind, **details: Any) -> Event:
    return Event.objects.create(
        task=task, kind=kind, actor=make_karl(), at=timezone.now(), revision=1, details=details
    )


def test_the_newest_stands_first_under_its_day(anne: Client) -> None:
    task = make_ready_task()
    copenhagen = ZoneInfo("Europe/Copenhagen")
    late = datetime(2026, 10, 12, 23, 59, tzinfo=copenhagen)
    task.events.update(at=late)
    review.submit(make_anne(), task.pk, task.revision)
    task.events.filter(kind=EventKind.SUBMITTED).update(at=late + timedelta(minutes=2))
    words = text_of(anne, task)
    assert words.index("Tirsdag den 13. oktober 2026") < words.index("Mandag den 12. oktober 2026")
    assert "kl. 0.01 Anne sendte opgaven til godkendelse" in words
    assert "kl. 23.59 Anne oprettede opgaven" in words


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("title", "Giv ja", "Opgavetitel: Giv samtykke til SFTP-ruten → ændret til Giv ja"),
        ("number", "07", "Reference, nummer: 01 → ændret til 07"),
        ("separator", "", "Reference, tegn imellem: mellemrum → ændret til (tomt)"),
        ("priority", "critical", "Obligatorisk → ændret til Obligatorisk på kritisk vej"),
        ("is_infrastructure", True, "STS/infrastruktur opgave?: Nej → ændret til Ja"),
        ("respects_frozen_zone", True, "Frozen zone: Nej → ændret til Ja"),
        ("end_offset_days", 0, "Slutdato (Fra Go-live): -14 → ændret til 0"),
        ("duration_days", 5, "Opgavens varighed (antal dage): (tomt) → ændret til 5"),
        ("goal", "<p>Et <em>kort</em> mål.</p>", "Mål: (tomt) → ændret til Et kort mål."),
        ("reply_to", "kp@kombit.dk", "Svar til: (tomt) → ændret til kp@kombit.dk"),
        (
            "attachments",
            [("Vejledning", "https://www.kombit.dk/kp")],
            "Eksterne bilag: (tomt) → ændret til Vejledning https://www.kombit.dk/kp",
        ),
    ],
)
def test_each_field_is_told_before_and_after(anne: Client, key: str, value: Any, told: str) -> None:
    task = edit(make_ready_task(), **{key: value})
    assert told in text_of(anne, task)


def test_rows_are_told_by_their_names(anne: Client) -> None:
    task = make_ready_task()
    assert task.project is not None
    second = make_wave(task.project, "Bølge 2")
    other = make_ready_task("Udfyld filen")
    edit(
        task,
        phase=Phase.objects.get(name="Ibrugtagning"),
        waves=[*task.waves.all(), second],
        related_tasks=[other],
        performers=[Role.objects.get(name="Projektleder")],
    )
    words = text_of(anne, task)
    assert "Anne rettede 4 felter" in words
    assert "Fase: Klargøring → ændret til Ibrugtagning" in words
    assert "Bølger: Bølge 1 → ændret til Bølge 1, Bølge 2" in words
    assert "Opgaven er tæt relateret til: (tomt) → ændret til (MI 02) Udfyld filen" in words
    assert "Anbefalet udfører: Systemadministrator → ændret til Projektleder" in words


def test_a_row_that_is_gone_is_told_so(anne: Client) -> None:
    task = make_ready_task()
    edit(task, waves=[])
    Wave.objects.all().delete()
    assert "Bølger: (findes ikke længere) → ændret til (tomt)" in text_of(anne, task)


def test_a_long_text_is_folded_and_whole(anne: Client) -> None:
    task = edit(make_ready_task(), method="<p>Første trin.</p><p>Andet trin.</p>")
    words = text_of(anne, task)
    assert "Metode og fremgangsmåde: se før og efter Før (tomt) Efter Første trin." in words
    assert "<details" in anne.get(url(task)).content.decode()


LONG_GOAL = "Målet er, at I har givet samtykke til, at Netcompany opretter jeres SFTP-rute"


def test_a_small_change_of_a_long_text_is_told_in_one_text_and_then_in_two(anne: Client) -> None:
    task = make_ready_task(goal=f"<p>{LONG_GOAL} i god tid.</p>")
    words = text_of(anne, edit(task, goal=f"<p>{LONG_GOAL} i rette tid.</p>"))
    one = f"{LONG_GOAL} i (fjernet: god ) (tilføjet: rette ) tid."
    assert f"Mål: se før og efter Fjernet Tilføjet {one} Vis hele teksten før og efter" in words
    assert f"Før {LONG_GOAL} i god tid. Efter {LONG_GOAL} i rette tid." in words


def test_another_text_is_shown_whole(anne: Client) -> None:
    task = make_ready_task(goal=f"<p>{LONG_GOAL}.</p>")
    other = "Resultatet af opgaven kan I se i KP Basis, hvor filen ligger klar hver morgen kl. 6.00"
    words = text_of(anne, edit(task, goal=f"<p>{other}.</p>"))
    assert f"Mål: se før og efter Før {LONG_GOAL}. Efter {other}." in words


def test_a_page_of_endless_texts_still_comes(anne: Client) -> None:
    task = make_ready_task()
    texts = [f"<p>{LONG_GOAL * 350} {sign}.</p>" for sign in "ab"]
    for _ in range(25):
        happened(task, EventKind.EDITED, fields={"goal": texts})
    words = text_of(anne, task)
    assert words.count("Efter") == 25
    assert 0 < words.count("(tilføjet: b )") < 25


def test_sending_back_shows_the_message_and_its_lines(anne: Client) -> None:
    task = make_ready_task()
    review.submit(make_anne(), task.pk, task.revision)
    lines = {"method": "Nævn udføreren."}
    review.send_back(make_rikke(), task.pk, task.revision, "Ret metoden.", lines)
    words = text_of(anne, task)
    assert "Rikke sendte opgaven tilbage Besked: Ret metoden." in words
    assert "Metode og fremgangsmåde: Nævn udføreren." in words


def test_a_kept_finding_shows_phrase_place_and_reason(anne: Client) -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen skal give samtykke.</p>")
    (finding,) = check_task(task).errors
    keep_finding(make_anne(), task.pk, finding, "Navn, felt eller citat")
    words = text_of(anne, task)
    assert f"Anne beholdt ”{finding.phrase}” i ”Mål” Grund: Navn, felt eller citat" in words


def test_the_announcement_shows_old_and_new(anne: Client) -> None:
    task = save_announcement(make_anne(), make_ready_task().pk, 1, topic="SFTP", text="#besked")
    words = text_of(anne, task)
    assert "Anne rettede #besked" in words and "Emne: (tomt) → ændret til SFTP" in words
    assert "Besked til kommunerne: (tomt) → ændret til #besked" in words


def test_ticks_in_a_row_are_one_line(anne: Client) -> None:
    task = make_ready_task()
    for key in ("title", "goal"):
        happened(task, EventKind.ENTERED, field=key)
    assert "Karl indtastede ”Opgavetitel” og ”Mål” i Podio" in text_of(anne, task)
    for key in ("method", "result", "project"):
        happened(task, EventKind.ENTERED, field=key)
    words = text_of(anne, task)
    assert "Karl indtastede 5 felter i Podio" in words and words.count("indtastede") == 1
    happened(task, EventKind.ENTERED, field="goal", taken_back=True)
    assert "fjernede mærket ”indtastet” fra ”Mål”" in text_of(anne, task)


@pytest.mark.parametrize(
    ("kind", "details", "told"),
    [
        (EventKind.WITHDRAWN, {}, "trak opgaven tilbage fra godkendelse"),
        (EventKind.APPROVED, {"checklist": list(CHECKLIST)}, "godkendte opgaven"),
        (EventKind.REOPENED, {}, "genåbnede opgaven"),
        (EventKind.UNKEPT, {"field": "goal"}, "tog ”Behold teksten” tilbage i ”Mål”"),
        (EventKind.KEPT, {"field": "goal", "whole_project": True}, "teksten i ”Mål” i hele proj"),
        (EventKind.LINKED, {"old": "", "new": "https://podio.com/1"}, "gemte linket til"),
        (EventKind.LINKED, {"old": "https://podio.com/1", "new": ""}, "fjernede linket til"),
        (EventKind.ON_TEST, {}, "lagde opgaven på testbølgen"),
        (EventKind.LOOKED, {"points": ["through"]}, "så opgaven efter på testbølgen"),
        (EventKind.TEST_SKIPPED, {"reason": "Kopi"}, "sprang testen over Grund: Kopi"),
        (EventKind.PUBLISHED, {"waves": ["A", "B"]}, "flyttede opgaven til A og B"),
        (EventKind.PUBLISHED, {}, "flyttede opgaven til de rigtige bølger"),
        (EventKind.ANNOUNCED, {}, "sendte #besked"),
        (EventKind.BINNED, {}, "lagde opgaven i papirkurven"),
        (EventKind.RESTORED, {}, "tog opgaven op af papirkurven"),
    ],
)
def test_every_other_event_is_a_sentence(
    anne: Client, kind: EventKind, details: dict[str, Any], told: str
) -> None:
    task = make_ready_task()
    happened(task, kind, **details)
    assert f"Karl {'beholdt ' if kind is EventKind.KEPT else ''}{told}" in text_of(anne, task)


@pytest.mark.parametrize("kind", list(EventKind))
def test_no_event_without_details_breaks_the_page(anne: Client, kind: EventKind) -> None:
    task = make_ready_task()
    happened(task, kind)
    assert anne.get(url(task)).status_code == 200


def test_nothing_of_it_becomes_markup(anne: Client) -> None:
    task = make_ready_task()
    assert task.project is not None
    hostile = make_wave(task.project, f"B {SCRIPT}")
    hostile_links = [(SCRIPT, f"https://kombit.dk/{SCRIPT}")]
    edit(task, title=SCRIPT, waves=[hostile], attachments=hostile_links, owner_comment=SCRIPT)
    save_announcement(make_anne(), task.pk, 1, topic=SCRIPT, text=SCRIPT)
    happened(task, EventKind.SENT_BACK, message=SCRIPT, lines={SCRIPT: SCRIPT})
    happened(task, EventKind.KEPT, phrase=SCRIPT, reason=SCRIPT, field=SCRIPT)
    happened(task, EventKind.EDITED, fields={"goal": [f"<p>{SCRIPT}</p>", f"a{SCRIPT}"]})
    happened(task, EventKind.EDITED, fields={SCRIPT: [SCRIPT, {"a": SCRIPT}]})
    happened(task, EventKind.PUBLISHED, waves=[SCRIPT])
    happened(task, EventKind.LINKED, old=SCRIPT, new="javascript:alert(1)")
    page = anne.get(url(task)).content.decode()
    assert "<script>alert" not in page and 'href="javascript' not in page


def test_fifty_events_are_a_page(anne: Client) -> None:
    task = make_task()
    for number in range(50):
        happened(task, EventKind.SENT_BACK, message=f"Nr. {number}.")
    first, second = text_of(anne, task), text_of(anne, task, "?page=2")
    assert "Nr. 49." in first and "oprettede opgaven" not in first and "Side 1 af 2" in first
    assert "oprettede opgaven" in second and "Nr. " not in second
    assert text_of(anne, task, "?page=x") == first
    assert text_of(anne, task, "?page=999") == second


def test_many_events_cost_no_more_queries(
    anne: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    one, many = make_ready_task(), make_ready_task("Udfyld filen")
    assert one.project is not None
    waves = [make_wave(one.project, f"Nr. {number}") for number in range(10)]
    roles = list(Role.objects.all())
    edit(one, waves=waves[:1], performers=roles[:1], related_tasks=[many])
    for number in range(10):
        edit(many, waves=waves[: number + 1], performers=[], related_tasks=[one] * (number % 2))
        edit(many, performers=[roles[number]])
    anne.get(url(one))
    with CaptureQueriesContext(connection) as asked:
        anne.get(url(one))
    with django_assert_num_queries(len(asked)):
        anne.get(url(many))


def test_everybody_who_is_logged_in_reads_it_and_nobody_else(client: Client) -> None:
    task = make_ready_task()
    assert "/log-ind/" in client.get(url(task))["Location"]
    client.force_login(make_karl())
    assert client.get(url(task)).status_code == 200
    assert client.get("/opgaver/999/forloeb/").status_code == 404
    assert client.post(url(task)).status_code == 405
