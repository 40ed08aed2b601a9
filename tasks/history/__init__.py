"""*Forløb* in words: what happened to a task, by whom, and each field before and after."""

from tasks.history.changes import Change
from tasks.history.entries import Day, Entry, days_of

__all__ = ["Change", "Day", "Entry", "days_of"]
