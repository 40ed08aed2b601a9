"""Days that moved with a go-live, and what then speaks for or against them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tasks.danish_dates import long_date, short_date
from tasks.history.changes import Change

_LABELS = {"start": "startdato", "end": "slutdato"}


def moved_days(details: Mapping[str, Any]) -> Iterator[Change]:
    """Yield the go-live, and each date of each wave, before and after."""
    if go_live := details.get("go_live"):
        old, new = go_live
        yield Change("Go-live", _day(old), _day(new))
    for wave in details.get("waves", ()):
        if not isinstance(wave, Mapping):  # of a publishing, which names its waves
            return
        for key, label in _LABELS.items():
            old, new = wave[key]
            if old != new:
                yield Change(f"{wave['wave']}, {label}", _day(old), _day(new))


def clashes_of(details: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (the wave, what is the matter with a date now, or no longer)."""
    for wave in details.get("waves", ()):
        if not isinstance(wave, Mapping):
            return
        for key, word in (("clashes", "nu"), ("gone", "ikke længere")):
            for clash in wave[key]:
                day = long_date(date.fromisoformat(clash["day"]))
                yield wave["wave"], f"{_LABELS[clash['which']]} {day} rammer {word} {clash['name']}"


def _day(text: str | None) -> str:
    return short_date(date.fromisoformat(text)) if text else ""
