"""Turns what is told into an order: ”Du skal åbne fanen og vælge rollen” -> ”Åbn … og vælg …”.

A turn is offered only when every verb of the clause can be turned; else it is None.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.style.clause import CONJUNCTIONS, RELATIVES
from tasks.style.forms import is_definite
from tasks.style.lexicon import lexicon
from tasks.style.nouns import Form, noun_form
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_JOINERS = wordset("og eller samt")
# Their imperative is no order anybody gives
_NEVER_ORDERED = wordset("have kunne skulle ville måtte burde vide hedde turde få blive hede")
# They point at a subject the order no longer names
_POINTS_BACK = wordset("sin sit sine sig deres hans hendes")
# They may stand between ”og” and its verb: ”og derefter vælge rollen”
_MOVES_ALONG = wordset(
    "derefter herefter så dernæst efterfølgende bagefter eventuelt evt. samtidig også ikke straks"
)
_CLAUSE_MAX = 60

OrderOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Turn:
    """Put ``text`` in place of the code points; ``imperative`` is what a message shows.

    ``start`` = ``end``: it is shown, not offered, since it would be a guess. ``verb_end`` is where
    the words end that are no order; a turn reaches further when it takes more verbs along.
    """

    imperative: str
    start: int
    end: int
    text: str
    verb_end: int = 0

    @property
    def is_offered(self) -> bool:
        return self.end > self.start


def from_infinitive(word: str) -> str | None:
    """Return ”åbn” for ”åbne”; None for another word and for verbs nobody orders."""
    return None if word in _NEVER_ORDERED else lexicon().infinitives.get(word)


def from_present(word: str) -> str | None:
    """Return ”åbn” for ”åbner”."""
    return from_infinitive(lexicon().presents.get(word, ""))


def turned(
    text: str,
    words: tuple[Token, ...],
    verb: int,
    order_of: OrderOf,
    *,
    carried: str = "",
    subject_behind: bool = False,
) -> Turn | None:
    """Return the order that begins with words[verb]; what stands in front of it is dropped.

    ``carried`` are the adverbs to put behind it, ``subject_behind`` drops the word behind it:
    ”Herefter åbner du fanen” -> ”Åbn herefter fanen”.
    """
    order = order_of(words[verb].low)
    kept = verb + 2 if subject_behind else verb + 1
    rest = words[kept : kept + _CLAUSE_MAX]
    others = _others(rest, order_of)
    if order is None or others is None:
        return None
    shown = order[:1].upper() + order[1:] if words[0].is_capitalised else order
    parts = [f"{shown} {carried}".rstrip()]
    said_end = end = words[kept - 1].end
    for token, form in others:
        parts.extend((text[end : token.start], form))
        end = token.end
    return Turn(shown, words[0].start, end, "".join(parts), said_end)


def _others(rest: tuple[Token, ...], order_of: OrderOf) -> list[tuple[Token, str]] | None:
    """Return the clause's other verbs with their orders; None when one of them is uncertain."""
    found: list[tuple[Token, str]] = []
    for position, is_loose in _joined(rest):
        form = order_of(rest[position].low)
        if form is None:
            continue
        if is_loose or not _is_verb_here(rest, position):
            return None
        found.append((rest[position], form))
    return None if any(token.low in _POINTS_BACK for token in rest) else found


def _joined(rest: tuple[Token, ...]) -> Iterator[tuple[int, bool]]:
    """Yield where words are joined to the clause and if loosely, until another clause begins."""
    for position in range(1, len(rest)):
        before, token = rest[position - 1], rest[position]
        if token.low in _MOVES_ALONG and before.low in _JOINERS | _MOVES_ALONG:
            continue
        if token.low in CONJUNCTIONS | RELATIVES or before.kind is Kind.LINE:
            return
        lead = position - 1
        while lead > 0 and rest[lead].low in _MOVES_ALONG:
            lead -= 1
        if rest[lead].low in _JOINERS or rest[lead].text == ",":
            yield position, rest[lead].text == "," or before.low == "ikke"


def _is_verb_here(rest: tuple[Token, ...], position: int) -> bool:
    """”og lukke vinduet”: a word that may be a noun too is a verb in front of its object."""
    low = rest[position].low
    form = noun_form(low)
    is_agent = form is Form.SINGULAR and low in lexicon().presents
    if form is None or is_agent:
        return True
    behind = rest[position + 1] if position + 1 < len(rest) else None
    if behind is None:
        return False
    is_object = noun_form(behind.low) is Form.PLURAL or is_definite(behind.low)
    return behind.is_quoted or is_object
