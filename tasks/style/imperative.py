"""Does a title begin in bydeform? Three answers: imperative, not, unsure; the next word decides.

A dictionary alone is wrong for one word in five: ”Test af …” is a noun, ”Test løsningen” an order.
"""

import re
from dataclasses import dataclass
from enum import Enum

from tasks.style.clause import is_finite
from tasks.style.forms import is_definite, known_imperative
from tasks.style.lexicon import lexicon, overlay
from tasks.style.tokens import Kind, Token, tokens
from tasks.style.wordset import wordset

_REFERENCE = re.compile(
    r"\s*(?:\([^()\n]{1,40}\)|[A-ZÆØÅ]{1,5} ?\d{1,3}(?:\.\d{1,3})*[:.]?(?=\s+[A-ZÆØÅ]))\s*"
)
_DETERMINERS = wordset(
    "den det de en et jeres dine din dit jer dig alle hver hvert enhver disse denne dette samtlige "
    "begge eventuelle evt evt. os vores kommunens kommunernes hvordan hvor hvornår hvilke hvilken "
    "hvilket hvad hvem hvorfor at flere mindst højst kun ikke altid selv sammen løbende igen "
    "herefter derefter manuelt"
)
_PARTICLES = wordset("op ned ind ud frem tilbage igennem videre fast væk hjem igen")
_PREPOSITIONS = wordset(
    "af for til på i fra ved med under over efter mod hos om uden inden mellem gennem via vedr "
    "vedr. ifm ifm. ift ift. pr pr. blandt mod omkring vedrørende før siden som"
)
_AUXILIARIES = wordset("skal kan vil må bør er har bliver blev var får skulle kunne")
_WEEKDAYS = wordset("mandag tirsdag onsdag torsdag fredag lørdag søndag")
_JOINERS = frozenset({"og", "eller", "samt", "&", "og/eller"})
# Participles that are also nouns with an ending: ”Led arbejdet med datavask”
_ALSO_NOUNS = wordset("arbejdet ønsket svaret rådet")
_TIMES = _WEEKDAYS | wordset("uge kl kl. januar februar juni juli august september oktober")
_LABEL_MAX = 5
_CLAUSE_MAX = 10
# Code points of a title that are read: what follows cannot change the first word
_READ_MAX = 300


class Answer(Enum):
    """Only NOT may become an ERROR; UNSURE is a HINT."""

    IMPERATIVE = "imperative"
    NOT = "not"
    UNSURE = "unsure"


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
    words = read[begin:]
    if not words:
        return None
    return Verdict(_answer(words), words)


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
    joined = {"/", *_JOINERS}
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
    readings = lexicon().readings.get(known, "")
    return _homograph(known, readings, rest) if readings else Answer.IMPERATIVE


def _answer_for_tail(tail: str) -> Answer:
    """”Auto-tildel sager” is an order, ”KP-test” is a noun."""
    is_order = tail in lexicon().imperatives and tail not in lexicon().readings
    return Answer.IMPERATIVE if is_order else Answer.NOT


def _homograph(word: str, readings: str, rest: tuple[Token, ...]) -> Answer:
    following = _without_brackets(rest)
    if not following or following[0].text in ".!":
        return Answer.UNSURE
    return (
        _by_mark(word, following)
        or _by_closed_word(word, readings, following)
        or _by_open_word(word, readings, following)
    )


def _without_brackets(rest: tuple[Token, ...]) -> tuple[Token, ...]:
    """Skip a bracket right behind the word: ”Test (frivilligt) af …” is judged by ”af”."""
    if rest and rest[0].text == "(":
        close = next((i for i, token in enumerate(rest) if token.text == ")"), len(rest))
        return rest[close + 1 :]
    return rest


def _by_mark(word: str, rest: tuple[Token, ...]) -> Answer | None:
    """Judge by a number, a quote, a joining word or another mark; None when a word follows."""
    following = rest[0]
    if following.kind is Kind.NUMBER:
        return _by_number(rest)
    if following.low in _JOINERS or following.text == ",":
        return _by_joined(word, rest)
    if following.is_quoted:
        is_noun = word in overlay().leans_noun - overlay().leans_verb
        return Answer.NOT if is_noun else Answer.IMPERATIVE
    return Answer.NOT if following.kind is Kind.MARK else None


