"""The picture of a project: dates in, shapes out, placed in per cent of whatever width there is."""

from tasks.timeline.drawing import Lane, Picture, draw
from tasks.timeline.facts import Entry, WaveFacts
from tasks.timeline.shapes import Band, Bar, Line, Tick

__all__ = ["Band", "Bar", "Entry", "Lane", "Line", "Picture", "Tick", "WaveFacts", "draw"]
