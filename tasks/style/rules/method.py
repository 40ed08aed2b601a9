"""Method: a list of steps."""

from collections.abc import Iterator

from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.method_steps import is_listed
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import Token, said_in

_SENTENCES_MAX = 3


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
    count = sum(_is_said(said) for block in blocks for said in said_in(block.text))
    if count >= _SENTENCES_MAX:
        subject = f"{count} sætninger"
        yield Mark(
            "method",
            f"Stil de {count} sætninger op som en liste med ét trin i hver linje.",
            subject=subject,
        )


def _is_said(said: tuple[Token, ...]) -> bool:
    return any(token.is_word for token in said)
