"""What an announcement may say: plain frozen values, gathered by whoever knows the database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What the message is for."""

    NEW = "new"
    CHANGED = "changed"
    REMINDER = "reminder"

    @property
    def label(self) -> str:
        return {"new": "Ny opgave", "changed": "Ændret opgave", "reminder": "Påmindelse"}[
            self.value
        ]


class WavePeriod(NamedTuple):
    """A task's dates in one wave; `goes_live_with` names the delivery: "den nye release 4.0"."""

    wave: str
    goes_live_with: str
    go_live: date | None
    start: date | None
    end: date | None


@dataclass(frozen=True)
class RelatedFacts:
    """A task the new one is closely related to, and the first day that one can be started.

    `waves` are the days wave by wave, when they are not the same.
    """

    reference: str
    title: str
    start: date | None = None
    waves: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class TaskFacts:
    """A task to announce; the reference stands without brackets, fx "Auto 13".

    `required` are the tasks that must be completed before this one can be completed; they never
    tell when it can be started. `key` tells it is the same task when all else is another.
    """

    reference: str
    title: str
    periods: tuple[WavePeriod, ...] = ()
    priority: str = ""
    required: tuple[RelatedFacts, ...] = ()
    key: int = 0


@dataclass(frozen=True)
class AnnouncementFacts:
    """All that a proposal may say; what is not here becomes a [slot] for the author.

    `before` are the tasks as the municipalities were told of them last.
    """

    greeting: str
    tasks: tuple[TaskFacts, ...]
    signed_by: str
    today: date
    related: tuple[RelatedFacts, ...] = ()
    topic: str = ""
    short_deadline_days: int = 14
    kind: Kind = Kind.NEW
    before: tuple[TaskFacts, ...] = ()
