"""Days and zones the tests of the calendar share."""

from datetime import date

from hypothesis import strategies as st

from tasks.schedule import FrozenZone

CHRISTMAS = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))

any_day = st.dates(min_value=date(1999, 1, 1), max_value=date(2101, 12, 31))
