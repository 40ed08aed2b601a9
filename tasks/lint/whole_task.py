"""One task as JSON: the template's keys, choices as Danish labels, other keys ignored."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tasks import schedule
from tasks.danish_dates import parse_danish_date
from tasks.guide import Priority
from tasks.lint.one_field import PlacedDraft, with_texts
from tasks.lint.refusal import UnusableError
from tasks.reference import split_title
from tasks.style import Draft, Link, TaskRef, WaveDates
from tasks.style.draft import READ_FIELDS

_PRIORITIES = {priority.label.casefold(): priority.value for priority in Priority} | {
    "valgfri": Priority.RECOMMENDED.value  # the guide's heading calls Anbefalet so
}
_YES_OR_NO = {"ja": True, "nej": False}
_PARTS = ("prefix", "separator", "number")


def whole_task(text: str) -> PlacedDraft:
    """Read one task; raises UnusableError with the key that is wrong."""
    given = _object(text)
    values = {key: read(key, given[key]) for key, read in _READERS.items() if _is_given(given, key)}
    values.setdefault("separator", " " if values.get("prefix") and values.get("number") else "")
    waves = values.pop("waves", ())
    draft = _dated(Draft(**values), waves)
    texts = {key: _text(key, given[key]) for key in READ_FIELDS if _is_given(given, key)}
    return with_texts(draft, texts)


def _object(text: str) -> Mapping[str, Any]:
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnusableError(
            f"Det er ikke JSON: linje {error.lineno}, tegn {error.colno}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnusableError("JSON-teksten kan ikke læses.") from error
    if not isinstance(given, dict):
        raise UnusableError("Giv én opgave som et JSON-objekt, eller brug --field.")
    return given


def _is_given(given: Mapping[str, Any], key: str) -> bool:
    return given.get(key) is not None


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise UnusableError(f"”{key}” skal være en tekst.")
    return value


def _yes_or_no(key: str, value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    answer = _text(key, value).strip().casefold()
    if answer and answer not in _YES_OR_NO:
        raise UnusableError(f"”{key}” skal være ”Ja” eller ”Nej”.")
    return _YES_OR_NO.get(answer)


def _days(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnusableError(f"”{key}” skal være et helt antal dage.")
    return value


def _priority(key: str, value: Any) -> str:
    label = _text(key, value).strip().casefold()
    if label and label not in _PRIORITIES:
        raise UnusableError(f"”{key}” skal være {', '.join(p.label for p in Priority)}.")
    return _PRIORITIES.get(label, "")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(key: str, value: Any) -> tuple[str, ...]:
    return tuple(_text(key, name) for name in _list(value))


def _addresses(key: str, value: Any) -> tuple[str, ...]:
    return tuple(" ".join(_names(key, value)).replace(",", " ").replace(";", " ").split())


def _task_refs(key: str, value: Any) -> tuple[TaskRef, ...]:
    parted = (split_title(name) for name in _names(key, value))
    return tuple(TaskRef(str(reference), title) for reference, title in parted)


def _waves(key: str, value: Any) -> tuple[WaveDates, ...]:
    """A wave is a name, or an object with ``name`` and ``go_live``."""
    return tuple(_wave(key, row) for row in _list(value))


def _wave(key: str, row: Any) -> WaveDates:
    if not isinstance(row, dict):
        return WaveDates(_text(key, row), key=_text(key, row))
    name, day = _text(key, row.get("name", "")), row.get("go_live")
    try:
        go_live = parse_danish_date(_text("go_live", day)) if day else None
    except ValueError as error:
        raise UnusableError(f"”go_live”: {error}") from error
    return WaveDates(name, go_live, key=name)


def _links(key: str, value: Any) -> tuple[Link, ...]:
    """A link is an address, or an object with ``title`` and ``url``."""
    return tuple(_link(key, row) for row in _list(value))


def _link(key: str, row: Any) -> Link:
    if isinstance(row, dict):
        return Link(_text(key, row.get("title", "")), _text(key, row.get("url", "")))
    return Link("", _text(key, row))


def _dated(draft: Draft, waves: tuple[WaveDates, ...]) -> Draft:
    """Give each wave the task's dates in it."""
    return replace(draft, waves=tuple(_wave_with_dates(draft, wave) for wave in waves))


def _wave_with_dates(draft: Draft, wave: WaveDates) -> WaveDates:
    dates = schedule.period(wave.go_live, draft.end_offset_days, draft.start_offset_days)
    return WaveDates(wave.name, wave.go_live, dates.start, dates.end, wave.key)


_READERS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys((*_PARTS, "project", "phase", "theme"), _text),
    "priority": _priority,
    "reply_to": _addresses,
    **dict.fromkeys(("is_infrastructure", "respects_frozen_zone"), _yes_or_no),
    **dict.fromkeys(("duration_days", "end_offset_days", "start_offset_days"), _days),
    "waves": _waves,
    **dict.fromkeys(("prerequisites", "related_tasks"), _task_refs),
    **dict.fromkeys(("performers", "owners"), _names),
    "attachments": _links,
}
