"""What may stand between a subject and its verb: asides, adverbs, dates, ”som dataansvarlig”."""

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    PREPOSITIONS,
    RELATIVES,
    is_adverbial,
    is_pronoun_subject,
    is_surely_finite,
    is_verb,
)
from tasks.style.subject import Sentence
from tasks.style.tokens import Kind
from tasks.style.wordset import wordset

_ASIDE_MAX = 15
_CLOSERS = {",": ",", "(": ")", "–": "–", "-": "-"}
_COMMA_OPENERS = wordset(
    "jf. jf herunder fx f.eks. dvs. hvis når efter inden senest ifølge afhængigt ligesom uanset "
    "såfremt om ikke evt. typisk"
)
_NO_ASIDE = wordset("eller og samt som der dens deres")
AS_A_RULE = wordset("udgangspunkt minimum regel hovedregel nævnt altid")
_PAIRED = wordset("enten hverken både før i under")
_WEEKDAYS = wordset("mandag tirsdag onsdag torsdag fredag lørdag søndag")


def past_aside(sentence: Sentence, position: int) -> int:
    """Step over ”, jf. vejledningen,” or ”(systemansvarlig)” right behind the noun."""
    if position + 1 >= len(sentence) or sentence[position].text not in _CLOSERS:
        return position
    opener, inner = sentence[position].text, sentence[position + 1].low
    inside = range(position + 1, min(position + 1 + _ASIDE_MAX, len(sentence)))
    close = next((i for i in inside if sentence[i].text == _CLOSERS[opener]), None)
    if close is None or (opener == "," and inner not in _COMMA_OPENERS):
        return position
    return position if opener != "(" and inner in _NO_ASIDE else close + 1


def may_stand_between(sentence: Sentence, position: int, begin: int, is_main: bool) -> bool:
    token = sentence[position]
    if token.low == "som" and position + 1 < len(sentence):
        return _is_capacity(sentence, position + 1)
    if position == begin and not _may_begin_gap(sentence, position, is_main):
        return False
    if token.kind in {Kind.MARK, Kind.LINE} or token.low in RELATIVES:
        return False
    if token.low in JOINERS:
        return _joins_adverbials(sentence, begin, position)
    if token.low in CONJUNCTIONS and token.low not in {"inden", "før"}:
        return False
    return not (is_surely_finite(token) or is_pronoun_subject(token))


def _may_begin_gap(sentence: Sentence, position: int, is_main: bool) -> bool:
    """In a main clause only an adverb stands before the verb: ”Kommunerne i Jylland skal” is
    another noun. ”Kommunerne i bølge 1 skal” speaks to those who read it."""
    token = sentence[position]
    if is_main:
        behind = [word.low for word in sentence[position : position + 2]]
        is_wave = behind == ["i", "bølge"]
        return is_wave or (is_adverbial(token) and token.low not in PREPOSITIONS)
    return not (token.is_word and token.is_capitalised) or token.is_quoted


def _is_capacity(sentence: Sentence, position: int) -> bool:
    """”som udgangspunkt”, ”som dataansvarlig”: no relative clause with a verb of its own."""
    token = sentence[position]
    return token.low in AS_A_RULE or not (is_verb(token) or is_pronoun_subject(token))


def _joins_adverbials(sentence: Sentence, begin: int, position: int) -> bool:
    """”enten i dag eller i morgen”, ”mandag og tirsdag”, not ”kommunen og leverandøren”."""
    behind = sentence[position + 1 : position + 2]
    is_time = bool(behind) and (behind[0].kind is Kind.NUMBER or behind[0].low in _WEEKDAYS)
    return is_time or any(token.low in _PAIRED for token in sentence[begin:position])
