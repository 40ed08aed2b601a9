"""From a saved task to the facts its #besked may say, and what the #besked still lacks."""

import re
from datetime import date, timedelta

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tasks import announcement, announcing
from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.announcement import WavePeriod, days_to_do_it, propose
from tasks.checking import check_values
from tasks.models import KlikTask, Person, Wave
from tasks.permissions import can_announce
from tasks.workflow import Stage, Status
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
    put_at_stage,
    put_in_status,
)

TODAY = date(2026, 9, 1)


def fresh(task: KlikTask) -> KlikTask:
    return KlikTask.objects.with_parts().get(pk=task.pk)


def make_guide_tasks() -> KlikTask:
    """Auto 13 starts when release 4.0 goes live; Auto 12, related, can be begun now."""
    project = make_project()
    wave = make_wave(project)
    frame = {"project": project, "waves": [wave], "prefix": "Auto", "separator": " "}
    excel = make_task(
        "Udfyld excel-filen", number="12", end_offset_days=-14, start_offset_days=-60, **frame
    )
    setup = make_task(
        "Sæt årsagerne op",
        number="13",
        end_offset_days=28,
        start_offset_days=-28,
        related_tasks=[excel],
        **frame,
    )
    return fresh(setup)


def period(start: date | None, end: date | None) -> WavePeriod:
    return WavePeriod("Bølge 1", "", GO_LIVE, start, end)


@pytest.mark.django_db
def test_the_guides_own_announcement_comes_out_of_its_data() -> None:
    facts = announcing.facts_of(make_guide_tasks(), TODAY, "opsætning af afslagsårsager")
    assert propose(facts) == (
        "#besked\n\n"
        "Kære KP-systemansvarlige.\n\n"
        "Hermed publiceres ny KLIK-opgave vedr. opsætning af afslagsårsager: "
        "”(Auto 13) Sæt årsagerne op”.\n\n"
        "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den "
        "30. oktober. Fra den dag har I fire uger til at løse den.\n\n"
        "Opgaven skal ses i forlængelse af ”(Auto 12) Udfyld excel-filen”, som I allerede nu kan "
        "gå i gang med.\n\n"
        "God dag!\nMvh. Aske / KOMBIT"
    )


@pytest.mark.django_db
def test_a_task_with_its_parts_costs_no_more_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    task = make_guide_tasks()
    with django_assert_num_queries(0):
        announcing.facts_of(task, TODAY)


@pytest.mark.django_db
def test_without_a_project_the_greeting_and_the_name_are_slots_for_the_author() -> None:
    text = propose(announcing.facts_of(fresh(make_task()), TODAY))
    assert announcing.open_slots(text) == (
        "[skriv, hvem du skriver til]",
        "[Skriv, hvornår I kan starte]",
        "[skriv dit navn]",
    )


@pytest.mark.django_db
def test_every_real_wave_has_its_own_dates_and_a_test_wave_none() -> None:
    project = make_project()
    first = make_wave(project)
    second = make_wave(project, "Bølge 2", date(2026, 11, 13))
    task = make_ready_task(project=project, waves=[first, second])
    Wave.objects.filter(pk=first.pk).update(is_test=True)
    (told,) = announcing.facts_of(fresh(task), TODAY).tasks[0].periods
    assert told == WavePeriod(
        "Bølge 2",
        "den nye release 4.0",
        date(2026, 11, 13),
        date(2026, 10, 16),
        date(2026, 10, 30),
    )


@pytest.mark.django_db
def test_a_related_task_is_told_with_the_earliest_of_its_own_starts() -> None:
    project = make_project()
    late, early = make_wave(project, "Sen", date(2026, 12, 1)), make_wave(project, "Tidlig")
    other = make_ready_task("Udfyld filen", project=project, waves=[late, early])
    task = make_ready_task(project=project, related_tasks=[other])
    (told,) = announcing.facts_of(fresh(task), TODAY).related
    assert told.start == GO_LIVE - timedelta(days=28)


@pytest.mark.django_db
def test_a_related_task_is_told_for_the_waves_that_read_the_message() -> None:
    project = make_project()
    first, second = make_wave(project), make_wave(project, "Bølge 2", date(2026, 11, 13))
    third = make_wave(project, "Bølge 3", date(2026, 3, 13))
    other = make_ready_task(project=project, waves=[first, second, third])
    task = make_ready_task(project=project, related_tasks=[other], waves=[first, second])
    (told,) = announcing.facts_of(fresh(task), TODAY).related
    starts = [other.period_in(wave).start for wave in (first, second)]
    assert told.start == starts[0]
    assert told.waves == (("Bølge 1", starts[0]), ("Bølge 2", starts[1]))


@pytest.mark.django_db
def test_a_related_task_in_the_bin_is_not_named() -> None:
    other = make_ready_task("Udfyld filen")
    task = make_ready_task(related_tasks=[other])
    bin_task(make_anne(), other.pk)
    assert announcing.facts_of(fresh(task), TODAY).related == ()


