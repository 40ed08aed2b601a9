"""Finds passives with an empty subject: ”der skal foretages”, ”skal det sikres”."""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_finite,
)
from tasks.style.front import follows_clause
from tasks.style.lexicon import lexicon
from tasks.style.passives import Sentence, passives
from tasks.style.tokens import Kind
from tasks.style.wordset import wordset

__all__ = ["Nobody", "Sentence", "nobodies"]

_DEMANDS = wordset("skal bør må bedes")
_BETWEEN_MAX = 9
_QUOTES = frozenset('”"“„»«')
_CLAUSE_MAX = 25
# What opens the clause an empty ”det” stands for
_SAID = wordset("at om hvorvidt hvem hvad hvilke hvilken hvilket hvor hvordan hvornår hvorfor")
# ”Hvis der skal oprettes flere” sets a condition; ”de, der skal oprettes” says which
_OPENS_MAIN = wordset("at så men og samt fordi da for derfor eller")
# A view or a remark, and what somebody says about a text
_REMARKS = wordset(
    "bemærke nævne understrege sige forstå forvente anse betragte se erindre tilføje præcisere "
    "vise kalde formode antage"
)


class Nobody(NamedTuple):
    """Positions of dummy, modal and passive; ``is_joined`` when another passive follows."""

    dummy: int
    modal: int
    verb: int
    infinitive: str
    is_joined: bool

    @property
    def first(self) -> int:
        return min(self.dummy, self.modal)

    @property
    def begin(self) -> int:
        """The last of dummy and modal: what stands between it and the verb is kept."""
        return max(self.dummy, self.modal)


def nobodies(sentence: Sentence) -> Iterator[Nobody]:
    """Yield the passive demands of a sentence that name nobody; none inside quotes."""
    for position in range(len(sentence) - 2):
        pair = (sentence[position].low, sentence[position + 1].low)
        if pair[0] in {"der", "det"} and pair[1] in _DEMANDS:
            found = _found(sentence, position, position + 1)
        elif pair[0] in _DEMANDS and pair[1] in {"der", "det"}:
            found = _found(sentence, position + 1, position)
        else:
            found = None
        if found is not None:
            yield found


def _found(sentence: Sentence, dummy: int, modal: int) -> Nobody | None:
    begin = max(dummy, modal) + 1
    verb = _passive_verb(sentence, begin)
    if verb is None or sentence[dummy].is_quoted:
        return None
    infinitive = lexicon().passives.get(sentence[verb].low, "")
    is_allowed = sentence[modal].low == "må" and sentence[verb - 1].low != "ikke"
    if not infinitive or infinitive in _REMARKS or is_allowed:
        return None
    is_thing = sentence[dummy].low == "det" and not _has_clause_behind(sentence, verb)
    if is_thing or not _demands(sentence, dummy, modal) or _is_by_somebody(sentence, verb):
        return None
    return Nobody(dummy, modal, verb, infinitive, _is_joined(sentence, verb))


def _passive_verb(sentence: Sentence, begin: int) -> int | None:
    for position in range(begin, min(begin + _BETWEEN_MAX, len(sentence))):
        token = sentence[position]
        if token.low in lexicon().passives and token.is_word and not token.is_quoted:
            return position
        if not _may_stay(sentence, position, begin):
            return None
    return None


def _may_stay(sentence: Sentence, position: int, begin: int) -> bool:
    """True between modal and passive: ”der skal (derfor efter aftale) sendes”."""
    token = sentence[position]
    if token.is_quoted or is_adverb(token):
        return True
    is_phrase = token.low in PREPOSITIONS or token.kind is Kind.SHORT
    if position == begin or is_phrase:
        return is_phrase
    if token.kind not in {Kind.WORD, Kind.NUMBER}:
        return token.text in _QUOTES
    # ”efter aftale”: behind a preposition it is the noun
    is_noun = sentence[position - 1].low in PREPOSITIONS
    is_verb = token.low in lexicon().infinitives or is_finite(token)
    return is_noun or not (is_verb or token.low in CONJUNCTIONS | RELATIVES)


def _has_clause_behind(sentence: Sentence, verb: int) -> bool:
    """”Det skal sikres, at”: an empty ”det”; in ”Det skal sendes til os” it is the form."""
    for position in range(verb + 1, min(verb + _CLAUSE_MAX, len(sentence))):
        token, before = sentence[position], sentence[position - 1]
        if token.low in _SAID:
            return _opens_said(sentence, position, verb)
        is_end = token.kind is Kind.MARK and token.text != ","
        if is_end or token.low in CONJUNCTIONS or before.text == ",":
            return False
    return False


def _opens_said(sentence: Sentence, position: int, verb: int) -> bool:
    token, before = sentence[position], sentence[position - 1]
    if token.low == "hvor":
        return position <= verb + 2
    if token.low == "om":
        return any(is_finite(behind) for behind in sentence[position + 1 : position + 9])
    # ”bruges til at teste”
    return before.low not in PREPOSITIONS


def _demands(sentence: Sentence, dummy: int, modal: int) -> bool:
    """True in a main clause: not ”brugere, der skal …”, ”hvis der skal …”, ”Skal der …”."""
    if modal < dummy:
        front = sentence[modal - 1] if modal else None
        if front is not None and front.text == ",":
            return follows_clause(sentence, modal)
        return front is not None and front.low not in {"hvis", "når"} | JOINERS
    before = sentence[dummy - 1] if dummy else None
    if before is None or before.text in {":", ";", "–"} or before.kind is Kind.LINE:
        return True
    if sentence[dummy].low == "det":
        return before.low in _OPENS_MAIN or not before.is_word
    return before.low in _OPENS_MAIN or before.kind is Kind.NUMBER


def _is_by_somebody(sentence: Sentence, verb: int) -> bool:
    """”Der skal betales af leverandøren”: it is said who does it."""
    for position in range(verb + 1, min(verb + _CLAUSE_MAX, len(sentence) - 1)):
        token, behind = sentence[position], sentence[position + 1]
        if token.text in {",", ";", ":"}:
            return False
        if token.low == "af" and (behind.low in {"jer", "dig", "os"} or behind.is_capitalised):
            return True
        if token.low == "af" and behind.low.endswith(("en", "erne", "ne")):
            return position == verb + 1
    return False


def _is_joined(sentence: Sentence, verb: int) -> bool:
    """”oprettes og testes”: another passive would be left behind."""
    behind = sentence[verb + 1 : verb + _CLAUSE_MAX]
    return any(passive.first >= 0 for passive in passives(behind))
