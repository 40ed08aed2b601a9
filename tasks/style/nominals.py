"""Finds the verb a light verb and a noun hide: ”foretage en opdatering af” -> ”opdatere”."""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import JOINERS, PREPOSITIONS
from tasks.style.lexicon import lexicon
from tasks.style.suggestion import hidden_verb
from tasks.style.tokens import Token
from tasks.style.verb_shapes import in_form
from tasks.style.word_lists import word_lists
from tasks.style.wordset import wordset

Sentence = tuple[Token, ...]

_HAPPENS = wordset("sker skete ske sket")
_TAKES = wordset("finder fandt finde")
_ARTICLES = wordset("en et")
_BETWEEN_MAX = 4
_BEFORE_MAX = 8


class Nominal(NamedTuple):
    """A hidden verb, in the positions ``first`` to ``last``.

    ``spoken`` is the verb as it should stand, ``fix_last`` the last position it replaces there;
    -1 = a person must write it.
    """

    first: int
    last: int
    infinitive: str
    spoken: str
    fix_last: int = -1


def nominals(sentence: Sentence) -> Iterator[Nominal]:
    """Yield the hidden verbs of a sentence; none inside quotes."""
    light = word_lists().light
    for position, token in enumerate(sentence):
        low = token.low
        if not (low in light or low in _HAPPENS or low in _TAKES) or token.is_quoted:
            continue
        if low in light:
            found = _carried_out(sentence, position, light[low])
        elif low in _HAPPENS or _takes_place(sentence, position):
            found = _happening(sentence, position)
        else:
            found = None
        if found is not None:
            yield found


def _carried_out(sentence: Sentence, verb: int, form: str) -> Nominal | None:
    """”foretage en (samlet) opdatering af”; with nothing but the article between, ”opdatere”."""
    noun = _noun_behind(sentence, verb)
    if noun is None:
        return None
    infinitive = hidden_infinitive(sentence[noun].low)
    if infinitive is None:
        return None
    last = _joined_noun(sentence, noun)
    spoken = in_form(infinitive, form)
    is_bare = noun == verb + 1 or (noun == verb + 2 and sentence[verb + 1].low in _ARTICLES)
    has_object = [token.low for token in sentence[noun + 1 : noun + 2]] == ["af"]
    has_word = noun + 2 < len(sentence) and sentence[noun + 2].text not in {",", ":", "."}
    is_dummy = any(token.low == "der" for token in sentence[max(0, verb - 1) : verb + 1])
    fits = spoken is not None and last == noun and is_bare and not is_dummy
    fits = fits and has_object and has_word
    shown = (spoken or infinitive) if fits else infinitive
    return Nominal(verb, last, infinitive, shown, noun + 1 if fits else -1)


def _noun_behind(sentence: Sentence, verb: int) -> int | None:
    """Return where the hiding noun stands: behind an article and adjectives, no other words."""
    for position in range(verb + 1, min(len(sentence), verb + 1 + _BETWEEN_MAX)):
        token = sentence[position]
        if not token.is_word or token.is_quoted or token.low in PREPOSITIONS | JOINERS:
            return None
        if hidden_infinitive(token.low) is not None:
            return position
        if token.low not in _ARTICLES and not token.low.endswith(("e", "ig", "sk", "t")):
            return None
    return None


def _joined_noun(sentence: Sentence, noun: int) -> int:
    """”en gennemgang og en tilretning” is one finding."""
    behind = [token.low for token in sentence[noun + 1 : noun + 4]]
    if behind[:1] and behind[0] in JOINERS:
        step = 3 if behind[1:2] and behind[1] in _ARTICLES else 2
        if len(behind) >= step and hidden_infinitive(behind[step - 1]) is not None:
            return noun + step
    return noun


def _takes_place(sentence: Sentence, position: int) -> bool:
    return [token.low for token in sentence[position + 1 : position + 2]] == ["sted"]


def _happening(sentence: Sentence, verb: int) -> Nominal | None:
    """”Ændringen sker”, ”Tildelingen af roller sker”, ”Der sker en sletning”."""
    last = verb + (sentence[verb].low not in _HAPPENS)
    before = _noun_before(sentence, verb)
    if before is not None:
        infinitive = hidden_infinitive(sentence[before].low) or ""
        return Nominal(before, last, infinitive, infinitive)
    behind = [token.low for token in sentence[verb + 1 : verb + 3]]
    infinitive_behind = hidden_infinitive(behind[1]) if len(behind) == 2 else None
    if infinitive_behind is None or behind[0] not in _ARTICLES:
        return None
    return Nominal(verb, verb + 2, infinitive_behind, infinitive_behind)


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Return the noun that happens: right before the verb, or with ”af …” between."""
    for position in range(verb - 1, max(-1, verb - _BEFORE_MAX), -1):
        token = sentence[position]
        if not token.is_word or token.is_quoted:
            return None
        is_subject = position == verb - 1 or sentence[position + 1].low == "af"
        if is_subject and hidden_infinitive(token.low) is not None:
            return position
    return None


def hidden_infinitive(low: str) -> str | None:
    """Return the infinitive ”opdatering” or ”oprettelsen” hides; None for ”løsning”."""
    noun = _singular(low)
    lists = word_lists()
    if noun in lists.things or not (noun.endswith(("ing", "else")) or noun in lists.deeds):
        return None
    if noun.removesuffix("else") in lexicon().infinitives:
        return noun.removesuffix("else")  # ”fornyelse” hides ”forny”
    verb, _, rest = (hidden_verb(noun) or "").partition(" ")
    infinitive = lexicon().imperatives.get(verb)
    return f"{infinitive} {rest}".rstrip() if infinitive else None


def _singular(low: str) -> str:
    for ending, kept in (("ingen", "ing"), ("inger", "ing"), ("elsen", "else"), ("elser", "else")):
        if low.endswith(ending):
            return low.removesuffix(ending) + kept
    return low.removesuffix("en") if low.endswith("gangen") else low
