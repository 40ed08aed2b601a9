"""Measures *Tidslinje* and says whether it is as quick as promised: `make bench`.

The whole page of a project of 500 tasks, each in a wave, in under 500 ms (median); and of 500
tasks in five waves each, which is 2,500 bars, for comparison.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.serving import set_up, use  # noqa: E402

TASKS, WAVES, LIMIT = 500, 5, 500
ROUNDS = 11


def a_project(waves_each: int) -> int:
    """Make a project of 500 tasks; return its key."""
    from tasks.models import FrozenZone, KlikTask
    from tests.make import GO_LIVE, make_anne, make_project, make_wave
    from tests.make_many import make_many

    project = make_project(f"Projekt {waves_each}")
    days = [GO_LIVE + timedelta(days=28 * number) for number in range(WAVES)]
    waves = [make_wave(project, f"Bølge {n}", day) for n, day in enumerate(days)]
    tasks = make_many(TASKS, make_anne(), project, waves[:waves_each])
    for number, task in enumerate(tasks):
        task.end_offset_days = 30 - number % 90
        task.start_offset_days, task.duration_days = -1 - number % 40, 1 + number % 20
    columns = ["end_offset_days", "start_offset_days", "duration_days"]
    KlikTask.objects.bulk_update(tasks, columns)
    FrozenZone.objects.create(
        project=project, name="Jul", first_day=GO_LIVE, last_day=GO_LIVE + timedelta(days=14)
    )
    return project.pk


def milliseconds(client: Any, url: str) -> float:
    begin = time.perf_counter()
    answer = client.get(url)
    taken = (time.perf_counter() - begin) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{url} answered {answer.status_code}")
    return taken


def main() -> int:
    """Print the figures beside the limit; exit code 1 when the promise is broken."""
    with tempfile.TemporaryDirectory(prefix="klik-bench-") as folder:
        use(Path(folder))
        set_up()
        return _measured()


def _measured() -> int:
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from tests.make import make_anne

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_anne())
    figures = {}
    for waves_each in (1, WAVES):
        url = reverse("project_timeline", args=[a_project(waves_each)])
        milliseconds(client, url)
        figures[waves_each] = statistics.median(milliseconds(client, url) for _ in range(ROUNDS))
    connection.close()
    verdict = "ok" if figures[1] < LIMIT else "BROKEN"
    print(f"{verdict:7}timeline of {TASKS} tasks, median: {figures[1]:.0f} ms (limit {LIMIT})")
    print(f"       the same in {WAVES} waves each: {figures[WAVES]:.0f} ms")
    return int(figures[1] >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
