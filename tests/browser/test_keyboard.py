"""The way from login to Podio entry with the keyboard alone; focus is always seen."""

import re
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask, Phase, Theme
from tests.make import make_anne, make_project, make_rikke, make_wave

PASSWORD = "kun-til-denne-test-3471"
PRESSES_MAX = 250

# What a screen reader would say of the focused element, near enough to find it by
NAME = """() => {
  const at = document.activeElement;
  const labels = at.labels && at.labels.length ? at.labels[0].innerText : "";
  const legend = at.closest("fieldset") ? at.closest("fieldset").querySelector("legend") : null;
  const group = legend ? legend.innerText : "";
  const named = document.getElementById(at.getAttribute("aria-labelledby"));
  const said = labels || (named && named.innerText) || at.getAttribute("aria-label");
  return [group, said || at.innerText || at.name || ""]
    .join(" | ").replace(/\\s+/g, " ").trim();
}"""
SEEN = """() => {
  const at = document.activeElement;
  if (at === document.body) return false;
  const style = getComputedStyle(at);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


class Keyboard:
    """Presses keys on a page, and finds its way by what is focused."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def to(self, wanted: str, key: str = "Tab") -> None:
        """Tab until the focused element's name matches, seeing the focus at every stop."""
        met = []
        for _ in range(PRESSES_MAX):
            self.press(key)
            name = self.page.evaluate(NAME)
            met.append(name)
            assert self.page.evaluate(SEEN), f"the focus is not seen on {name!r}"
            if re.search(wanted, name):
                return
        raise AssertionError(f"{wanted!r} was not met; met {list(dict.fromkeys(met))}")

    def is_on(self, selector: str) -> None:
        expect(self.page.locator(selector)).to_be_focused()


def log_in(page: Page, username: str) -> Keyboard:
    page.goto(reverse("login"))
    keyboard = Keyboard(page)
    keyboard.is_on("#id_username")
    keyboard.type(username)
    keyboard.to("Adgangskode")
    keyboard.type(PASSWORD)
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Overblik", level=1)).to_be_visible()
    return keyboard


def test_the_skip_link_leads_past_the_menu(open_as_anne: Any) -> None:
    page = open_as_anne("/opgaver/")
    keyboard = Keyboard(page)
    keyboard.to("Gå til indhold")
    keyboard.press("Enter")
    keyboard.is_on("#indhold")
    keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_from_login_to_podio_entry_by_keyboard(new_page: Any, live_server: LiveServer) -> None:
    for person in (make_anne(), make_rikke()):
        person.set_password(PASSWORD)
        person.save()
    make_wave(make_project())

    page = new_page(viewport={"width": 1280, "height": 900}, base_url=live_server.url)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(log_in(page, "anne"))
    task = KlikTask.objects.get()
    mend(Keyboard(page), task)

    page.context.clear_cookies()
    approve(log_in(page, "rikke"), task)
    enter(Keyboard(page), task)


def write(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.to("Ny opgave")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ny opgave", level=1)).to_be_visible()
    keyboard.to(r"\| Reference")
    keyboard.type("MI 01")
    keyboard.to("Vejledning til Opgavetitel")
    keyboard.press("Enter")
    expect(page.get_by_text("Laves egne præfiks").first).to_be_visible()
    keyboard.to(r"\| Opgavetitel")
    keyboard.type("Oprettelse af rute til jeres bilag")
    keyboard.to(r"\| Projekt")
    keyboard.type("KP")
    expect(page.get_by_label("Bølge 1")).to_be_visible()
    keyboard.is_on("#id_project")
    keyboard.to(r"\| Fase")
    keyboard.type(Phase.objects.all()[1].name[:4])
    keyboard.to(r"\| Tema")
    keyboard.type(Theme.objects.all()[0].name[:5])
    keyboard.to(r"Prioritet.*\| Obligatorisk på kritisk vej")
    keyboard.press("Space", "ArrowDown")
    keyboard.to(r"STS/infrastruktur.*\| Ja")
    keyboard.press("Space", "ArrowDown")
    keyboard.to(r"\| Slutdato")
    keyboard.type("to uger")
    keyboard.to(r"\| Startdato")
    keyboard.type("-14")
    keyboard.to("Bølge 1")
    keyboard.press("Space")
    keyboard.to(r"\| Beskrivelse")
    keyboard.type("Vi opretter ruten for jer. Det er godt, at kommunen skal svare.")
    save_and_follow_the_error(keyboard)


def save_and_follow_the_error(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.to(r"\| Opgavetitel", "Shift+Tab")
    keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    keyboard.to("Skriv antal dage")
    keyboard.press("Enter")
    keyboard.is_on("#id_end_offset_days")
    keyboard.press("Control+A")
    keyboard.type("-14")
    keyboard.press("Enter")
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()


def mend(keyboard: Keyboard, task: KlikTask) -> None:
    page = keyboard.page
    keyboard.to("Ret til ”Opret")
    keyboard.press("Enter")
    expect(page.locator("#id_title")).to_have_value("Opret rute til jeres bilag")
    keyboard.to("Behold teksten kommunen skal")
    keyboard.press("Enter")
    keyboard.to("Navn, felt eller citat")
    keyboard.press("Enter")
    expect(page.get_by_text("Anne: ”Navn, felt eller citat”")).to_be_visible()
    keyboard.to("Send til godkendelse", "Shift+Tab")
    keyboard.press("Enter")
    expect(page.get_by_text("sendt til godkendelse.")).to_be_visible()
    task.refresh_from_db()
    assert (task.status, task.priority, task.is_infrastructure) == ("in_review", "mandatory", False)


def approve(keyboard: Keyboard, task: KlikTask) -> None:
    page = keyboard.page
    keyboard.to(re.escape(task.title))
    keyboard.press("Enter")
    page.wait_for_url(f"**/opgaver/{task.pk}/**")
    if "godkendelse" not in page.url:
        keyboard.to("Godkendelse")
        keyboard.press("Enter")
        page.wait_for_url("**/godkendelse/")
    keyboard.to("Godtag begrundelsen")
    keyboard.press("Enter")
    expect(page.get_by_text("Begrundelsen er godtaget.")).to_be_visible()
    keyboard.to("Teksten taler til den rigtige modtager")
    keyboard.press("Space")
    for _ in range(4):
        keyboard.press("Tab", "Space")
    keyboard.to("Godkend og gå til næste")
    keyboard.press("Enter")
    expect(page.get_by_text("er godkendt.")).to_be_visible()


def enter(keyboard: Keyboard, task: KlikTask) -> None:
    page = keyboard.page
    keyboard.to("Indtast i Podio")
    keyboard.press("Enter")
    page.wait_for_url("**/podio/")
    keyboard.to("Kopiér felt Opgavetitel")
    keyboard.press("Enter")
    expect(page.locator("#felt-title")).to_contain_text("Kopieret")
    assert page.evaluate("navigator.clipboard.readText()") == f"(MI 01) {task.title}"
    keyboard.to("Markér som indtastet ?: Opgavetitel")
    keyboard.press("Enter")
    expect(page.locator("#felt-title")).to_contain_text("Indtastet af Rikke")
    expect(page.locator("#felt-title:focus-within")).to_be_visible()
    assert task.podio_entries.get().field == "title"
