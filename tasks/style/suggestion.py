"""The imperative a title should have had: ”Oprettelse af X” -> ”Opret X”, ”Gentage” -> ”Gentag”."""

from tasks.style.clause import CONJUNCTIONS, PREPOSITIONS
from tasks.style.forms import is_definite
from tasks.style.lexicon import lexicon, overlay
from tasks.style.tokens import Token
from tasks.style.turning import Turn, from_infinitive, from_present, turned
from tasks.style.wordset import wordset

_SUBJECTS = wordset("i du vi man")
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
    "kommunerne",
)
_MODALS = wordset("skal bør kan må bedes vil")
_HOLDS_BACK = wordset("af for om til med på i fra ved under")
_SUBJECT_MAX = 4


def suggest(text: str, words: tuple[Token, ...]) -> Turn | None:
    """Return what the first words should be in bydeform, or None when unknown.

    ``words`` are tokens of ``text``, the first judged one first.
    """
    return (
        _modal(text, words)
        or _infinitive_with_at(text, words)
        or _nominal(words)
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
    return token.low in _SUBJECTS or token.low.endswith(_PERFORMERS)


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
    shown = imperative.capitalize() if words[0].is_capitalised else imperative
    end = words[length - 1].end if length else words[0].start
    return Turn(shown, words[0].start, end, shown, end)


def _nominal(words: tuple[Token, ...]) -> Turn | None:
    """”Oprettelse af X”, ”Oprettelse og sletning af X”; without ”af” it is shown, not offered."""
    first = hidden_verb(words[0].low)
    if first is None:
        return None
    lows = [word.low for word in words[:4]]
    if lows[1:2] == ["af"]:
        return _put(words, first, 2)
    if len(lows) == 4 and lows[1] == "og" and lows[3] == "af":
        second = hidden_verb(lows[2])
        return _put(words, f"{first} og {second}", 4) if second else None
    return _put(words, first, 0)


def hidden_verb(noun: str) -> str | None:
    """Return the imperative a noun like ”oprettelse”, ”sletning” or ”migration” hides."""
    listed = overlay().nominal.get(noun)
    if listed is not None:
        return listed.lower()
    for ending, tails in (("else", "e"), ("ing", "e"), ("ning", "e2"), ("ation", ("ere",))):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            stem = noun.removesuffix(ending)
            for infinitive in _infinitives(stem, tails):
                if infinitive in lexicon().infinitives:
                    return lexicon().infinitives[infinitive]
    return None


def _infinitives(stem: str, tails: str | tuple[str, ...]) -> list[str]:
    if isinstance(tails, tuple):
        return [stem + tail for tail in tails]
    plain = [f"{stem}e"]
    return [*plain, f"{stem}{stem[-1]}e"] if tails == "e2" else plain


def _inflected(text: str, words: tuple[Token, ...]) -> Turn | None:
    """Infinitive, present tense, a doubled consonant, ”Åben” in front of what is to be opened."""
    low = words[0].low
    if low in CONJUNCTIONS | PREPOSITIONS or _asks_or_conditions(words):
        return None
    following = words[1] if len(words) > 1 else None
    order_of = from_infinitive if from_infinitive(low) else from_present
    form = order_of(low)
    if form is not None and form != low:
        pairs = overlay().takes_preposition.get(form, frozenset())
        held_back = following is not None and following.low in _HOLDS_BACK - pairs
        turn = None if held_back else turned(text, words, 0, order_of)
        return turn or _put(words, form, 0)
    if low in overlay().suggestion:
        is_object = following is not None and (following.is_quoted or is_definite(following.low))
        return _put(words, overlay().suggestion[low], 1 if is_object else 0)
    undoubled = _undoubled(low)
    return _put(words, undoubled, 1) if undoubled else None


def _asks_or_conditions(words: tuple[Token, ...]) -> bool:
    """”Ønsker kommunen flere, bestilles de”, ”Mangler der en enhed?”: the verb has its subject."""
    if len(words) < 2 or words[0].low not in lexicon().presents:
        return False
    has_subject = words[1].low in {"der", "kommunen", "du", "vi", "man"} or words[1].text == "I"
    return has_subject or words[-1].text == "?"


def _undoubled(word: str) -> str | None:
    """”Oprett” -> ”opret”: a double consonant becomes single at the end of an imperative."""
    is_double = len(word) > 3 and word[-1] == word[-2]
    return word[:-1] if is_double and word[:-1] in lexicon().imperatives else None
