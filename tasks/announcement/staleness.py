"""What is another now than when a message was made, in sentences the author can act on."""

from collections.abc import Iterator
from datetime import date

from tasks.announcement.changed import in_words
from tasks.announcement.changes import Change, Fact, changes_between, same_task, waves_between
from tasks.announcement.dates import has_begun, is_short
from tasks.announcement.facts import AnnouncementFacts, RelatedFacts, TaskFacts, WavePeriod
from tasks.announcement.proposal import propose
from tasks.announcement.words import one_line, short_name
from tasks.danish_dates import day_and_month
from tasks.guide import Priority

_SOMETHING = "Oplysningerne om opgaven er ændret, siden beskeden blev skrevet."


def stale_sentences(told: AnnouncementFacts, now: AnnouncementFacts, text: str) -> tuple[str, ...]:
    """Return what differs, fx ”Startdatoen er ændret til 12. oktober, men beskeden siger …”.

    Empty while a proposal from the facts of now says the same as one from the facts it was made
    from: then nothing that a message says has changed.
    """
    if propose(told) == propose(now):
        return ()
    return tuple(dict.fromkeys(_sentences(told, now, text))) or (_SOMETHING,)


def _sentences(told: AnnouncementFacts, now: AnnouncementFacts, text: str) -> Iterator[str]:
    for task in now.tasks:
        before = same_task(task, told.tasks)
        name = short_name(before or task) if len(now.tasks) > 1 else ""
        if before is None:
            yield f"Beskeden gælder nu også {short_name(task)}."
        else:
            yield from _in_task(before, task, name, text)
            yield from _by_time(before, task, told, now, name)
    for task in told.tasks:
        if same_task(task, now.tasks) is None:
            yield f"Beskeden gælder ikke længere {short_name(task)}."
    yield from _around(told, now)


def _in_task(before: TaskFacts, task: TaskFacts, name: str, text: str) -> Iterator[str]:
    of = f" for {name}" if name else ""
    for change in changes_between(before, task):
        if change.fact is not Fact.PRIORITY or Priority.CRITICAL.label in change:
            yield _differs(change, of, text)
    for wave in waves_between(before, task):
        said = "er kommet til" if wave.is_added else "er ikke længere med"
        yield f"{wave.wave} {said}{of}."
    yield from _names(before.required, task.required, "en forudsætning", of)


def _differs(change: Change, of: str, text: str) -> str:
    """Say what a fact is now, and what the message says, when it says so in these words."""
    subject, old, new = f"{change.subject}{of}", _short(change.old), _short(change.new)
    if not new:
        return f"{subject} {old} gælder ikke længere."
    if old and old in text:
        return f"{subject} er ændret til {new}, men beskeden siger {old}."
    return f"{subject} er ændret fra {old} til {new}." if old else f"{subject} er nu {new}."


def _short(value: date | str | None) -> str:
    if isinstance(value, date):
        return day_and_month(value)
    return value or ""


def _by_time(
    before: TaskFacts,
    task: TaskFacts,
    told: AnnouncementFacts,
    now: AnnouncementFacts,
    name: str,
) -> Iterator[str]:
    """Say what nobody changed: a start that has come, a deadline that has come near or gone."""
    of = f" for {name}" if name else ""
    old = {period.wave: period for period in before.periods}
    for period in task.periods:
        was = old.get(period.wave)
        where = f"{of} ({one_line(period.wave)})" if len(task.periods) > 1 else of
        if was is not None:
            yield from _came(was, period, told, now, where)


def _came(
    was: WavePeriod,
    period: WavePeriod,
    told: AnnouncementFacts,
    now: AnnouncementFacts,
    where: str,
) -> Iterator[str]:
    has_come = has_begun(period, now.today) and not has_begun(was, told.today)
    if period.start is not None and was.start == period.start and has_come:
        yield f"Startdatoen {day_and_month(period.start)}{where} er kommet, så I kan starte nu."
    if period.end is None:
        return
    if period.end < now.today and not (was.end and was.end < told.today):
        yield f"Slutdatoen {day_and_month(period.end)}{where} er passeret."
    elif is_short(period, now) and not is_short(was, told):
        yield f"Fristen {day_and_month(period.end)}{where} er nu kort, og det skal stå i beskeden."


def _around(told: AnnouncementFacts, now: AnnouncementFacts) -> Iterator[str]:
    for subject, old, new in (
        ("Modtageren", one_line(told.greeting), one_line(now.greeting)),
        ("Underskriften", one_line(told.signed_by), one_line(now.signed_by)),
        ("Emnet", one_line(told.topic), one_line(now.topic)),
    ):
        if old != new:
            yield f"{subject} er ændret til ”{new}”." if new else f"{subject} er fjernet."
    yield from _names(told.related, now.related, "tæt relateret", "")
    old_starts = {one_line(task.reference) or task.title: task for task in told.related}
    for task in now.related:
        was = old_starts.get(one_line(task.reference) or task.title)
        if was is not None and (was.start, was.waves) != (task.start, task.waves):
            yield _related_start(was, task)


def _related_start(was: RelatedFacts, task: RelatedFacts) -> str:
    if task.waves:
        return f"{short_name(task)} kan nu startes på andre dage i bølgerne."
    new = in_words(
        Change(Fact.START, "", was.start, task.start), task.start, task.start or date.min
    )
    name = short_name(task)
    return f"{name} kan nu startes {new}." if new else f"{name} har ingen startdato længere."


def _names(
    old: tuple[RelatedFacts, ...], new: tuple[RelatedFacts, ...], what: str, of: str
) -> Iterator[str]:
    was, names = [short_name(task) for task in old], [short_name(task) for task in new]
    for name in names:
        if name not in was:
            yield f"{name} er nu {what}{of}."
    for name in was:
        if name not in names:
            yield f"{name} er ikke længere {what}{of}."
