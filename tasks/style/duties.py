"""The reader named as somebody else without a verb of his own: ”det er kommunens ansvar at”."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tasks.style.clause import MODALS, is_finite
from tasks.style.municipality import municipalities
from tasks.style.subject import Sentence
from tasks.style.wordset import wordset

_DUTIES = wordset("ansvar opgave pligt eget egen egne")
_OWNERS = wordset("kommunens kommunernes")
_EACH = (("den", "enkelte"), ("hver", "enkelt"), ("hver",))
_OWN = wordset("sin sit sine sig deres dens")
_AGAIN = wordset("den de")
_READERS = wordset("modtageren modtagerne læseren læserne")
_TASKS = ("opgaven", "klik-opgaven", "beskeden", "teksten")
_RESPONSIBILITY_MAX = 12
_TASK_MAX = 6
_REACH = 60


class Duty(NamedTuple):
    """``first`` to ``last`` is what ``shown`` replaces; ``reach`` is the last word of the phrase.

    Nothing may be replaced where a later word would have to follow (”sine”).
    """

    first: int
    last: int
    reach: int
    shown: str
    is_certain: bool


def duties(sentence: Sentence) -> Iterator[Duty]:
    """Yield where something is laid on the municipality."""
    for position in range(1, len(sentence) - 1):
        first = _owner_begin(sentence, position)
        is_duty = first > 0 and sentence[position + 1].low in _DUTIES
        if is_duty and sentence[first - 1].low == "er" and not sentence[position].is_quoted:
            is_certain = _is_certain(sentence, position + 2)
            yield Duty(first, position, position + 1, "jeres", is_certain)
    for noun in municipalities(sentence):
        if _is_laid_on(sentence, noun.outer):
            is_certain = _is_certain(sentence, noun.last + 1)
            yield Duty(noun.outer, noun.last, noun.last, "jer", is_certain)


def readers(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of ”modtageren af denne opgave”, ”modtageren skal markere opgaven”."""
    for position, token in enumerate(sentence):
        if token.low not in _READERS or token.is_quoted:
            continue
        behind = [near.low for near in sentence[position + 1 : position + 1 + _TASK_MAX]]
        if behind[:1] == ["af"]:
            last = 3 if behind[1:2] in (["denne"], ["en"]) else 2
            if behind[last - 1 : last] and behind[last - 1].endswith(("opgave", *_TASKS)):
                yield position, position + last
        elif behind and behind[0] in MODALS and set(behind) & {*_TASKS}:
            yield position, position + 1


def _owner_begin(sentence: Sentence, position: int) -> int:
    """Return where ”kommunens” or ”den enkelte kommunes” begins; 0 for another word."""
    if sentence[position].low in _OWNERS:
        return position
    if sentence[position].low == "kommunes":
        for words in _EACH:
            begin = position - len(words)
            if begin > 0 and tuple(t.low for t in sentence[begin:position]) == words:
                return begin
    return 0


def _is_laid_on(sentence: Sentence, outer: int) -> bool:
    """”påhviler”, ”op til”, or ”ansvaret … ligger hos” right in front."""
    front = [token.low for token in sentence[max(0, outer - 4) : outer]]
    if front[-1:] == ["påhviler"]:
        return True
    if front[-2:] == ["op", "til"]:
        return bool({"er", "bliver"} & {*front})
    if front[-2:] != ["ligger", "hos"]:
        return False
    before = sentence[max(0, outer - _RESPONSIBILITY_MAX) : outer]
    return any(token.low in {"ansvar", "ansvaret"} for token in before)


def _is_certain(sentence: Sentence, position: int) -> bool:
    """False where the municipality is named again: ”sine”, ”om den vil deltage”."""
    later = sentence[position : position + _REACH]
    return not any(token.low in _OWN for token in later) and not any(
        token.low in _AGAIN and is_finite(behind) for token, behind in pairwise(later)
    )
