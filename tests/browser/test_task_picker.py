"""Prerequisites and related tasks: found by reference or words, chosen and removed by keyboard."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tasks.actions.drafts import save_task
from tasks.models import KlikTask, Prerequisite, Project
from tests.browser.accessibility import faults
from tests.make import make_anne, make_project, make_rikke, make_task

Open = Callable[[str], Page]
TITLES = (
    "Udfyld excel-filen med jeres brugere",
    "Giv samtykke til SFTP-ruten",
    "Bestil østers til personalet",
    "Kontrollér samtykkeblanketten",
)


def make_tasks(project: Project, count: int = 30) -> list[KlikTask]:
    return [
        make_task(
            f"{TITLES[n % 4]} {n + 1}",
            prefix="MI",
            separator=" ",
            number=f"{n + 1:02}",
            project=project,
        )
        for n in range(count)
    ]


@pytest.fixture
def tasks(open_as_anne: Open) -> list[KlikTask]:
    return make_tasks(make_project())


def box_of(page: Page, name: str = "Forudsætninger") -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def search_of(page: Page) -> Locator:
    return box_of(page).get_by_role("searchbox", name="Søg på reference eller ord i titlen")


def required(task: KlikTask) -> list[str]:
    return [str(row.required) for row in Prerequisite.objects.filter(task=task)]


def open_task(open_as_anne: Open, task: KlikTask) -> Page:
    return open_as_anne(reverse("task_edit", args=[task.pk]))


def test_a_task_is_found_by_its_reference_however_it_is_typed(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    page = open_task(open_as_anne, tasks[-1])
    boxes = box_of(page).get_by_role("checkbox")
    expect(boxes).to_have_count(0)
    expect(box_of(page).get_by_text("Projektet har 29 andre opgaver.")).to_be_visible()
    for typed in ("MI 2", "mi02", "(MI 02)", " mi-2 "):
        search_of(page).fill(typed)
        expect(boxes.first).to_have_accessible_name(f"(MI 02) {TITLES[1]} 2")
    search_of(page).fill("MI 02")
    expect(boxes).to_have_count(11)  # and MI 20 to 29, which begin so too
    search_of(page).fill("MI 20")
    expect(boxes).to_have_count(1)


def test_a_task_is_found_by_words_of_its_title(open_as_anne: Open, tasks: list[KlikTask]) -> None:
    page = open_task(open_as_anne, tasks[-1])
    boxes, told = box_of(page).get_by_role("checkbox"), box_of(page).get_by_role("status")
    search_of(page).fill("ØSTERS 3")
    expect(boxes.first).to_have_accessible_name(f"(MI 03) {TITLES[2]} 3")
    search_of(page).fill("blanket")
    expect(told).to_have_text("7 opgaver passer.")
    search_of(page).fill("i")
    expect(boxes).to_have_count(20)
    expect(told).to_contain_text("De første 20 vises.")
    search_of(page).fill("findes slet ikke")
    expect(boxes).to_have_count(0)
    expect(told).to_contain_text("Ingen opgave passer.")
    assert faults(page) == []


def test_the_keyboard_alone_chooses_and_removes_and_both_are_saved(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    *_, task = tasks
    page = open_task(open_as_anne, task)
    search_of(page).press_sequentially("mi 7")
    search_of(page).press("Enter")
    chosen = box_of(page).get_by_role("list", name="Valgt").get_by_role("listitem")
    expect(chosen).to_have_text([re.compile(r"^\(MI 07\) ")])
    expect(search_of(page)).to_be_focused()
    search_of(page).press_sequentially("excel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(" ")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(chosen).to_have_text([re.compile(rf"^\(MI {n}\) ") for n in ("01", "05", "07")])
    page.keyboard.press("Escape")
    expect(search_of(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(chosen).to_have_count(2)
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "waiting")
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "saved")
    assert [name[:7] for name in required(task)] == ["(MI 01)", "(MI 05)"]
    assert page.url.endswith(reverse("task_edit", args=[task.pk]))
    assert faults(page) == []


def test_what_is_searched_for_is_neither_saved_nor_checked(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    *_, task = tasks
    page = open_task(open_as_anne, task)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    search_of(page).press_sequentially("excel")
    page.wait_for_timeout(2_000)
    assert [url for url in sent if f"/opgaver/{task.pk}/" in url and "til-stede" not in url] == []
    expect(page.locator("#gemt")).to_have_attribute("data-kind", "saved")


def test_what_another_chose_meanwhile_is_named_at_once(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    first, *_, task = tasks
    page = open_task(open_as_anne, task)
    save_task(make_rikke(), task.pk, 1, {"prerequisites": [first]})
    page.locator("#id_title").fill("Opret ruten")
    expect(box_of(page).get_by_role("listitem")).to_have_text([re.compile(r"^\(MI 01\) ")])


def test_a_circle_is_told_at_the_field_and_the_other_texts_are_saved(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    first, second, *_ = tasks
    save_task(make_anne(), second.pk, 1, {"prerequisites": [first]})
    page = open_task(open_as_anne, first)
    page.locator("#id_title").fill("Opret ruten")
    search_of(page).fill("mi 02")
    search_of(page).press("ArrowDown")
    page.keyboard.press(" ")
    expect(page.locator("#id_prerequisites_error")).to_contain_text(
        "(MI 01) kræver (MI 02), som kræver (MI 01)."
    )
    expect(page.locator("#id_prerequisites > #id_prerequisites_error + ul")).to_be_visible()
    expect(box_of(page).get_by_role("listitem")).to_have_count(1)
    expect(page.locator("#gemt")).to_contain_text("Forudsætninger")
    assert KlikTask.objects.get(pk=first.pk).title == "Opret ruten"
    box_of(page).get_by_role("button", name="Fjern (MI 02)").click()
    expect(page.locator("#id_prerequisites_error")).to_have_count(0)


def test_another_project_brings_its_own_tasks_to_search_in(
    open_as_anne: Open, tasks: list[KlikTask]
) -> None:
    other = make_project("Et andet projekt")
    make_tasks(other, 3)
    page = open_task(open_as_anne, tasks[0])
    page.locator("#id_project").select_option(label=other.name)
    expect(box_of(page).get_by_role("checkbox")).to_have_count(3)
    search_of(page).fill("østers")
    expect(box_of(page).get_by_role("checkbox")).to_have_count(1)


def test_without_a_script_every_task_can_be_ticked(
    open_as_anne: Open, tasks: list[KlikTask], new_page: Callable[..., Page]
) -> None:
    page = open_task(open_as_anne, tasks[0])
    plain = new_page(
        java_script_enabled=False, storage_state=page.context.storage_state(), base_url=page.url
    )
    plain.goto(reverse("task_edit", args=[tasks[0].pk]))
    expect(box_of(plain).get_by_role("checkbox")).to_have_count(29)
    expect(plain.get_by_role("searchbox")).to_have_count(0)
    box_of(plain).get_by_role("checkbox").first.check()
    plain.get_by_role("button", name="Gem", exact=True).last.click()
    expect(plain.get_by_text("Opgaven er gemt.")).to_be_visible()
    assert len(required(tasks[0])) == 1
