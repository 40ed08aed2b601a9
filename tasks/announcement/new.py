"""The body of a message on new tasks, in the order of the guide's example."""

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
    reference_in_brackets,
    short_name,
)
from tasks.guide import Priority


def new_tasks(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield the paragraphs: the news, why it matters, when, and what it hangs together with."""
    yield _news(facts)
    yield from critical_path(facts.tasks)
    yield from dates_of(facts)
    yield from _related(facts)
    yield from required_first(facts.tasks)


def dates_of(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield when to start and when to be done: of one task in sentences, of several as a list."""
    yield from dates_in_sentences(facts) if len(facts.tasks) == 1 else dates_in_lines(facts)


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


def critical_path(tasks: tuple[TaskFacts, ...]) -> Iterator[str]:
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
    if len(tasks) == 1 and _is_later_somewhere(facts.related[0], facts.today):
        (task,) = facts.related
        yield f"{who} skal ses i forlængelse af {quoted(task)}, som I kan gå i gang med:"
        yield "\n".join(_wave_line(*each, facts.today) for each in task.waves)
    elif len(tasks) == 1:
        yield f"{who} skal ses i forlængelse af {tasks[0]}."
    elif tasks:
        yield f"{who} skal ses i forlængelse af:"
        yield "\n".join(f"- {task}" for task in tasks)


def _related_start(task: RelatedFacts, today: date) -> str:
    if task.start is None:
        return ""
    if _is_later_somewhere(task, today):
        return f", som I kan starte på: {listed([_in_wave(*each, today) for each in task.waves])}"
    if task.start <= today:
        return ", som I allerede nu kan gå i gang med"
    return f", som I kan starte på fra {day_in_words(task.start, today)}"


def _is_later_somewhere(task: RelatedFacts, today: date) -> bool:
    return any(start > today for _, start in task.waves)


def _wave_line(wave: str, start: date, today: date) -> str:
    when = "allerede nu" if start <= today else f"fra {day_in_words(start, today)}"
    return f"- {one_line(wave)}: {when}"


def _in_wave(wave: str, start: date, today: date) -> str:
    when = "nu" if start <= today else f"fra {day_in_words(start, today)}"
    return f"{one_line(wave)} {when}"


def required_first(tasks: tuple[TaskFacts, ...]) -> Iterator[str]:
    """Say what must be completed first: it holds back completing, and never the start."""
    waiting = [task for task in tasks if task.required]
    if waiting:
        yield " ".join(_require(task, len(tasks) == 1) for task in waiting)


def _require(task: TaskFacts, is_only: bool) -> str:
    name = reference_in_brackets(task) or ("opgaven" if is_only else quoted(task))
    first = listed([short_name(other) for other in task.required])
    return f"I kan ikke fuldføre {name}, før {first} er fuldført."
