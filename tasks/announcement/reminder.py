"""The body of a friendly reminder: the deadline, and nothing the municipalities know already."""

from collections.abc import Iterator
from datetime import date

from tasks.announcement.dates import END_SLOT
from tasks.announcement.facts import AnnouncementFacts, TaskFacts, WavePeriod
from tasks.announcement.new import critical_path
from tasks.announcement.words import day_in_words, number_in_words, one_line, quoted

_DONE = "Er I allerede færdige, kan I se bort fra beskeden."
_NO_WAVE = WavePeriod(wave="", goes_live_with="", go_live=None, start=None, end=None)


def reminder(facts: AnnouncementFacts) -> Iterator[str]:
    """Yield what must be done by when, why it matters, and that the finished may look away."""
    yield from _one(facts.tasks[0], facts.today) if len(facts.tasks) == 1 else _several(facts)
    yield from critical_path(facts.tasks)
    yield _DONE


def _one(task: TaskFacts, today: date) -> Iterator[str]:
    periods = task.periods or (_NO_WAVE,)
    if len({(period.start, period.end) for period in periods}) == 1:
        yield _sentence(task, periods[0], today)
        return
    yield f"En venlig påmindelse om {quoted(task)}. Fristen afhænger af jeres bølge:"
    yield "\n".join(f"- {one_line(p.wave)}: {_order(p, today)}" for p in periods)


def _sentence(task: TaskFacts, period: WavePeriod, today: date) -> str:
    if period.end is None:
        return f"En venlig påmindelse om {quoted(task)}. {END_SLOT}."
    end = day_in_words(period.end, today)
    if period.end < today:
        return f"En venlig påmindelse: Fristen for {quoted(task)} var {end}."
    said = f"En venlig påmindelse: {quoted(task)} skal være løst senest {end}."
    return f"{said} {_not_before(period, today)}".rstrip()


def _not_before(period: WavePeriod, today: date) -> str:
    if period.start is None or period.start <= today:
        return ""
    return f"I kan først starte {day_in_words(period.start, today)}."


def _several(facts: AnnouncementFacts) -> Iterator[str]:
    yield (
        f"En venlig påmindelse om {number_in_words(len(facts.tasks))} KLIK-opgaver. "
        "Vi skriver kun her, men beskeden gælder dem alle."
    )
    yield "\n".join(line for task in facts.tasks for line in _lines(task, facts.today))


def _lines(task: TaskFacts, today: date) -> Iterator[str]:
    """Yield a line for the task; one for each wave when they have not the same deadline."""
    periods = task.periods or (_NO_WAVE,)
    orders = [_order(period, today) for period in periods]
    if len(set(orders)) == 1:
        yield f"- {quoted(task)}: {orders[0]}"
        return
    for period, order in zip(periods, orders, strict=True):
        yield f"- {quoted(task)}, {one_line(period.wave)}: {order}"


def _order(period: WavePeriod, today: date) -> str:
    if period.end is None:
        return f"{END_SLOT}."
    end = day_in_words(period.end, today)
    if period.end < today:
        return f"Fristen var {end}."
    if period.start is None or period.start <= today:
        return f"Bliv færdige senest {end}."
    return f"Start tidligst {day_in_words(period.start, today)}, og bliv færdige senest {end}."
