"""Is this noun the subject of its clause? What stands to its left, and behind its modal, tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_adverbial,
    is_determiner,
    is_imperative,
    is_pronoun_subject,
    is_surely_finite,
    is_verb,
    opens_clause,
)
from tasks.style.forms import is_definite
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Sentence = Sequence[Token]

_CLAUSE_MAX = 40
_WHETHER = wordset("tvivl stilling spørgsmål spørgsmålet beslutning afklaring vurdering uafhængigt")
# Verbs that take a clause without ”at”: ”Vi håber kommunen kan …”
_SAYS = wordset(
    "håber tror forventer mener ved antager vurderer anbefaler foreslår betyder kræver sikrer "
    "forudsætter husk bemærk sikre betyde kræve forvente vide sige siger synes ønsker"
)
_OTHERS = wordset("anden andet andre flere")
_AS_WELL = wordset("såvel ligesom både lige præcis samme sådan")
_TIMES = wordset(
    "dagen dage ugen uger måneden året gangen aftenen morgenen eftermiddagen formiddagen timen"
)
_PLACEHOLDERS = wordset("der det den de")


@dataclass(frozen=True, slots=True)
class Noun:
    """The tokens of a noun that may be addressed; ``outer`` is where its determiners begin.

    ``end`` is the last token of what hangs on it (”i kommunen”), ``last`` when nothing does.
    """

    first: int
    last: int
    outer: int
    is_plural: bool = False
    end: int = -1

    @property
    def tail(self) -> int:
        return max(self.end, self.last)


def is_subject(sentence: Sentence, noun: Noun) -> bool:
    """True unless what stands in front makes the noun an object, a genitive or one of two."""
    position = before_noun(sentence, noun)
    if position < 0:
        return True
    before = sentence[position]
    if before.low in {"end", "som"}:
        return not _compares(sentence, position)
    if opens_clause(before):
        return not (before.text == "," and _is_in_a_row(sentence, position))
    if before.low in JOINERS:
        return _joins_clauses(sentence, position)
    return _may_be_followed(sentence, position)


def _may_be_followed(sentence: Sentence, position: int) -> bool:
    """True when a subject may stand behind this word, which opens no clause."""
    before = sentence[position]
    if before.low == "om":
        return _means_whether(sentence, position)
    if before.low in _SAYS and not _is_preposition(sentence, position):
        return True
    if before.low in PREPOSITIONS:
        return before.low == "for" and position > 0 and sentence[position - 1].text == ","
    return not is_verb(before) and not (position == 0 and is_imperative(before))


def before_noun(sentence: Sentence, noun: Noun) -> int:
    """Return the position in front of the noun and its determiners; -1 at the beginning."""
    position = noun.outer - 1
    while position >= 0 and is_determiner(sentence[position]):
        position -= 1
    return position


def is_subordinate(sentence: Sentence, noun: Noun) -> bool:
    """True where adverbials may stand between subject and verb: ”at kommunen i uge 42 skal”."""
    position = before_noun(sentence, noun)
    if position < 0:
        return False
    before = sentence[position]
    is_conjunction = before.low in CONJUNCTIONS and before.low != "men"
    return is_conjunction or before.low in RELATIVES | {"om"} | _SAYS or before.text == ","


def has_other_subject(sentence: Sentence, position: int) -> bool:
    """”Når borgeren kontakter kommunen kan I …”: the modal's subject stands behind it."""
    for offset, token in enumerate(sentence[position : position + 4]):
        if is_pronoun_subject(token):
            return True
        if token.low in _PLACEHOLDERS:
            behind = sentence[position + offset + 1 : position + offset + 2]
            return not behind or is_verb(behind[0]) or is_adverb(behind[0])
        if not is_adverb(token):
            return _is_noun_subject(sentence, position + offset)
    return False


def _is_noun_subject(sentence: Sentence, position: int) -> bool:
    """”skal borgeren have”, ”kan KOMBIT hjælpe”: a noun between the modal and the infinitive."""
    token = sentence[position]
    is_name = token.is_word and token.is_capitalised and not token.is_quoted
    is_known = is_definite(token.low) and not is_adverbial(token) and token.low not in _TIMES
    if not (is_name or (token.is_word and is_known)) or is_verb(token):
        return False
    infinitives = lexicon().infinitives
    return any(t.low in infinitives for t in sentence[position + 1 : position + 5])


def _is_preposition(sentence: Sentence, position: int) -> bool:
    """”ved” is a verb behind a subject only: ”Vi ved kommunen skal …”."""
    if sentence[position].low != "ved":
        return False
    return position == 0 or not is_pronoun_subject(sentence[position - 1])


def _compares(sentence: Sentence, position: int) -> bool:
    """”andre end kommunen”, ”såvel KOMBIT som kommunen”: no subject of what follows."""
    before = [token.low for token in sentence[max(0, position - 5) : position]]
    if sentence[position].low == "end":
        return bool(before) and before[-1] in _OTHERS
    return any(low in _AS_WELL for low in before) or before[-1:] == ["så"]


def _is_in_a_row(sentence: Sentence, position: int) -> bool:
    """”mellem KOMBIT, kommunen og …”: the comma counts things up."""
    read = sentence[max(0, position - 4) : position]
    return bool(read) and any(token.low in {"mellem", "både"} for token in read)


def _joins_clauses(sentence: Sentence, position: int) -> bool:
    """”KOMBIT sender en mail og kommunen skal” has two clauses, ”KOMBIT og kommunen skal” one."""
    if position == 0 or sentence[position - 1].text in {",", "(", ";", "–"}:
        return True
    for index in range(position - 1, max(-1, position - _CLAUSE_MAX), -1):
        token = sentence[index]
        if opens_clause(token) and token.low not in {"så", "men"}:
            return token.low not in RELATIVES and _is_coordinate(sentence, index, position)
        if is_surely_finite(token):
            return True
    return False


def _is_coordinate(sentence: Sentence, begin: int, position: int) -> bool:
    """False when no verb stands between a clause's beginning and the joining word."""
    return any(is_surely_finite(token) for token in sentence[begin + 1 : position])


def _means_whether(sentence: Sentence, position: int) -> bool:
    """”Afklar om kommunen skal” asks whether; ”Oplysninger om kommunen skal” is about it."""
    if position == 0:
        return True
    before = sentence[position - 1]
    asks = before.low in _WHETHER or opens_clause(before) or is_verb(before)
    return asks or is_imperative(before) or before.low in {"af", "på", "til"}


def is_joined_behind(sentence: Sentence, noun: Noun) -> bool:
    """”skal kommunen og leverandøren”: two are addressed, and only one of them reads this."""
    behind = sentence[noun.tail + 1 : noun.tail + 3]
    if len(behind) < 2:
        return False
    if behind[0].low in JOINERS:
        return not is_verb(behind[1])
    return behind[0].text == "," and _counts_up(sentence, noun.tail + 2)


def _counts_up(sentence: Sentence, position: int) -> bool:
    """”kommunen, leverandøren og KOMBIT”: nouns alone between the comma and the joining word."""
    for token in sentence[position : position + 5]:
        if token.low in JOINERS:
            return True
        is_other = token.low in PREPOSITIONS | CONJUNCTIONS | RELATIVES or is_verb(token)
        if is_other or token.kind not in {Kind.WORD, Kind.MARK}:
            return False
    return False
