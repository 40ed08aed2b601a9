"""Measures the calendar and says whether it is as quick as promised: `make bench`.

The dates of 500 tasks in 5 waves each in under 50 ms (median): start, end, the day it goes yellow,
the week of the end, and every warning.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tasks.schedule import (  # noqa: E402
    FrozenZone,
    clashes_in,
    iso_week,
    period,
    yellow_date,
)

TASKS = 500
GO_LIVES = [date(2026, 10, 30) + timedelta(days=28 * number) for number in range(5)]
ZONES = [
    FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3)),
    FrozenZone("Årsafslutning", date(2027, 1, 4), date(2027, 1, 10)),
    FrozenZone("Påske", date(2027, 3, 22), date(2027, 3, 29)),
]


def every_date() -> int:
    """Tell every date of every task in every wave; return how many warnings there were."""
    warnings = 0
    for number in range(TASKS):
        for go_live in GO_LIVES:
            dates = period(go_live, 30 - number % 90, -1 - number % 40)
            if dates.end and yellow_date(dates.end, number % 20):
                iso_week(dates.end)
            warnings += len(clashes_in(dates, ZONES, respects_zones=True))
    return warnings


def milliseconds() -> float:
    begin = time.perf_counter()
    every_date()
    return (time.perf_counter() - begin) * 1000


def main() -> int:
    """Print the figure beside its limit; exit code 1 when it is broken."""
    limit = 50
    figure = statistics.median(milliseconds() for _ in range(51))
    verdict = "ok" if figure < limit else "BROKEN"
    print(f"{verdict:7}dates of {TASKS} tasks in 5 waves, median: {figure:.1f} ms (limit {limit})")
    return int(figure >= limit)


if __name__ == "__main__":
    sys.exit(main())
