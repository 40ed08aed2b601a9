"""Finding municipalities among 98 as one types, with the keyboard alone."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import Project
from tests.browser.accessibility import faults
from tests.make import make_anne, make_project, make_wave


@pytest.fixture
def project() -> Project:
    project = make_project()
    make_wave(project)
    return project


@pytest.fixture
def form(new_page: Any, live_server: LiveServer, sign_in: Any, project: Project) -> Page:
    """The form of a new wave; Aarhus and Odense are in another already."""
    page: Page = new_page(base_url=live_server.url)
    sign_in(page, make_anne())
    page.goto(reverse("wave_new", args=[project.pk]))
    return page


def shown(page: Page) -> list[str]:
    """The names of the list that can be seen."""
    labels = page.locator(".wave-municipalities .choices label:visible")
    return [text.split("\n")[0] for text in labels.all_inner_texts()]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aeroe", ["Ærø Kommune"]),
        ("ærø", ["Ærø Kommune"]),
        ("ÅRHUS", ["Aarhus Kommune"]),
        ("aarhus kommune", ["Aarhus Kommune"]),
        ("høje tåstrup", ["Høje-Taastrup Kommune"]),
        ("kobenhavn", ["Københavns Kommune"]),
        ("bornholm kommune", ["Bornholms Regionskommune"]),
        ("frederiks", [f"Frederiks{end} Kommune" for end in ("berg", "havn", "sund")]),
        ("tyskland", []),
    ],
)
def test_the_list_narrows_as_one_types(form: Page, typed: str, found: list[str]) -> None:
    form.get_by_label("Find kommune").fill(typed)
    assert shown(form) == found


def test_it_is_counted_what_is_chosen_and_what_is_shown(form: Page) -> None:
    count = form.locator("[data-municipality-count]")
    expect(count).to_have_text("0 af 98 valgt")
    search = form.get_by_label("Find kommune")
    search.fill("aarhus")
    form.keyboard.press("Enter")  # saves nothing
    form.keyboard.press("Tab")
    form.keyboard.press("Tab")
    form.keyboard.press("Space")
    expect(count).to_have_text("1 vises. 1 af 98 valgt, heraf 1 også i en anden bølge")
    search.fill("vejle")
    form.get_by_role("checkbox", name="Vejle Kommune").check()
    search.fill("tyskland")
    expect(count).to_have_text(
        "Ingen kommuner passer. 2 af 98 valgt, heraf 1 også i en anden bølge"
    )
    search.fill("")
    form.get_by_role("checkbox", name="Vis kun de valgte").check()
    assert shown(form) == ["Aarhus Kommune", "Vejle Kommune"]
    assert faults(form) == []


def test_what_is_ticked_is_saved_though_it_is_not_shown(form: Page, project: Project) -> None:
    form.get_by_label("Bølgens navn").fill("Bølge 2")
    search = form.get_by_label("Find kommune")
    for name in ("vejle", "varde", "ingen"):
        search.fill(name)
        for box in form.locator(".wave-municipalities .choices input:visible").all():
            box.check()
    form.get_by_role("button", name="Opret bølge").click()
    expect(form.get_by_text("Bølge 2 er oprettet.")).to_be_visible()
    names = project.waves.get(name="Bølge 2").municipalities.values_list("name", flat=True)
    assert list(names) == ["Varde Kommune", "Vejle Kommune"]


def test_a_list_is_pasted_where_the_answer_is_and_told_in_order(form: Page) -> None:
    expect(form.get_by_label("Liste med kommuner")).to_be_hidden()
    form.get_by_label("Kommuner fra en liste, du indsætter").check()
    expect(form.get_by_label("Find kommune")).to_be_hidden()
    form.get_by_label("Bølgens navn").fill("Bølge 2")
    form.get_by_label("Liste med kommuner").fill("Aarhus\nOdnese")
    form.get_by_role("button", name="Opret bølge").click()
    expect(form.locator("[data-error-summary]")).to_contain_text("Mener du Odense Kommune?")
    expect(form.get_by_label("Liste med kommuner")).to_have_value("Aarhus\nOdnese")
    assert faults(form) == []
