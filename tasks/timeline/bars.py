"""A bar for each task, the first to begin at the top."""

from collections.abc import Iterable, Iterator
from datetime import date

from tasks.danish_dates import long_date
from tasks.timeline.facts import Entry
from tasks.timeline.scale import Scale, per_cent
from tasks.timeline.shapes import Bar

_SHORT, _LONG = 34, 90  # code points of a name in a narrow and in a wide window
_WINDOW, _LETTER = 940, 7.3  # pixels: the least where long names are shown, and a letter


def bars_of(
    scale: Scale, wave: str, entries: Iterable[Entry], *, top: int, row: int
) -> Iterator[Bar]:
    """Yield the bars; each entry has a date. Equals stand in the order they were given."""
    for number, entry in enumerate(sorted(entries, key=_first_day)):
        first, last = _shown_days(entry)
        yellow = _yellow_from(entry)
        name = _cut(entry.name, _LONG)
        name_at, is_turned = _beside(name, scale.place(first), scale.place(last))
        yield Bar(
            entry=entry,
            full_name=_full_name(entry, wave),
            name=name,
            name_at=per_cent(name_at),
            is_turned=is_turned,
            short_name=_cut(entry.name, _SHORT),
            y=top + row * number,
            at=scale.at(first),
            width=scale.wide(first, last),
            yellow_at=scale.at(yellow) if yellow else "",
            yellow_width=scale.wide(yellow, last) if yellow else "",
        )


def _shown_days(entry: Entry) -> tuple[date, date]:
    """A task with one known day is drawn on that day alone; what lies between is not guessed."""
    days = list(entry.days)
    return min(days), max(days)


def _first_day(entry: Entry) -> tuple[date, date]:
    return _shown_days(entry)


def _yellow_from(entry: Entry) -> date | None:
    """The first yellow day that is part of the bar."""
    if entry.yellow is None or entry.dates.end is None or entry.yellow > entry.dates.end:
        return None
    return max(entry.yellow, entry.dates.start or entry.dates.end)


def _full_name(entry: Entry, wave: str) -> str:
    start, end = entry.dates.start, entry.dates.end
    said = [
        f"starter {long_date(start)}" if start else "",
        f"går i gul {long_date(entry.yellow)} (beregnet)" if entry.yellow else "",
        f"slutter {long_date(end)}" if end else "",
        entry.priority,
        entry.step,
    ]
    return f"{entry.name}. {wave}: {', '.join(filter(None, said))}"


def _beside(name: str, first: float, last: float) -> tuple[float, bool]:
    """Where the name stands and if it ends there: with the bar's start or end, if it has room."""
    length = len(name) * _LETTER / _WINDOW
    if first + length <= 1:
        return first, False
    return (last, True) if length <= last else (0.0, False)


def _cut(name: str, most: int) -> str:
    """Return the name in at most so many code points, parted between words where it can be."""
    if len(name) <= most:
        return name
    space = name.rfind(" ", most // 2, most)
    return f"{name[: space if space > 0 else most - 1]}…"
