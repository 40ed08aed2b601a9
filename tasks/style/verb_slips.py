"""A verb in the wrong form beside skal, at or har: ”skal havde”, ”at udfører”, ”har modtage”."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tasks.style.clause import AUXILIARIES, CONJUNCTIONS, NOMINATIVES, PREPOSITIONS, is_finite
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.verb_forms import IRREGULAR_PAST, infinitive_of, participle_of
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

MODAL_VERBS = wordset("skal bør kan vil må skulle kunne ville burde måtte")
_SPOILED_PRESENTS = {"har": "have", "gør": "gøre", "bliver": "blive", "er": "være"}
_ADVERBS = wordset(
    "ikke også selv så derfor dog kun altid aldrig først straks nu igen senest evt. gerne blot "
    "derefter herefter desuden endelig eventuelt fortsat stadig allerede jævnligt løbende samtidig"
)
_GAP_MAX = 3
_LOOK_MAX = 15
_SHORT_INFINITIVES = wordset("få gå se stå nå ske")
_OBJECTS = wordset("en et den det de dem jer dig jeres din dit dine vores alle")
_BEFORE_NOUN = _OBJECTS | wordset("to tre fire fem nye gamle alle flere begge hver hvert og eller")
# Present forms that are people: ”at leder godkender”
_PERSONS = wordset(
    "bruger udfører leder sender modtager ejer tester behandler lærer rådgiver arbejder ansøger "
    "afsender udsteder betaler"
)
_BEFORE_CLAUSE = CONJUNCTIONS | wordset("og eller , men : –")
_COMPARATIVES = wordset("lavere finere brunere rundere mattere")
_BLIVE = wordset("bliver blive blev blevet")


class Slip(NamedTuple):
    """Tokens ``first`` to ``last`` of a sentence; the last shall be ``right``, "" for unknown."""

    first: int
    last: int
    right: str


def verb_slips(said: Said) -> Iterator[Slip]:
    """Yield each verb of a sentence in a form its neighbour cannot take."""
    for position, token in enumerate(said):
        finder = _FINDERS.get(token.low)
        slip = None if finder is None or token.is_quoted else finder(said, position)
        if slip is not None and not said[slip.last].is_quoted:
            yield slip


def _after_modal(said: Said, position: int) -> Slip | None:
    """”I kan opretter”, ”kan du markerede”; not ”så skal leder godkende”."""
    before = said[position - 1] if position else None
    has_subject = before is not None and _is_subject(said, position - 1)
    last = position + 1
    if not has_subject:
        if last >= len(said) or not _is_spoken(said[last]):
            return _sure(said, position)
        last += 1
    last = _behind_adverbs(said, last)
    if last >= len(said):
        return None
    right = _SPOILED_PRESENTS.get(said[last].low) or infinitive_of(said[last])
    if said[last].low == "er" or right is None:
        return None
    subject = said[position - 1 if has_subject else position + 1]
    if not _is_spoken(subject) and _has_infinitive(said, last + 1):
        return None
    return Slip(position, last, right)


def _sure(said: Said, position: int) -> Slip | None:
    """”Derefter skal leverandøren havde”: a form nobody takes for a noun."""
    for last in range(position + 1, min(len(said), position + _GAP_MAX + 1)):
        if said[last].low in {"havde", "fik"}:
            return Slip(position, last, IRREGULAR_PAST[said[last].low])
        if not said[last].is_word or is_finite(said[last]) or said[last].low in CONJUNCTIONS:
            return None
    return None


def _behind_adverbs(said: Said, position: int) -> int:
    stop = min(len(said), position + _GAP_MAX)
    while position < stop and said[position].low in _ADVERBS:
        position += 1
    return position


def _is_subject(said: Said, position: int) -> bool:
    """True for a pronoun or a name behind a clause's border, and for ”der”, ”som”."""
    token = said[position]
    if token.text == "I" or token.low in NOMINATIVES or token.low in {"de", "der", "som"}:
        return position == 0 or not _is_noun_like(said[position - 1]) or token.low == "der"
    return _is_noun_like(token) and token.low.endswith(_NOUN_ENDINGS)


_NOUN_ENDINGS = ("en", "et", "ne", "ator", "ere", "lig", "lige", "kombit", "netcompany", "kmd")


def _is_noun_like(token: Token) -> bool:
    return (
        token.is_word
        and token.low not in _BEFORE_CLAUSE
        and token.low not in PREPOSITIONS
        and token.low not in _ADVERBS
        and not is_finite(token)
    )


