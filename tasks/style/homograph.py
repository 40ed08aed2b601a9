"""Settles a first word that is an imperative and something else: the next words decide.

”Test løsningen” is an order, ”Test af løsningen” a noun, ”Test viser fejl” a noun and its verb.
"""

from collections.abc import Callable

from tasks.style.answer import Answer
from tasks.style.clause import is_finite
from tasks.style.following import (
    JOINERS,
    PREDICATES,
    PREPOSITIONS,
    WEEKDAYS,
    is_closed,
    is_date,
    is_manner,
    is_participle_phrase,
    is_subject,
    is_verb_behind,
)
from tasks.style.forms import is_definite
from tasks.style.lexicon import overlay
from tasks.style.nouns import Form, noun_form
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_DETERMINERS = wordset(
    "den det de en et jeres dine din dit jer dig alle hver hvert enhver disse denne dette samtlige "
    "begge eventuelle evt evt. os vores kommunens kommunernes hvordan hvor hvornår hvilke hvilken "
    "hvilket hvad hvem hvorfor at flere mindst højst kun ikke altid selv sammen løbende igen "
    "herefter derefter manuelt dem ham hende én ét to tre fire fem nogle enkelte"
)
_NEAR_AND_WITH = wordset("med i på efter hos ved via uden under mod inden før")
_PARTICLES = wordset("op ned ind ud frem tilbage igennem videre fast væk hjem")
_TIMES = WEEKDAYS | wordset("uge kl kl. januar februar juni juli august september oktober nr nr.")
# With a number behind them they name the noun in front: ”Test bølge 2”, but ”Skift bølge”
_PARTS = wordset("fase bølge del etape runde")
_OBJECT_OPENERS = wordset("at om hvor hvordan hvornår hvem hvad hvilke hvilken hvilket hvorfor")
_ARTICLES = wordset("den det de en et jeres dine din dit alle hver disse denne dette nogen noget")
_CLAUSE_MAX = 14
_PART_MAX = 7

AnswerFor = Callable[[tuple[Token, ...]], Answer]


def settle(word: str, readings: str, rest: tuple[Token, ...], answer_for: AnswerFor) -> Answer:
    """Return the answer for a homograph by what follows it; ``readings`` as in the lexicon.

    ``answer_for`` judges the words that are joined to it: ”Test og godkend …”.
    """
    following = _without_brackets(rest)
    if not following or following[0].text in {".", "!"}:
        is_called = bool(following) and following[0].text == "!"
        return Answer.UNSURE if is_called else _alone(word)
    if _is_question(following):
        return Answer.NOT
    return (
        _by_mark(word, following, answer_for)
        or _by_closed_word(word, readings, following)
        or _by_open_word(word, readings, following)
    )


def _alone(word: str) -> Answer:
    """”Test” alone may be an order; ”Support” and ”Netværk” are nouns."""
    may_be_order = word in overlay().leans_verb - overlay().leans_noun
    return Answer.UNSURE if may_be_order else Answer.NOT


def may_be_order(words: tuple[Token, ...]) -> bool:
    """True for ”Test med en rigtig bruger”: a noun in a title, but among steps it may be either."""
    if len(words) < 3 or words[0].low not in overlay().leans_verb - overlay().leans_noun:
        return False
    return words[1].low in _NEAR_AND_WITH and not is_subject(words[1:])


def _without_brackets(rest: tuple[Token, ...]) -> tuple[Token, ...]:
    """Skip a bracket right behind the word: ”Test (frivilligt) af …” is judged by ”af”."""
    if rest and rest[0].text == "(":
        close = next((i for i, token in enumerate(rest) if token.text == ")"), len(rest))
        return rest[close + 1 :]
    return rest


def _is_question(rest: tuple[Token, ...]) -> bool:
    """”Lever jeres data op til kravene?” asks; behind a comma the question is another's."""
    mark = next((token.text for token in rest if token.text in {"?", ",", ":", "."}), "")
    return mark == "?"


