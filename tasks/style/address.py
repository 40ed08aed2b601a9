"""Finds where a noun is the one addressed: ”kommunen skal”, ”skal kommunen”, gaps between.

Most of the work is saying no: the noun must be the subject of the modal, and stand for the reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_determiner,
    is_finite,
    is_pronoun_subject,
    is_surely_finite,
    is_verb,
)
from tasks.style.gap import AS_A_RULE, may_stand_between, past_aside
from tasks.style.subject import (
    Noun,
    Sentence,
    has_other_subject,
    is_joined_behind,
    is_subject,
    is_subordinate,
)
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

__all__ = ["Address", "Noun", "Sentence", "addresses"]

_GAP_MAX = 10
_ADVERBS_MAX = 4
_SEGMENT_MAX = 15
_BEFORE_INVERTED_FAAR = wordset("så derfor dermed herefter derefter nu her hermed samtidig dog")
_RESPONSIBILITY = wordset("ansvar ansvaret")
_WHOLE = wordset("fulde hele samlede delte")
_CLEFT_VERBS = wordset("er bliver være blive")


@dataclass(frozen=True, slots=True)
class Address:
    """A noun and its modal, as token positions in the sentence; ``verb`` is the modal's word."""

    noun: Noun
    modal_first: int
    modal_last: int
    verb: str
    is_cleft: bool = False

    @property
    def first(self) -> int:
        return min(self.noun.first, self.modal_first)

    @property
    def last(self) -> int:
        return max(self.noun.last, self.modal_last)


def addresses(sentence: Sentence, nouns: Iterator[Noun]) -> Iterator[Address]:
    """Yield the nouns that are subject of a modal in this sentence."""
    for noun in nouns:
        found = inverted(sentence, noun) or _cleft(sentence, noun) or _straight(sentence, noun)
        found = found or shared(sentence, noun)
        if found is not None and not sentence[found.modal_first].is_quoted:
            yield found


def _straight(sentence: Sentence, noun: Noun) -> Address | None:
    """”Kommunen (senest fredag) skal”: noun first, modal behind it."""
    if not is_subject(sentence, noun):
        return None
    position = past_aside(sentence, noun.tail + 1)
    begin = position
    is_main = not is_subordinate(sentence, noun)
    while position < len(sentence) and position - begin <= _GAP_MAX:
        found = _modal_at(sentence, position)
        if found is not None:
            is_other = found[1] in MODALS and has_other_subject(sentence, found[0] + 1)
            return None if is_other else Address(noun, position, *found)
        if not may_stand_between(sentence, position, begin, is_main):
            return None
        position += 1
    return None


def shared(sentence: Sentence, noun: Noun) -> Address | None:
    """”Kommunen modtager en fil og skal gemme den”: one subject, and the modal is its second."""
    begin = _past_adverbs(sentence, past_aside(sentence, noun.tail + 1))
    if begin >= len(sentence) or not is_surely_finite(sentence[begin]):
        return None
    position = _joined_verb(sentence, begin + 1) if is_subject(sentence, noun) else None
    found = None if position is None else _modal_at(sentence, position)
    if position is None or found is None or has_other_subject(sentence, found[0] + 1):
        return None
    return Address(noun, position, *found)


def _joined_verb(sentence: Sentence, begin: int) -> int | None:
    """Return the position of the verb behind ”og (derefter)” in the same clause."""
    for position in range(begin, min(begin + _SEGMENT_MAX, len(sentence) - 1)):
        token = sentence[position]
        if token.low in JOINERS:
            verb = _past_adverbs(sentence, position + 1)
            if verb < len(sentence) and is_finite(sentence[verb]):
                return verb
        is_other = token.low in CONJUNCTIONS | RELATIVES or is_surely_finite(token)
        if token.kind in {Kind.MARK, Kind.LINE} or is_other or is_pronoun_subject(token):
            return None
    return None


def _past_adverbs(sentence: Sentence, position: int) -> int:
    end = min(len(sentence), position + _ADVERBS_MAX)
    while position < end and is_adverb(sentence[position]):
        position += 1
    return position


def _modal_at(sentence: Sentence, position: int) -> tuple[int, str] | None:
    """Return (last token, word) of a modal that begins here; ”har ansvar for” counts as one."""
    token = sentence[position]
    # ”skal/bør” is one token
    modal = token.low.partition("/")[0]
    if modal in MODALS and token.is_word:
        return position, modal
    if token.low == "har":
        last = _responsibility(sentence, position + 1)
        return None if last is None else (last, "har ansvar for")
    return None


