"""The message to the municipalities: begins with #besked and says when the task can be started."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.danish_dates import day_and_month, weekday_date
from tasks.style.deadlines import deadlines_said, says_deadline
from tasks.style.draft import Draft, House, WaveDates
from tasks.style.finding import Fix, Severity
from tasks.style.message import END_SLOT, START_SLOT, Said, has_slot, is_reminder
from tasks.style.rule import Mark, rule, text_example
from tasks.style.said_dates import SaidDate, listed
from tasks.style.start_dates import says_when, start_dates_said

PREFIX = "#besked"
_HAS_PREFIX = re.compile(r"#besked(?!\w)")
_NEARLY = re.compile(r"\s{0,99}#{0,3} {0,3}besked(?:er)?\b[:.]?", re.IGNORECASE)
_GUIDE_START = (
    "Af beskeden skal det fremgå hvornår opgaven kan startes, og evt. andre relevante oplysninger."
)
_SHORT = Draft(
    waves=(WaveDates("Bølge 1", start=date(2026, 10, 12), end=date(2026, 10, 16)),),
)
_STARTING = Draft(waves=(WaveDates("Bølge 1", start=date(2026, 10, 12)),))


@rule(
    "announcement-prefix",
    Severity.ERROR,
    title="#besked mangler",
    fields=("announcement",),
    guide="Beskeder skal altid starte med ”#besked”, da kommunerne dermed får en "
    "mailnotifikation om, at vi har skrevet på opgaven.",
    why="Uden #besked forrest får kommunerne ingen mail.",
    bad=text_example("announcement", "Kære systemansvarlige. I kan starte med det samme."),
    good=text_example("announcement", "#besked\n\nKære systemansvarlige. I kan starte straks."),
    can_be_kept=False,
)
def announcement_prefix(draft: Draft, _house: House) -> Iterator[Mark]:
    text = draft.announcement
    if not text.strip() or _HAS_PREFIX.match(text):
        return
    nearly = _NEARLY.match(text)
    end = nearly.end() if nearly else 0
    is_apart = _HAS_PREFIX.match(PREFIX + text[end : end + 1])
    gap = ("" if is_apart else " ") if nearly else "\n\n"
    fix = Fix("Sæt #besked forrest", PREFIX + gap, 0, end)
    yield Mark("announcement", "Begynd beskeden med ”#besked”.", end=end, fixes=(fix,))


@rule(
    "announcement-start",
    Severity.WARNING,
    title="Hvornår kan I starte",
    fields=("announcement", "waves", "start_offset_days", "end_offset_days"),
    guide=_GUIDE_START,
    why="I kommunerne er det første spørgsmål, hvornår de kan gå i gang. Datoen skal være den "
    "samme som på opgaven.",
    bad=text_example("announcement", "#besked\n\nI kan starte den 1. oktober.", _STARTING),
    good=text_example("announcement", "#besked\n\nI kan starte den 12. oktober.", _STARTING),
)
def announcement_start(draft: Draft, _house: House) -> Iterator[Mark]:
    text = draft.announcement
    if not text.strip() or is_reminder(text) or has_slot(text, START_SLOT):
        return
    starts = {wave.name: wave.start for wave in draft.waves if wave.start is not None}
    if not says_when(text, draft.reference):
        yield _start_unsaid(starts)
        return
    for said, day in start_dates_said(text, draft.reference):
        named = said.waves(draft.waves)
        own = {wave.name: wave.start for wave in named if wave.start is not None}
        go_lives = {wave.go_live for wave in named if wave.go_live is not None}
        if own and not any(day.is_day(known) for known in {*own.values(), *go_lives}):
            yield _differing(said, day, own, "Startdatoen", "kan startes")


def _start_unsaid(starts: dict[str, date]) -> Mark:
    days = sorted({*starts.values()})
    message = "Skriv, hvornår opgaven kan startes."
    if len(days) == 1:
        message = f"Skriv, hvornår opgaven kan startes, fx ”I kan starte {weekday_date(days[0])}”."
    return _whole(message, days)


@rule(
    "announcement-deadline",
    Severity.WARNING,
    title="Kort frist",
    fields=("announcement", "waves", "start_offset_days", "end_offset_days"),
    guide=_GUIDE_START,
    why="Er fristen kort, når kommunerne den kun, hvis den står i beskeden. Datoen skal være den "
    "samme som på opgaven.",
    bad=text_example("announcement", "#besked\n\nI kan starte den 12. oktober.", _SHORT),
    good=text_example(
        "announcement",
        "#besked\n\nI kan starte den 12. oktober. Vi skal have jeres svar senest den 16. oktober.",
        _SHORT,
    ),
)
def announcement_deadline(draft: Draft, house: House) -> Iterator[Mark]:
    text = draft.announcement
    if not text.strip() or has_slot(text, END_SLOT):
        return
    ends = {wave.name: wave.end for wave in draft.waves if wave.end is not None}
    if not says_deadline(text, draft.reference):
        short = sorted({*_short_ends(draft, house)})
        if short and not is_reminder(text):
            yield _deadline_unsaid(short)
        return
    for said, day in deadlines_said(text, draft.reference):
        own = {wave.name: wave.end for wave in said.waves(draft.waves) if wave.end is not None}
        if ends and own and not any(day.is_day(end) for end in own.values()):
            yield _differing(said, day, own, "Slutdatoen", "skal være færdig")


def _short_ends(draft: Draft, house: House) -> Iterator[date]:
    """Yield the last day of each wave that has few days from its first one."""
    for wave in draft.waves:
        if wave.start is not None and wave.end is not None:
            days = (wave.end - wave.start).days
            if 0 <= days <= house.short_deadline_days:
                yield wave.end


def _deadline_unsaid(short: list[date]) -> Mark:
    message = "Fristen er kort. Skriv den i beskeden."
    if len(short) == 1:
        message = f"Fristen er kort. Skriv den, fx ”senest {weekday_date(short[0])}”."
    return _whole(message, short)


def _whole(message: str, days: list[date]) -> Mark:
    return Mark("announcement", message, subject=" ".join(day.isoformat() for day in days))


def _differing(said: Said, day: SaidDate, own: dict[str, date], what: str, can: str) -> Mark:
    """Name both dates; one known day is offered as it is written, several are listed by wave."""
    start, end = said.start + day.start, said.start + day.end
    days = sorted({*own.values()})
    if len(days) > 1:
        each = listed([f"{day_and_month(known)} ({name})" for name, known in own.items()])
        message = f"Beskeden siger {day.shown}, men opgaven {can} {each}."
        return Mark("announcement", message, start=start, end=end)
    right = day_and_month(days[0])
    message = f"{what} er ændret til {right}, men beskeden siger {day.shown}."
    fix = Fix(f"Ret til {right}", day.rewritten(days[0]))
    return Mark("announcement", message, start=start, end=end, fixes=(fix,))
