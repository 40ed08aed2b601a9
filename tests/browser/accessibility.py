"""What every page must pass: axe finds nothing, nothing scrolls sideways, every id is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).resolve().parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DANGLING = """() => [..."for aria-describedby aria-labelledby aria-controls".split(" ")].flatMap(
    (name) => [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
        element.getAttribute(name).split(/\\s+/).filter((id) => !document.getElementById(id))
            .map((id) => `${name}="${id}"`)))"""
TWICE = """() => [...document.querySelectorAll("[id]")].map((element) => element.id)
    .filter((id, place, all) => all.indexOf(id) !== place)"""


# axe reads an imported sheet by writing a style in the page, which the page's own policy forbids
RUN_AXE = """async (tags) => {
    const isImport = (rule) => rule instanceof CSSImportRule;
    const preload = ![...document.styleSheets].some((sheet) => [...sheet.cssRules].some(isImport));
    return (await axe.run({runOnly: tags, preload})).violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${node.target} ${node.html}`));
}"""


def axe(page: Page) -> list[str]:
    """One line for each element that breaks a rule of WCAG 2.2 AA or axe's best practice."""
    page.evaluate(AXE)  # through the debugger, which the policy of the page does not bind
    found: list[str] = page.evaluate(RUN_AXE, RULES)
    return found


def broken_references(page: Page) -> list[str]:
    """The ids that labels and aria attributes name in vain, and those that stand twice."""
    dangling: list[str] = page.evaluate(DANGLING)
    twice: list[str] = page.evaluate(TWICE)
    return dangling + [f'id="{name}" twice' for name in twice]


def sideways(page: Page) -> int:
    """How many px the page is wider than its window: 0 on a page that never scrolls sideways."""
    wider: int = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    return max(0, wider)


def faults(page: Page) -> list[str]:
    """Everything amiss on a page: at 1280 px with its folds shut, at 320 px with them open."""
    found = []
    for width, is_open in ((1280, False), (320, True)):
        page.set_viewport_size({"width": width, "height": 900})
        if is_open:
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found += [f"{page.url} at {width} px: {fault}" for fault in _faults_now(page)]
    return found


def _faults_now(page: Page) -> Iterator[str]:
    yield from axe(page)
    yield from broken_references(page)
    if wider := sideways(page):
        yield f"scrolls {wider} px sideways"
    if (headings := page.locator("h1").count()) != 1:
        yield f"{headings} h1"
    if page.locator("html").get_attribute("lang") != "da":
        yield "is not in Danish"
    if not page.title().partition(" – ")[0].strip():
        yield "has no title"
