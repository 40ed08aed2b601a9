"""The steps of Metode as a reader counts them: list items and lines with a number of their own."""

import re

from tasks.style.draft import Block, Draft, Prose
from tasks.style.tokens import said_in

RUNNING_TEXT_FROM = 3  # sentences
_LEADS_ON = re.compile(r":[\s*_]*\Z")
_END = 300

_LISTED = re.compile(
    r"\s*(?:(?:trin |punkt )?(\d{1,3})(?:[.):](?=\s|$)| –)|[-–•·*]\s)", re.IGNORECASE
)


def is_listed(block: Block) -> bool:
    """True for a list item, and for a line that begins ”1.”, ”Trin 1:” or ”-”."""
    return block.kind == "li" or _LISTED.match(block.text) is not None


def is_step(block: Block, blocks: Prose) -> bool:
    """True for an item of the outer list, a line with a number of its own, or all there is.

    What leads on (”Gør sådan:”) is none, nor is running text, which should be a list first.
    """
    if block.depth > 0 or is_listed(block):
        return block.depth == 0
    is_alone = len(blocks) == 1 and not leads_on(block)
    return is_alone and len(said_in(block.text)) < RUNNING_TEXT_FROM


def leads_on(block: Block) -> bool:
    """True for a line that ends in a colon."""
    return _LEADS_ON.search(block.text[-_END:]) is not None


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
