"""The list's reading room: filters, search, order and pages."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tasks.actions.bin import bin_task
from tasks.actions.review import approve, reopen, send_back, submit
from tasks.listing import DEFAULT_SORT, PER_PAGE, SORTS, STEPS, ListQuery, find, in_order, page_of
from tasks.models import KlikTask
from tasks.workflow import Stage
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_person,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
    put_at_stage,
)
from tests.make_many import make_many

pytestmark = pytest.mark.django_db


def titles(**query: Any) -> list[str]:
    """The titles Anne finds, in the list's own order."""
    tasks = find(ListQuery(**query), make_anne())
    return [KlikTask.objects.get(pk=pk).title for pk in in_order(tasks, DEFAULT_SORT)]


def order(sort: str) -> list[str]:
    keys = in_order(KlikTask.objects.all(), sort)
    return [KlikTask.objects.get(pk=pk).title for pk in keys]


def changed_at(title: str, hours_ago: int) -> None:
    KlikTask.objects.filter(title=title).update(
        updated_at=timezone.now() - timedelta(hours=hours_ago)
    )


def test_without_a_query_all_is_shown_but_the_bin() -> None:
    make_task("Ret brugerne")
    bin_task(make_anne(), make_task("Gem filen").pk)
    assert titles() == ["Ret brugerne"]


def test_search_looks_in_every_text_and_wants_every_word() -> None:
    make_task("Giv samtykke", description="<p>Bestil ØSTERS til mødet</p>")
    make_task("Ret brugerne", performer_comment="Kun østers")
    make_task("Gem filen")
    assert titles(text="østers") == ["Giv samtykke", "Ret brugerne"]
    assert titles(text="østers møde") == ["Giv samtykke"]
    assert titles(text="%") == ["Giv samtykke", "Ret brugerne", "Gem filen"]


def test_a_reference_and_the_message_are_searched_too() -> None:
    task = make_task("Giv samtykke", prefix="Auto", separator=" ", number="12")
    make_task("Gem filen")
    assert titles(text="(auto 12)") == [task.title]


def test_project_priority_and_wave_narrow_the_list() -> None:
    kp, sapa = make_project("KP"), make_project("SAPA")
    first, second = make_wave(kp, "Bølge 1"), make_wave(kp, "Bølge 2")
    make_task("Ret brugerne", project=kp, waves=[first, second], priority="critical")
    make_task("Gem filen", project=kp, waves=[second])
    make_task("Giv samtykke", project=sapa, priority="critical")
    assert titles(project=kp) == ["Ret brugerne", "Gem filen"]
    assert titles(wave=first) == ["Ret brugerne"]
    assert titles(wave=second) == ["Ret brugerne", "Gem filen"]
    assert titles(priority="critical") == ["Ret brugerne", "Giv samtykke"]
    assert titles(priority="critical", project=kp) == ["Ret brugerne"]


def test_each_task_stands_on_exactly_the_step_the_list_shows() -> None:
    anne, rikke = make_anne(), make_rikke()
    tasks = [make_ready_task(f"Giv samtykke {number}") for number in range(8)]
    for task in tasks[1:]:
        submit(anne, task.pk, 1)
    send_back(rikke, tasks[2].pk, 1, "Uddyb", {})
    for task in tasks[3:]:
        approve(rikke, task.pk, 1, [])
    reopen(anne, tasks[3].pk, 1)
    for task, stage in zip(
        tasks[5:], [Stage.ON_TEST, Stage.PUBLISHED, Stage.ANNOUNCED], strict=True
    ):
        put_at_stage(task, stage)

    for key, (label, _) in STEPS.items():
        found = list(find(ListQuery(step=key), anne))
        assert [task.step_label for task in found] == [label]
        assert [task.step_badge for task in found] == [key]
    assert len(STEPS) == len(tasks)


def test_mine_are_those_i_wrote() -> None:
    make_task("Giv samtykke")
    make_task("Gem filen", author=make_rikke())
    assert titles(is_mine=True) == ["Giv samtykke"]


def test_waiting_is_what_i_can_carry_on_with() -> None:
    task = make_ready_task("Giv samtykke")
    submit(make_anne(), task.pk, 1)
    assert list(find(ListQuery(is_waiting=True), make_rikke())) == [task]
    assert titles(is_waiting=True) == []


def test_a_query_that_only_sorts_is_no_filter() -> None:
    assert not ListQuery(sort="end").is_filtered
    assert ListQuery(text="x").is_filtered
    assert ListQuery(is_mine=True).is_filtered


