"""The proposed #besked: the model announcements, and never a date the facts do not hold."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.announcement import (
    AnnouncementFacts,
    RelatedFacts,
    TaskFacts,
    WavePeriod,
    escape_markdown,
    propose,
)
from tasks.danish_dates import MONTHS, long_date, weekday_date
from tasks.guide import Priority

TODAY = date(2026, 9, 1)
GO_LIVE = date(2026, 10, 30)
RELEASE = "den nye release 4.0"


def make_period(
    start: date | None, end: date | None, wave: str = "Bølge 1", go_live: date | None = GO_LIVE
) -> WavePeriod:
    return WavePeriod(wave, RELEASE, go_live, start, end)


def make_task(
    *periods: WavePeriod,
    reference: str = "Auto 13",
    title: str = "Opret afslagsårsager i KP",
    priority: str = Priority.MANDATORY,
) -> TaskFacts:
    return TaskFacts(reference, title, periods, priority)


def make_facts(
    *tasks: TaskFacts,
    related: tuple[RelatedFacts, ...] = (),
    topic: str = "",
    today: date = TODAY,
    short_deadline_days: int = 14,
) -> AnnouncementFacts:
    return AnnouncementFacts(
        "KP-systemansvarlige", tasks, "Aske", today, related, topic, short_deadline_days
    )


def body(facts: AnnouncementFacts) -> list[str]:
    """Return the paragraphs between the greeting and the sign-off."""
    prefix, greeting, *middle, sign_off = propose(facts).split("\n\n")
    assert prefix == "#besked"
    assert greeting == "Kære KP-systemansvarlige."
    assert sign_off == "God dag!\nMvh. Aske / KOMBIT"
    return middle


def test_a_new_task_that_can_be_started_now() -> None:
    task = make_task(
        make_period(date(2026, 9, 1), GO_LIVE),
        reference="Auto 15",
        title="Giv samtykke til, at Netcompany opretter jeres SFTP-rute",
    )
    assert propose(make_facts(task)) == (
        "#besked\n\n"
        "Kære KP-systemansvarlige.\n\n"
        "Hermed publiceres ny KLIK-opgave: ”(Auto 15) Giv samtykke til, at Netcompany opretter "
        "jeres SFTP-rute”.\n\n"
        "I kan gå i gang med det samme og har tid til og med fredag den 30. oktober.\n\n"
        "God dag!\nMvh. Aske / KOMBIT"
    )


def test_the_guides_own_announcement_follows_from_its_data() -> None:
    facts = make_facts(
        make_task(make_period(GO_LIVE, date(2026, 11, 27))),
        related=(RelatedFacts("Auto 12", "Udfyld excel-fil med afslagsårsager", TODAY),),
        topic="opsætning af afslagsårsager",
    )
    assert body(facts) == [
        "Hermed publiceres ny KLIK-opgave vedr. opsætning af afslagsårsager: "
        "”(Auto 13) Opret afslagsårsager i KP”.",
        "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den 30. "
        "oktober. Fra den dag har I fire uger til at løse den.",
        "Opgaven skal ses i forlængelse af ”(Auto 12) Udfyld excel-fil med afslagsårsager”, "
        "som I allerede nu kan gå i gang med.",
    ]


def test_a_task_on_the_critical_path_has_a_slot_for_the_reason() -> None:
    dates = make_period(date(2026, 10, 12), date(2026, 10, 23))
    assert body(make_facts(make_task(dates, priority=Priority.CRITICAL)))[1:] == [
        "Opgaven er obligatorisk på kritisk vej, fordi den har konsekvenser for "
        "idriftsættelsen: [skriv hvorfor]",
        "I kan først starte på opgaven mandag den 12. oktober og skal være færdige senest "
        "fredag den 23. oktober.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(
            date(2026, 8, 3),
            date(2026, 9, 9),
            "I kan gå i gang med det samme. Vær opmærksom på, at fristen er kort: "
            "I skal være færdige senest onsdag den 9. september.",
            id="short and begun: days count from today",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 26),
            "I kan først starte på opgaven mandag den 12. oktober. Vær opmærksom på, at fristen "
            "er kort: I skal være færdige senest mandag den 26. oktober.",
            id="fourteen days from the start is short",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 27),
            "I kan først starte på opgaven mandag den 12. oktober og har tid til og med tirsdag "
            "den 27. oktober.",
            id="fifteen days is not, and no whole weeks",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 11, 2),
            "I kan først starte på opgaven mandag den 12. oktober. "
            "Fra den dag har I tre uger til at løse den.",
            id="start without go-live",
        ),
        pytest.param(
            GO_LIVE,
            date(2026, 12, 1),
            "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den "
            "30. oktober, og har tid til og med tirsdag den 1. december.",
            id="go-live and no whole weeks",
        ),
        pytest.param(
            GO_LIVE,
            date(2027, 2, 5),
            "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den "
            "30. oktober, og har tid til og med fredag den 5. februar.",
            id="fourteen weeks are told as a date",
        ),
        pytest.param(
            None,
            GO_LIVE,
            "[Skriv, hvornår I kan starte]. I har tid til og med fredag den 30. oktober.",
            id="start unknown",
        ),
        pytest.param(GO_LIVE, None, "I kan først starte på opgaven, når den nye release 4.0 er sat "
            "i drift fredag den 30. oktober.", id="end unknown"),
        pytest.param(None, None, "[Skriv, hvornår I kan starte].", id="nothing known"),
        pytest.param(
            date(2026, 8, 3),
            date(2026, 8, 31),
            "I kan gå i gang med det samme. [Skriv, hvornår I skal være færdige].",
            id="the end has passed",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 5),
            "I kan først starte på opgaven mandag den 12. oktober. "
            "[Skriv, hvornår I skal være færdige].",
            id="the end lies before the start",
        ),
        pytest.param(
            TODAY,
            TODAY,
            "I kan gå i gang med det samme. Vær opmærksom på, at fristen er kort: "
            "I skal være færdige senest tirsdag den 1. september.",
            id="all on one day",
        ),
        pytest.param(
            date(2026, 8, 3),
            date(2027, 8, 2),
            "I kan gå i gang med det samme og har tid til og med mandag den 2. august 2027.",
            id="a year when it is eleven months and a day away",
        ),
        pytest.param(
            date(2026, 8, 3),
            date(2027, 8, 1),
            "I kan gå i gang med det samme og har tid til og med søndag den 1. august.",
            id="no year at eleven months",
        ),
    ],
)  # fmt: skip
def test_when_to_start_and_finish(start: date | None, end: date | None, expected: str) -> None:
    assert body(make_facts(make_task(make_period(start, end))))[1:] == [expected]


def test_one_week_is_singular() -> None:
    dates = make_period(date(2026, 10, 12), date(2026, 10, 19))
    facts = make_facts(make_task(dates), short_deadline_days=5)
    assert body(facts)[1].endswith("Fra den dag har I én uge til at løse den.")


def test_a_task_without_waves_has_a_slot_for_the_start() -> None:
    assert body(make_facts(make_task()))[1:] == ["[Skriv, hvornår I kan starte]."]


def test_waves_that_share_their_dates_are_told_once() -> None:
    end = date(2026, 11, 27)
    waves = (make_period(GO_LIVE, end, "Bølge 1"), make_period(GO_LIVE, end, "Bølge 2"))
    assert len(body(make_facts(make_task(*waves)))) == 2


def test_waves_with_different_dates_have_a_line_each() -> None:
    later = date(2026, 11, 13)
    waves = (
        make_period(GO_LIVE, date(2026, 11, 27), "Bølge 1"),
        make_period(later, date(2026, 11, 20), "Bølge 2", go_live=later),
        make_period(date(2026, 8, 3), None, "Bølge 3"),
        make_period(None, date(2026, 8, 3), "Bølge 4"),
    )
    assert body(make_facts(make_task(*waves)))[1:] == [
        "Datoerne afhænger af jeres bølge:",
        "- Bølge 1: Start, når den nye release 4.0 er sat i drift fredag den 30. oktober, og bliv "
        "færdige senest fredag den 27. november.\n"
        "- Bølge 2: Start, når den nye release 4.0 er sat i drift fredag den 13. november, og bliv "
        "færdige senest fredag den 20. november.\n"
        "- Bølge 3: Start med det samme.\n"
        "- Bølge 4: [Skriv, hvornår I kan starte]. [Skriv, hvornår I skal være færdige].",
        "Vær opmærksom på, at fristen er kort for Bølge 2.",
    ]


def test_several_tasks_share_one_announcement() -> None:
    facts = make_facts(
        make_task(
            make_period(TODAY, date(2026, 10, 16)), reference="Auto 12", title="Udfyld filen"
        ),
        make_task(make_period(date(2026, 10, 12), date(2026, 10, 23)), priority=Priority.CRITICAL),
        make_task(
            make_period(TODAY, GO_LIVE, "Bølge 1"),
            make_period(TODAY, date(2026, 11, 13), "Bølge 2"),
            reference="",
            title="Orientér borgerne",
        ),
        topic="afslagsårsager",
        related=(RelatedFacts("Auto 11", "Læs vejledningen", date(2026, 10, 1)),),
    )
    assert body(facts) == [
        "Hermed publiceres tre nye KLIK-opgaver om afslagsårsager. Vi skriver kun her, men "
        "beskeden gælder dem alle.",
        "(Auto 13) er obligatorisk på kritisk vej, fordi den har konsekvenser for "
        "idriftsættelsen: [skriv hvorfor]",
        "- ”(Auto 12) Udfyld filen”: Start med det samme, og bliv færdige senest fredag den 16. "
        "oktober.\n"
        "- ”(Auto 13) Opret afslagsårsager i KP”: Start tidligst mandag den 12. oktober, og bliv "
        "færdige senest fredag den 23. oktober.\n"
        "- ”Orientér borgerne”, Bølge 1: Start med det samme, og bliv færdige senest fredag den "
        "30. oktober.\n"
        "- ”Orientér borgerne”, Bølge 2: Start med det samme, og bliv færdige senest fredag den "
        "13. november.",
        "Vær opmærksom på, at fristen er kort for (Auto 13).",
        "Opgaverne skal ses i forlængelse af ”(Auto 11) Læs vejledningen”, som I kan starte på "
        "fra torsdag den 1. oktober.",
    ]


def test_two_critical_tasks_are_plural_and_all_short_needs_no_names() -> None:
    short = make_period(TODAY, date(2026, 9, 8))
    facts = make_facts(
        make_task(short, reference="Auto 12", priority=Priority.CRITICAL),
        make_task(short, priority=Priority.CRITICAL),
    )
    paragraphs = body(facts)
    assert paragraphs[0].startswith("Hermed publiceres to nye KLIK-opgaver. Vi skriver")
    assert paragraphs[1].startswith(
        "(Auto 12) og (Auto 13) er obligatoriske på kritisk vej, fordi de har"
    )
    assert paragraphs[-1] == "Vær opmærksom på, at fristen er kort."


def test_thirteen_tasks_are_counted_in_digits() -> None:
    tasks = tuple(make_task(reference=f"Auto {n}") for n in range(13))
    assert "Hermed publiceres 13 nye KLIK-opgaver." in propose(make_facts(*tasks))


def test_related_tasks_are_told_with_their_own_start() -> None:
    related = (
        RelatedFacts("Auto 12", "Udfyld filen", date(2026, 10, 12)),
        RelatedFacts("Auto 11", "Læs vejledningen", None),
    )
    task = make_task(make_period(TODAY, GO_LIVE))
    assert body(make_facts(task, related=related))[2:] == [
        "Opgaven skal ses i forlængelse af:",
        "- ”(Auto 12) Udfyld filen”, som I kan starte på fra mandag den 12. oktober\n"
        "- ”(Auto 11) Læs vejledningen”",
    ]
    assert body(make_facts(task, related=related[1:]))[2:] == [
        "Opgaven skal ses i forlængelse af ”(Auto 11) Læs vejledningen”."
    ]


def test_a_missing_name_is_a_slot_and_never_empty() -> None:
    text = propose(AnnouncementFacts(" ", (TaskFacts("", ""),), "", TODAY))
    assert "Kære [skriv, hvem du skriver til]." in text
    assert "”[skriv opgavens titel]”" in text
    assert text.endswith("Mvh. [skriv dit navn] / KOMBIT")


def test_no_text_from_the_facts_breaks_a_line() -> None:
    task = make_task(
        make_period(TODAY, GO_LIVE, "Bølge\n1"), title="Opret\n\n30. oktober\r\n#besked"
    )
    lines = propose(make_facts(task, topic="x\n# y.")).splitlines()
    assert [line for line in lines if line.startswith(("#", "30."))] == ["#besked"]


def test_an_announcement_needs_a_task() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        propose(make_facts())


maybe_day = st.none() | st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800))
periods = st.builds(
    WavePeriod,
    st.sampled_from(["Bølge 1", "Bølge 2"]),
    st.sampled_from(["", RELEASE]),
    maybe_day,
    maybe_day,
    maybe_day,
)
tasks = st.builds(
    TaskFacts,
    st.sampled_from(["Auto 12", "MI 01"]),
    st.just("Opret afslagsårsager"),
    st.lists(periods, max_size=4).map(tuple),
    st.sampled_from(["", *Priority]),
)
related_tasks = st.builds(RelatedFacts, st.just("Auto 1"), st.just("Læs"), maybe_day)
any_facts = st.builds(
    make_facts,
    tasks,
    related=st.lists(related_tasks, max_size=3).map(tuple),
) | st.builds(make_facts, tasks, tasks, related=st.lists(related_tasks, max_size=3).map(tuple))

_A_DATE = re.compile(rf"\w+dag den \d+\. (?:{'|'.join(MONTHS)})(?: \d{{4}})?")


@given(facts=any_facts)
def test_every_date_in_a_message_is_one_the_facts_hold(facts: AnnouncementFacts) -> None:
    held = {d for task in facts.tasks for period in task.periods for d in period[2:] if d}
    held |= {task.start for task in facts.related if task.start}
    said = set(_A_DATE.findall(propose(facts)))
    assert said <= {weekday_date(d) for d in held} | {long_date(d) for d in held}
    assert all(day.split(" den ")[0].islower() for day in said)


@given(facts=any_facts)
def test_every_message_keeps_the_rules_of_the_form(facts: AnnouncementFacts) -> None:
    text = propose(facts)
    assert text.startswith("#besked\n\nKære ")
    assert "None" not in text and ".." not in text and "  " not in text
    assert not any(re.match(r"\s*\d", line) for line in text.splitlines())
    assert escape_markdown(text).replace("\n\n", "\n") == text.replace("\n\n", "\n")


@given(facts=any_facts)
def test_a_deadline_within_fourteen_days_is_always_said(facts: AnnouncementFacts) -> None:
    text = propose(facts)
    for period in (period for task in facts.tasks for period in task.periods):
        first_day = max(facts.today, period.start or facts.today)
        if period.end and 0 <= (period.end - first_day).days <= 14:
            assert weekday_date(period.end) in text
