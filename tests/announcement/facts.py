"""Facts to announce, made with no more words than a test is about."""

from datetime import date

from tasks.announcement import AnnouncementFacts, RelatedFacts, TaskFacts, WavePeriod, propose
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