def _by_mark(word: str, rest: tuple[Token, ...], answer_for: AnswerFor) -> Answer | None:
    """Judge by a number, a quote, a joining word or another mark; None when a word follows."""
    following = rest[0]
    if following.kind is Kind.NUMBER:
        return _by_number(rest)
    if following.low in JOINERS or following.text == ",":
        return _by_joined(word, rest, answer_for)
    if following.is_quoted:
        is_noun = word in overlay().leans_noun - overlay().leans_verb
        return Answer.NOT if is_noun else Answer.IMPERATIVE
    return Answer.NOT if following.kind is Kind.MARK else None


def _by_number(rest: tuple[Token, ...]) -> Answer:
    """”Test 3 brugere” is an order; ”Hold 3:”, ”Test 2 –” and ”Del 2 af 4” are nouns."""
    behind = rest[1] if len(rest) > 1 else None
    is_object = behind is not None and behind.is_word and not is_closed(behind)
    return Answer.IMPERATIVE if is_object else Answer.NOT


def _by_joined(word: str, rest: tuple[Token, ...], answer_for: AnswerFor) -> Answer:
    """”Test og godkend løsningen”, ”Kontroller, at …”: what is joined decides."""
    behind = rest[1:]
    if not behind:
        return Answer.NOT
    if rest[0].text == "," and (behind[0].low in _DETERMINERS or behind[0].low in {"om", "før"}):
        return Answer.IMPERATIVE
    joined = answer_for(behind)
    if joined is Answer.UNSURE and len(behind) > 1 and word in overlay().leans_verb:
        return Answer.UNSURE
    return Answer.IMPERATIVE if joined is Answer.IMPERATIVE else Answer.NOT


def _by_closed_word(word: str, readings: str, rest: tuple[Token, ...]) -> Answer | None:
    """Judge by a preposition, determiner, particle or auxiliary; None for any other word."""
    own = _by_own_word(word, rest)
    if own is not None:
        return own
    low = rest[0].low
    if _follows_a_noun(word, rest) or (low == "at" and "a" in readings):
        return Answer.NOT
    if low in _DETERMINERS or low in _PARTICLES:
        return Answer.NOT if word == "før" and is_subject(rest) else Answer.IMPERATIVE
    return _by_preposition(word, readings, rest) if low in PREPOSITIONS else None


def _by_own_word(word: str, rest: tuple[Token, ...]) -> Answer | None:
    """Judge by a small word that overlay.toml gives to this verb: ”Log ind”, ”Svar på”."""
    words, low = overlay(), rest[0].low
    small = words.takes_preposition.get(word, frozenset())
    if low in small or (is_manner(rest[0]) and len(rest) > 1 and rest[1].low in small):
        return Answer.NOT if low not in {"om", "at"} and is_subject(rest) else Answer.IMPERATIVE
    if low in words.may_take_preposition.get(word, frozenset()):
        return _by_object(rest)
    if low == "ikke" and low in words.not_before.get(word, frozenset()):
        return _by_negated(rest)
    return None


def _by_object(rest: tuple[Token, ...]) -> Answer:
    """”Svar på KOMBITs spørgeskema” is an order; ”Svar på høring” may be a noun too."""
    if is_subject(rest):
        return Answer.NOT
    behind = rest[1] if len(rest) > 1 else None
    if behind is None or behind.is_quoted or not behind.is_word:
        return Answer.IMPERATIVE
    is_bare = not behind.is_capitalised and noun_form(behind.low) is Form.SINGULAR
    return Answer.UNSURE if is_bare else Answer.IMPERATIVE


def _by_negated(rest: tuple[Token, ...]) -> Answer:
    """”Slet ikke brugere, før …” forbids; ”Slet ikke klar”, ”Slet ikke så svært” denies."""
    behind = rest[1] if len(rest) > 1 else None
    if behind is None:
        return Answer.NOT
    form = noun_form(behind.low)
    is_object = behind.low in _ARTICLES or behind.is_quoted or form not in {None, Form.SINGULAR}
    return Answer.IMPERATIVE if is_object else Answer.NOT


