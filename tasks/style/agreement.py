"""Turns ”kommunen skal … sine” into ”I skal … jeres”: the fix that takes the clause along.

A fix that might be wrong Danish is none: what is unsure is asked for in doubt.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.style.address import Address, Sentence
from tasks.style.clause import CONJUNCTIONS, JOINERS, is_finite, is_passive, is_verb
from tasks.style.doubt import is_in_doubt, is_people
from tasks.style.finding import Fix
from tasks.style.gap import AS_A_RULE
from tasks.style.predicate import plural_of, predicates
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

OWNERS = {
    "I": {"sin": "jeres", "sit": "jeres", "sine": "jeres", "sig": "jer"},
    "du": {"sin": "din", "sit": "dit", "sine": "dine", "sig": "dig"},
    "vi": {"sin": "vores", "sit": "vores", "sine": "vores", "sig": "os"},
}
_THEIRS = {"I": "jeres", "vi": "vores"}
_AS_OBJECT = {"I": "jer", "du": "dig", "vi": "os"}
_OWN_GENITIVES = {"I": wordset("kommunens kommunernes"), "vi": wordset("kombits")}
_CLAUSE_MAX = 60
_STOPS = frozenset({";", ":", "–", "(", ")", "?", "."})


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def fix_for(text: str, sentence: Sentence, address: Address, subject: str) -> Fix | None:
    """Return the fix that puts ”I”, ”du” or ”vi” in the noun's place; spans are of ``text``.

    None when no pronoun fits there (”hele kommunen skal”), or when the rest of the clause
    cannot be turned for certain.
    """
    noun = address.noun
    end = _clause_end(sentence, address)
    if is_in_doubt(text, sentence, address, subject, end):
        return None
    begin = sentence[noun.outer]
    is_first = begin.is_capitalised and begins_sentence(sentence, noun.outer)
    shown = subject.capitalize() if is_first and subject != "I" else subject
    shown = _AS_OBJECT[subject] if address.is_cleft else shown
    first = _Change(begin.start, sentence[noun.tail].end, shown)
    changes = [first, *_agreement(sentence, address, subject, end)]
    start = min(begin.start, sentence[address.first].start)
    stop = max(sentence[address.last].end, changes[-1].end)
    return Fix(
        f"Ret til ”{spoken(address, subject)}”", _changed(text, start, stop, changes), start, stop
    )


def begins_sentence(sentence: Sentence, position: int) -> bool:
    """True behind nothing, a number, a line or a mark; names have a capital behind a comma, too."""
    before = sentence[position - 1] if position else None
    if before is None or before.kind in {Kind.LINE, Kind.NUMBER}:
        return True
    # ”KOMBIT” is all capitals wherever it stands
    is_name = sentence[position].text.isupper() and position > 1
    return before.kind is Kind.MARK and before.text != "," and not is_name


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


def _agreement(sentence: Sentence, address: Address, subject: str, end: int) -> Iterator[_Change]:
    """Yield the changes behind the noun, to the end of its clause."""
    plurals = dict(predicates(sentence, address.noun.tail + 1, end)) if subject != "du" else {}
    people_between = False
    for position in range(address.noun.tail + 1, end):
        token = sentence[position]
        if token.is_quoted:
            continue
        people_between = people_between or is_people(token)
        is_others = people_between and token.low == "deres"
        replacement = None if is_others else _agreeing(token, address, subject)
        if position in plurals and not address.noun.is_plural:
            replacement = plural_of(plurals[position])
        if replacement is not None and replacement != token.low:
            yield _Change(token.start, token.end, replacement)


def _agreeing(token: Token, address: Address, subject: str) -> str | None:
    if token.low in OWNERS[subject]:
        return OWNERS[subject][token.low]
    if token.low in _OWN_GENITIVES.get(subject, ()):
        return _THEIRS[subject]
    if token.low == "deres" and address.noun.is_plural:
        return _THEIRS.get(subject)
    return None


def _clause_end(sentence: Sentence, address: Address) -> int:
    """Return the position at which the noun's clause has ended."""
    stop = min(len(sentence), address.last + _CLAUSE_MAX)
    for position in range(max(address.last, address.noun.tail) + 1, stop):
        if _ends_clause(sentence, position):
            return position
    return stop


def _ends_clause(sentence: Sentence, position: int) -> bool:
    token = sentence[position]
    if token.is_quoted:
        return False
    if token.text in _STOPS or token.kind is Kind.LINE:
        return True
    behind = sentence[position + 1] if position + 1 < len(sentence) else None
    if token.text == ",":
        return behind is None or behind.low not in {*OWNERS["I"], "deres", *JOINERS}
    if token.low in JOINERS:
        return _begins_clause(sentence, position + 1)
    if token.low == "at" and behind is not None and is_verb(behind):
        return is_finite(behind)
    is_rule = token.low == "som" and behind is not None and behind.low in AS_A_RULE
    return (token.low in CONJUNCTIONS or token.low == "der") and not is_rule


def _begins_clause(sentence: Sentence, position: int) -> bool:
    """”… og leverandøren skal”: a new subject with its verb stands behind the joining word."""
    behind = sentence[position : position + 7]
    if not behind or is_verb(behind[0]):
        return False
    for token in behind[1:]:
        if token.kind is Kind.MARK or token.low in CONJUNCTIONS | {"der"}:
            return False
        if is_finite(token) and not is_passive(token):
            return True
    return False
