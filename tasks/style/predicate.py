"""Adjectives behind være and blive: ”opmærksom” becomes ”opmærksomme” when ”I” is the subject."""

from collections.abc import Iterator

from tasks.style.address import Sentence
from tasks.style.clause import JOINERS, PREPOSITIONS, is_adverb, is_verb, opens_clause
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_BE = wordset("være blive er bliver var blev")
_PLURAL = {
    "sikker": "sikre",
    "indstillet": "indstillede",
    "åben": "åbne",
    "tryg": "trygge",
    "tilfreds": "tilfredse",
    "bevidst": "bevidste",
    "parat": "parate",
}
_ENDINGS = {"ig": "ige", "som": "somme", "bar": "bare", "løs": "løse", "isk": "iske"}
_DEGREES = wordset(
    "særligt særlig meget helt fuldt ekstra mere godt tilstrækkeligt lige så gang nødt "
    "fælles først sidst to fire fem alene"
)
# The same in the plural, or no adjective at all
_SAME = wordset(
    "klar klare med til stede i gang en et den det de nødt ude inde oppe nede enige tilbage ens "
    "færdige ansvarlige opmærksomme der her omkring ajour vant bekendt fælles stand forbi online "
    "del hjemme foran bagud sammen lig noget nogen ingen én ét vores jeres din dit dine "
    "sin sit sine"
)


def predicates(sentence: Sentence, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield (position, word) of each adjective behind være or blive."""
    for position in range(begin, end):
        if sentence[position].low in _BE:
            yield from _after(sentence, position + 1, end)
    if begin and sentence[begin - 1].low in _BE:
        yield from _after(sentence, begin, end)


def _after(sentence: Sentence, position: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the adjective, and the next where ”og” or ”eller” joins it."""
    while position < end:
        while position < end and _is_degree(sentence[position]):
            position += 1
        if position >= end or _is_fine(sentence[position]):
            return
        yield position, sentence[position].low
        position += 1
        if position >= end or sentence[position].low not in JOINERS:
            return
        position += 1


def _is_degree(token: Token) -> bool:
    return is_adverb(token) or token.low in _DEGREES or token.is_quoted


def _is_fine(token: Token) -> bool:
    if token.kind is not Kind.WORD or token.low in _SAME or token.low in PREPOSITIONS:
        return True
    if token.low in _PLURAL:
        return False
    is_participle = token.low in lexicon().participles
    return is_participle or opens_clause(token) or is_verb(token)


def plural_of(word: str) -> str | None:
    """Return an adjective's plural; None when its form is not known for certain."""
    if word in _PLURAL:
        return _PLURAL[word]
    if word in _PLURAL.values() or word.endswith(tuple(_ENDINGS.values())):
        return word
    for ending, plural in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + plural
    return None
