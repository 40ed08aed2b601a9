"""Dates in the texts that are the task's own: they stand still when a go-live moves."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.danish_dates import day_and_month
from tasks.style.deadlines import deadlines_said
from tasks.style.draft import READ_FIELDS, Draft, House, WaveDates
from tasks.style.finding import Fix, Severity
from tasks.style.message import Said, sentences_of
from tasks.style.rule import Mark, rule, text_example
from tasks.style.said_dates import SaidDate, dates_said, listed
from tasks.style.start_dates import start_dates_said

_FIELDS = tuple(field for field in READ_FIELDS if field != "announcement")
_GO_LIVE = re.compile(r"\bgo-?live\b|\bi drift\b|\bidriftsæt", re.IGNORECASE)
_DAY = WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 10, 12), date(2026, 10, 16))
Days = tuple[date, ...]


@rule(
    "text-date",
    Severity.WARNING,
    title="Dato i teksten",
    fields=(*_FIELDS, "waves", "start_offset_days", "end_offset_days"),
    guide="Af beskeden skal det fremgå hvornår opgaven kan startes, og evt. andre relevante "
    "oplysninger.",
    why="Opgavens datoer regnes ud fra hver bølges go-live. En dato i teksten bliver stående, når "
    "go-live flyttes, og gælder kun én bølge.",
    bad=text_example("description", "I skal svare senest den 1. oktober.", Draft(waves=(_DAY,))),
    good=text_example(
        "description", "I skal svare senest på opgavens slutdato.", Draft(waves=(_DAY,))
    ),
)
def text_date(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*_FIELDS):
        for said, day, days in _own_dates(draft, text):
            start, end = said.start + day.start, said.start + day.end
            is_wrong = bool(days) and not any(day.is_day(known) for known in days)
            severity = Severity.WARNING if is_wrong or len(days) > 1 else Severity.HINT
            message, fixes = _message(day, days, is_wrong=is_wrong)
            yield Mark(field, message, block, start, end, fixes, severity)


def _own_dates(draft: Draft, text: str) -> Iterator[tuple[Said, SaidDate, Days]]:
    """Yield each date that is the task's start, deadline or go-live, with the days it may be."""
    if not any(dates_said(text)):
        return
    starts = {(said.start, day) for said, day in start_dates_said(text, draft.reference)}
    ends = {(said.start, day) for said, day in deadlines_said(text, draft.reference)}
    for said in sentences_of(text, draft.reference):
        waves = said.waves(draft.waves)
        names_go_live = _GO_LIVE.search(said.text) is not None
        for day in () if said.is_other_task else dates_said(said.text):
            if (said.start, day) in ends:
                yield said, day, _days(wave.end for wave in waves)
            elif (said.start, day) in starts:
                yield said, day, _days(wave.start for wave in waves)
            else:
                yield from _of_go_live(said, day, waves, names_go_live=names_go_live)


def _of_go_live(
    said: Said, day: SaidDate, waves: tuple[WaveDates, ...], *, names_go_live: bool
) -> Iterator[tuple[Said, SaidDate, Days]]:
    """A date is the go-live's when it says so, or is one of the task's days; others are facts."""
    go_lives = _days(wave.go_live for wave in waves)
    known = {*go_lives, *_days(w.start for w in waves), *_days(w.end for w in waves)}
    if go_lives and names_go_live:
        yield said, day, go_lives
    elif any(day.is_day(own) for own in known):
        yield said, day, tuple(own for own in known if day.is_day(own)) * min(len(waves), 2)


def _days(days: Iterator[date | None]) -> Days:
    return tuple(sorted({day for day in days if day is not None}))


def _message(day: SaidDate, days: Days, *, is_wrong: bool) -> tuple[str, tuple[Fix, ...]]:
    if len({*days}) > 1:
        each = listed([day_and_month(known) for known in days])
        return f"Bølgerne har hver deres dato: {each}. Skriv ”slutdatoen” eller ”go-live”.", ()
    if is_wrong:
        right = day_and_month(days[0])
        fix = Fix(f"Ret til {right}", day.rewritten(days[0]))
        return f"Teksten siger {day.shown}, men på opgaven er det {right}.", (fix,)
    return f"”{day.shown}” bliver stående, hvis go-live flyttes. Kan datoen undværes?", ()
