"""The shapes of the picture; places and widths are attributes of an SVG, fx ”12.5%”."""

from typing import NamedTuple

from tasks.timeline.facts import Entry


class Tick(NamedTuple):
    """A name on the axis; some are left out where the window is narrow."""

    label: str
    at: str
    is_wide_only: bool = False


class Line(NamedTuple):
    """An upright line on one day; ``is_turned`` puts its name to the left of it."""

    label: str
    at: str
    is_turned: bool = False


class Band(NamedTuple):
    """Shaded days; ``name`` tells what they are."""

    name: str
    at: str
    width: str


class Bar(NamedTuple):
    """A task from start to end. ``yellow_at`` is where it goes yellow, "" when it never does.

    ``name`` stands above it in a wide window, from ``name_at`` or, when ``is_turned``, up to it;
    ``short_name`` stands at the edge of a narrow one. ``y`` is in pixels from the top.
    """

    entry: Entry
    full_name: str
    name: str
    name_at: str
    is_turned: bool
    short_name: str
    y: int
    at: str
    width: str
    yellow_at: str = ""
    yellow_width: str = ""
