"""The cost of a check grows in step with the text, whatever stands in it and in which field.

A quadratic rule makes four times the text sixteen times as dear; the runs of one test are held
against each other, so a slow machine is as good as a quick one.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tasks.guide import Priority
from tasks.style import Block, BlockLink, Draft, House, Link, TaskRef, WaveDates, check
from tasks.style.draft import PROSE_FIELDS, READ_FIELDS

# A fifth of what `make bench` tries: enough to tell a square from a line, and soon done
LENGTH = 200_000  # code points
ITEMS = 40_000
AT_MOST_TIMES = 6
AT_MOST_SECONDS = 60  # of processor time, on a machine that does much else
TRIES = 3
HOUSE = House(
    roles=("Systemadministrator", "Systemansvarlig"),
    acronyms=frozenset({"KP"}),
    references=frozenset({"Auto 12"}),
    prefixes=("Auto", "MI"),
)
FIRST = WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 10, 12), date(2026, 10, 16))
SECOND = WaveDates("Bølge 2", date(2026, 11, 13), date(2026, 10, 26), date(2026, 10, 30))
TASK = Draft(
    prefix="Auto",
    separator=" ",
    number="15",
    priority=Priority.CRITICAL,
    waves=(FIRST, SECOND),
    performers=("Systemadministrator", "Systemansvarlig"),
)


def cost(draft: Draft) -> float:
    """Seconds of processor time, without the sweeping up after thousands of earlier tests."""
    gc.disable()
    try:
        begin = time.process_time()
        check(draft, HOUSE)
        return time.process_time() - begin
    finally:
        gc.enable()


def growth(drafted: Callable[[int], Draft], length: int) -> float:
    """How many times as dear as a quarter of it a draft of this length is."""
    quarter = cost(drafted(length // 4))
    whole = cost(drafted(length))
    assert whole < AT_MOST_SECONDS
    return whole / max(quarter, 0.005)


def hold_to_its_length(drafted: Callable[[int], Draft], length: int) -> None:
    """One calm try of three is enough: another process may take the machine in between."""
    assert any(growth(drafted, length) < AT_MOST_TIMES for _ in range(TRIES))


def filled(field: str, text: str) -> Draft:
    value = (Block(text),) if field in PROSE_FIELDS else text
    return replace(TASK, **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "piece"),
    [
        ("description", "Kommunen skal rette sine data. "),
        ("title", "x"),
        ("title", "a.b."),
        ("goal", "("),
        ("goal", "Auto 12-13 "),
        ("method", " "),
        ("method", "systemadministrator skal "),
        ("method", "bilag vedhæftet excel-arket "),
        ("method", "man kan "),
        ("method", "man I "),
        ("result", '”"“'),
        ("quality_criteria", "flyttet fra den 12. oktober til "),
        ("background", "https://a.b-"),
        ("announcement", "\n"),
        ("announcement", "**a_[b]("),
        ("announcement", "I kan starte senest "),
    ],
)
def test_a_long_text_costs_four_times_a_quarter_of_it(field: str, piece: str) -> None:
    hold_to_its_length(lambda length: filled(field, piece * (length // len(piece))), LENGTH)


@pytest.mark.parametrize(
    "piece", ["Kommunen skal svare. ", "12/10 senest ", "a.b.", "(", "é ", " "]
)
def test_every_field_reads_its_text_in_step_with_the_length(piece: str) -> None:
    def everywhere(length: int) -> Draft:
        draft = TASK
        for field in READ_FIELDS:
            text = piece * (length // len(piece) // len(READ_FIELDS))
            draft = replace(draft, **{field: getattr(filled(field, text), field)})
        return draft

    hold_to_its_length(everywhere, LENGTH // 2)


@pytest.mark.parametrize("field", ["method", "description"])
@pytest.mark.parametrize("text", ["Åbn fanen", ""])
def test_many_items_cost_four_times_a_quarter_of_them(field: str, text: str) -> None:
    def listed(count: int) -> Draft:
        items = tuple(Block(text, "li", number + 1, number % 7) for number in range(count))
        return replace(TASK, **{field: items})  # type: ignore[arg-type]

    hold_to_its_length(listed, ITEMS)


def test_many_links_and_other_tasks_cost_four_times_a_quarter_of_them() -> None:
    def linked(count: int) -> Draft:
        links = tuple(BlockLink(4 * n, 4 * n + 3, f"https://x.dk/{n}") for n in range(count))
        others = tuple(TaskRef(f"Auto {n}", f"Opret {n}", waves=(FIRST,)) for n in range(count))
        return replace(
            TASK,
            description=(Block("ord " * count, links=links),),
            attachments=tuple(Link("", f"K:/{n}") for n in range(count)),
            prerequisites=others,
            related_tasks=others,
        )

    hold_to_its_length(linked, 20_000)
