"""The municipality that reads: ”kommunen”, ”hver kommune”, ”de enkelte kommuner”, no other."""

from collections.abc import Iterator

from tasks.style.subject import Noun, Sentence
from tasks.style.wordset import wordset

NEEDLE = "kommune"
_ITSELF = {"kommunen": False, "kommunerne": True}
_EACH = (
    ("den", "enkelte"),
    ("hver",),
    ("hver", "enkelt"),
    ("hver", "eneste"),
    ("enhver",),
)
_BACK = 40
_APOSTROPHES = frozenset("'’‘")
_ANOTHER = wordset("en anden én den enhver ny nye")
# Words in front that make what follows a name or a text: ”feltet Kommunen skal udfyldes”
_NAMES = wordset(
    "feltet ordet ordene kolonnen rubrikken fanen knappen menuen overskriften teksten værdien "
    "rækken linjen linket titlen sætningen formuleringen parameteren variablen typen begrebet"
)


def municipalities(sentence: Sentence) -> Iterator[Noun]:
    """Yield where the reading municipality stands, quoted ones and namesakes left out."""
    for position, token in enumerate(sentence):
        if token.is_quoted or not token.is_word or not token.low.startswith(NEEDLE):
            continue
        noun = _noun(sentence, position)
        if noun is not None and not _is_somebody_else(sentence, noun):
            yield noun


def _noun(sentence: Sentence, position: int) -> Noun | None:
    low = sentence[position].low
    if low in _ITSELF:
        return Noun(position, position, position, _ITSELF[low])
    if low == "kommuner" and _stands_before(sentence, position, ("de", "enkelte")):
        return Noun(position, position, position - 2, is_plural=True)
    if low == "kommune":
        for words in _EACH:
            if _stands_before(sentence, position, words):
                return Noun(position, position, position - len(words))
    return None


def _stands_before(sentence: Sentence, position: int, words: tuple[str, ...]) -> bool:
    begin = position - len(words)
    return begin >= 0 and tuple(token.low for token in sentence[begin:position]) == words


def _is_somebody_else(sentence: Sentence, noun: Noun) -> bool:
    """”flytter til en anden kommune, skal kommunen”: the one just mentioned; a name; a quote."""
    if noun.outer:
        before = sentence[noun.outer - 1]
        is_marked = before.text in _APOSTROPHES and before.end == sentence[noun.outer].start
        if before.low in _NAMES or is_marked:
            return True
    begin = max(0, noun.outer - _BACK)
    return any(
        token.low == "kommune" and index and sentence[index - 1].low in _ANOTHER
        for index, token in enumerate(sentence[begin : noun.outer], begin)
    )
