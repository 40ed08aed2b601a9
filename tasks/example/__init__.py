"""The example project: the guide's own texts in three tasks, for a first look and for the tests."""

from tasks.example.calendar import go_live_after
from tasks.example.load import load

__all__ = ["go_live_after", "load"]
