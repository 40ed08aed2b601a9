"""The whole way once: Anne writes the guide's own task, Rikke reviews it, Karl enters it."""

import re
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.danish_dates import short_date
from tasks.guide import examples
from tasks.models import KlikTask, Phase, Prefix, Theme
from tests.browser.accessibility import axe, broken_references
from tests.make import make_anne, make_karl, make_project, make_rikke, make_wave

GO_LIVE = timezone.localdate() + timedelta(days=60)
METHOD = (
    "Som systemansvarlig giver du samtykket på jeres kommunes vegne:\n"
    "1. Læs beskrivelsen.\n2. Skriv jeres samtykke på opgaven.\n3. Markér opgaven som fuldført."
)
MASTER = "https://podio.com/kombit/klik/apps/opgaver/items/3471"


@pytest.fixture
def people(new_page: Any, live_server: LiveServer, sign_in: Any) -> dict[str, Page]:
    """Anne, Rikke and Karl, each at a window of their own."""
    windows = {}
    for name, person in (("anne", make_anne()), ("rikke", make_rikke()), ("karl", make_karl())):
        page = new_page(viewport={"width": 1280, "height": 900}, base_url=live_server.url)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        sign_in(page, person)
        windows[name] = page
    return windows


def is_in_order(page: Page) -> None:
    """Nothing for axe to find, and no label or hint that leads nowhere."""
    assert axe(page) == []
    assert broken_references(page) == []


def test_the_day_from_an_empty_browser_to_podio_entry(
    people: dict[str, Page], tmp_path: Path
) -> None:
    project = make_project()
    Prefix.objects.create(project=project, prefix="SFTP", meaning="Overførsel af filer")
    make_wave(project, go_live=GO_LIVE)
    make_wave(project, "Testbølge", None, is_test=True)
    anne, rikke, karl = people["anne"], people["rikke"], people["karl"]

    write_the_task(anne)
    task = KlikTask.objects.get()
    mend_and_send(anne, task)
    send_back(rikke, task)
    answer_and_send_again(anne, task)
    approve(rikke, task)
    look_and_announce(anne, task)
    enter_in_podio(karl, task)
    read_the_sheet(karl, task, tmp_path)


