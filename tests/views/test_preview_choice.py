"""*Se som*: a wave or a municipality; and what a preview tells the author alone."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tasks.exports.podio import municipality_view, payload_of
from tasks.forms.task_values import empty_values
from tasks.models import FollowUp, KlikTask, Municipality, Wave
from tests.exports.full_task import make_full_task
from tests.make import make_anne, make_project, make_task, make_wave

pytestmark = pytest.mark.django_db

FIRST, SECOND = "fredag den 16. oktober 2026 (uge 42)", "fredag den 30. oktober 2026 (uge 44)"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def page(client: Client, task: KlikTask, **query: Any) -> str:
    response = client.get(reverse("task_preview", args=[task.pk]), query)
    assert response.status_code == 200
    return str(response.content.decode())


def article(html: str) -> str:
    return html[html.index("<article") : html.index("</article>")]


def two_waves() -> tuple[KlikTask, Wave, Wave]:
    """Aarhus and Odense in the first wave, Odense and Herning in the second."""
    project = make_project()
    early = make_wave(project, "Bølge 1", date(2026, 10, 30))
    late = make_wave(project, "Bølge 2", date(2026, 11, 13))
    names = ["Odense Kommune", "Herning Kommune"]
    late.municipalities.set(Municipality.objects.filter(name__in=names))
    waves = [early, late]
    task = make_task(project=project, waves=waves, end_offset_days=-14, start_offset_days=-4)
    return task, early, late


@pytest.mark.parametrize("typed", ["Herning Kommune", "herning", "  HERN "])
def test_a_municipality_decides_the_wave(anne: Client, typed: str) -> None:
    task, early, _ = two_waves()
    html = page(anne, task, boelge=early.pk, kommune=typed)
    assert "Se som: <strong>Herning Kommune – Bølge 2</strong>" in html
    assert SECOND in article(html)
    assert 'value="Herning Kommune"' in html


def test_the_municipalities_of_the_tasks_waves_are_proposed_each_once(anne: Client) -> None:
    task, *_ = two_waves()
    make_wave(make_project("Et andet"), "Bølge 9").municipalities.set(
        Municipality.objects.filter(name="Skive Kommune")
    )
    html = page(anne, task)
    for name in ("Aarhus", "Odense", "Herning"):
        assert html.count(f'<option value="{name} Kommune">') == 1
    assert "Skive" not in html


def test_one_in_two_waves_is_seen_in_the_chosen_and_the_other_is_said(anne: Client) -> None:
    task, early, late = two_waves()
    html = page(anne, task, kommune="Odense", boelge=late.pk)
    assert "Odense Kommune – Bølge 2" in html
    assert "Kommunen ligger også i Bølge 1." in html
    assert "Odense Kommune – Bølge 1" in page(anne, task, kommune="Odense")
    assert FIRST in article(page(anne, task, kommune="Odense", boelge=early.pk))


def test_one_in_none_of_the_waves_is_told(anne: Client) -> None:
    task, *_ = two_waves()
    html = page(anne, task, kommune="Skive")
    assert "Skive Kommune ligger ikke i opgavens bølger, så kommunen får den ikke." in html
    assert "Du ser opgaven i Bølge 1." in html
    assert FIRST in article(html)


@pytest.mark.parametrize("typed", ["Atlantis", "<script>alert(1)</script>", "\x00", "x" * 5000])
def test_a_name_nobody_has_is_told(anne: Client, typed: str) -> None:
    task, *_ = two_waves()
    html = page(anne, task, kommune=typed)
    assert "Ingen kommune i opgavens bølger hedder ”" in html
    assert "<script>alert" not in html
    assert FIRST in article(html)


def test_a_name_several_have_asks_for_more(anne: Client) -> None:
    task, *_ = two_waves()
    html = page(anne, task, kommune="n")
    assert "Skriv mere af navnet. Det kan være " in html
    said = html[html.index("Skriv mere af navnet") : html.index("Du ser opgaven i Bølge 1.")]
    assert re.findall(r"\w+ Kommune", said) == ["Herning Kommune", "Odense Kommune"]


def test_klik_says_not_begun(anne: Client, settings: Any) -> None:
    task = make_task()
    assert "<dt>Status i KLIK</dt><dd>Ikke startet</dd>" in article(page(anne, task))
    settings.KLIK_FIRST_STATUS = "Ny"
    assert "<dt>Status i KLIK</dt><dd>Ny</dd>" in article(page(anne, task))


def test_the_house_decides_the_order_in_klik(anne: Client, settings: Any) -> None:
    settings.KLIK_SEEN_FIELD_ORDER = ("owners", "description", "duration_days")
    seen = article(page(anne, make_full_task()))
    labels = ["Status i KLIK", "Anbefalet ansvarlig", "Beskrivelse", "Prioritet"]
    places = [seen.index(label) for label in labels]
    assert places == sorted(places)
    assert "3471" not in seen


def test_who_follows_up_is_never_shown(anne: Client) -> None:
    task = make_full_task()
    before = article(page(anne, task))
    FollowUp.objects.create(task=task, by="supplier", days_before=77)
    assert article(page(anne, task)) == before


def changed(client: Client, html: str) -> bool:
    """What the open page is answered when it asks."""
    (address,) = re.findall(r'data-changed-url="([^"]*)"', html)
    answer = client.get(unescape(address))
    assert answer.status_code == 200
    return bool(answer.json()["is_changed"])


def test_an_open_preview_is_told_when_a_municipality_would_see_something_else(anne: Client) -> None:
    task, _, late = two_waves()
    html = page(anne, task, kommune="Herning", fund=1)
    first = page(anne, task)
    assert not changed(anne, html)
    late.go_live = date(2026, 11, 20)
    late.save()
    assert changed(anne, html)
    assert not changed(anne, first)
    type(task.announcement).objects.filter(task=task).update(text="#besked\n\nKære alle.")
    assert changed(anne, first)


def test_findings_are_shown_on_request_alone(anne: Client) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>", description="")
    html = page(anne, task)
    assert "<mark>" not in html
    assert "seen-note" not in html
    assert '<a class="btn btn-outline-primary" href="?fund=1">Vis fund</a>' in html
    marked = page(anne, task, fund=1)
    assert "<mark>kommunen" in article(marked)
    assert 'class="seen-notes no-print"' in article(marked)
    assert "Skjul fund" in marked
    assert "gælder noget, kommunerne ikke ser" in marked


def test_the_marks_are_the_only_difference(anne: Client) -> None:
    task = make_full_task(goal="<p>Målet er, at kommunen skal <strong>svare</strong>.</p>")
    marked = article(page(anne, task, fund=1))
    assert marked.count('<ul class="seen-notes') > 2
    marks = r'</?mark>|<sup class="seen.*?</sup>|<ul class="seen-notes.*?</ul>'
    unmarked = re.sub(marks, "", marked, flags=re.DOTALL)
    assert unmarked.split() == article(page(anne, task)).split()


def test_the_choice_stays_while_findings_are_shown(anne: Client) -> None:
    task, _, late = two_waves()
    html = page(anne, task, boelge=late.pk, kommune="Odense", andet="x")
    assert f'href="?boelge={late.pk}&amp;kommune=Odense&amp;fund=1"' in html
    assert '<input type="hidden" name="fund" value="1">' in page(anne, task, fund=1)


def test_an_empty_draft_is_shown(anne: Client) -> None:
    task = make_task("Giv samtykke")
    for query in ({}, {"fund": 1}, {"kommune": "Aarhus"}, {"boelge": "1", "kommune": "x"}):
        seen = article(page(anne, task, **query))
        assert seen.count("ingen dato") == 2
        assert "Beskrivelse" not in seen


def test_what_holds_nothing_at_all_is_shown() -> None:
    view = municipality_view(payload_of(empty_values()), None)
    html = render_to_string("tasks/_seen.html", {"view": view})
    assert "Opgaven har ingen titel endnu" in html
    assert re.findall(r"<dt>(.*?)</dt>", html) == ["Status i KLIK", "Slutdato", "Startdato"]
