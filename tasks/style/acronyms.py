"""Finds acronyms in a text, and which of them the text itself explains."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.tokens import Kind, Token
from tasks.style.word_lists import word_lists
from tasks.style.wordset import wordset

# ”SFTP”, ”KPs”, ”STS'en”, ”IdP”, ”SaaS”; not ”MitID”, ”NemKonto”, ”SF1500” or ”xlsx”
_ACRONYM = re.compile(
    r"([A-ZÆØÅ]{2,8}(?=['’]?[a-zæøå]{0,4}$)|[A-ZÆØÅ][a-zæøå]{1,2}[A-ZÆØÅ](?=(?:['’][a-zæøå]{1,4}|s)?$))"
    r"(?:['’]?[a-zæøå]{1,4})?"
)
# Two capitals near each other: most words have none, and are passed by at once
_MAYBE = re.compile(r"[A-ZÆØÅ][a-zæøå]{0,2}[A-ZÆØÅ]")
_SHOUTED_FROM = 3
# ”DDMMÅÅ-XXXX”: letters that stand for digits
_STAND_INS = (frozenset("DMÅ"), frozenset("X"))
_GLUE = frozenset("._=@#\\")
_MEANS = wordset("står betyder forkortes dvs. kaldet kaldes hedder altså")
_INTRODUCES = wordset("forkortet kaldet kaldes kaldt")


class Acronym(NamedTuple):
    """One acronym without its ending: ``start`` and ``end`` are code points in the text."""

    text: str
    start: int
    end: int
    position: int


def may_hold_acronyms(text: str) -> bool:
    """False for most texts, which then need not be looked at word by word."""
    return _MAYBE.search(text) is not None


def acronyms(sentence: tuple[Token, ...]) -> Iterator[Acronym]:
    """Yield the acronyms of a sentence; none in quotes, in file names, in words people shout."""
    for position, token in enumerate(sentence):
        if token.text.islower() or not _MAYBE.search(token.text):
            continue
        if not token.is_word or token.is_quoted or _is_code(sentence, position):
            continue
        if token.text.isupper() and _is_shouted(sentence, position):
            continue
        for start, part in _parts(token):
            match = _ACRONYM.fullmatch(part)
            if match is not None and _is_acronym(match[1]):
                begin = token.start + start
                yield Acronym(match[1], begin, begin + len(match[1]), position)


def _is_acronym(capitals: str) -> bool:
    is_stand_in = any(letters.issuperset(capitals) for letters in _STAND_INS)
    return not is_stand_in and capitals not in word_lists().capitals


def _parts(token: Token) -> Iterator[tuple[int, str]]:
    """The parts of ”KP-systemadministrator” and ”STS/SP” with their place in the token."""
    start = 0
    for part in re.split(r"[-–/&]", token.text):
        yield start, part
        start += len(part) + 1


def _is_code(sentence: tuple[Token, ...], position: int) -> bool:
    """True for ”KP.xlsx”, ”AB_fil”, ”MI 01”: names of files, keys and tasks."""
    token, before = sentence[position], sentence[max(0, position - 1)]
    behind = sentence[position + 1 : position + 3]
    is_tail = before.text in _GLUE and before.end == token.start
    is_head = (
        len(behind) == 2
        and behind[0].text in _GLUE
        and token.end == behind[0].start
        and behind[0].end == behind[1].start
    )
    is_numbered = bool(behind) and behind[0].kind is Kind.NUMBER
    return "_" in token.text or is_tail or is_head or is_numbered


def _is_shouted(sentence: tuple[Token, ...], position: int) -> bool:
    """Two capital words beside each other are shouted: ”INDEN FREDAG”."""
    around = sentence[max(0, position - 1) : position] + sentence[position + 1 : position + 2]
    return any(
        near.is_word and near.text.isupper() and len(near.text) >= _SHOUTED_FROM for near in around
    )


def is_explained(sentence: tuple[Token, ...], found: Acronym) -> bool:
    """True where the sentence tells: ”Serviceplatformen (SP)”, ”SP (Serviceplatformen)”."""
    before = [token.low for token in sentence[max(0, found.position - 2) : found.position]]
    behind = [token.low for token in sentence[found.position + 1 : found.position + 3]]
    is_bracketed = before[-1:] == ["("] and behind[:1] == [")"] and len(before) > 1
    opens_bracket = behind[:1] == ["("] and len(behind) > 1 and behind[1].isalpha()
    is_told = behind[:1] == ["="] or bool(_MEANS & {*behind}) or bool(_INTRODUCES & {*before})
    return is_bracketed or opens_bracket or is_told
