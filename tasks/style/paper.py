"""Finds old paper words, and ”hvorfor” where it means ”and therefore”."""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import is_finite
from tasks.style.tokens import Token
from tasks.style.word_lists import word_lists

Sentence = tuple[Token, ...]

# Words before ”hvorfor” that are looked at: a sentence without an end must not cost its square
_BEFORE_MAX = 60


class PaperWord(NamedTuple):
    """An old word at ``position``; ``twin`` fits in its place, empty when none does."""

    position: int
    twin: str


def paper_words(sentence: Sentence) -> Iterator[PaperWord]:
    """Yield the paper words of a sentence; none inside quotes."""
    paper = word_lists().paper
    for position, token in enumerate(sentence):
        if token.is_quoted:
            continue
        twin = paper.get(token.low)
        if twin is not None:
            yield PaperWord(position, twin.capitalize() if token.is_capitalised else twin)
        elif token.low == "hvorfor" and _is_connective(sentence, position):
            yield PaperWord(position, "så")


def _asks(low: str) -> bool:
    """True for ”undersøg” and ”undersøger”: behind these, ”hvorfor” asks."""
    return low in word_lists().asking or any(
        low.removesuffix(ending) in word_lists().asking for ending in ("r", "er", "e", "t", "et")
    )


def _is_connective(sentence: Sentence, position: int) -> bool:
    """”Ruten er ny, hvorfor I skal …”: a comma and a verb before it, a subject behind it."""
    if not position or sentence[position - 1].text != ",":
        return False
    behind = sentence[position + 1 : position + 2]
    begin = max(0, position - _BEFORE_MAX)
    before = [token for token in sentence[begin:position] if not token.is_quoted]
    has_verb = any(is_finite(token) for token in before)
    has_subject = bool(behind) and behind[0].is_word and not is_finite(behind[0])
    return has_verb and has_subject and not any(_asks(token.low) for token in before)
