"""The calendar of a task: go-live and offsets in, dates and what speaks against them out."""

from tasks.schedule.clashes import Clash, clashes_in
from tasks.schedule.free import nearest_free_days
from tasks.schedule.frozen import FrozenZone, ZoneTouch, overlapping, zones_touching
from tasks.schedule.holidays import day_off, holiday, weekend_day
from tasks.schedule.offsets import FreeOffsets, Nearest, nearest_free_offsets
from tasks.schedule.periods import (
    DayCount,
    Period,
    end_offset,
    internal_deadline,
    period,
    start_offset,
    yellow_date,
)
from tasks.schedule.weeks import Week, iso_week

__all__ = [
    "Clash",
    "DayCount",
    "FreeOffsets",
    "FrozenZone",
    "Nearest",
    "Period",
    "Week",
    "ZoneTouch",
    "clashes_in",
    "day_off",
    "end_offset",
    "holiday",
    "internal_deadline",
    "iso_week",
    "nearest_free_days",
    "nearest_free_offsets",
    "overlapping",
    "period",
    "start_offset",
    "weekend_day",
    "yellow_date",
    "zones_touching",
]
