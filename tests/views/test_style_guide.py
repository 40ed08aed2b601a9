"""*Skriveguide*: the page is printed from the guide, the rules and the lists, and omits nothing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tasks import guide
from tasks.models import Acronym, Term
from tasks.style import RULE, RULES
from tests.make import make_anne, make_karl, make_task
from tests.views.test_query_counts import queries_of

pytestmark = pytest.mark.django_db

HEADINGS = ("dogmer", *(field.key for field in guide.FIELDS), guide.ANNOUNCEMENT.key)


def shown_to(client: Client, person: Any) -> str:
    client.force_login(person)
    response = client.get(reverse("style_guide"))
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.fixture
def html(client: Client) -> str:
    return shown_to(client, make_anne())


def articles(html: str) -> dict[str, str]:
    """Each rule's own part of the page."""
    parts = html.split('<article class="guide-rule" id="regel-')[1:]
    return {part.split('"')[0]: part.split("</article>")[0] for part in parts}


def rules_under(html: str) -> dict[str, list[str]]:
    """The rules that stand under each heading, in the page's order."""
    parts = html.split('<h3 class="guide-section" id="regler-')[1:]
    return {part.split('"')[0]: list(articles(part)) for part in parts}


# ── Rules ───────────────────────────────────────────────────────────────────────────────────


def test_every_rule_stands_there_once_with_its_words(html: str) -> None:
    told = articles(html)
    assert sorted(told) == sorted(RULE)
    for rule in RULES:
        for words in (rule.title, rule.why, rule.guide, rule.bad.shown, rule.good.shown):
            assert escape(words) in told[rule.id], rule.id
        assert html.count(f'id="regel-{rule.id}"') == 1


def test_the_severity_is_a_word_and_an_icon(html: str) -> None:
    told = articles(html)
    for rule in RULES:
        kind = f"severity-{rule.severity.name.lower()}"
        mark = told[rule.id].split(f'<span class="severity {kind}">')[1].split("</span>")[0]
        assert "<svg" in mark
        assert mark.endswith(rule.severity.label)


def test_the_rules_stand_under_the_guides_headings_in_its_order(html: str) -> None:
    under = rules_under(html)
    assert list(under) == [heading for heading in HEADINGS if heading in under]
    order = [rule.id for rule in RULES]
    for heading, rules in under.items():
        assert rules == sorted(rules, key=order.index), heading
        assert f'href="#regler-{heading}"' in html
    assert under["dogmer"][0] == "tone-municipality"
    assert under["title"][0] == "title-format"
    assert {"goal-short", "goal-is-result"} <= set(under["goal"])
    assert "frozen-zone" in under["respects_frozen_zone"]
    assert under["announcement"][0] == "announcement-prefix"


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("tone-municipality", "Alle tekster"),
        ("word-acronym", "Alle tekster undtagen Opgavetitel, Metode og fremgangsmåde"),
        ("goal-method", "Mål, Metode og fremgangsmåde"),
        ("frozen-zone", "Frozen zone, Slutdato (Fra Go-live), Startdato (Fra slutdato), Bølger"),
    ],
)
def test_a_rule_says_which_fields_it_looks_at(html: str, rule: str, fields: str) -> None:
    assert f"<span>Gælder: {fields}</span>" in articles(html)[rule]


def test_a_rule_that_cannot_be_kept_says_so(html: str) -> None:
    for key, told in articles(html).items():
        assert ("Kan ikke beholdes" in told) != RULE[key].can_be_kept, key


def test_tjek_leads_to_the_rule(client: Client) -> None:
    client.force_login(make_anne())
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    page = client.get(reverse("task_edit", args=[task.pk])).content.decode()
    assert f'href="{reverse("style_guide")}#regel-tone-municipality"' in page


# ── The guide ───────────────────────────────────────────────────────────────────────────────


def test_every_field_stands_in_the_guides_order_with_its_words(html: str) -> None:
    fields = (*guide.FIELDS, guide.ANNOUNCEMENT)
    places = [html.index(f'id="felt-{field.key}"') for field in fields]
    assert places == sorted(places)
    for field, start in zip(fields, places, strict=True):
        told = html[start : html.index("</article>", start)]
        for words in (field.label, field.help, field.guide, field.example):
            assert escape(words) in told, field.key
        assert ("(skal udfyldes)" in told) == field.is_required
        assert ("Vises ikke for kommunerne" in told) != field.seen_by_municipalities


def test_the_dogmas_the_sections_and_the_test_step_are_there(html: str) -> None:
    for words in (*guide.DOGMAS, *(section.title for section in guide.SECTIONS)):
        assert escape(words) in html
    assert escape(guide.TEST_STEP_GUIDE) in html


# ── Words ───────────────────────────────────────────────────────────────────────────────────


def words_in(html: str) -> str:
    return html[html.index('id="ordliste"') :]


def test_the_words_in_use_stand_there_with_what_to_write_instead(client: Client) -> None:
    Term.objects.create(term="kassetank", plain="beholder", fine_in=["method", "goal"])
    Term.objects.create(term="kassebil", is_retired=True)
    Acronym.objects.create(text="ZQT", stands_for="zinkens tid")
    Acronym.objects.create(text="ZQX", is_retired=True)
    told = words_in(shown_to(client, make_anne()))
    assert '<th scope="row">kassetank</th><td data-label="Skriv hellere">beholder</td>' in told
    assert ">Mål, Metode og fremgangsmåde</td>" in told
    assert "<strong>ZQT</strong> zinkens tid" in told
    assert "kassebil" not in told
    assert "ZQX" not in told


def test_a_field_the_template_no_longer_has_is_passed_by(client: Client) -> None:
    Term.objects.create(term="kassetank", fine_in=["gone", "method"])
    assert ">Metode og fremgangsmåde</td>" in words_in(shown_to(client, make_anne()))


def test_empty_lists_say_so(client: Client) -> None:
    Term.objects.all().delete()
    Acronym.objects.all().delete()
    told = words_in(shown_to(client, make_anne()))
    assert "Der er ingen ord på listen." in told
    assert "Der er ingen forkortelser på listen." in told


def test_only_an_administrator_is_led_to_where_words_are_changed(client: Client) -> None:
    address = reverse("admin:tasks_term_changelist")
    assert address in shown_to(client, make_karl())
    told = shown_to(client, make_anne())
    assert address not in told
    assert "En administrator kan rette listen." in told


def test_many_words_cost_as_many_queries_as_few(client: Client) -> None:
    client.force_login(make_anne())
    few = queries_of(client, reverse("style_guide"))
    Term.objects.bulk_create(Term(term=f"ord{n}", fine_in=["goal"]) for n in range(200))
    Acronym.objects.bulk_create(Acronym(text=f"ZQ{n}") for n in range(200))
    assert queries_of(client, reverse("style_guide")) == few


# ── Who may ─────────────────────────────────────────────────────────────────────────────────


def test_the_page_is_for_people_who_are_logged_in_and_is_only_read(client: Client) -> None:
    assert client.get(reverse("style_guide"))["Location"] == "/log-ind/?next=/skriveguide/"
    client.force_login(make_anne())
    assert client.post(reverse("style_guide")).status_code == 405
