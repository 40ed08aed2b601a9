"""The proposed announcement, paragraph by paragraph in the order of the guide's example."""

from collections.abc import Iterator
from datetime import date

from tasks.announcement.dates import dates_in_lines, dates_in_sentences
from tasks.announcement.facts import AnnouncementFacts, RelatedFacts, TaskFacts
from tasks.announcement.words import (
    day_in_words,
    listed,
    number_in_words,
    one_line,
    quoted,
    short_name,
)
from tasks.guide import Priority

PREFIX = "#besked"


def propose(facts: AnnouncementFacts) -> str:
    """Return the announcement as plain text, paragraphs parted by a blank line.

    The guide: "Beskeder skal altid starte med ”#besked”"; it says when the task can be started,
    and "Hvis opgaven har kort deadline, skal det også fremgå af beskeden". What the facts do not
    hold becomes a slot in square brackets; a date is never invented. Raises ValueError when there
    is no task.
    """
    if not facts.tasks:
        raise ValueError("An announcement needs at least one task.")
    paragraphs = (
        PREFIX,
        f"Kære {one_line(facts.greeting) or '[skriv, hvem du skriver til]'}.",
        _news(facts),
        *_critical_path(facts.tasks),
        *(dates_in_sentences(facts) if len(facts.tasks) == 1 else dates_in_lines(facts)),
        *_related(facts),
        f"God dag!\nMvh. {one_line(facts.signed_by) or '[skriv dit navn]'} / KOMBIT",
    )
    return "\n\n".join(paragraphs)


def _news(facts: AnnouncementFacts) -> str:
    topic = one_line(facts.topic).rstrip(". ")
    if len(facts.tasks) == 1:
        about = f" vedr. {topic}" if topic else ""
        return f"Hermed publiceres ny KLIK-opgave{about}: {quoted(facts.tasks[0])}."
    about = f" om {topic}" if topic else ""
    return (
        f"Hermed publiceres {number_in_words(len(facts.tasks))} nye KLIK-opgaver{about}. "
        "Vi skriver kun her, men beskeden gælder dem alle."
    )


def _critical_path(tasks: tuple[TaskFacts, ...]) -> Iterator[str]:
    """Give the guide's "konsekvenser for idriftsættelse" a slot: only the author knows why."""
    critical = [task for task in tasks if task.priority == Priority.CRITICAL]
    if not critical:
        return
    named = "Opgaven" if len(tasks) == 1 else listed([short_name(task) for task in critical])
    mandatory, they = ("obligatorisk", "den") if len(critical) == 1 else ("obligatoriske", "de")
    yield (
        f"{named} er {mandatory} på kritisk vej, fordi {they} har konsekvenser for "
        "idriftsættelsen: [skriv hvorfor]"
    )


def _related(facts: AnnouncementFacts) -> Iterator[str]:
    tasks = [quoted(task) + _related_start(task, facts.today) for task in facts.related]
    who = "Opgaven" if len(facts.tasks) == 1 else "Opgaverne"
    if len(tasks) == 1:
        yield f"{who} skal ses i forlængelse af {tasks[0]}."
    elif tasks:
        yield f"{who} skal ses i forlængelse af:"
        yield "\n".join(f"- {task}" for task in tasks)


def _related_start(task: RelatedFacts, today: date) -> str:
    if task.start is None:
        return ""
    if task.start <= today:
        return ", som I allerede nu kan gå i gang med"
    return f", som I kan starte på fra {day_in_words(task.start, today)}"
