"""Is the noun behind its verb the subject? ”Derefter kontakter kommunen”, not ”KMD kontakter …”.

A Danish main clause has one thing in front of its verb. Where that is an adverbial or a clause,
the subject stands behind; where it is a noun, the noun behind may just as well be the object.
"""

from itertools import pairwise

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    PREPOSITIONS,
    is_adverb,
    is_pronoun_subject,
    is_surely_finite,
)
from tasks.style.lexicon import lexicon
from tasks.style.subject import Sentence
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_SEGMENT_MAX = 15
_CLAUSE_MAX = 40
_ASKS = wordset("hvad hvor hvordan hvornår hvorfor")
_GOES_ON = wordset("men så")
# Before these a clause or a time: ”Inden KMD svarer, …”, ”Inden go-live udpeger …”
_BEFORE_TIME = wordset("inden før")
_BEFORE_INFINITIVE = wordset("for ved efter uden")
_ADVERBS = wordset("her bagefter dernæst undervejs forinden afslutningsvis foreløbig typisk ofte")
_DAYS = wordset("mandag tirsdag onsdag torsdag fredag lørdag søndag")
_TIMES = wordset("dag uge måned år kvartal nat morgen")
# With one of these in front of a noun the noun is still first: ”Også KMD kontakter kommunen”
_FOCUS = wordset("også kun især netop både enten hverken alene selv heller bare blot ikke hver")


def is_fronted(sentence: Sentence, position: int, noun_tail: int) -> bool:
    """True when the verb at ``position`` has its subject behind it, which ends at ``noun_tail``."""
    begin = _segment_begin(sentence, position)
    segment = sentence[begin:position]
    before = sentence[begin - 1] if begin else None
    if not segment:
        return _is_first(sentence, position, before)
    if is_pronoun_subject(segment[-1]):
        return False
    if before is not None and before.low in CONJUNCTIONS - _GOES_ON:
        return _is_phrase(sentence, begin, noun_tail)
    if len(segment) == 1 and segment[0].low == "det":
        return sentence[position].low == "gør"
    return _is_adverbial(segment)


def follows_clause(sentence: Sentence, position: int) -> bool:
    """True for a verb behind the comma of what is in front: ”Når X er klar, opretter”."""
    begin = position
    while begin and position - begin < _CLAUSE_MAX and not _stops(sentence[begin - 1]):
        begin -= 1
    first, second = sentence[begin], sentence[begin + 1]
    if first.text == "I" and is_surely_finite(second):
        return False
    opens = CONJUNCTIONS | PREPOSITIONS | {"selv", "alt"}
    return first.low in opens or is_surely_finite(first)


def _is_first(sentence: Sentence, position: int, before: Token | None) -> bool:
    """”Ønsker kommunen”, ”Hvad gør kommunen”; ”KMD opretter ruten, kontakter kommunen” goes on."""
    if before is None or before.low in _GOES_ON | _ASKS:
        return True
    if before.text == ",":
        return follows_clause(sentence, position)
    return before.kind in {Kind.MARK, Kind.LINE}


def _is_phrase(sentence: Sentence, begin: int, noun_tail: int) -> bool:
    """”Som dataansvarlig”, ”Inden go-live”, ”For at teste”: no clause with its own verb."""
    opener = sentence[begin - 1].low
    is_opening = begin == 1 or _stops(sentence[begin - 2])
    if opener == "som":
        return is_opening
    if opener in _BEFORE_TIME:
        return is_opening and not _has_main_behind(sentence, noun_tail + 1)
    is_for = begin > 1 and sentence[begin - 2].low in _BEFORE_INFINITIVE
    return opener == "at" and is_for and sentence[begin].low in lexicon().infinitives


def _has_main_behind(sentence: Sentence, begin: int) -> bool:
    """True for ”…, opretter vi”: what stands in front was a clause."""
    clause = sentence[begin : begin + _CLAUSE_MAX]
    return any(a.text == "," and is_surely_finite(b) for a, b in pairwise(clause))


def _is_adverbial(segment: Sentence) -> bool:
    first = segment[0]
    second = segment[1] if len(segment) > 1 else None
    if first.text == "I":
        return second is not None and not is_surely_finite(second)
    is_date = first.low == "den" and second is not None and second.kind is Kind.NUMBER
    if is_date or first.low in PREPOSITIONS | _DAYS or first.kind is Kind.SHORT:
        return True
    if second is not None and first.low in {"hver", "næste"}:
        return second.low in _TIMES
    if first.low in _FOCUS or not (is_adverb(first) or first.low in _ADVERBS):
        return False
    return second is None or is_adverb(second) or second.low in PREPOSITIONS | _DAYS | {"den"}


def _segment_begin(sentence: Sentence, position: int) -> int:
    begin = position
    while begin and position - begin < _SEGMENT_MAX and not _begins(sentence[begin - 1]):
        begin -= 1
    return begin


def _begins(token: Token) -> bool:
    return token.kind in {Kind.MARK, Kind.LINE} or token.low in CONJUNCTIONS | JOINERS


def _stops(token: Token) -> bool:
    """True for what ends one main clause: a line, ”;”, ”:”, ”–”."""
    return token.kind is Kind.LINE or token.text in {";", ":", "–", "(", "."}
