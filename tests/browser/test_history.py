"""*Forløb* in the browser: the differences of a long text are read in one text, and in two."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tasks.actions.drafts import save_task
from tasks.models import KlikTask
from tests.browser.accessibility import faults
from tests.browser.conftest import Open
from tests.make import make_anne, make_ready_task

OLD = (
    "<p>Kommunen skal give samtykke til, at Netcompany kan oprette en SFTP-rute for kommunen. "
    "Samtykket skal gives senest d. 30.10.</p>"
    "<ol><li>Åbn fanen Samtykke i KP Basis.</li><li>Vælg ”Giv samtykke”, og tryk på Gem.</li>"
    "<li>Skriv til Netcompany.</li></ol>"
    "<p>Filen indeholder oplysninger om de borgere, der har fået en afgørelse. Den dannes hver nat "
    "kl. 2.00 og ligger i mappen, til I selv har hentet den. Har I ikke hentet filen i en måned, "
    "sletter Netcompany den, og så skal I bestille en ny. Det koster ikke noget, men det tager op "
    "til tre arbejdsdage. I kan se i KP Basis, hvornår filen sidst er hentet.</p>"
    "<p>Har I spørgsmål, så skriv til kp@kombit.dk.</p>"
)
NEW = (
    OLD.replace("Kommunen skal", "I skal")
    .replace("kan oprette en SFTP-rute for kommunen", "opretter jeres SFTP-rute")
    .replace("Samtykket skal gives senest d. 30.10", "Giv samtykket senest fredag den 30. oktober")
    .replace("<li>Skriv til", "<li>Log ud.</li><li>Skriv til")
    .replace("kp@kombit.dk", "kp-hjaelp@kombit.dk")
)


@pytest.fixture
def edited() -> KlikTask:
    """A task whose method was written in two sittings."""
    task = make_ready_task(method=OLD)
    outcome = save_task(make_anne(), task.pk, task.revision, {"method": NEW})
    assert not outcome.refused
    return outcome.task


@pytest.fixture
def history(open_as_anne: Open, edited: KlikTask) -> Page:
    return open_as_anne(reverse("task_history", args=[edited.pk]))


def decoration(page: Page, tag: str) -> Any:
    line = "element => getComputedStyle(element).textDecorationLine"
    return page.locator(f".differences {tag}").first.evaluate(line)


def test_the_change_is_read_in_one_text(history: Page) -> None:
    text = history.locator(".differences")
    expect(text).to_be_hidden()
    history.get_by_text("Metode og fremgangsmåde: se før og efter").click()
    expect(text).to_be_visible()
    expect(text.locator("del").first).to_contain_text("Kommunen")
    expect(text.locator("ins").first).to_contain_text("I")
    expect(text).to_contain_text("…")
    assert decoration(history, "del") == "line-through"
    assert decoration(history, "ins") == "underline"


def test_the_whole_texts_stand_side_by_side_behind_a_second_press(history: Page) -> None:
    history.get_by_text("se før og efter").click()
    before = history.locator(".before-after")
    expect(before).to_be_hidden()
    history.get_by_text("Vis hele teksten før og efter").click()
    expect(before).to_be_visible()
    expect(before).to_contain_text("hvornår filen sidst er hentet")


def test_the_page_is_in_order_with_everything_open(history: Page) -> None:
    assert faults(history) == []


def test_paper_keeps_the_lines_without_the_colours(history: Page) -> None:
    history.get_by_text("se før og efter").click()
    history.emulate_media(media="print")
    assert decoration(history, "del") == "line-through"
    paint = "element => getComputedStyle(element).backgroundColor"
    assert history.locator(".differences del").first.evaluate(paint) == "rgba(0, 0, 0, 0)"
