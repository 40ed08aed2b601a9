"""Measures the style engine and says whether it is as quick as promised: `make bench`.

A whole task in under 10 ms (median), the first check of a new process in under 150 ms and 40 MB,
and ten times the text in about ten times the time. Ratios are of one run; figures of a busy
machine are noise.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tasks.guide import examples  # noqa: E402
from tasks.style import Draft, check, default_house  # noqa: E402
from tasks.style.rule import prose  # noqa: E402

MEGABYTE = 1_000_000
FIRST_LOAD = """
import re, time
def kept():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmRSS:\\s+(\\d+)", status.read())[1]) / 1024
before = kept()
begin = time.perf_counter()
from tasks.style import Draft, check, default_house
from tasks.style.rule import prose
check(Draft(title="Opret ruten", description=prose("Kommunen skal svare.")), default_house())
spent = time.perf_counter() - begin
print(spent * 1000, kept() - before)
"""


def whole_task() -> Draft:
    """Five prose fields of about 600 words together, as the guide writes them."""
    steps = (
        examples.SETUP_METHOD
        + "\n"
        + "\n".join(f"{number}. Vælg ”Afslag {number}”, og gem" for number in range(12, 30))
    )
    return Draft(
        prefix="Auto",
        separator=" ",
        number="13",
        title="Opsæt afslagsårsager i systemadministration",
        priority="critical",
        performers=("Systemadministrator",),
        goal=prose(examples.SFTP_GOAL),
        description=prose("\n".join([examples.SFTP_DESCRIPTION] * 2)),
        method=prose(steps),
        result=prose(examples.SFTP_RESULT),
        background=prose(examples.SFTP_DESCRIPTION),
        announcement=examples.SETUP_ANNOUNCEMENT,
    )


def milliseconds(draft: Draft) -> float:
    begin = time.perf_counter()
    check(draft, default_house())
    return (time.perf_counter() - begin) * 1000


def median_of_a_task() -> float:
    draft = whole_task()
    milliseconds(draft)
    return statistics.median(milliseconds(draft) for _ in range(51))


def first_load() -> tuple[float, float]:
    """Return the quickest of five new processes: milliseconds, and megabytes on top of Python."""
    command = [sys.executable, "-c", FIRST_LOAD]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
        for _ in range(5)
    ]
    return min(float(run[0]) for run in runs), max(float(run[1]) for run in runs)


def growth(text_of: Callable[[int], str]) -> tuple[float, float]:
    """Return the milliseconds of 1 MB, and how many times those of 100 kB they are."""

    def cost(length: int) -> float:
        draft = replace(Draft(), description=prose(text_of(length)), announcement=text_of(length))
        return min(milliseconds(draft) for _ in range(2))

    large = cost(MEGABYTE)
    return large, large / max(cost(MEGABYTE // 10), 0.1)


def one_line(length: int) -> str:
    said = "Kommunen skal rette sine data i KP, inden ruten oprettes d. 30.10. "
    return said * (length // len(said))


def main() -> int:
    """Print each figure beside its limit; exit code 1 when one is broken."""
    task = median_of_a_task()
    load, memory = first_load()
    line, line_ratio = growth(one_line)
    blanks, blank_ratio = growth(lambda length: " " * length)
    figures = [
        ("a whole task, median", task, 10, "ms"),
        ("first load", load, 150, "ms"),
        ("first load", memory, 40, "MB"),
        (f"1 MB in one line ({line:.0f} ms) against 100 kB", line_ratio, 20, "times"),
        (f"1 MB of blanks ({blanks:.0f} ms) against 100 kB", blank_ratio, 20, "times"),
    ]
    for name, figure, limit, unit in figures:
        verdict = "ok" if figure < limit else "BROKEN"
        print(f"{verdict:7}{name}: {figure:.1f} {unit} (limit {limit})")
    return int(any(figure >= limit for _, figure, limit, _ in figures))


if __name__ == "__main__":
    sys.exit(main())
