"""The imperative a title should have had: ”Oprettelse af X” -> ”Opret X”, ”Gentage” -> ”Gentag”."""

from itertools import pairwise

from tasks.style.clause import CONJUNCTIONS, PREPOSITIONS
from tasks.style.forms import is_definite
from tasks.style.lexicon import lexicon, overlay
from tasks.style.nouns import simple_form
from tasks.style.tokens import Token
from tasks.style.turning import Turn, from_infinitive, from_present, turned
from tasks.style.wordset import wordset

_SUBJECTS = wordset("du man")
# Who certainly is the one the text speaks to, so that the subject may go
_PERFORMERS = (
    "administrator",
    "administratoren",
    "superbruger",
    "superbrugeren",
    "ansvarlig",
    "ansvarlige",
    "projektleder",
    "projektlederen",
    "kommunen",
    "kommuner",
    "kommunerne",
)
_MODALS = wordset("skal bør kan må bedes vil")
_HOLDS_BACK = wordset("af for om til med på i fra ved under")
_SUBJECT_MAX = 4
_LISTED_MAX = 10
_JOINERS = wordset("og eller samt")
# What a noun ends in and what its verb does; * is the letter in front once more. ”ning” goes first:
# ”visning” is of ”vise”, not of ”visne”
_NOMINAL_ENDINGS = (
    ("else", ("e", "")),
    ("ning", ("e", "*e", "")),
    ("ing", ("e", "")),
    ("førsel", ("føre",)),
    ("ifikation", ("ificere",)),
    ("ation", ("ere",)),
)


def suggest(text: str, words: tuple[Token, ...]) -> Turn | None:
    """Return what the first words should be in bydeform, or None when unknown.

    ``words`` are tokens of ``text``, the first judged one first.
    """
    return (
        _modal(text, words)
        or _infinitive_with_at(text, words)
        or _nominal(text, words)
        or _third_person(text, words)
        or _inflected(text, words)
    )


def _modal(text: str, words: tuple[Token, ...]) -> Turn | None:
    """”I skal oprette brugere” -> ”Opret brugere”, ”Systemadministrator skal …” too."""
    modal = next((i for i, t in enumerate(words[: _SUBJECT_MAX + 1]) if t.low in _MODALS), 0)
    if not modal or modal + 1 >= len(words) or not _is_performer(words[modal - 1]):
        return None
    return turned(text, words, modal + 1, from_infinitive)


def _is_performer(token: Token) -> bool:
    is_you = token.low in _SUBJECTS or token.text == "I"
    return is_you or token.low.endswith(_PERFORMERS)


def _infinitive_with_at(text: str, words: tuple[Token, ...]) -> Turn | None:
    if len(words) < 2 or words[0].low != "at":
        return None
    return turned(text, words, 1, from_infinitive)


def _third_person(text: str, words: tuple[Token, ...]) -> Turn | None:
    """”Systemadministrator åbner menuen” -> ”Åbn menuen”; other subjects may mean others."""
    for position, token in enumerate(words[:_SUBJECT_MAX]):
        if not token.is_word or token.is_quoted:
            return None
        if _is_performer(token) and position + 1 < len(words):
            return turned(text, words, position + 1, from_present)
    return None


def _put(words: tuple[Token, ...], imperative: str, length: int) -> Turn:
    """Put an imperative in place of the first words; length 0 only shows it."""
    shown = _cased(words, imperative)
    end = words[length - 1].end if length else words[0].start
    return Turn(shown, words[0].start, end, shown, end)


def _cased(words: tuple[Token, ...], imperative: str) -> str:
    return imperative[:1].upper() + imperative[1:] if words[0].is_capitalised else imperative


def _nominal(text: str, words: tuple[Token, ...]) -> Turn | None:
    """”Oprettelse af X” -> ”Opret X”; without ”af” it is shown, not offered."""
    first = hidden_verb(words[0].low)
    if first is None:
        return None
    _, _, small = first.rpartition(" ")
    if small in PREPOSITIONS and len(words) > 1:
        # ”Opfølgning på fejl” -> ”Følg op på fejl”
        return _put(words, first, 2 if words[1].low == small else 0)
    listed = _listed_nominals(words)
    if listed is None:
        return _put(words, first, 0)
    orders, length = listed
    return _with_second(text, words, orders, length)


