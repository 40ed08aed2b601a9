"""Finds the passives of a sentence: ”oprettes”, ”oprettedes”, ”bliver automatisk oprettet”.

An s-passive is a word; most of the work is saying no to genitives and deponents. A blive-passive
is a form of ”blive” and the participle it leads to in the same clause.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import (
    AUXILIARIES,
    CONJUNCTIONS,
    JOINERS,
    NOMINATIVES,
    PREPOSITIONS,
    is_adverb,
    is_adverbial,
    is_finite,
    is_pronoun_subject,
)
from tasks.style.lexicon import nouns
from tasks.style.passive_words import (
    BECOMING,
    participle_infinitive,
    passive_infinitive,
    passive_words,
    past_infinitive,
)
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Sentence = tuple[Token, ...]

_ARTICLES = wordset("en et den det de denne dette disse")
_OWNERS = wordset(
    "jeres din dit dine vores min mit mine sin sit sine deres hans hendes dens dets hver hvert "
    "enhver ethvert ingen nogen nogle alle andre samme enkelte anden andet første sidste"
)
_BEFORE_NOUN = _ARTICLES | _OWNERS
_DEGREES = wordset("mere mest meget helt fuldt delvist godt bedre")
# Words that begin no noun: behind these a form in -s owns nothing
_CLOSED = (
    _BEFORE_NOUN
    | PREPOSITIONS
    | CONJUNCTIONS
    | JOINERS
    | NOMINATIVES
    | AUXILIARIES
    | wordset("der her jer dig mig os dem ham hende op ned ud ind frem tilbage sammen igen fast")
)
_BORDERS = wordset(
    "at hvis når fordi hvor hvordan hvornår hvorfor medmindre mens indtil hvorvidt end som selvom"
)
# Adverbs and nouns with their own article: none of them is what a genitive owns
_OTHER_ENDINGS = ("vis", "ligt", "isk", "ende", "en", "et", "ene", "erne")
_ADVERBS = wordset("nærmere senere videre tidligere hurtigere oftere bedre mere mest først")
_AS_A_RULE = wordset("regel hovedregel udgangspunkt minimum oftest sådan")
_ONE = wordset("en et hver hvert denne dette enhver ethvert")
_GAP_MAX = 14


class Passive(NamedTuple):
    """A passive: the positions of its first and last token, and the verb's infinitive."""

    first: int
    last: int
    infinitive: str

    @property
    def is_s_passive(self) -> bool:
        return self.first == self.last


def passives(sentence: Sentence) -> Iterator[Passive]:
    """Yield every s-passive and blive-passive in the order they stand; none inside quotes."""
    for position, token in enumerate(sentence):
        if token.is_word and not token.is_quoted:
            found = _s_passive(sentence, position) or _blive_passive(sentence, position)
            if found is not None:
                yield found


def _s_passive(sentence: Sentence, position: int) -> Passive | None:
    infinitive = passive_infinitive(sentence[position].low)
    if infinitive is None or _is_name(sentence, position):
        return None
    if _is_deponent(sentence, position) or _is_genitive(sentence, position):
        return None
    return Passive(position, position, infinitive)


def _is_name(sentence: Sentence, position: int) -> bool:
    """A capital inside a sentence is a name: ”hos Vestes”; behind a colon or a mark it is none."""
    before = sentence[position - 1] if position else None
    return sentence[position].is_capitalised and before is not None and before.is_word


def _is_deponent(sentence: Sentence, position: int) -> bool:
    """”Vi høres ved”, ”De slås stadig om”, ”følges I ad”: the words behind make it one."""
    if sentence[position].low == "ses" and sentence[max(0, position - 1)].low == "vi":
        return True  # ”Vi ses på kurset”; ”Fejlen ses på listen” is a passive
    near = sentence[position + 1 : position + 6]
    behind = tuple(t.low for t in near if not (is_adverb(t) or is_pronoun_subject(t)))
    phrases = passive_words().deponent_before.get(sentence[position].low, ())
    return any(behind[: len(phrase)] == phrase for phrase in phrases)


def _is_genitive(sentence: Sentence, position: int) -> bool:
    """”en aftales varighed”, ”de ansattes adgang”: an owner before a noun without article."""
    low = sentence[position].low
    before = sentence[position - 1] if position else None
    if not _begins_noun(sentence, position + 1):
        return False
    if before is not None and before.low in _ONE and low[:-1] in nouns():
        return True  # ”en pakkes indhold”
    if low[:-1] in passive_words().nouns:
        return before is None or before.low in _BEFORE_NOUN or before.low in PREPOSITIONS
    if before is None or before.low not in _BEFORE_NOUN:
        return False
    # ”de ansattes adgang”, ”i de unges interesse”: people named by an adjective
    is_owner = before.low in {"de", "den"} and not sentence[position + 1].is_capitalised
    is_object = is_owner and position > 1 and sentence[position - 2].low in PREPOSITIONS
    return is_object or past_infinitive(low) is not None


def _begins_noun(sentence: Sentence, position: int) -> bool:
    """True when a noun without article may stand here; ”prøves løsningen” has its own."""
    if position >= len(sentence):
        return False
    token = sentence[position]
    is_open = token.is_word and token.low not in _CLOSED and not is_adverbial(token)
    is_other = token.low in _ADVERBS or token.low.endswith(_OTHER_ENDINGS)
    return is_open and not is_other and not is_finite(token)


def _blive_passive(sentence: Sentence, position: int) -> Passive | None:
    if sentence[position].low not in BECOMING:
        return None
    end = min(len(sentence), position + 1 + _GAP_MAX)
    behind = position + 1
    while behind < end and not _is_border(sentence, behind, position):
        infinitive = _participle(sentence, behind, position)
        if infinitive is not None:
            return Passive(position, behind, infinitive)
        behind += 1
    return None


def _participle(sentence: Sentence, position: int, verb: int) -> str | None:
    token = sentence[position]
    if not token.is_word or token.is_quoted or token.is_capitalised or token.low in _CLOSED:
        return None
    if (
        token.low.endswith("ede")
        and position > verb + 1
        and not is_adverbial(sentence[position - 1])
    ):
        return None
    return None if _is_attribute(sentence, position) else participle_infinitive(token.low)


def _is_attribute(sentence: Sentence, position: int) -> bool:
    """”bliver en integreret del”: the participle describes the noun behind it."""
    if not _begins_noun(sentence, position + 1):
        return False
    before = position - 1
    while before > 0 and sentence[before].low in _DEGREES:
        before -= 1
    return sentence[before].low in _BEFORE_NOUN | PREPOSITIONS


def _is_border(sentence: Sentence, position: int, verb: int) -> bool:
    """True where the clause of ”bliver” is over."""
    token = sentence[position]
    if token.kind in {Kind.LINE, Kind.GAP} or token.low in BECOMING:
        return True
    if token.kind is Kind.MARK and not token.is_quoted:
        return token.text not in {"-", "/"}
    if position == verb + 1 and token.low.endswith("ende") and not is_adverb(token):
        return True  # ”bliver liggende”
    if token.low == "som" and position + 1 < len(sentence):
        return sentence[position + 1].low not in _AS_A_RULE
    if token.low in JOINERS:
        return _begins_clause(sentence, position + 1)
    return token.low in _BORDERS


def _begins_clause(sentence: Sentence, position: int) -> bool:
    """”… og er klar”, ”… og du skal”: a verb or a subject stands behind the joining word."""
    behind = sentence[position : position + 2]
    return any(is_finite(token) or is_pronoun_subject(token) for token in behind)
