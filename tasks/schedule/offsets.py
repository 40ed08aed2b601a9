"""The nearest offsets that are free in every wave a task is chosen for."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tasks.schedule.free import SEARCH_DAYS, first_free_step
from tasks.schedule.frozen import FrozenZone
from tasks.schedule.periods import days_from


class Nearest(NamedTuple):
    """The nearest free offsets in days, earlier and later than the one asked about; None = none."""

    earlier: int | None
    later: int | None


class FreeOffsets(NamedTuple):
    """What to write instead of the end offset, and instead of the start offset."""

    end: Nearest
    start: Nearest


_NONE = Nearest(None, None)


def nearest_free_offsets(
    go_lives: Iterable[date | None],
    end_offset_days: int | None,
    start_offset_days: int | None,
    zones: Iterable[FrozenZone],
    *,
    respects_zones: bool,
) -> FreeOffsets:
    """Return the nearest offsets (days) whose date is free in all the waves with these go-lives.

    Free means no ``day_off`` and, if the task respects them, outside every zone. Each offset is
    found alone: the end from go-live; the start from the end as it stands, and always before it,
    as the guide demands. The search stops after 366 days each way. A wave without a go-live has
    no date that could clash; when no wave has one, or the offset is missing, there is none: None.
    """
    counted = tuple(zones) if respects_zones else ()
    known = frozenset(go_live for go_live in go_lives if go_live is not None)
    ends = frozenset(days_from(go_live, end_offset_days) for go_live in known)
    before_end = _nearest(ends, start_offset_days, counted, last=-1)
    return FreeOffsets(end=_nearest(known, end_offset_days, counted), start=before_end)


def _nearest(
    origins: frozenset[date | None],
    offset: int | None,
    zones: tuple[FrozenZone, ...],
    last: int | None = None,
) -> Nearest:
    """Return the nearest offsets free from all the origins; none is later than `last`."""
    if offset is None or not origins:
        return _NONE
    latest = offset + SEARCH_DAYS if last is None else min(last, offset + SEARCH_DAYS)
    earlier = range(min(offset - 1, latest), offset - SEARCH_DAYS - 1, -1)
    later = range(offset + 1, latest + 1)
    return Nearest(*(first_free_step(origins, steps, zones) for steps in (earlier, later)))
