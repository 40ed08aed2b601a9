"""Finds a glossary's terms in a sentence, inflected: ”snitflade” also as ”snitfladerne”."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tasks.style.clause import JOINERS, PREPOSITIONS
from tasks.style.draft import Term
from tasks.style.tokens import Token
from tasks.style.verb_shapes import in_form, verb_forms
from tasks.style.wordset import wordset

_ENDINGS = tuple(
    wordset(
        "s n en et ens ets t e es er ers r rs erne ernes rne rnes ene enes ne nes ere erens eren"
    )
)
_DOUBLING = tuple(wordset("en et ens ets er ers erne ernes ene e"))
_CONSONANTS = frozenset("bdfgklmnprst")


@dataclass(frozen=True, slots=True)
class Hit:
    """A term at the positions ``first`` to ``last``; ``plain`` fits in its place, or is None."""

    term: Term
    first: int
    last: int
    plain: str | None


Index = dict[str, tuple[tuple[Term, tuple[frozenset[str], ...]], ...]]


def hits(sentence: tuple[Token, ...], index: Index) -> Iterator[Hit]:
    """Yield the terms of a sentence, the longest first where two begin; none inside quotes."""
    reached = 0
    for position, token in enumerate(sentence):
        if position < reached or not (token.low in index or "-" in token.low):
            continue
        found = _hit(sentence, position, index)
        if found is not None:
            yield found
            reached = found.last + 1


def _hit(sentence: tuple[Token, ...], position: int, index: Index) -> Hit | None:
    token = sentence[position]
    if token.is_quoted or not token.is_word:
        return None
    tail = token.low.rpartition("-")[2]
    for term, words in (*index.get(token.low, ()), *index.get(tail, ())):
        last = position + len(words) - 1
        behind = sentence[position + 1 : last + 1]
        pairs = zip(behind, words[1:], strict=False)
        if last < len(sentence) and all(said.low in forms for said, forms in pairs):
            return Hit(term, position, last, _plain(sentence, position, last, term))
    return None


@lru_cache(maxsize=8)
def index_of(glossary: tuple[Term, ...]) -> Index:
    """Return the terms by every form their first word takes; asked for once in a check."""
    index: dict[str, list[tuple[Term, tuple[frozenset[str], ...]]]] = {}
    for term in sorted(glossary, key=lambda term: -len(term.term)):
        words = tuple(_forms(word) for word in term.term.lower().split())
        for first in words[0] if words else ():
            index.setdefault(first, []).append((term, words))
    return {first: tuple(found) for first, found in index.items()}


def _forms(word: str) -> frozenset[str]:
    verbs = frozenset(form for form, _ in verb_forms(word))
    return verbs or frozenset({word, *_noun_forms(word)})


def _noun_forms(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        yield f"{word}{ending}"
        yield f"{word}'{ending}"
        yield f"{word}’{ending}"
    if word[-1:] in _CONSONANTS:
        yield from (f"{word}{word[-1]}{ending}" for ending in _DOUBLING)


def _plain(sentence: tuple[Token, ...], first: int, last: int, term: Term) -> str | None:
    """Return the plain word in the form the term stands in; None where it may not fit."""
    plain, token = term.plain, sentence[first]
    if not plain or first != last or not plain.isalpha() or "-" in token.text:
        return None
    verb = dict(verb_forms(term.term.lower())).get(token.low)
    if verb is not None:
        return _capital_kept(in_form(plain, verb), token)
    before = sentence[first - 1] if first else None
    is_bare = before is not None and before.low in PREPOSITIONS | JOINERS
    is_plain_form = token.low == term.term.lower() and is_bare
    return _capital_kept(plain, token) if is_plain_form else None


def _capital_kept(word: str | None, token: Token) -> str | None:
    return word.capitalize() if word and token.is_capitalised else word
