"""From a page of events to days of entries: one Danish sentence each, with what belongs to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.timezone import localtime

from tasks.history.changes import Change, change_of, place_of
from tasks.history.comparing import Comparing
from tasks.history.moving import clashes_of, moved_days
from tasks.history.rows import RowNames
from tasks.history.sentences import Details, sentence_of
from tasks.models import Event, EventKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: who did what when; ``notes`` are (label, text) of messages and reasons."""

    at: datetime
    who: str
    sentence: str
    changes: tuple[Change, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day in Denmark with its entries, the newest first."""

    day: date
    entries: tuple[Entry, ...]


def days_of(events: Sequence[Event]) -> list[Day]:
    """Return the events, newest first, as days; the rows they name are read in bulk.

    Fields ticked in Podio in a row, by one person on one day, are one entry.
    """
    rows = RowNames(
        (key, value) for event in events for key, pair in _fields(event) for value in pair
    )
    comparing = Comparing()
    return [
        Day(day, tuple(_entries(todays, rows, comparing)))
        for day, todays in groupby(events, key=_day)
    ]


def _day(event: Event) -> date:
    return localtime(event.at).date()


def _run(event: Event) -> tuple[Any, ...]:
    """What events must share to be told as one."""
    if event.kind != EventKind.ENTERED:
        return (event.pk,)
    return event.kind, event.actor_id, event.details.get("taken_back", False)


def _fields(event: Event) -> list[tuple[str, list[Any]]]:
    """The changed fields of an event with [old, new]."""
    return list(event.details.get("fields", {}).items())


def _entries(events: Iterable[Event], rows: RowNames, comparing: Comparing) -> Iterator[Entry]:
    for _, same in groupby(events, key=_run):
        yield _entry(list(same), rows, comparing)


def _entry(events: list[Event], rows: RowNames, comparing: Comparing) -> Entry:
    """Tell one event, or a run of ticks, of which the newest stands first."""
    event = events[0]
    return Entry(
        at=event.at,
        who=str(event.actor),
        sentence=sentence_of(event.kind, [each.details for each in events]),
        changes=tuple(_changes(event, rows, comparing)),
        notes=tuple(_notes(event.details)),
    )


def _changes(event: Event, rows: RowNames, comparing: Comparing) -> Iterator[Change]:
    for key, (old, new) in _fields(event):
        yield change_of(key, old, new, rows, comparing)
    yield from moved_days(event.details)
    if event.kind == EventKind.LINKED:
        yield Change("Link", event.details.get("old", ""), event.details.get("new", ""))
    if event.kind == EventKind.BECAME and event.details.get("link"):
        yield Change("Link", "", event.details["link"])


def _notes(details: Details) -> Iterator[tuple[str, str]]:
    """Messages and reasons in the order they were written."""
    if message := details.get("message"):
        yield "Besked", str(message)
    for key, line in details.get("lines", {}).items():
        yield place_of(key), str(line)
    yield from clashes_of(details)
    if reason := details.get("reason"):
        yield "Grund", str(reason)
    if name := details.get("name"):
        yield "I Podio", str(name)