def _is_spoken(token: Token) -> bool:
    return token.text == "I" or token.low in NOMINATIVES


def _has_infinitive(said: Said, position: int) -> bool:
    """True when the clause has its infinitive further on: the form before it is a noun."""
    for index in range(position, min(len(said), position + _LOOK_MAX)):
        token = said[index]
        if token.kind is Kind.MARK and token.text in ",;:":
            return False
        is_infinitive = len(token.low) > 3 or token.low in _SHORT_INFINITIVES
        is_infinitive = is_infinitive and token.low in lexicon().infinitives
        if is_infinitive and said[index - 1].low not in {"at", "og"}:
            return not said[index - 1].low.endswith(("et", "en", "ne", "e"))
    return False


def _after_at(said: Said, position: int) -> Slip | None:
    """”at udfører alle punkter”; not ”at udfører er angivet” or ”at samtykker I ikke …”."""
    last = position + 1
    if last >= len(said) or said[last].low in {"er", "har", "blev", "var"}:
        return None
    if said[last].low in _ADVERBS:
        return None
    right = IRREGULAR_PAST.get(said[last].low) or lexicon().presents.get(said[last].low)
    is_verb = right is not None and infinitive_of(said[last]) is not None
    if not is_verb or right is None or not _is_alone(said, last + 1):
        return None
    return Slip(position, last, right)


def _is_alone(said: Said, position: int) -> bool:
    """True when the clause behind has neither a subject nor a verb of its own."""
    for index in range(position, min(len(said), position + _LOOK_MAX)):
        token = said[index]
        if token.text == "I" or token.low in NOMINATIVES:
            return False
        if token.low in {"og", "eller", "samt"} and index == position:
            return False
        if token.text in {",", ";", ":", "–", "("} or token.low in CONJUNCTIONS - {"end"}:
            return not _goes_on(said, index + 1)
        if _is_said(said, index, position):
            return False
    return True


def _is_said(said: Said, index: int, position: int) -> bool:
    """True for a finite verb; ”alle punkter” and ”at henter filer” hold nouns that look so."""
    token, before = said[index], said[index - 1]
    if not is_finite(token) or token.low in lexicon().infinitives:
        return False
    if token.low in AUXILIARIES:
        return True
    if index == position:
        return before.low in _PERSONS
    return before.low not in _BEFORE_NOUN and before.kind is not Kind.NUMBER


def _goes_on(said: Said, position: int) -> bool:
    """True behind ”at bruger I den ikke, skal …” and before a relative clause."""
    if position >= len(said):
        return False
    token = said[position]
    return is_finite(token) or token.low in {"der", "som"}


def _after_have(said: Said, position: int) -> Slip | None:
    """”I har modtage et brev”, ”Leverandøren har opdaterer”; not ”I har åbne sager”."""
    if not position or position + 1 >= len(said) or not _opens(said, position - 1):
        return None
    token = said[position + 1]
    infinitive = token.low if token.low in lexicon().infinitives else infinitive_of(token)
    if infinitive is None or lexicon().participles.get(token.low):
        return None
    is_foreign = infinitive.endswith("ere") and token.low in {infinitive, f"{infinitive}r"}
    behind = said[position + 2].low if position + 2 < len(said) else ""
    if not is_foreign and behind not in _OBJECTS - {"de", "alle"}:
        return None
    return Slip(position, position + 1, participle_of(infinitive) or "")


def _opens(said: Said, position: int) -> bool:
    """True for a subject that begins its clause: ”De roller, I har giver …” has another verb."""
    is_first = position == 0 or said[position - 1].low in CONJUNCTIONS | {"og", "men"}
    token = said[position]
    return is_first and (_is_spoken(token) or token.low.endswith(_NOUN_ENDINGS))


def _after_blive(said: Said, position: int) -> Slip | None:
    """”er blevet opdatere”: an -ere verb, for ”bliver lettere” is right."""
    last = _behind_adverbs(said, position + 1)
    if last >= len(said):
        return None
    low = said[last].low
    if not low.endswith("ere") or low not in lexicon().infinitives or low in _COMPARATIVES:
        return None
    return Slip(position, last, f"{low}t")


_FINDERS: dict[str, Callable[[Said, int], Slip | None]] = {
    **dict.fromkeys(MODAL_VERBS, _after_modal),
    **dict.fromkeys(_BLIVE, _after_blive),
    "at": _after_at,
    "har": _after_have,
}