def _listed_nominals(words: tuple[Token, ...]) -> tuple[list[tuple[Token, str]], int] | None:
    """Read ”Oprettelse, ændring og sletning af”: its verbs and where ”af” ends; else None."""
    orders: list[tuple[Token, str]] = []
    for position in range(0, min(len(words) - 1, _LISTED_MAX), 2):
        order = hidden_verb(words[position].low)
        if order is None:
            return None
        orders.append((words[position], order))
        joiner = words[position + 1]
        if joiner.low == "af":
            return orders, position + 2
        if joiner.low not in _JOINERS and joiner.text != ",":
            return None
    return None


def _with_second(
    text: str, words: tuple[Token, ...], orders: list[tuple[Token, str]], length: int
) -> Turn:
    """Take ”… og tildeling af roller” along; only shown when it is uncertain what that is."""
    joined = [i for i in range(length + 1, len(words)) if _is_nominal_behind(words, i)]
    second = joined[0] if joined else 0
    has_own_object = any(words[i + 1 : i + 2] and words[i + 1].low == "af" for i in joined)
    object_is_nominal = any(hidden_verb(token.low) for token in words[length : second or length])
    if len(joined) > 1 or (second and has_own_object is object_is_nominal):
        return _put(words, orders[0][1], 0)
    if not has_own_object:
        second = 0
    parts = [_cased(words, orders[0][1])]
    for (before, _), (token, order) in pairwise(orders):
        parts.extend((text[before.end : token.start], order))
    end = verb_end = words[length - 1].end
    if second:
        order = hidden_verb(words[second].low) or ""
        parts.extend((text[end : words[second].start], order))
        end = words[second + 1].end
    return Turn(parts[0], words[0].start, end, "".join(parts), verb_end)


def _is_nominal_behind(words: tuple[Token, ...], position: int) -> bool:
    return words[position - 1].low in _JOINERS and hidden_verb(words[position].low) is not None


def hidden_verb(noun: str) -> str | None:
    """Return the imperative a noun like ”oprettelse”, ”sletning” or ”migration” hides."""
    listed = overlay().nominal.get(noun)
    if listed is not None:
        return listed.lower()
    for ending, tails in _NOMINAL_ENDINGS:
        stem = noun.removesuffix(ending)
        if stem != noun and len(stem) > 2:
            for infinitive in (stem + tail.replace("*", stem[-1]) for tail in tails):
                if infinitive in lexicon().infinitives:
                    return lexicon().infinitives[infinitive]
    return None


def _inflected(text: str, words: tuple[Token, ...]) -> Turn | None:
    """Infinitive, present tense, a doubled consonant, ”Åben” in front of what is to be opened."""
    low = words[0].low
    if low in CONJUNCTIONS | PREPOSITIONS or _asks_or_conditions(words):
        return None
    following = words[1] if len(words) > 1 else None
    if low in overlay().suggestion:
        return _listed(words, following)
    order_of = from_infinitive if from_infinitive(low) else from_present
    form = order_of(low)
    if form is not None and form != low:
        pairs = overlay().takes_preposition.get(form, frozenset())
        held_back = following is not None and following.low in _HOLDS_BACK - pairs
        turn = None if held_back else turned(text, words, 0, order_of)
        return turn or _put(words, form, 0)
    respelt = _respelt(low)
    return _put(words, respelt, 1) if respelt else None


def _listed(words: tuple[Token, ...], following: Token | None) -> Turn:
    """”Åben menuen” is certain, ”Åben adgang” is not."""
    is_object = following is not None and (
        following.is_quoted or following.low in {"at", "jer"} or is_definite(following.low)
    )
    return _put(words, overlay().suggestion[words[0].low].lower(), 1 if is_object else 0)


def _asks_or_conditions(words: tuple[Token, ...]) -> bool:
    """”Ønsker kommunen flere, bestilles de”, ”Mangler der en enhed?”: the verb has its subject."""
    if len(words) < 2 or words[0].low not in lexicon().presents:
        return False
    has_subject = words[1].low in {"der", "kommunen", "du", "vi", "man"} or words[1].text == "I"
    return has_subject or words[-1].text == "?"


def _respelt(word: str) -> str | None:
    """”Oprett” -> ”opret”, ”behandel” -> ”behandl”: slips at the end of an imperative."""
    is_double = len(word) > 3 and word[-1] == word[-2]
    bare = word[:-1] if is_double else f"{word[:-2]}l" if word.endswith("el") else ""
    return bare if bare in lexicon().imperatives and simple_form(word) is None else None