def _by_number(rest: tuple[Token, ...]) -> Answer:
    """”Test 3 brugere” is an order; ”Hold 3:”, ”Test 2 –” and ”Del 2 af 4” are nouns."""
    behind = rest[1] if len(rest) > 1 else None
    is_object = behind is not None and behind.is_word and not _is_closed(behind)
    return Answer.IMPERATIVE if is_object else Answer.NOT


def _is_closed(token: Token) -> bool:
    return token.low in _PREPOSITIONS | _JOINERS | _AUXILIARIES or token.low in lexicon().passives


def _by_joined(word: str, rest: tuple[Token, ...]) -> Answer:
    """”Test og godkend løsningen”, ”Kontroller, at …”: what is joined decides."""
    behind = rest[1:]
    if not behind:
        return Answer.NOT
    if rest[0].text == "," and (behind[0].low in _DETERMINERS or behind[0].low == "om"):
        return Answer.IMPERATIVE
    joined = answer_for(behind)
    if joined is Answer.UNSURE and len(behind) > 1 and word in overlay().leans_verb:
        return Answer.UNSURE
    return Answer.IMPERATIVE if joined is Answer.IMPERATIVE else Answer.NOT


def _by_closed_word(word: str, readings: str, rest: tuple[Token, ...]) -> Answer | None:
    """Judge by a preposition, determiner, particle or auxiliary; None for any other word."""
    low = rest[0].low
    if low in overlay().takes_preposition.get(word, frozenset()):
        return Answer.IMPERATIVE
    if _follows_a_noun(word, rest):
        return Answer.NOT
    if low in _DETERMINERS or low in _PARTICLES:
        return Answer.IMPERATIVE
    return _by_preposition(word, readings, rest) if low in _PREPOSITIONS else None


def _follows_a_noun(word: str, rest: tuple[Token, ...]) -> bool:
    """”Svar den 1. oktober”, ”Test uge 42”, ”Hold A”, ”Mål er nået”: no order begins so."""
    low = rest[0].low
    is_date = low == "den" and len(rest) > 1 and _is_date(rest[1])
    is_label = low in _TIMES or (len(low) == 1 and low != "i")
    is_finite_verb = low in _AUXILIARIES or (low in lexicon().passives and len(low) > 5)
    is_listed = low in overlay().not_before.get(word, frozenset())
    return is_date or is_label or is_finite_verb or is_listed


def _is_date(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.low in _WEEKDAYS


def _by_preposition(word: str, readings: str, rest: tuple[Token, ...]) -> Answer:
    """A noun takes a preposition; so does a verb that has none of its own object."""
    if word not in overlay().leans_verb or rest[0].low == "af":
        return Answer.NOT
    is_stranded = len(rest) == 1 or rest[1].text in {",", "."}
    asks_whether = rest[0].low == "om" and any(is_finite(token) for token in rest[2:_CLAUSE_MAX])
    if is_stranded or asks_whether:
        return Answer.IMPERATIVE
    if word in overlay().leans_noun:
        return Answer.NOT
    if not {*readings} & {*"np"}:
        return Answer.IMPERATIVE
    return Answer.UNSURE if readings == "p" else Answer.NOT


def _by_open_word(word: str, readings: str, rest: tuple[Token, ...]) -> Answer:
    """Danish joins nouns into one word, so a second noun behind the first is mostly its object."""
    if _is_participle_phrase(rest):
        return Answer.NOT
    if word in overlay().leans_verb or is_definite(rest[0].low):
        return Answer.IMPERATIVE
    is_other = word in overlay().leans_noun or "a" in readings
    return Answer.NOT if is_other else Answer.UNSURE


def _is_participle_phrase(rest: tuple[Token, ...]) -> bool:
    """”Svar modtaget”, ”Test gennemført i uge 42”: a noun and what has been done to it."""
    infinitive = lexicon().participles.get(rest[0].low)
    if infinitive is None or rest[0].low in _ALSO_NOUNS:
        return False
    stem = lexicon().infinitives.get(infinitive, "")
    if rest[0].low == f"{stem}et" and "n" in lexicon().readings.get(stem, ""):
        return False  # ”forbruget” is a noun with its article too
    return len(rest) == 1 or not rest[1].is_word or _is_closed(rest[1])
