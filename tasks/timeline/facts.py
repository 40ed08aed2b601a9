"""What is drawn: the tasks of each wave with their dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tasks.schedule import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """One task in one wave; ``yellow`` is the day it goes yellow, None when nobody can tell."""

    name: str
    url: str
    dates: Period
    yellow: date | None = None
    step: str = ""
    priority: str = ""

    @property
    def days(self) -> Iterator[date]:
        """The days that are known, start before end."""
        return (day for day in (self.dates.start, self.dates.end) if day is not None)


@dataclass(frozen=True, slots=True)
class WaveFacts:
    """A wave and what lies in it."""

    name: str
    go_live: date | None
    entries: tuple[Entry, ...]
