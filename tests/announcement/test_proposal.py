"""The proposed #besked: the model announcements, word for word."""

from datetime import date

import pytest

from tasks.announcement import AnnouncementFacts, RelatedFacts, TaskFacts, propose
from tasks.guide import Priority
from tests.announcement.facts import GO_LIVE, TODAY, body, make_facts, make_period, make_task


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
        "fredag den 23. oktober. Vær opmærksom på, at fristen er kort.",
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