def _follows_a_noun(word: str, rest: tuple[Token, ...]) -> bool:
    """”Svar den 1. oktober”, ”Test uge 42”, ”Hold A”, ”Mål er nået”: no order begins so."""
    first, low = rest[0], rest[0].low
    is_day = low == "den" and len(rest) > 1 and is_date(rest[1])
    is_numbered = len(rest) > 1 and rest[1].kind is Kind.NUMBER
    is_letter = len(low) == 1 and low != "i" and first.kind is Kind.WORD
    is_part = low in _PARTS and is_numbered and not _is_passed_over(rest)
    is_label = low in _TIMES or is_letter or is_part
    is_name = first.is_capitalised and len(rest) > 1 and is_verb_behind(rest[1])
    return is_day or is_label or is_name or is_verb_behind(first) or _is_listed(word, low)


def _is_passed_over(rest: tuple[Token, ...]) -> bool:
    """”Spring punkt 4 over”, ”Spring trin 2-5 over”: the particle makes it an order."""
    return any(token.low == "over" for token in rest[2:_PART_MAX])


def _is_listed(word: str, low: str) -> bool:
    """”Lav prioritet”, ”Lav datakvalitet”: what may not stand behind an order of this word."""
    return any(
        low.endswith(head[1:]) if head.startswith("-") else low == head
        for head in overlay().not_before.get(word, ())
    )


def _by_preposition(word: str, readings: str, rest: tuple[Token, ...]) -> Answer:
    """A noun takes a preposition; so does a verb that has none of its own object."""
    if word not in overlay().leans_verb or rest[0].low == "af":
        return Answer.NOT
    if _has_object_clause(rest) and not is_subject(rest) and word not in overlay().leans_noun:
        return Answer.IMPERATIVE
    is_stranded = len(rest) == 1 or rest[1].text in {",", "."}
    asks_whether = rest[0].low == "om" and any(is_finite(token) for token in rest[2:_CLAUSE_MAX])
    if is_stranded or asks_whether:
        return Answer.IMPERATIVE
    is_noun = word in overlay().leans_noun or bool({*readings} & {*"np"})
    return Answer.NOT if is_noun else Answer.IMPERATIVE


def _has_object_clause(rest: tuple[Token, ...]) -> bool:
    """”Kontroller i KP, om sagen er lukket”: what to check stands behind the comma."""
    comma = next((i for i, token in enumerate(rest[:_CLAUSE_MAX]) if token.text == ","), 0)
    return 0 < comma < len(rest) - 1 and rest[comma + 1].low in _OBJECT_OPENERS


def _by_open_word(word: str, readings: str, rest: tuple[Token, ...]) -> Answer:
    """Danish joins nouns into one word, so a second noun behind the first is mostly its object."""
    first = rest[0]
    if word == "få":
        return Answer.NOT if _counts_few(rest) else Answer.IMPERATIVE
    if is_participle_phrase(rest) or first.low in PREDICATES:
        return Answer.NOT
    form = noun_form(first.low)
    if word in overlay().adjective_first and form is Form.SINGULAR:
        return Answer.NOT
    if word in overlay().leans_verb or is_definite(first.low):
        return Answer.IMPERATIVE
    if readings == "p" and form is not None:
        return Answer.IMPERATIVE  # no noun in the plural stands in front of another
    # ”Indkøb certifikater”: as two nouns they would be one word
    is_apart = form is Form.PLURAL and readings == "n"
    is_other = word in overlay().leans_noun or "a" in readings
    return Answer.NOT if is_other and not is_apart else Answer.UNSURE


def _counts_few(rest: tuple[Token, ...]) -> bool:
    """”Få brugere mangler adgang” counts, ”Få brugere oprettet” and ”Få bekræftet, at” order."""
    return noun_form(rest[0].low) is Form.PLURAL and is_subject(rest)