@pytest.mark.django_db
def test_what_municipalities_cannot_see_yet_is_known() -> None:
    seen, unseen = make_ready_task("Udfyld filen"), make_ready_task()
    put_at_stage(seen, Stage.PUBLISHED)
    assert announcing.unpublished([seen, unseen]) == {unseen.pk}


@pytest.mark.django_db
def test_the_house_decides_what_a_short_deadline_is() -> None:
    task = fresh(make_ready_task())
    with override_settings(KLIK_SHORT_DEADLINE_DAYS=3):
        assert announcing.facts_of(task, TODAY).short_deadline_days == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "days", "is_short"),
    [
        (date(2026, 10, 12), date(2026, 10, 26), 14, True),
        (date(2026, 10, 12), date(2026, 10, 27), 15, False),
        (date(2026, 8, 3), date(2026, 9, 9), 8, True),
        (date(2026, 8, 3), TODAY, 0, True),
        (date(2026, 8, 3), date(2026, 8, 31), -1, False),
        (None, GO_LIVE, 59, False),
        (None, date(2026, 9, 9), 8, True),
        (GO_LIVE, None, None, False),
    ],
)
def test_the_time_to_do_it_counts_from_the_first_possible_day(
    start: date | None, end: date | None, days: int | None, is_short: bool
) -> None:
    facts = announcing.facts_of(fresh(make_task()), TODAY)
    assert days_to_do_it(period(start, end), TODAY) == days
    assert announcement.is_short(period(start, end), facts) is is_short


@given(text=st.text(st.sampled_from("[]Sskriv h\n"), max_size=40))
def test_an_open_slot_is_a_whole_bracket_on_one_line(text: str) -> None:
    for slot in announcing.open_slots(text):
        assert re.fullmatch(r"\[[Ss]kriv[^\[\]\n]*\]", slot)
        assert slot in text


def test_brackets_of_the_authors_own_are_no_slots() -> None:
    assert announcing.open_slots("Se [vejledningen] og [Skriveguiden") == ()


@pytest.mark.django_db
@pytest.mark.parametrize("related_start", [date(2026, 8, 3), date(2026, 10, 5), None])
@pytest.mark.parametrize("second_go_live", [None, GO_LIVE, date(2026, 11, 13)])
@pytest.mark.parametrize(("end", "start"), [(28, -28), (-14, -21), (0, -90), (400, -30)])
def test_a_proposal_never_displeases_the_rules(
    related_start: date | None, second_go_live: date | None, end: int, start: int
) -> None:
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2", second_go_live)]
    days = (related_start - GO_LIVE).days if related_start else None
    related = make_ready_task(
        "Udfyld filen",
        project=project,
        waves=waves[:1],
        end_offset_days=None if days is None else days + 1,
        start_offset_days=-1,
    )
    task = make_ready_task(
        project=project,
        waves=waves,
        end_offset_days=end,
        start_offset_days=start,
        related_tasks=[related],
    )
    text = propose(announcing.facts_of(fresh(task), TODAY))
    result = check_values(fresh(task).values(), [], text).of_announcement()
    found = announcing.beside_slots(result).standing
    assert [(finding.rule, finding.phrase) for finding in found] == [], text


@pytest.mark.django_db
@pytest.mark.parametrize("status", list(Status))
def test_the_announcement_may_be_changed_in_every_status(status: Status) -> None:
    task = make_ready_task()
    put_in_status(task, status)
    for person in (make_anne(), make_rikke(), make_karl()):
        assert can_announce(person, fresh(task))


@pytest.mark.django_db
def test_not_in_the_bin_and_not_without_the_right() -> None:
    task = make_ready_task()
    bin_task(make_anne(), task.pk)
    assert "papirkurven" in can_announce(make_anne(), fresh(task)).reason
    guest = Person.objects.create(username="gæst")
    assert can_announce(guest, make_ready_task("Andet")).reason == (
        "Kun forfattere kan skrive opgaver."
    )


DATES = "I kan gå i gang med det samme og skal være færdige senest den 16. oktober."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ["Skriv #besked."]),
        (" \n", ["Skriv #besked."]),
        (f"#besked\n\n{DATES}", []),
        (DATES, ["Ret eller behold én ting i #besked."]),
        (
            f"#besked\n\n{DATES} Fordi [skriv hvorfor] [skriv hvorfor].",
            ["Udfyld ”[skriv hvorfor]” i #besked."],
        ),
        ("Hej.", ["Ret eller behold 3 ting i #besked."]),
    ],
)
def test_what_is_missing_before_it_can_be_sent(text: str, missing: list[str]) -> None:
    task = make_ready_task()
    saved = save_announcement(make_anne(), task.pk, 1, topic="", text=text)
    assert announcing.missing_in_announcement(saved) == missing
