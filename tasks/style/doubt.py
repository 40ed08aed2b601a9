"""Where a fix could be wrong Danish, none is offered: the doubts, one function each."""

from itertools import pairwise

from tasks.style.address import Address, Sentence
from tasks.style.clause import CONJUNCTIONS, JOINERS, RELATIVES, is_adverb, is_finite, is_verb
from tasks.style.gap import AS_A_RULE
from tasks.style.lexicon import lexicon
from tasks.style.predicate import plural_of, predicates
from tasks.style.tokens import Kind, Token, tokens
from tasks.style.wordset import wordset

_OWN = wordset("sin sit sine sig")
_HANGS_ON = wordset("hele alle begge selve samtlige")
# Verbs whose object acts: in ”bede borgeren melde sig” it is the borger who reports himself
_MAKES_ACT = wordset(
    "bede lade hjælpe opfordre instruere minde pålægge tillade anmode tilskynde få sætte give "
    "tilbyde råde anbefale sende"
)
_PERSONAL = wordset("han hun ham hans hendes vedkommende dens")
_PEOPLE = ("borgerne", "brugerne", "medarbejderne", "borgere", "brugere", "medarbejdere")
_PERSON = ("borgeren", "brugeren", "medarbejderen", "ansøgeren", "lederen")
_RECEIVER_MAX = 3
_REACH = 60
_NEXT = 40


def is_in_doubt(text: str, sentence: Sentence, address: Address, subject: str, end: int) -> bool:
    """True when ”I” or ”du” cannot be put in for certain; ``end`` is where the clause ends."""
    noun = address.noun
    hangs = noun.outer > 0 and sentence[noun.outer - 1].low in _HANGS_ON
    is_single = subject != "du" and not noun.is_plural
    return (
        hangs
        or _has_restriction(sentence, address)
        or _goes_on(text, sentence, noun.is_plural)
        or _is_owned_in_front(sentence, address)
        or _has_stray_own(sentence, address, end)
        or _is_named_again(sentence, address, end)
        or _has_theirs(sentence, address, end)
        or (is_single and _has_hard_predicate(sentence, address, end))
    )


def _has_restriction(sentence: Sentence, address: Address) -> bool:
    """”Kommunerne i bølge 1 skal”, ”Kommunen som dataansvarlig skal”: more than a pronoun."""
    gap = sentence[address.noun.tail + 1 : address.modal_first + 1]
    behind = sentence[address.last + 1 : address.last + 3]
    is_capacity = any(
        token.low == "som" and behind_it.low.endswith(("ig", "hed"))
        for token, behind_it in pairwise(behind)
    )
    is_bound = any(
        token.low == "som" and behind_it.low not in AS_A_RULE for token, behind_it in pairwise(gap)
    )
    return is_capacity or is_bound or any(token.low == "bølge" for token in gap)


def _goes_on(text: str, sentence: Sentence, is_plural: bool) -> bool:
    """”Kommunen skal … Den skal …”: the next sentence would be left behind."""
    begin = sentence[-1].end
    following = tokens(text[begin : begin + _NEXT].lstrip())[:2]
    if len(following) < 2 or following[0].text != ("De" if is_plural else "Den"):
        return False
    return is_finite(following[1])


def _is_owned_in_front(sentence: Sentence, address: Address) -> bool:
    """”For at få sine data skal kommunen”: what belongs to it stands in front."""
    for position in range(address.first - 1, max(-1, address.first - _REACH), -1):
        token = sentence[position]
        if token.low in _OWN and not token.is_quoted:
            return not any(is_finite(t) for t in sentence[max(0, position - _REACH) : position])
    return False


def _has_stray_own(sentence: Sentence, address: Address, end: int) -> bool:
    """”… bede borgeren melde sig”, ”…, for at få sin rute”, ”hver sin”: whose is it?"""
    inside = sentence[address.noun.tail + 1 : end]
    return _is_receivers(inside) or _is_anothers(inside) or _is_owned_later(sentence, end)


