"""The message to the municipalities: begins with #besked and says when the task can be started."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.danish_dates import day_and_month, weekday_date
from tasks.style.draft import Draft, House, WaveDates
from tasks.style.finding import Fix, Severity
from tasks.style.rule import Mark, rule, text_example
from tasks.style.start_dates import SaidDate, says_when, start_dates_said

PREFIX = "#besked"
_HAS_PREFIX = re.compile(r"#besked(?!\w)")
_NEARLY = re.compile(r"\s{0,99}#{0,3} {0,3}besked(?:er)?\b[:.]?", re.IGNORECASE)
_GUIDE_START = (
    "Af beskeden skal det fremgå hvornår opgaven kan startes, og evt. andre relevante oplysninger."
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
    replacement = PREFIX if nearly else f"{PREFIX}\n\n"
    fix = Fix("Sæt #besked forrest", replacement, 0, end)
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
    if not text.strip():
        return
    if not says_when(text):
        yield _unsaid(draft)
        return
    starts = _starts(draft)
    known = {*starts.values(), *(wave.go_live for wave in draft.waves if wave.go_live)}
    for said in start_dates_said(text):
        if starts and not any(said.is_day(day) for day in known):
            yield _differing(said, starts)


def _starts(draft: Draft) -> dict[str, date]:
    return {wave.name: wave.start for wave in draft.waves if wave.start is not None}


def _unsaid(draft: Draft) -> Mark:
    days = sorted({*_starts(draft).values()})
    message = "Skriv, hvornår opgaven kan startes."
    if len(days) == 1:
        message = f"Skriv, hvornår opgaven kan startes, fx ”I kan starte {weekday_date(days[0])}”."
    return Mark("announcement", message, subject=" ".join(day.isoformat() for day in days))


def _differing(said: SaidDate, starts: dict[str, date]) -> Mark:
    days = sorted({*starts.values()})
    if len(days) > 1:
        each = ", ".join(f"{day_and_month(day)} ({name})" for name, day in starts.items())
        message = f"Beskeden siger {said.shown}, men opgaven kan startes {each}."
        return Mark("announcement", message, start=said.start, end=said.end)
    message = (
        f"Startdatoen er ændret til {day_and_month(days[0])}, men beskeden siger {said.shown}."
    )
    fix = Fix(f"Ret til {day_and_month(days[0])}", said.rewritten(days[0]))
    return Mark("announcement", message, start=said.start, end=said.end, fixes=(fix,))
