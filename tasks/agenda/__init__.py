"""What happens when, over all projects: days in, weeks out."""

from tasks.agenda.weeks import DayPlan, Happening, Kind, WeekPlan, monday_of, weeks_from

__all__ = ["DayPlan", "Happening", "Kind", "WeekPlan", "monday_of", "weeks_from"]
