"""A goal that looks back: ”Målet er, at I har oprettet en rute” -> ”… opretter en rute”."""

from collections.abc import Iterator
from typing import NamedTuple

from tasks.style.clause import JOINERS
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Token
from tasks.style.verb_forms import present_of
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_SUBJECTS = wordset("du vi kommunen kommunerne alle brugerne superbrugerne systemansvarlig")
_BETWEEN = wordset("nu alle selv også")
_BEFORE = _BETWEEN | wordset("alle jeres de den")
_SUBJECT_MAX = 4
_REST_MAX = 30
# ”I har haft”, ”I har været”: no present tense says the same
_STATES = wordset("være have blive kunne skulle ville måtte burde")
# A clause of its own begins: what stands behind is not joined to ”har oprettet”
_OPENERS = wordset("at som der når hvis så fordi da")


class Past(NamedTuple):
    """Where ”har oprettet” stands, and what to write from ``start`` to ``fix_end``; "" = unsure."""

    start: int
    end: int
    present: str
    fix_end: int


def looks_back(text: str, said: Said) -> Iterator[Past]:
    """Yield the goal's own verb in the past; ”de årsager, I har valgt” is another clause."""
    for position, token in enumerate(said[1:-1], 1):
        if token.low == "har" and _is_goals_own(said, position):
            yield from _past(text, said, position)


def _is_goals_own(said: Said, position: int) -> bool:
    """True when the subject of ”har” stands first in the sentence or right behind ”at”."""
    if said[position - 1].low in _BETWEEN and said[position - 1].low not in _SUBJECTS:
        position -= 1
    if not position:
        return False
    subject = said[position - 1]
    if subject.text != "I" and subject.low not in _SUBJECTS:
        return False
    begin = position - 1
    while begin and position - begin < _SUBJECT_MAX and said[begin - 1].low in _BEFORE:
        begin -= 1
    return begin == 0 or said[begin - 1].low == "at"


def _past(text: str, said: Said, position: int) -> Iterator[Past]:
    """”I har oprettet” looks back; ”I har en oprettet rute” does not."""
    last = position + 1
    while last < len(said) - 1 and said[last].low in _BETWEEN:
        last += 1
    infinitive = _infinitive(said[last])
    if infinitive is None:
        return
    start, end = said[position].start, said[last].end
    if last != position + 1 or infinitive in _STATES:
        yield Past(start, end, "", end)
        return
    replaced, fix_end = _turned(text, said, last)
    yield Past(start, end, replaced, fix_end)


def _infinitive(token: Token) -> str | None:
    return None if token.is_quoted else lexicon().participles.get(token.low)


def _turned(text: str, said: Said, last: int) -> tuple[str, int]:
    """Turn the verbs joined to the first along: ”opretter og tester”; "" when one cannot be."""
    parts, end = [present_of(_infinitive(said[last]) or "")], said[last].end
    for position in range(last + 1, min(len(said), last + _REST_MAX)):
        before, token = said[position - 1], said[position]
        if token.low in _OPENERS:
            break
        # ”… og har valgt”: the two would stand in different tenses
        if token.low == "har" and before.low in JOINERS:
            return "", said[last].end
        infinitive = _infinitive(token)
        if infinitive is None or not (before.low in JOINERS or before.text == ","):
            continue
        if infinitive in _STATES:
            return "", said[last].end
        parts.extend((text[end : token.start], present_of(infinitive)))
        end = token.end
    return "".join(parts), end
