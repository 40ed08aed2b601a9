"""Does a title begin in bydeform? Three answers: imperative, not, unsure; the next word decides.

A dictionary alone is wrong for one word in five: ”Test af …” is a noun, ”Test løsningen” an order.
"""

import re
from dataclasses import dataclass

from tasks.style.answer import Answer
from tasks.style.forms import known_imperative, readings_of
from tasks.style.homograph import settle
from tasks.style.lexicon import lexicon, overlay
from tasks.style.tokens import Kind, Token, tokens
from tasks.style.wordset import wordset

_REFERENCE = re.compile(
    r"\s*(?:\([^()\n]{1,40}\)|[A-ZÆØÅ]{1,5} ?\d{1,3}(?:\.\d{1,3})*[:.]?(?=\s+[A-ZÆØÅ]))\s*"
)
_JOINERS = wordset("og eller samt & og/eller")
_LABEL_MAX = 5
# Code points of a title that are read: what follows cannot change the first word
_READ_MAX = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer and the tokens from the first judged word on."""

    answer: Answer
    words: tuple[Token, ...]


def judge(text: str) -> Verdict | None:
    """Judge the beginning of a title; a reference in front is skipped. None when it is empty."""
    reference = _REFERENCE.match(text)
    skipped = reference.end() if reference else 0
    read = tokens(text[:_READ_MAX])
    begin = next((i for i, t in enumerate(read) if t.start >= skipped and _may_begin(t)), len(read))
    words = _after_please(_after_number(read[begin:]))
    if not words:
        return None
    return Verdict(_answer(words), words)


def _after_number(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """”1. Opret brugere” begins with ”Opret”; ”3. bølge” with its number."""
    is_numbered = (
        len(words) > 2
        and words[0].kind is Kind.NUMBER
        and words[1].text in {".", ")"}
        and words[1].start == words[0].end
        and words[2].is_capitalised
    )
    return words[2:] if is_numbered else words


def _after_please(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """”Venligst indsend listen” is an order, though a polite one."""
    return words[1:] if len(words) > 1 and words[0].low == "venligst" else words


def _may_begin(token: Token) -> bool:
    """Bullets and stray marks in front are skipped; a quote is a beginning."""
    return token.is_quoted or token.kind not in {Kind.MARK, Kind.LINE, Kind.GAP}


def _answer(words: tuple[Token, ...]) -> Answer:
    first = answer_for(words)
    label_end = next((i for i, t in enumerate(words[:_LABEL_MAX]) if t.text in {":", "–"}), 0)
    if first is Answer.NOT and 0 < label_end < len(words) - 1:
        # ”Bølge 2: Opret …”: an order behind a label is for a person to judge
        rest = answer_for(words[label_end + 1 :])
        return Answer.NOT if rest is Answer.NOT else Answer.UNSURE
    return first


def answer_for(words: tuple[Token, ...]) -> Answer:
    """Judge the first of these tokens by itself and by the ones that follow it."""
    halved = _after_half_word(words)
    word = halved[0]
    if not word.is_word or word.is_quoted:
        return Answer.NOT
    if "/" in word.text:
        return _answer_for_pair(word, halved)
    if word.text.isupper() and len(word.text) > 1 and not _shouts(halved):
        return Answer.NOT
    return _answer_for_word(word.low, halved[1:])


def _after_half_word(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """”Til- og frameld brugere” is judged from ”frameld”."""
    joined = _JOINERS | {"/"}
    if len(words) > 3 and words[1].text == "-" and words[1].start == words[0].end:
        return words[3:] if words[2].low in joined else words
    return words


def _shouts(words: tuple[Token, ...]) -> bool:
    return len(words) > 1 and all(t.text.isupper() for t in words if t.is_word)


def _answer_for_pair(word: Token, words: tuple[Token, ...]) -> Answer:
    answers = {_answer_for_word(part, words[1:]) for part in word.low.split("/") if part}
    return answers.pop() if len(answers) == 1 else Answer.UNSURE


def _answer_for_word(word: str, rest: tuple[Token, ...]) -> Answer:
    if word in overlay().never_imperative:
        return Answer.NOT
    known = known_imperative(word)
    if known is None:
        return Answer.NOT if "-" not in word else _answer_for_tail(word.rpartition("-")[2])
    readings = readings_of(known)
    return settle(known, readings, rest, answer_for) if readings else Answer.IMPERATIVE


def _answer_for_tail(tail: str) -> Answer:
    """”Auto-tildel sager” is an order, ”KP-test” is a noun."""
    is_order = tail in lexicon().imperatives and not {*readings_of(tail)} & {*"np"}
    return Answer.IMPERATIVE if is_order else Answer.NOT
