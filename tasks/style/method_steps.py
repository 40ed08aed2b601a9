"""The steps of Metode as a reader counts them: list items and lines with a number of their own."""

import re

from tasks.style.draft import Block, Draft

_LISTED = re.compile(
    r"\s*(?:(?:trin |punkt )?(\d{1,3})(?:[.):](?=\s|$)| –)|[-–•·*]\s)", re.IGNORECASE
)


def is_listed(block: Block) -> bool:
    """True for a list item, and for a line that begins ”1.”, ”Trin 1:” or ”-”."""
    return block.kind == "li" or _LISTED.match(block.text) is not None


def step_numbers(draft: Draft) -> frozenset[int]:
    """Return the numbers a reader sees in front of the steps."""
    shown: set[int] = set()
    for block in draft.blocks("method"):
        typed = _LISTED.match(block.text)
        if block.number is not None:
            shown.add(block.number)
        if typed and typed[1]:
            shown.add(int(typed[1]))
    return frozenset(shown)


def outer_steps(draft: Draft) -> list[int]:
    """Return the index of each step's block; the items below a step belong to it."""
    blocks = draft.blocks("method")
    return [i for i, block in enumerate(blocks) if block.depth == 0 and is_listed(block)]
