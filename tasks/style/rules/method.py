"""Method: a list of steps."""

from collections.abc import Iterator
from itertools import pairwise

from tasks.style.clause import MUST
from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.lexicon import lexicon
from tasks.style.method_steps import RUNNING_TEXT_FROM, is_listed
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

_DEEDS_MAX = 4
_LEADS = wordset("og du sidst derefter herefter dernæst så eller selv")


@rule(
    "method-list",
    Severity.WARNING,
    title="Metode som liste",
    fields=("method",),
    guide="Metode og fremgangsmåde skal som udgangspunkt skrives punktopstillet og i bydeform.",
    why="Den, der udfører opgaven, kan følge en liste trin for trin og se, hvad der mangler.",
    bad=text_example(
        "method",
        "Du skal åbne fanen. Derefter skal du vælge rollen. Til sidst skal du gemme.",
    ),
    good=text_example("method", "Du skal:\n1. Åbn fanen\n2. Vælg rollen\n3. Gem"),
)
def method_list(draft: Draft, _house: House) -> Iterator[Mark]:
    blocks = draft.blocks("method")
    if any(is_listed(block) for block in blocks):
        return
    said = [sentence for block in blocks for sentence in said_in(block.text)]
    count = sum(_is_said(sentence) for sentence in said)
    deeds = max(map(_deeds, said), default=0)
    if count >= RUNNING_TEXT_FROM:
        yield _mark(f"{count} sætninger")
    elif deeds >= _DEEDS_MAX:
        yield _mark(f"{deeds} handlinger")


def _mark(what: str) -> Mark:
    message = f"Stil de {what} op som en liste med ét trin i hver linje."
    return Mark("method", message, subject=what)


def _is_said(said: tuple[Token, ...]) -> bool:
    return any(token.is_word for token in said)


def _deeds(said: tuple[Token, ...]) -> int:
    """Count what one is told in one breath: ”du skal læse …, drøfte …, skrive … og markere …”."""
    told, modal = 0, False
    for before, token in pairwise(said):
        modal = modal or before.low in MUST
        follows = before.text in {",", "I"} or before.low in _LEADS | MUST
        told += modal and follows and not token.is_quoted and token.low in lexicon().infinitives
    return told