def _is_receivers(inside: Sentence) -> bool:
    """”give hver medarbejder sin bruger”, ”sende borgeren sin afgørelse”: perhaps theirs."""
    for position, token in enumerate(inside):
        if position and token.low in _OWN and not token.is_quoted:
            front = inside[max(0, position - _RECEIVER_MAX) : position]
            if is_person(front[-1]) or any(word.low == "hver" for word in front):
                return True
    return False


def _is_anothers(inside: Sentence) -> bool:
    """True when ”sig” stands behind a verb that makes somebody else act, and that act."""
    made, acts = False, False
    for token in inside:
        if made and acts and token.low in _OWN and not token.is_quoted:
            return True
        acts = acts or (made and token.low in lexicon().infinitives)
        made = made or token.low in _MAKES_ACT
    return False


def _is_owned_later(sentence: Sentence, end: int) -> bool:
    """True when ”sin” stands behind the clause without a subject of its own in front."""
    has_subject = False
    for position in range(end, min(len(sentence), end + _REACH)):
        token = sentence[position]
        if is_finite(token) and _has_subject(sentence, position):
            has_subject = True
        if token.low in _OWN and not token.is_quoted and not has_subject:
            return True
    return False


def _has_subject(sentence: Sentence, position: int) -> bool:
    """True when the word in front of a finite verb can be its subject."""
    before = sentence[position - 1]
    if before.kind is Kind.MARK or before.low in CONJUNCTIONS | JOINERS - RELATIVES:
        return before.low in RELATIVES
    return not is_adverb(before)


def _is_named_again(sentence: Sentence, address: Address, end: int) -> bool:
    """”…, hvis den ønsker det”: the pronoun may mean the municipality, or the file."""
    pronouns = {"de", "dem"} if address.noun.is_plural else {"den"}
    later = sentence[end : end + _REACH]
    return any(
        not token.is_quoted
        and (token.low in _PERSONAL or (token.low in pronouns and _stands_alone(sentence, end + i)))
        for i, token in enumerate(later)
    ) or any(token.low in _PERSONAL for token in sentence[address.noun.tail + 1 : end])


def _stands_alone(sentence: Sentence, position: int) -> bool:
    behind = sentence[position + 1] if position + 1 < len(sentence) else None
    if behind is None or behind.kind is not Kind.WORD:
        return behind is None or behind.kind is Kind.MARK
    return is_verb(behind) or is_adverb(behind)


def _has_theirs(sentence: Sentence, address: Address, end: int) -> bool:
    """”deres” is the municipalities' own only where nobody else stands between."""
    others: list[Token] = []
    for token in sentence[address.noun.tail + 1 : end]:
        if token.low == "deres" and not token.is_quoted:
            return not _is_certain_whose(address, others)
        if token.is_word and not is_verb(token) and token.low.endswith(("ne", "ere", "er", "a")):
            others.append(token)
    return False


def _is_certain_whose(address: Address, others: list[Token]) -> bool:
    """People in between own it, whoever is told; things in between may, or may not."""
    if not others:
        return address.noun.is_plural
    return all(is_people(token) for token in others)


def is_person(token: Token) -> bool:
    """True for ”borgeren”, ”medarbejderne”: ”sin” right behind may be theirs."""
    return is_people(token) or token.low.endswith(_PERSON)


def is_people(token: Token) -> bool:
    """True for ”borgerne”, ”brugere”: ”deres” behind them may be theirs and stays."""
    return token.low.endswith(_PEOPLE)


def _has_hard_predicate(sentence: Sentence, address: Address, end: int) -> bool:
    return any(
        plural_of(word) is None for _, word in predicates(sentence, address.noun.tail + 1, end)
    ) or _has_reflexive_predicate(sentence, address, end)


def _has_reflexive_predicate(sentence: Sentence, address: Address, end: int) -> bool:
    """”føle sig tryg”: the adjective behind ”sig” bends too."""
    return any(
        sentence[position].low == "sig" and plural_of(sentence[position + 1].low) is not None
        for position in range(address.noun.tail + 1, min(end, len(sentence) - 1))
    )
