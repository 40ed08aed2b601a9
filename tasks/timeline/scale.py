"""From days to places: per cent of the width, as the text an SVG attribute takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tasks.danish_dates import MONTHS
from tasks.timeline.shapes import Tick

_LEAST_DAYS = 42
_AIR = 0.03  # of the span, at each end
_WEEKS_UP_TO = 190  # days; beyond it their numbers would touch each other
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTHS_WIDE, _MONTHS_NARROW = 18, 5  # names a wide and a narrow window has room for
_SHORT_NAMES_TO = 5  # letters; ”marts” and ”april” are written in full
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from ``first`` to and with ``last`` beside each other."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def place(self, day: date) -> float:
        """Where a day begins, from 0 to 1; days outside lie at the nearest edge."""
        return min(max((day - self.first).days / self.days, 0.0), 1.0)

    def at(self, day: date) -> str:
        """Where a day begins, fx ”12.5%”."""
        return per_cent(self.place(day))

    def wide(self, first: date, last: date) -> str:
        """How wide the days from ``first`` to and with ``last`` are."""
        return per_cent(self.place(_next(last)) - self.place(first))


def per_cent(share: float) -> str:
    """Return ”12.5%”: an SVG attribute takes a full stop in every language."""
    return f"{share * 100:.3f}".rstrip("0").rstrip(".") + "%"


def scale_for(first: date, last: date) -> Scale:
    """Return a scale with some air around the days, and never so short that a day is a block."""
    air = max(round((last - first).days * _AIR), 3)
    lacking = max(_LEAST_DAYS - (last - first).days - 2 * air, 0)
    return Scale(_moved(first, -air - lacking // 2), _moved(last, air + (lacking + 1) // 2))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _next(day: date) -> date:
    return _moved(day, 1)


def week_ticks(scale: Scale) -> Iterator[Tick]:
    """Yield the Mondays with their week numbers, when there is room for them."""
    if scale.days > _WEEKS_UP_TO:
        return
    monday = _moved(scale.first, -scale.first.weekday() % 7)
    while monday <= scale.last:
        yield Tick(str(monday.isocalendar().week), scale.at(monday), is_wide_only=True)
        monday = _moved(monday, 7)


def month_ticks(scale: Scale) -> Iterator[Tick]:
    """Yield the months whose names there is room for, with the year at the first and in January."""
    months = list(_months(scale))
    wide, narrow = (_step(len(months), room) for room in (_MONTHS_WIDE, _MONTHS_NARROW))
    shown = [month for month in months if _number(month) % wide == 0]
    for month in shown:
        has_year = month is shown[0] or month.month == 1 or wide >= _MONTHS_IN_YEAR
        name = _short(month.month) + (f" {month.year}" if has_year else "")
        yield Tick(name, scale.at(month), is_wide_only=_number(month) % narrow != 0)


def _months(scale: Scale) -> Iterator[date]:
    """Yield the first day of each month that begins within the scale."""
    year, month = scale.first.year, scale.first.month
    while (first := date(year, month, 1)) <= scale.last:
        if first >= scale.first:
            yield first
        year, month = (year + 1, 1) if month == _MONTHS_IN_YEAR else (year, month + 1)
        if year > date.max.year:
            return


def _number(month: date) -> int:
    return month.year * _MONTHS_IN_YEAR + month.month - 1


def _step(count: int, room: int) -> int:
    return next((step for step in _MONTH_STEPS if count <= room * step), _MONTH_STEPS[-1])


def _short(month: int) -> str:
    name = MONTHS[month - 1]
    return name if len(name) <= _SHORT_NAMES_TO else f"{name[:3]}."
