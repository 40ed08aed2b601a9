"""load_example: the guide's own texts in three tasks that hold together, whatever the day."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from tasks import richtext
from tasks.example import go_live_after
from tasks.guide import examples
from tasks.models import KlikTask, Person, Phase, Project, Role, Theme
from tasks.permissions import can_edit, reviewers_for
from tasks.schedule import Period
from tasks.style import Block
from tests.make import make_anne, make_project, make_rikke

TODAY = date(2026, 9, 1)
GO_LIVE = date(2026, 10, 30)


def load(today: str = "2026-09-01") -> str:
    out = StringIO()
    call_command("load_example", "--today", today, stdout=out)
    return out.getvalue()


def task(prefix: str, number: str) -> KlikTask:
    found: KlikTask = KlikTask.objects.with_parts().get(prefix=prefix, number=number)
    return found


def period(prefix: str, number: str) -> Period:
    found = task(prefix, number)
    return found.period_in(found.waves.get())


@pytest.mark.django_db
def test_the_project_is_as_the_guide_tells() -> None:
    load()
    project = Project.objects.get()
    assert (project.name, project.lead_name) == ("KP release 4.0", "Aske")
    assert project.greeting == "KP-systemansvarlige"
    assert [row.prefix for row in project.prefixes.all()] == ["Auto", "SFTP"]
    assert [zone.name for zone in project.frozen_zones.all()] == ["Jul og nytår"]


@pytest.mark.django_db
def test_the_real_wave_has_all_98_and_the_test_wave_korsbaek_alone() -> None:
    load()
    real, test = Project.objects.get().waves.order_by("is_test")
    assert (real.name, real.go_live, real.goes_live_with) == (
        "Bølge 1",
        GO_LIVE,
        "den nye release 4.0",
    )
    assert real.municipalities.count() == 98
    assert [str(place) for place in test.municipalities.all()] == ["Korsbæk Kommune"]


@pytest.mark.django_db
def test_the_sftp_task_says_what_the_guide_says() -> None:
    load()
    sftp = task("SFTP", "01")
    for key, text in (
        ("goal", examples.SFTP_GOAL),
        ("description", examples.SFTP_DESCRIPTION),
        ("result", examples.SFTP_RESULT),
    ):
        assert richtext.to_source(getattr(sftp, key)) == text


@pytest.mark.django_db
def test_auto_13_has_the_guides_seven_steps_with_their_numbers() -> None:
    load()
    blocks = richtext.to_blocks(task("Auto", "13").method)
    assert [block.number for block in blocks] == [None, 1, 2, 3, 4, 5, 10, 11]
    assert blocks[0] == Block("For at løse denne KLIK-opgave anbefaler vi følgende trin:")
    assert richtext.to_source(task("Auto", "13").method) == examples.SETUP_METHOD


@pytest.mark.django_db
def test_auto_13_carries_the_guides_message_and_names_auto_12_as_related() -> None:
    load()
    setup = task("Auto", "13")
    assert setup.announcement.text == examples.SETUP_ANNOUNCEMENT
    assert list(setup.related_tasks.all()) == [task("Auto", "12")]


@pytest.mark.django_db
@pytest.mark.parametrize("today", ["2026-09-01", "2026-10-30", "2026-11-23", "2027-01-01"])
def test_auto_13_starts_at_go_live_and_auto_12_can_be_started_today(today: str) -> None:
    load(today)
    day = date.fromisoformat(today)
    go_live = go_live_after(day)
    assert period("Auto", "13").start == go_live
    start, end = period("Auto", "12").start, period("Auto", "12").end
    assert start is not None and end is not None
    assert start <= day
    assert end == go_live - timedelta(days=14)


@pytest.mark.django_db
def test_the_tasks_are_drafts_that_nothing_required_is_missing_in() -> None:
    load()
    for found in KlikTask.objects.with_parts():
        assert found.step_label == "Kladde"
        assert found.project is not None and found.phase is not None and found.theme is not None
        assert found.priority and found.description and found.is_infrastructure is not None
        assert found.search_text and found.content_hash


@pytest.mark.django_db
def test_its_writer_can_neither_log_in_nor_do_anything() -> None:
    load()
    writer = Person.objects.get()
    assert not writer.is_active
    assert not writer.has_usable_password()
    assert not writer.groups.exists()
    assert authenticate(username=writer.username, password="") is None


@pytest.mark.django_db
def test_anne_can_edit_it_and_rikke_approve_it() -> None:
    load()
    assert can_edit(make_anne(), task("Auto", "13"))
    rikke = make_rikke()
    assert reviewers_for(task("Auto", "13")) == [rikke]


@pytest.mark.django_db
def test_a_second_time_changes_nothing() -> None:
    assert "er indlæst" in load()
    before = list(KlikTask.objects.values())
    assert load("2027-01-01") == ""
    assert list(KlikTask.objects.values()) == before


@pytest.mark.django_db
def test_it_does_not_come_again_under_a_new_name() -> None:
    load()
    Project.objects.update(name="KP release 4.1")
    load()
    assert Project.objects.count() == 1


@pytest.mark.django_db
def test_a_project_of_that_name_is_left_alone() -> None:
    make_project("KP release 4.0")
    assert load() == ""
    assert not KlikTask.objects.exists()


@pytest.mark.django_db
def test_it_loads_although_kombit_has_changed_its_lists() -> None:
    for rows in (Phase.objects, Role.objects, Theme.objects):
        rows.all().delete()
    load()
    assert KlikTask.objects.count() == 3


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError):
        load("i morgen")


def test_the_go_live_of_2026_is_a_friday() -> None:
    assert go_live_after(TODAY) == GO_LIVE


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_go_live_is_the_next_30_october_on_a_weekday(today: date) -> None:
    go_live = go_live_after(today)
    assert (go_live.month, go_live.day) == (10, 30)
    assert go_live.weekday() < 5
    passed = [date(year, 10, 30) for year in range(today.year, go_live.year)]
    assert go_live > today and all(d <= today or d.weekday() >= 5 for d in passed)
