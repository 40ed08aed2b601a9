"""*Skriveguide* in a real browser: Tjek leads to the rule, which then stands in the window."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from tasks.models import Acronym, Term
from tests.browser.accessibility import faults
from tests.make import make_task

Open = Callable[[str], Page]


def test_hvorfor_leads_to_the_rule_in_a_new_tab(open_as_anne: Open) -> None:
    task = make_task(goal="<p>Målet er, at kommunen skal svare.</p>")
    page = open_as_anne(reverse("task_edit", args=[task.pk]))
    line = page.locator("details", has_text="Vi skriver ”du skal” og ”I skal”").first
    line.locator("summary").click()
    with page.context.expect_page() as opened:
        line.get_by_role("link", name="Se reglen i Skriveguide").click()
    guide = opened.value
    assert guide.url.endswith("#regel-tone-municipality")
    expect(guide.locator("#regel-tone-municipality h4")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_word_without_a_blank_does_not_widen_the_page(open_as_anne: Open) -> None:
    Term.objects.create(term="x" * 80, plain="y" * 200, fine_in=["goal", "method"])
    Acronym.objects.create(text="Z" * 40, stands_for="w" * 200)
    assert faults(open_as_anne(reverse("style_guide"))) == []
