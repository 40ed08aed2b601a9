"""Turns ”kommunen skal … sine” into ”I skal … jeres”: the fix that takes the clause along."""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.style.address import Address, Sentence
from tasks.style.clause import CONJUNCTIONS, JOINERS, is_finite, is_passive, is_verb
from tasks.style.finding import Fix
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_YOUR = {
    "I": {"sin": "jeres", "sit": "jeres", "sine": "jeres", "dens": "jeres", "sig": "jer"},
    "du": {"sin": "din", "sit": "dit", "sine": "dine", "sig": "dig"},
}
_AS_OBJECT = {"I": "jer", "du": "dig"}
_PLURAL = {
    "opmærksom": "opmærksomme",
    "ansvarlig": "ansvarlige",
    "færdig": "færdige",
    "enig": "enige",
    "sikker": "sikre",
    "indstillet": "indstillede",
}
_HANGS_ON = wordset("hele alle begge selve netop")
_OWN_GENITIVES = wordset("kommunens kommunernes")
_CLAUSE_MAX = 60
_STOPS = frozenset({";", ":", "–", "(", ")", "?"})


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def fix_for(text: str, sentence: Sentence, address: Address, subject: str) -> Fix | None:
    """Return the fix that puts ”I” or ”du” in the noun's place; spans are of ``text``.

    None when a determiner hangs on the noun (”hele kommunen skal”): no pronoun fits there.
    """
    noun = address.noun
    begin = sentence[noun.outer]
    if noun.outer and sentence[noun.outer - 1].low in _HANGS_ON:
        return None
    shown = subject if subject == "I" or not begin.is_capitalised else subject.capitalize()
    shown = _AS_OBJECT[subject] if address.is_cleft else shown
    first = _Change(begin.start, sentence[noun.last].end, shown)
    changes = [first, *_agreement(sentence, address, subject)]
    start = min(begin.start, sentence[address.first].start)
    end = max(sentence[address.last].end, changes[-1].end)
    return Fix(
        f"Ret til ”{spoken(address, subject)}”", _changed(text, start, end, changes), start, end
    )


def spoken(address: Address, subject: str) -> str:
    """Return subject and modal in the order they stand: ”I skal”, ”skal I”, ”har I ansvar for”."""
    if address.is_cleft:
        return f"{_AS_OBJECT.get(subject, subject)}, der {address.verb}"
    if address.modal_first < address.noun.first:
        verb, _, rest = address.verb.partition(" ")
        return f"{verb} {subject} {rest}".strip()
    return f"{subject} {address.verb}"


def _changed(text: str, start: int, end: int, changes: list[_Change]) -> str:
    parts, position = [], start
    for change in changes:
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join([*parts, text[position:end]])


def _agreement(sentence: Sentence, address: Address, subject: str) -> Iterator[_Change]:
    """Yield the changes behind the noun, to the end of its clause."""
    owners: list[Token] = []
    stop = min(len(sentence), address.last + _CLAUSE_MAX)
    for position in range(address.noun.last + 1, stop):
        token = sentence[position]
        if position > address.last and _ends_clause(sentence, position):
            return
        replacement = None if token.is_quoted else _agreeing(sentence, position, subject, owners)
        if replacement is not None:
            yield _Change(token.start, token.end, replacement)
        if _is_plural_noun(token):
            owners.append(token)


def _agreeing(sentence: Sentence, position: int, subject: str, owners: list[Token]) -> str | None:
    low = sentence[position].low
    if low in _YOUR[subject]:
        return _YOUR[subject][low]
    if subject == "du":
        return None
    if low in _OWN_GENITIVES or (low == "deres" and not owners):
        return "jeres"
    return _PLURAL.get(low) if _is_predicate(sentence, position) else None


def _is_predicate(sentence: Sentence, position: int) -> bool:
    """”være (særligt) opmærksom”: the adjective stands behind være or blive."""
    return any(
        token.low in {"være", "blive"} for token in sentence[max(0, position - 3) : position]
    )


def _is_plural_noun(token: Token) -> bool:
    """True for ”borgerne”, ”brugere”: ”deres” behind it may be theirs and stays."""
    return token.is_word and not is_verb(token) and token.low.endswith(("ne", "ere", "er"))


def _ends_clause(sentence: Sentence, position: int) -> bool:
    token = sentence[position]
    if token.text in _STOPS or token.kind is Kind.LINE:
        return True
    behind = sentence[position + 1] if position + 1 < len(sentence) else None
    if token.text == ",":
        return behind is None or behind.low not in {*_YOUR["I"], "deres", *JOINERS}
    if token.low in JOINERS:
        return _begins_clause(sentence, position + 1)
    if token.low == "at" and behind is not None and is_verb(behind):
        return is_finite(behind)
    return token.low in CONJUNCTIONS


def _begins_clause(sentence: Sentence, position: int) -> bool:
    """”… og leverandøren skal”: a new subject with its verb stands behind the joining word."""
    behind = sentence[position : position + 4]
    return (
        bool(behind)
        and not is_verb(behind[0])
        and any(is_finite(token) and not is_passive(token) for token in behind[1:])
    )
