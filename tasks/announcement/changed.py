"""The body of a message on changed tasks: fact by fact, from what was told to what is so now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tasks.announcement.changes import (
    Change,
    Fact,
    WaveChange,
    changes_between,
    same_task,
    waves_between,
)
from tasks.announcement.facts import AnnouncementFacts, TaskFacts
from tasks.announcement.new import critical_path, dates_of, required_first
from tasks.announcement.words import day_in_words, number_in_words, quoted, short_name
from tasks.guide import Priority

CHANGE_SLOT = "[skriv, hvad der er ændret]"
# A go-live and a delivery are told by the dates that hang on them
_TOLD = (Fact.REFERENCE, Fact.TITLE, Fact.PRIORITY, Fact.START, Fact.END)
_MOVED = (Fact.START, Fact.END)


def changed_tasks(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield what is changed in each task, and when they can be started and must be done now."""
    facts = _without_unchanged(facts)
    if len(facts.tasks) == 1:
        yield from _one(facts.tasks[0], facts)
    else:
        yield (
            f"Vi har rettet i {number_in_words(len(facts.tasks))} KLIK-opgaver. "
            "Vi skriver kun her, men beskeden gælder dem alle."
        )
        yield "\n".join(line for task in facts.tasks for line in _lines(task, facts))
    yield from critical_path(tuple(_now_critical(facts)))
    if len(facts.tasks) > 1:
        yield "Sådan er datoerne nu:"
    yield from dates_of(facts)
    yield from required_first(tuple(_now_waiting(facts)))


def _without_unchanged(facts: AnnouncementFacts) -> AnnouncementFacts:
    """Leave out the tasks of a combined message that are as they were told of."""
    about = tuple(task for task in facts.tasks if not _is_unchanged(task, facts))
    return replace(facts, tasks=about or facts.tasks)


def _is_unchanged(task: TaskFacts, facts: AnnouncementFacts) -> bool:
    is_known = same_task(task, facts.before) is not None
    return is_known and _sentences(task, facts) == [f"{CHANGE_SLOT}."]


def _one(task: TaskFacts, facts: AnnouncementFacts) -> Iterator[str]:
    opening = f"Vi har rettet i KLIK-opgaven {quoted(task)}:"
    sentences = _sentences(task, facts)
    if len(sentences) == 1:
        yield f"{opening} {sentences[0]}"
        return
    yield opening
    yield "\n".join(f"- {sentence}" for sentence in sentences)


def _lines(task: TaskFacts, facts: AnnouncementFacts) -> list[str]:
    return [f"- {quoted(task)}: {sentence}" for sentence in _sentences(task, facts)]


def _sentences(task: TaskFacts, facts: AnnouncementFacts) -> list[str]:
    before = same_task(task, facts.before)
    if before is None:
        return [f"{CHANGE_SLOT}."]
    changes = [change for change in changes_between(before, task) if change.fact in _TOLD]
    told = [_sentence(change, facts.today) for change in changes]
    told += [_wave_sentence(change) for change in waves_between(before, task)]
    return told or [f"{CHANGE_SLOT}."]


def _sentence(change: Change, today: date) -> str:
    old, new = in_words(change, change.old, today), in_words(change, change.new, today)
    if not new:
        return f"{change.subject} gælder ikke længere. {CHANGE_SLOT}."
    if not old:
        return f"{change.subject} er {new}."
    verb = "flyttet" if change.fact in _MOVED else "ændret"
    return f"{change.subject} er {verb} fra {old} til {new}."


def in_words(change: Change, value: date | str | None, today: date) -> str:
    """Return a day with its weekday, a title in quotes, and all else as it stands."""
    if isinstance(value, date):
        return day_in_words(value, today)
    if value and change.fact in (Fact.TITLE, Fact.PRIORITY):
        return f"”{value}”"
    return value or ""


def _wave_sentence(change: WaveChange) -> str:
    said = "er kommet til" if change.is_added else "er ikke længere med"
    return f"{change.wave} {said}."


def _now_critical(facts: AnnouncementFacts) -> Iterator[TaskFacts]:
    """Yield the tasks that were not on the critical path when they were told of last."""
    for task in facts.tasks:
        before = same_task(task, facts.before)
        if before is not None and before.priority != Priority.CRITICAL:
            yield task


def _now_waiting(facts: AnnouncementFacts) -> Iterator[TaskFacts]:
    """Yield the tasks that others must be completed before, when it was not so."""
    for task in facts.tasks:
        before = same_task(task, facts.before)
        if before is not None and _names(task) - _names(before):
            yield task


def _names(task: TaskFacts) -> set[str]:
    return {short_name(other) for other in task.required}
