"""Which passives tell the reader what to do: ”Skemaet skal udfyldes”, ”Der vælges ”Ja””.

A description of what a system or somebody else does is none: ”sendes via en SFTP-rute”.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import CONJUNCTIONS, is_adverbial
from tasks.style.forms import is_definite
from tasks.style.passives import Passive, Sentence, passives
from tasks.style.tokens import Kind
from tasks.style.wordset import wordset

_DEMANDS = wordset("skal bør må bedes")
_SUBORDINATE = CONJUNCTIONS - {"at", "så", "end"}
# What a passive of these says is a state or a view, not something to do
_NO_ORDERS = wordset(
    "se forstå bruge anvende benytte betragte opfatte anse kende understøtte løse fuldføre dække "
    "kalde benævne forvente anbefale kræve opnå opleve beregne udbetale opkræve berøre omfatte "
    "vise modtage behandle udløse påvirke regulere afskaffe afholde afvikle idriftsætte udfase "
    "lancere udvikle håndtere erstatte sikre bede"
)
_BY_ITSELF = wordset("automatisk løbende natligt automatiske selv")
_READERS = wordset("jer dig alle to tre mindst en den hver begge superbrugere medarbejdere")
_DUMMIES = wordset("der det")
_BEFORE_MAX = 40
_BEHIND_MAX = 12


class Instruction(NamedTuple):
    """A passive that instructs; ``begin`` is its modal's position, or the verb's own."""

    begin: int
    passive: Passive


def instructions(sentence: Sentence, *, is_method: bool) -> Iterator[Instruction]:
    """Yield the passives that tell the reader what to do; without a modal in Metode alone."""
    demanded = -1
    for passive in passives(sentence):
        if not passive.is_s_passive:
            continue
        begin = _clause_begin(sentence, passive.first)
        modal = _modal(sentence, begin, passive.first)
        if modal is not None and modal == demanded:
            yield Instruction(passive.first, passive)  # ”skal udfyldes og sendes”
        elif _instructs(sentence, passive, begin, modal, is_method=is_method):
            demanded = -1 if modal is None else modal
            yield Instruction(passive.first if modal is None else modal, passive)


def _clause_begin(sentence: Sentence, position: int) -> int:
    first = max(0, position - _BEFORE_MAX)
    for before in range(position - 1, first - 1, -1):
        token = sentence[before]
        if token.kind in {Kind.LINE, Kind.GAP}:
            return before + 1
        if token.kind is Kind.MARK and not token.is_quoted and token.text not in "-/()":
            return before + 1
    return first


def _modal(sentence: Sentence, begin: int, verb: int) -> int | None:
    """Return the position of the modal before the verb in its clause."""
    return next((i for i in range(verb - 1, begin - 1, -1) if sentence[i].low in _DEMANDS), None)


def _instructs(
    sentence: Sentence, passive: Passive, begin: int, modal: int | None, *, is_method: bool
) -> bool:
    verb = passive.first
    if passive.infinitive in _NO_ORDERS or _is_done_by_others(sentence, verb, begin):
        return False
    if modal is None:
        return is_method and _orders_plainly(sentence, begin, verb)
    if modal == 0 or sentence[verb - 1].low == "kunne" or _has_dummy(sentence, modal):
        return False
    is_forbidden = sentence[modal].low == "må" and sentence[verb - 1].low != "ikke"
    is_inverted = any(not is_adverbial(token) for token in sentence[modal + 1 : verb])
    return not is_forbidden and (is_inverted or not _is_subordinate(sentence, begin, modal))


def _has_dummy(sentence: Sentence, modal: int) -> bool:
    """”Der skal foretages”, ”skal det sikres”: who does it is another rule's question."""
    around = (sentence[modal - 1], *sentence[modal + 1 : modal + 2])
    return any(token.low in _DUMMIES for token in around)


def _orders_plainly(sentence: Sentence, begin: int, verb: int) -> bool:
    """”Filen oprettes herefter”; a verb that opens its clause asks or tells a consequence."""
    opening = sentence[begin]
    is_told = begin == verb or opening.low in {"så", "at"}
    return not is_told and not _is_subordinate(sentence, begin, verb)


def _is_subordinate(sentence: Sentence, begin: int, end: int) -> bool:
    """True when a conjunction or a relative ”der” stands before the verb in its clause."""
    return any(
        token.low in _SUBORDINATE or (token.low == "der" and position > 0)
        for position, token in enumerate(sentence[begin:end], begin)
        if not _is_preposition(sentence, position, end)
    )


def _is_preposition(sentence: Sentence, position: int, verb: int) -> bool:
    """”Inden fredag oprettes filen”: the subject stands behind the verb."""
    behind = sentence[verb + 1 : verb + 2]
    is_inverted = bool(behind) and behind[0].is_word and is_definite(behind[0].low)
    return sentence[position].low in {"inden", "før"} and is_inverted


def _is_done_by_others(sentence: Sentence, verb: int, begin: int) -> bool:
    """”lukkes automatisk”, ”udstedes af Den Danske Stat”: the reader does nothing."""
    clause = sentence[begin : verb + _BEHIND_MAX]
    if any(token.low in _BY_ITSELF for token in clause):
        return True
    behind = sentence[verb + 1 : verb + _BEHIND_MAX]
    for position, token in enumerate(behind[:-1]):
        if token.text == ",":
            return False
        if token.low == "af":
            return behind[position + 1].low not in _READERS
    return False
