"""Measures the editor in a real browser and says whether it is as quick as promised: `make bench`.

From the key that completes a finding to its underline at most 350 ms (median), 300 of them the
pause in which nobody is interrupted; 400 findings in 1,900 words drawn in under 30 ms; ten editors
ready in under 500 ms. The server is a real one on this machine; figures of a busy one are noise.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.serving import Site, served
from tests.browser import chromium, timing

WARMING = 4  # so that both server processes have read their lexicon
KEYS, DRAWINGS, LOADS = 40, 30, 10
# Words, and the key that completes what is wrong with them
TYPED = (
    ("Kommunen skal", " "),
    ("Efter opsætningen kan man", "."),
    ("Herefter skal kommunen", ","),
    ("Kommunerne bør", " "),
)


@contextmanager
def window(browser: Browser, site: Site, *, ten_editors: bool = False) -> Iterator[Page]:
    """Open a window with a profile of its own, with Anne logged in."""
    with browser.new_context(**chromium.DANISH, viewport={"width": 1280, "height": 900}) as context:  # type: ignore[arg-type]
        context.add_cookies([site.cookie])  # type: ignore[list-item]
        page = context.new_page()
        if ten_editors:
            timing.with_ten_editors(page)
        yield page


def keys_to_underlines(browser: Browser, site: Site) -> list[float]:
    with window(browser, site) as page:
        page.goto(site.usual)
        typed = islice(cycle(TYPED), WARMING + KEYS)
        took = [timing.key_to_underline(page, "description", *words) for words in typed]
    return took[WARMING:]


def drawings(browser: Browser, site: Site) -> list[timing.Redrawn]:
    with window(browser, site) as page:
        page.goto(site.many_findings)
        drawn = [timing.redrawn(page, "description") for _ in range(DRAWINGS)]
    assert {each.drawn for each in drawn} == {timing.FINDINGS}
    return drawn


def load(browser: Browser, site: Site) -> float:
    with window(browser, site, ten_editors=True) as page:
        page.goto(site.usual)
        return timing.ten_editors_ready(page)


def most_of(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def measured() -> list[tuple[str, list[float], int]]:
    """Return each promise, what was measured for it, and its limit; all in milliseconds."""
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.program(), args=chromium.FLAGS
        )
        print(f"chromium {browser.version} on {os.cpu_count()} cores")
        keys = keys_to_underlines(browser, site)
        drawn = drawings(browser, site)
        loads = [load(browser, site) for _ in range(LOADS)]
        browser.close()
    return [
        ("key to underline", keys, 350),
        ("400 findings in 1,900 words, drawn where none were", [each.anew for each in drawn], 30),
        ("400 findings in 1,900 words, drawn again", [each.again for each in drawn], 30),
        ("ten editors ready", loads, 500),
    ]


def main() -> int:
    """Print each median beside its limit; exit code 1 when one is broken, 2 without a browser."""
    if chromium.program() is None:
        print(f"THE EDITOR WAS NOT MEASURED: {chromium.MISSING}", file=sys.stderr)
        return 2
    figures = measured()
    for name, took, limit in figures:
        middle = statistics.median(took)
        verdict = "ok" if middle <= limit else "BROKEN"
        said = f"median {middle:.1f} ms (limit {limit}), 95th percentile {most_of(took):.1f}"
        print(f"{verdict:7}{name}, {len(took)} times: {said}")
    return int(any(statistics.median(took) > limit for _, took, limit in figures))


if __name__ == "__main__":
    sys.exit(main())
