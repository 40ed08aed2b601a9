"""The facts a message was made from, kept as plain JSON, and read back the same."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from tasks.announcement.facts import AnnouncementFacts, Kind, RelatedFacts, TaskFacts, WavePeriod

Snapshot = dict[str, Any]
T = TypeVar("T")
_HALF = re.compile("[\ud800-\udfff]")
_FAR = 2**53  # beyond it JSON's numbers are not whole


def to_snapshot(facts: AnnouncementFacts) -> Snapshot:
    """Return the facts as JSON holds them: days as ”2026-10-30”."""
    kept: Snapshot = _plain(asdict(facts))
    return kept


def from_snapshot(kept: object) -> AnnouncementFacts | None:
    """Return the facts that were kept; None when they are not such facts, or none were."""
    try:
        return _facts(kept)  # type: ignore[arg-type]  # whatever it is not ends below
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, WavePeriod):
        return _plain(value._asdict())
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _facts(kept: Mapping[str, Any]) -> AnnouncementFacts:
    if not kept["tasks"]:
        raise ValueError
    return AnnouncementFacts(
        greeting=_text(kept["greeting"]),
        tasks=_each(_task, kept["tasks"]),
        signed_by=_text(kept["signed_by"]),
        today=date.fromisoformat(kept["today"]),
        related=_each(_related, kept["related"]),
        topic=_text(kept["topic"]),
        short_deadline_days=_number(kept["short_deadline_days"]),
        kind=Kind(kept["kind"]),
        before=_each(_task, kept["before"]),
    )


def _task(kept: Mapping[str, Any]) -> TaskFacts:
    return TaskFacts(
        reference=_text(kept["reference"]),
        title=_text(kept["title"]),
        periods=_each(_period, kept["periods"]),
        priority=_text(kept["priority"]),
        required=_each(_related, kept["required"]),
        key=_number(kept["key"]),
    )


def _period(kept: Mapping[str, Any]) -> WavePeriod:
    days = (_day(kept[name]) for name in ("go_live", "start", "end"))
    return WavePeriod(_text(kept["wave"]), _text(kept["goes_live_with"]), *days)


def _related(kept: Mapping[str, Any]) -> RelatedFacts:
    return RelatedFacts(
        _text(kept["reference"]),
        _text(kept["title"]),
        _day(kept["start"]),
        _each(_wave_start, kept["waves"]),
    )


def _wave_start(kept: Any) -> tuple[str, date]:
    wave, start = kept
    return _text(wave), date.fromisoformat(_text(start))


def _each(read: Callable[[Any], T], kept: object) -> tuple[T, ...]:
    if not isinstance(kept, list):
        raise TypeError
    return tuple(read(each) for each in kept)


def is_text(kept: object) -> bool:
    """Tell if it is a text every database can keep: without NUL, and without half a character."""
    return isinstance(kept, str) and "\0" not in kept and not _HALF.search(kept)


def _text(kept: object) -> str:
    if not isinstance(kept, str) or not is_text(kept):
        raise TypeError
    return kept


def _number(kept: object) -> int:
    if not isinstance(kept, int) or abs(kept) > _FAR:
        raise TypeError
    return kept


def _day(kept: object) -> date | None:
    return None if kept is None else date.fromisoformat(_text(kept))