def _responsibility(sentence: Sentence, position: int) -> int | None:
    """Return the position of ”for” in ”(selv det fulde) ansvar(et) for”."""
    for index in range(position, min(position + 6, len(sentence) - 1)):
        token = sentence[index]
        if token.low in _RESPONSIBILITY:
            return index + 1 if sentence[index + 1].low == "for" else None
        # ”klart” in ”et klart ansvar” is a verb's participle elsewhere
        is_adjective = sentence[index + 1].low in _RESPONSIBILITY or token.low in _WHOLE
        is_verbal = is_verb(token) and not is_adverb(token) and not is_adjective
        if token.kind is Kind.MARK or is_verbal or is_pronoun_subject(token):
            return None
    return None


def inverted(sentence: Sentence, noun: Noun) -> Address | None:
    """”Derfor skal (også) kommunen”, ”har kommunen ansvar for”: modal first."""
    position = verb_before(sentence, noun)
    if position < 0 or is_joined_behind(sentence, noun) or has_relative(sentence, noun):
        return None
    token = sentence[position]
    if token.low == "har":
        last = _responsibility(sentence, noun.tail + 1)
        return None if last is None else Address(noun, position, last, "har ansvar for")
    if token.low not in MODALS or not token.is_word:
        return None
    if token.low == "får" and not is_inversion(sentence, position, noun):
        return None
    return Address(noun, position, position, token.low)


def verb_before(sentence: Sentence, noun: Noun) -> int:
    """Return where the word in front of ”(også hele) kommunen” stands; -1 without one."""
    position = noun.outer - 1
    while position >= 0 and noun.outer - position <= 3 and _is_light(sentence[position]):
        position -= 1
    return position


def _is_light(token: Token) -> bool:
    return is_determiner(token) or is_adverb(token)


def is_responsible(sentence: Sentence, position: int) -> bool:
    """True for ”har (selv) ansvar for”, which counts as a modal, from the word at ``position``."""
    return _responsibility(sentence, position + 1) is not None


def has_relative(sentence: Sentence, noun: Noun) -> bool:
    """”skal kommunen, der har bestilt ruten,”: one of several; not ”skal kommunen, som nævnt,”."""
    behind = [token.low for token in sentence[noun.tail + 1 : noun.tail + 4]]
    is_relative = behind[:1] == [","] and behind[1:2] != [] and behind[1] in RELATIVES
    return is_relative and not AS_A_RULE & {*behind[2:]}


def is_inversion(sentence: Sentence, position: int, noun: Noun) -> bool:
    """”Så får kommunen …” is inverted; in ”projektet får kommunen til” it is the object."""
    begin = position
    while begin and position - begin < _SEGMENT_MAX and not _begins_segment(sentence[begin - 1]):
        begin -= 1
    segment = sentence[begin:position]
    if not segment:
        before = sentence[position - 1] if position else None
        return before is None or before.kind is Kind.MARK or before.low in {"så", "men"}
    if is_pronoun_subject(segment[-1]) or segment[-1].low in RELATIVES:
        return False
    if begin and sentence[begin - 1].low in CONJUNCTIONS - {"men", "så", "for"}:
        return False
    behind = sentence[noun.tail + 1 : noun.tail + 2]
    if segment[0].low in _BEFORE_INVERTED_FAAR or segment[0].low in PREPOSITIONS:
        return True
    return is_adverb(segment[0]) or not (behind and behind[0].low in {"til", "med"})


def _begins_segment(token: Token) -> bool:
    return token.kind in {Kind.MARK, Kind.LINE} or token.low in CONJUNCTIONS | JOINERS


def _is_light_in_cleft(token: Token) -> bool:
    return is_adverb(token) or token.low in {"hele", "selve"}


def _cleft(sentence: Sentence, noun: Noun) -> Address | None:
    """”Det er (kun) kommunen, der skal”: addressed, though ”er” stands in front."""
    begin = noun.outer - 1
    while begin >= 0 and noun.outer - begin <= 4 and _is_light_in_cleft(sentence[begin]):
        begin -= 1
    before = [token.low for token in sentence[max(0, begin - 2) : begin + 1]]
    is_it = bool(before) and before[-1] in _CLEFT_VERBS and "det" in before
    if not is_it and before[-2:] not in (["er", "det"], ["bliver", "det"]):
        return None
    position = noun.tail + 1
    while position < len(sentence) and sentence[position].low in {",", "selv"}:
        position += 1
    if position >= len(sentence) or sentence[position].low not in RELATIVES:
        return None
    position += 1
    while position < len(sentence) and is_adverb(sentence[position]):
        position += 1
    found = _modal_at(sentence, position) if position < len(sentence) else None
    return None if found is None else Address(noun, position, *found, is_cleft=True)
