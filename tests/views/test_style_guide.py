"""*Skriveguide*: the page is printed from the guide and the rules, and leaves nothing out."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tasks import guide
from tasks.style import RULES
from tests.make import make_anne

pytestmark = pytest.mark.django_db


@pytest.fixture
def html(client: Client) -> str:
    client.force_login(make_anne())
    response = client.get(reverse("style_guide"))
    assert response.status_code == 200
    return str(response.content.decode())


def test_every_rule_stands_in_order_with_its_words(html: str) -> None:
    places = [html.index(f'id="regel-{rule.id}"') for rule in RULES]
    assert places == sorted(places)
    for rule, start, end in zip(RULES, places, [*places[1:], len(html)], strict=True):
        told = html[start:end]
        for words in (rule.title, rule.why, rule.guide, rule.bad.shown, rule.good.shown):
            assert escape(words) in told, rule.id
        assert rule.severity.label in told


def test_a_rule_that_cannot_be_kept_says_so(html: str) -> None:
    firm = sum(1 for rule in RULES if not rule.can_be_kept)
    assert html.count("Kan ikke beholdes") == firm > 0


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


def test_the_page_is_for_people_who_are_logged_in_and_is_only_read(client: Client) -> None:
    assert client.get(reverse("style_guide"))["Location"] == "/log-ind/?next=/skriveguide/"
    client.force_login(make_anne())
    assert client.post(reverse("style_guide")).status_code == 405
