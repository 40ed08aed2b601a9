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
    is_adverbial,
    is_determiner,
    is_finite,
    is_imperative,
    is_pronoun_subject,
    is_verb,
    opens_clause,
)
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Sentence = tuple[Token, ...]

_GAP_MAX = 10
_ASIDE_MAX = 15
_CLAUSE_MAX = 40
_ASIDE_OPENERS = wordset(
    "jf. jf herunder fx f.eks. dvs. hvis når efter inden senest ifølge afhængigt ligesom "
    "samt uanset såfremt om"
)
_BEFORE_INVERTED_FAAR = wordset("så derfor dermed herefter derefter nu her hermed samtidig dog")
_WHETHER = wordset("tvivl stilling spørgsmål spørgsmålet beslutning afklaring vurdering uafhængigt")
_AS_A_RULE = wordset("udgangspunkt minimum regel hovedregel nævnt altid")
_RESPONSIBILITY = wordset("ansvar ansvaret")


@dataclass(frozen=True, slots=True)
class Noun:
    """The tokens of a noun that may be addressed; ``outer`` is where its determiners begin."""

    first: int
    last: int
    outer: int
    is_plural: bool = False


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
        found = _inverted(sentence, noun) or _cleft(sentence, noun) or _straight(sentence, noun)
        if found is not None and not sentence[found.modal_first].is_quoted:
            yield found


def _straight(sentence: Sentence, noun: Noun) -> Address | None:
    """”Kommunen (senest fredag) skal”: noun first, modal behind it."""
    if not is_subject(sentence, noun):
        return None
    position = _past_aside(sentence, noun.last + 1)
    begin = position
    while position < len(sentence) and position - begin <= _GAP_MAX:
        found = _modal_at(sentence, position)
        if found is not None:
            is_other = _has_other_subject(sentence, found[0] + 1)
            return None if is_other else Address(noun, position, *found)
        if not _may_stand_between(sentence, position, begin):
            return None
        position += 1
    return None


def _past_aside(sentence: Sentence, position: int) -> int:
    """Step over ”, jf. vejledningen,” or ”(systemansvarlig)” right behind the noun."""
    if position >= len(sentence) or sentence[position].text not in {",", "("}:
        return position
    closer = {",": ",", "(": ")"}[sentence[position].text]
    inside = range(position + 1, min(position + 1 + _ASIDE_MAX, len(sentence)))
    close = next((i for i in inside if sentence[i].text == closer), None)
    if close is None or (closer == "," and sentence[position + 1].low not in _ASIDE_OPENERS):
        return position
    return close + 1


def _modal_at(sentence: Sentence, position: int) -> tuple[int, str] | None:
    """Return (last token, word) of a modal that begins here; ”har ansvar for” counts as one."""
    token = sentence[position]
    if token.low in MODALS and token.is_word:
        return position, token.low
    if token.low == "har":
        last = _responsibility(sentence, position + 1)
        return None if last is None else (last, "har ansvar for")
    return None


def _responsibility(sentence: Sentence, position: int) -> int | None:
    """Return the position of ”for” in ”(selv) ansvar(et) for”."""
    for offset in (0, 1, 2):
        words = [token.low for token in sentence[position + offset : position + offset + 2]]
        if len(words) == 2 and words[0] in _RESPONSIBILITY and words[1] == "for":
            return position + offset + 1
        if not words or not is_adverbial(sentence[position + offset]):
            return None
    return None


def _may_stand_between(sentence: Sentence, position: int, begin: int) -> bool:
    token = sentence[position]
    if token.low == "som" and position + 1 < len(sentence):
        return sentence[position + 1].low in _AS_A_RULE
    if position == begin:
        return is_adverbial(token)
    if token.kind in {Kind.MARK, Kind.LINE} or token.low in JOINERS | RELATIVES:
        return False
    is_number_word = token.low in {"inden", "før"}
    if token.low in CONJUNCTIONS and not is_number_word:
        return False
    return not (is_finite(token) or is_pronoun_subject(token))


