"""When a task can be started and must be finished, told from its dates alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tasks.announcement.facts import AnnouncementFacts, TaskFacts, WavePeriod
from tasks.announcement.words import (
    day_in_words,
    listed,
    one_line,
    quoted,
    short_name,
    weeks_in_words,
)
from tasks.guide import Priority

START_SLOT = "[Skriv, hvornår I kan starte]"
END_SLOT = "[Skriv, hvornår I skal være færdige]"
_SHORT = "Vær opmærksom på, at fristen er kort"

_NO_WAVE = WavePeriod(wave="", goes_live_with="", go_live=None, start=None, end=None)


class _Line(NamedTuple):
    """One line of a list of dates: what it is about, what to do, and if the deadline is short."""

    label: str
    name: str
    text: str
    is_short: bool


def dates_in_sentences(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield the paragraphs on the dates of one task; a line per wave when the waves differ."""
    task = facts.tasks[0]
    sentences = {_sentences(dates, task, facts) for dates in task.periods or (_NO_WAVE,)}
    if len(sentences) == 1:
        yield from sentences
        return
    yield "Datoerne afhænger af jeres bølge:"
    waves = [(one_line(dates.wave), dates) for dates in task.periods]
    yield from _date_list([_line(wave, wave, dates, facts) for wave, dates in waves])


def dates_in_lines(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield the paragraphs on the dates of several tasks: a line for each task."""
    yield from _date_list([line for task in facts.tasks for line in _task_lines(task, facts)])


def _sentences(dates: WavePeriod, task: TaskFacts, facts: AnnouncementFacts) -> str:
    opening, joint = _opening(dates, facts.today)
    if dates.end is None:
        return f"{opening}."
    if _is_impossible(dates.start, dates.end, facts.today):
        return f"{opening}. {END_SLOT}."
    deadline = day_in_words(dates.end, facts.today)
    if task.priority == Priority.CRITICAL:
        hint = f" {_SHORT}." if is_short(dates, facts) else ""
        return f"{opening}{joint} skal være færdige senest {deadline}.{hint}"
    if is_short(dates, facts):
        return f"{opening}. {_SHORT}: I skal være færdige senest {deadline}."
    if weeks := _weeks_after_start(dates, facts.today):
        return f"{opening}. Fra den dag har I {weeks} til at løse den."
    return f"{opening}{joint} har tid til og med {deadline}."


def consequence(dates: WavePeriod, task: TaskFacts, facts: AnnouncementFacts) -> str:
    """Say what other dates mean for a task in one sentence; "" when a date is no use."""
    if dates.end is None or dates.start is None:
        return ""
    if _is_impossible(dates.start, dates.end, facts.today):
        return ""
    is_critical = task.priority == Priority.CRITICAL
    time = "skal være færdige senest" if is_critical else "har tid til og med"
    until = f"I {time} {day_in_words(dates.end, facts.today)}"
    if not has_begun(dates, facts.today):
        until = f"I først kan starte {day_in_words(dates.start, facts.today)}, og at {until}"
    hint = f" {_SHORT}." if is_short(dates, facts) else ""
    return f"For {quoted(task)} betyder det, at {until}.{hint}"


def _opening(dates: WavePeriod, today: date) -> tuple[str, str]:
    """Return the words on when to start, and what joins the words on the deadline to them."""
    if dates.start is None:
        return START_SLOT, ". I"
    if dates.start <= today:
        return "I kan gå i gang med det samme", " og"
    words = "I kan først starte på opgaven"
    if in_operation := _in_operation(dates, today):
        return f"{words}, {in_operation}", ", og"
    return f"{words} {day_in_words(dates.start, today)}", " og"


def _in_operation(dates: WavePeriod, today: date) -> str:
    """Return the guide's "når den nye release 4.0 er sat i drift …" when that is the start."""
    delivery = one_line(dates.goes_live_with)
    if not delivery or dates.start is None or dates.start != dates.go_live:
        return ""
    return f"når {delivery} er sat i drift {day_in_words(dates.start, today)}"


def _weeks_after_start(dates: WavePeriod, today: date) -> str:
    """Return "fire uger" when they begin on a day still to come; else ""."""
    if dates.start is None or dates.end is None or dates.start <= today:
        return ""
    return weeks_in_words((dates.end - dates.start).days)


def _is_impossible(start: date | None, end: date, today: date) -> bool:
    """Tell if nobody can meet the deadline: it has passed, or it lies before the start."""
    return end < max(today, start or today)


def has_begun(dates: WavePeriod, today: date) -> bool:
    """Tell if the start has come."""
    return dates.start is not None and dates.start <= today


def is_short(dates: WavePeriod, facts: AnnouncementFacts) -> bool:
    """Tell if few days are left, from the later of publication and start, to the end.

    The message publishes ("Hermed publiceres"), so its own day is the day of publication.
    """
    days = days_to_do_it(dates, facts.today)
    return days is not None and 0 <= days <= facts.short_deadline_days


def days_to_do_it(dates: WavePeriod, today: date) -> int | None:
    """Return the days from the first possible day to the end; None when there is no end."""
    return None if dates.end is None else (dates.end - max(today, dates.start or today)).days


def _task_lines(task: TaskFacts, facts: AnnouncementFacts) -> list[_Line]:
    title, name = quoted(task), short_name(task)
    periods = task.periods or (_NO_WAVE,)
    lines = [_line(title, name, dates, facts) for dates in periods]
    if len({line.text for line in lines}) == 1:
        return lines[:1]
    waves = [one_line(dates.wave) for dates in periods]
    return [
        line._replace(label=f"{title}, {wave}", name=f"{name}, {wave}")
        for line, wave in zip(lines, waves, strict=True)
    ]


def _line(label: str, name: str, dates: WavePeriod, facts: AnnouncementFacts) -> _Line:
    text = _start_order(dates, facts.today)
    if dates.end is not None:
        if _is_impossible(dates.start, dates.end, facts.today):
            text += f". {END_SLOT}"
        else:
            text += f", og bliv færdige senest {day_in_words(dates.end, facts.today)}"
    return _Line(label, name, f"{text}.", is_short(dates, facts))


def _start_order(dates: WavePeriod, today: date) -> str:
    if dates.start is None:
        return START_SLOT
    if dates.start <= today:
        return "Start med det samme"
    if in_operation := _in_operation(dates, today):
        return f"Start, {in_operation}"
    return f"Start tidligst {day_in_words(dates.start, today)}"


def _date_list(lines: Sequence[_Line]) -> Iterator[str]:
    yield "\n".join(f"- {line.label}: {line.text}" for line in lines)
    short = [line.name for line in lines if line.is_short]
    if short:
        where = "" if len(short) == len(lines) else f" for {listed(short)}"
        yield f"{_SHORT}{where}."