def test_references_sort_naturally_and_those_without_stand_last() -> None:
    make_task("Uden")
    for number in ("12", "2", "01"):
        make_task(f"MI {number}", prefix="MI", separator=" ", number=number)
    assert order("reference") == ["MI 01", "MI 2", "MI 12", "Uden"]


def test_projects_sort_in_danish_and_no_project_stands_last() -> None:
    make_task("Intet")
    for name in ("Ål", "Ærø", "zebra", "Østers", "Anker"):
        make_task(name, project=make_project(name))
    assert order("project") == ["Anker", "zebra", "Ærø", "Østers", "Ål", "Intet"]


def test_the_newest_change_can_stand_first_or_last() -> None:
    for hours, title in enumerate(("Ny", "Ældre", "Ældst")):
        make_task(title)
        changed_at(title, hours)
    assert order("-changed") == ["Ny", "Ældre", "Ældst"]
    assert order("changed") == ["Ældst", "Ældre", "Ny"]


def make_dated_tasks() -> None:
    project = make_project()
    early = make_wave(project, "Tidlig", GO_LIVE)
    late = make_wave(project, "Sen", GO_LIVE + timedelta(days=100))
    none = make_wave(project, "Uden dato", None)
    make_task("Senere", project=project, waves=[early], end_offset_days=14)
    make_task("Tidligst i én af to", project=project, waves=[early, late], end_offset_days=-14)
    make_task("Sidst", project=project, waves=[late], end_offset_days=0)
    make_task("Uden go-live", project=project, waves=[none], end_offset_days=-14)
    make_task("Uden slutdato", project=project, waves=[early])


def test_the_earliest_end_date_of_all_waves_sorts() -> None:
    make_dated_tasks()
    undated = ["Uden go-live", "Uden slutdato"]
    assert order("end") == ["Tidligst i én af to", "Senere", "Sidst", *undated]
    assert order("-end") == ["Sidst", "Senere", "Tidligst i én af to", *undated]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_shows_every_task_once(sort: str) -> None:
    make_dated_tasks()
    make_task("Uden alt")
    assert sorted(in_order(KlikTask.objects.all(), sort)) == sorted(
        KlikTask.objects.values_list("pk", flat=True)
    )


def test_a_row_tells_the_end_date_in_each_wave_and_none_is_made_up() -> None:
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2", date(2026, 12, 4))]
    make_task("Ret", prefix="MI", number="1", project=project, waves=waves, end_offset_days=-14)
    make_task("Gem", prefix="MI", number="2", project=project, waves=waves[:1])
    dated, undated = page_of(KlikTask.objects.all(), DEFAULT_SORT, None)
    assert dated.ends == (("Bølge 1", date(2026, 10, 16)), ("Bølge 2", date(2026, 11, 20)))
    assert undated.ends == (("Bølge 1", None),)


def test_only_what_can_be_sent_can_be_chosen() -> None:
    task = make_ready_task()
    (row,) = page_of(KlikTask.objects.all(), DEFAULT_SORT, None)
    assert row.can_be_sent
    submit(make_anne(), task.pk, 1)
    (row,) = page_of(KlikTask.objects.all(), DEFAULT_SORT, None)
    assert not row.can_be_sent


@pytest.mark.parametrize(
    ("asked", "shown"),
    [(None, 1), ("1", 1), ("3", 3), ("4", 3), ("0", 3), ("-1", 3), ("x", 1), ("9" * 5000, 1)],
)
def test_a_page_that_is_none_gives_one_that_is(asked: str | None, shown: int) -> None:
    make_many(2 * PER_PAGE + 1, make_anne())
    page = page_of(KlikTask.objects.all(), DEFAULT_SORT, asked)
    assert page.number == shown
    assert len(page.object_list) == (1 if shown == 3 else PER_PAGE)


def test_the_pages_together_hold_every_task_once() -> None:
    make_many(2 * PER_PAGE + 1, make_anne())
    pages = [page_of(KlikTask.objects.all(), "-changed", str(number)) for number in (1, 2, 3)]
    assert len({row.task.pk for page in pages for row in page}) == 2 * PER_PAGE + 1


def test_nobody_without_rights_has_anything_waiting() -> None:
    submit(make_anne(), make_ready_task().pk, 1)
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    assert not find(ListQuery(is_waiting=True), guest).exists()
    assert find(ListQuery(is_waiting=True), make_karl()).exists()
