"""The calendar of a task: go-live and offsets in, dates and what speaks against them out."""

from tasks.schedule.free import nearest_free_days, nearest_shifts
from tasks.schedule.frozen import FrozenZone, ZoneTouch, zones_touching
from tasks.schedule.holidays import day_off
from tasks.schedule.periods import (
    Period,
    end_offset,
    period,
    start_offset,
    yellow_date,
)
from tasks.schedule.weeks import Week, iso_week

__all__ = [
    "FrozenZone",
    "Period",
    "Week",
    "ZoneTouch",
    "day_off",
    "end_offset",
    "iso_week",
    "nearest_free_days",
    "nearest_shifts",
    "period",
    "start_offset",
    "yellow_date",
    "zones_touching",
]