def _has_other_subject(sentence: Sentence, position: int) -> bool:
    """”Kontakter borgeren kommunen kan I …”: the modal's subject stands behind it."""
    for token in sentence[position : position + 2]:
        if is_pronoun_subject(token):
            return True
        if not is_adverbial(token):
            return False
    return False


def _inverted(sentence: Sentence, noun: Noun) -> Address | None:
    """”Derfor skal (også) kommunen”, ”har kommunen ansvar for”: modal first."""
    position = noun.outer - 1
    while position >= 0 and noun.outer - position <= 3 and _is_light(sentence[position]):
        position -= 1
    if position < 0 or _is_joined_behind(sentence, noun):
        return None
    token = sentence[position]
    if token.low == "har":
        last = _responsibility(sentence, noun.last + 1)
        return None if last is None else Address(noun, position, last, "har ansvar for")
    if token.low not in MODALS or not token.is_word:
        return None
    if token.low == "får" and not _may_precede_inverted(sentence, position):
        return None
    return Address(noun, position, position, token.low)


def _is_light(token: Token) -> bool:
    is_small = is_determiner(token) or (is_adverbial(token) and token.low not in PREPOSITIONS)
    return is_small and token.kind is not Kind.NUMBER


def _is_joined_behind(sentence: Sentence, noun: Noun) -> bool:
    """”skal kommunen og leverandøren”: two are addressed, and only one of them reads this."""
    behind = sentence[noun.last + 1 : noun.last + 3]
    return len(behind) == 2 and behind[0].low in JOINERS and not is_verb(behind[1])


def _may_precede_inverted(sentence: Sentence, position: int) -> bool:
    """”får kommunen” is inverted behind a comma or an adverb; else kommunen is its object."""
    if position == 0:
        return True
    before = sentence[position - 1]
    return before.text == "," or before.low in _BEFORE_INVERTED_FAAR


def _cleft(sentence: Sentence, noun: Noun) -> Address | None:
    """”Det er kommunen, der skal”: addressed, though ”er” stands in front."""
    before = [token.low for token in sentence[max(0, noun.outer - 2) : noun.outer]]
    if before not in (["det", "er"], ["er", "det"], ["det", "bliver"]):
        return None
    position = noun.last + 1
    if position < len(sentence) and sentence[position].text == ",":
        position += 1
    if position + 1 >= len(sentence) or sentence[position].low not in RELATIVES:
        return None
    found = _modal_at(sentence, position + 1)
    return None if found is None else Address(noun, position + 1, *found, is_cleft=True)


def is_subject(sentence: Sentence, noun: Noun) -> bool:
    """True unless what stands in front makes the noun an object, a genitive or one of two."""
    position = noun.outer - 1
    while position >= 0 and is_determiner(sentence[position]):
        position -= 1
    if position < 0 or opens_clause(sentence[position]):
        return True
    before = sentence[position]
    if before.low in JOINERS:
        return _joins_clauses(sentence, position)
    if before.low == "om":
        return _means_whether(sentence, position)
    if before.low in PREPOSITIONS:
        return before.low == "for" and position > 0 and sentence[position - 1].text == ","
    return not is_verb(before) and not (position == 0 and is_imperative(before))


def _joins_clauses(sentence: Sentence, position: int) -> bool:
    """”KOMBIT sender en mail og kommunen skal” has two clauses, ”KOMBIT og kommunen skal” one."""
    if position == 0 or sentence[position - 1].text == ",":
        return True
    for token in reversed(sentence[max(0, position - _CLAUSE_MAX) : position]):
        if opens_clause(token) and token.low != "så":
            return False
        if is_finite(token):
            return True
    return False


def _means_whether(sentence: Sentence, position: int) -> bool:
    """”Afklar om kommunen skal” asks whether; ”Oplysninger om kommunen skal” is about it."""
    if position == 0:
        return True
    before = sentence[position - 1]
    asks = before.low in _WHETHER or opens_clause(before) or is_verb(before)
    return asks or is_imperative(before)
