"""Finds where a noun does something without a modal: ”kommunen opretter”, ”bestiller kommunen”."""

from collections.abc import Iterator

from tasks.style.address import (
    Address,
    Noun,
    Sentence,
    has_relative,
    is_responsible,
    shared,
    verb_before,
)
from tasks.style.clause import (
    MODALS,
    is_adverb,
    is_passive,
    is_pronoun_subject,
    is_surely_finite,
)
from tasks.style.front import is_fronted
from tasks.style.gap import past_aside
from tasks.style.lexicon import lexicon
from tasks.style.subject import is_joined_behind, is_subject
from tasks.style.tokens import Token
from tasks.style.wordset import wordset

_ADVERBS_MAX = 4
_STATES = wordset("hedder står ligger påhviler mangler koster")


def doings(sentence: Sentence, nouns: Iterator[Noun]) -> Iterator[Address]:
    """Yield the nouns that are subject of a finite verb; modals are `addresses`' question."""
    for noun in nouns:
        position = _behind(sentence, noun) or _in_front(sentence, noun)
        if position is not None and shared(sentence, noun) is None:
            yield Address(noun, position, position, sentence[position].low)


def _behind(sentence: Sentence, noun: Noun) -> int | None:
    if not is_subject(sentence, noun):
        return None
    begin = past_aside(sentence, noun.tail + 1)
    for position in range(begin, min(begin + _ADVERBS_MAX, len(sentence))):
        token = sentence[position]
        if is_doing(token):
            behind = sentence[position + 1 : position + 2]
            is_other = bool(behind) and is_pronoun_subject(behind[0])
            return None if is_other or is_responsible(sentence, position) else position
        if not is_adverb(token):
            return None
    return None


def _in_front(sentence: Sentence, noun: Noun) -> int | None:
    position = verb_before(sentence, noun)
    if position < 0 or is_joined_behind(sentence, noun) or has_relative(sentence, noun):
        return None
    is_told = is_responsible(sentence, noun.tail)
    # ”Hvad koster det kommunen”, ”Her hedder kommunen”: no doer behind the verb
    is_none = sentence[position + 1].low == "det" or sentence[position].low in _STATES
    is_verb = is_doing(sentence[position]) and not (is_told or is_none)
    return position if is_verb and is_fronted(sentence, position, noun.tail) else None


def is_doing(token: Token) -> bool:
    """True for a present (”gør” and ”ved” too) or a regular past; no modal, no passive."""
    if not token.is_word or token.is_quoted or token.low in MODALS or is_passive(token):
        return False
    is_past = token.low.endswith("de") and token.low[:-2] in lexicon().infinitives
    return is_surely_finite(token) or is_past or token.low == "ved" or token.low.endswith("gør")
