"""Karl adds a word to the glossary: he sees what it hits before he saves it."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask, Term
from tasks.word_effects import SHOWN
from tests.browser.accessibility import faults
from tests.make import make_karl, make_task

ONCE = "<p>Vi bruger kassetanken fra oktober.</p>"


def look_at(page: Page, term: str) -> None:
    page.get_by_label("Ord:").fill(term)
    page.get_by_role("button", name="Se, hvad det rammer").click()


def test_what_a_word_hits_is_seen_before_it_is_saved(
    page: Page, live_server: LiveServer, sign_in: Callable[..., None]
) -> None:
    for number in range(SHOWN + 3):
        make_task(f"Opret en rute til jeres nye fagsystem nummer {number}", description=ONCE)
    hints = KlikTask.objects.values_list("hints", flat=True)
    before = list(hints)
    sign_in(page, make_karl())
    page.goto(live_server.url + reverse("admin:tasks_term_add"))
    look_at(page, "kassetank")
    heading = page.get_by_role("heading", name="Rammer 15 kladder")
    expect(heading).to_be_focused()
    expect(page.get_by_role("region", name="Rammer 15 kladder")).to_contain_text("15 nye fund")
    expect(page.get_by_text("Og 3 kladder mere")).to_be_visible()
    assert faults(page) == []
    look_at(page, "kassebil")
    expect(page.get_by_role("heading", name="Rammer ingen kladder")).to_be_focused()
    assert not Term.objects.filter(term__startswith="kasse").exists()
    look_at(page, "kassetank")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("blev tilføjet")).to_be_visible()
    assert [hint - 1 for hint in hints.all()] == before