def write_the_task(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Ny opgave").first.click()
    page.locator("#id_title").fill("Oprettelse af SFTP-rute til ansøgninger")
    page.locator("#id_project").select_option(label="KP release 4.0")
    page.get_by_role("button", name="(SFTP 01)").click()
    page.get_by_label("Bølge 1").check()
    phase, theme = Phase.objects.all()[1], Theme.objects.all()[0]
    page.locator("#id_phase").select_option(label=phase.name)
    page.locator("#id_theme").select_option(label=theme.name)
    page.get_by_label("Obligatorisk", exact=True).check()
    page.get_by_label("Nej", exact=True).check()
    page.locator("#id_duration_days").fill("2")
    page.locator("#id_end_offset_days").fill("-14")
    page.locator("#id_start_offset_days").fill("om to uger")
    page.locator("#id_goal").fill(
        "Målet er, at kommunen skal give samtykke til, at Netcompany må oprette en SFTP-rute."
    )
    page.locator("#id_description").fill(examples.SFTP_DESCRIPTION)
    page.locator("#id_result").fill(examples.SFTP_RESULT)
    panel = page.locator("#tjek-indhold")
    expect(panel).to_contain_text("kommunen skal")
    end = GO_LIVE - timedelta(days=14)
    expect(page.locator("#datoer [data-pick-day^=end-]")).to_have_value(short_date(end))
    is_in_order(page)
    page.locator(".action-bar").get_by_role("button", name="Gem", exact=True).click()
    summary = page.locator("#error-summary")
    expect(summary).to_contain_text("Skriv antal dage som et helt tal, fx -14.")
    expect(page.locator("#id_start_offset_days")).to_have_value("om to uger")
    is_in_order(page)
    summary.get_by_role("link").click()
    expect(page.locator("#id_start_offset_days")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("-14")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Opgaven er gemt.")).to_be_visible()


def mend_and_send(page: Page, task: KlikTask) -> None:
    page.get_by_role("button", name="Send til godkendelse").click()
    summary = page.locator("#error-summary")
    expect(summary).to_contain_text("Opgavetitel")
    expect(summary).to_contain_text("Mål")
    is_in_order(page)
    fixes = page.locator("#tjek-indhold")
    fixes.get_by_role("button", name="Ret til ”Opret").click()
    expect(page.locator("#id_title")).to_have_value("Opret SFTP-rute til ansøgninger")
    page.locator("#tjek-indhold").get_by_role("button", name="Ret til ”I skal").click()
    expect(page.locator("#id_goal")).to_have_text(
        "Målet er, at I skal give samtykke til, at Netcompany må oprette en SFTP-rute."
    )
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(page.get_by_text("Opgaven er gemt og sendt til godkendelse.")).to_be_visible()
    task.refresh_from_db()
    assert task.status == "in_review"
    expect(page.get_by_text("Kun godkendere kan godkende")).to_be_visible()


def send_back(page: Page, task: KlikTask) -> None:
    page.goto("/")
    page.get_by_role("link", name="(SFTP 01)").first.click()
    page.get_by_role("link", name="Godkendelse").click()
    is_in_order(page)
    page.get_by_label("Hvad skal Anne gøre?").fill("Fortæl, hvem der udfører opgaven.")
    page.get_by_text("Skriv en linje til et felt").click()
    page.get_by_label("Metode og fremgangsmåde").fill("Skriv trinnene.")
    page.get_by_role("button", name="Send tilbage").click()
    expect(page.get_by_text("er sendt tilbage til Anne.")).to_be_visible()


def answer_and_send_again(page: Page, task: KlikTask) -> None:
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Fortæl, hvem der udfører opgaven.")
    page.goto(task.get_absolute_url())
    expect(page.get_by_text("Rikke har sendt opgaven tilbage")).to_be_visible()
    is_in_order(page)
    page.get_by_label("Systemansvarlig").first.check()
    page.locator("#id_method").click()
    for line in METHOD.splitlines():
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Send til godkendelse").click()
    expect(page.get_by_text("sendt til godkendelse.")).to_be_visible()


def approve(page: Page, task: KlikTask) -> None:
    page.goto(f"/opgaver/{task.pk}/godkendelse/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Godkend og gå til næste").click()
    expect(page.get_by_text("er godkendt.")).to_be_visible()
    is_in_order(page)
    task.refresh_from_db()
    assert task.status == "approved"


def look_and_announce(page: Page, task: KlikTask) -> None:
    page.goto(f"/opgaver/{task.pk}/forhaandsvisning/")
    seen = page.locator("main")
    expect(seen).to_contain_text("(SFTP 01) Opret SFTP-rute til ansøgninger")
    expect(seen).not_to_contain_text("varighed")
    expect(seen).not_to_contain_text("Frozen zone")
    is_in_order(page)
    page.get_by_role("link", name="#besked").click()
    page.get_by_role("button", name="Foreslå besked").click()
    text = page.locator("#id_announcement")
    expect(text).to_have_value(re.compile(r"^#besked\n"))
    is_in_order(page)
    text.fill(text.input_value().replace("God dag!", "Skriv, hvis I er i tvivl. God dag!"))
    page.get_by_role("button", name="Gem besked").click()
    expect(text).to_have_value(re.compile("Skriv, hvis I er i tvivl"))
    page.get_by_role("button", name="Kopiér besked").click()
    expect(page.get_by_text("Kopieret")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("#besked")
    task.refresh_from_db()
    assert task.status == "approved"


def enter_in_podio(page: Page, task: KlikTask) -> None:
    page.goto(f"/opgaver/{task.pk}/podio/")
    is_in_order(page)
    line = page.locator("#felt-method")
    line.get_by_role("button", name="Kopiér").click()
    expect(line).to_contain_text("Kopieret")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "1. Læs beskrivelsen." in copied
    for key in ("title", "description"):
        page.locator(f"#felt-{key}").get_by_role("button", name="Markér som indtastet").click()
        expect(page.locator(f"#felt-{key}")).to_contain_text("Indtastet af Karl")
    expect(page.locator("main")).to_contain_text("2 af 25 felter er indtastet")
    page.get_by_label("masteropgave").last.fill(MASTER)
    page.get_by_role("button", name="Gem link til masteropgaven").click()
    expect(page.get_by_role("link", name="Åbn masteropgaven i Podio").first).to_be_visible()
    task.refresh_from_db()
    assert task.podio_url == MASTER


def read_the_sheet(page: Page, task: KlikTask, folder: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent Excel").click()
    path = folder / "opgave.xlsx"
    download.value.save_as(path)
    sheet = load_workbook(BytesIO(path.read_bytes())).worksheets[0]
    header, row = sheet.iter_rows(values_only=True)
    end = GO_LIVE - timedelta(days=14)
    start = end - timedelta(days=14)
    assert dict(zip(header, row, strict=True)) == {
        "Opgavetitel": "(SFTP 01) Opret SFTP-rute til ansøgninger",
        "Projekt": "KP release 4.0",
        "Fase": "Klargøring",
        "Tema": "Drift og support",
        "Prioritet": "Obligatorisk",
        "Svar til": None,
        "Er det en STS/infrastruktur opgave?": "Nej",
        "Opgavens varighed (antal dage)": 2,
        "Frozen zone": "Nej",
        "Slutdato (Fra Go-live)": -14,
        "Slutdato": datetime.combine(end, time.min),
        "Startdato (Fra slutdato)": -14,
        "Startdato": datetime.combine(start, time.min),
        "Bølger": "Bølge 1",
        "Forudsætninger": None,
        "Mål": "Målet er, at I skal give samtykke til, at Netcompany må oprette en SFTP-rute.",
        "Beskrivelse": re.sub(r"\n+", "\n", examples.SFTP_DESCRIPTION.strip()),
        "Metode og fremgangsmåde": METHOD,
        "Resultat": examples.SFTP_RESULT,
        "Opgaven er tæt relateret til": None,
        "Anbefalet udfører": "Systemansvarlig",
        "Eventuel kommentar til anbefalet udfører": None,
        "Kvalitetskriterier": None,
        "Historik": None,
        "Anbefalet ansvarlig": None,
        "Eventuel kommentar til Anbefalet ansvarlig": None,
        "Eksterne bilag": None,
    }
