"""The imperative a title should have had: ”Oprettelse af X” -> ”Opret X”, ”Gentage” -> ”Gentag”."""

from dataclasses import dataclass

from tasks.style.forms import is_definite
from tasks.style.lexicon import lexicon, overlay
from tasks.style.tokens import Token
from tasks.style.wordset import wordset

_SUBJECTS = wordset("i du vi man kommunen kommunerne kommunerne")
_MODALS = wordset("skal bør kan må bedes vil")
_HOLDS_BACK = wordset("af for om til med på i fra ved under")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Put ``imperative`` in place of the first ``length`` tokens; 0 = show it, do not offer it."""

    imperative: str
    length: int


def suggest(words: tuple[Token, ...]) -> Suggestion | None:
    """Return what the first words of a title should be in bydeform, or None when unknown."""
    found = _modal(words) or _infinitive_with_at(words) or _nominal(words) or _inflected(words)
    if found is None or not words[0].is_capitalised:
        return found
    return Suggestion(found.imperative[:1].upper() + found.imperative[1:], found.length)


def _imperative_of(infinitive: str) -> str | None:
    form = lexicon().infinitives.get(infinitive)
    return form if form != infinitive else None


def _modal(words: tuple[Token, ...]) -> Suggestion | None:
    """”I skal oprette brugere” -> ”Opret brugere”."""
    if len(words) < 3 or words[0].low not in _SUBJECTS or words[1].low not in _MODALS:
        return None
    form = lexicon().infinitives.get(words[2].low)
    return Suggestion(form, 3) if form else None


def _infinitive_with_at(words: tuple[Token, ...]) -> Suggestion | None:
    if len(words) < 2 or words[0].low != "at":
        return None
    form = lexicon().infinitives.get(words[1].low)
    return Suggestion(form, 2) if form else None


def _nominal(words: tuple[Token, ...]) -> Suggestion | None:
    """”Oprettelse af X”, ”Oprettelse og sletning af X”; without ”af” it is shown, not offered."""
    first = hidden_verb(words[0].low)
    if first is None:
        return None
    lows = [word.low for word in words[:4]]
    if lows[1:2] == ["af"]:
        return Suggestion(first, 2)
    if len(lows) == 4 and lows[1] == "og" and lows[3] == "af":
        second = hidden_verb(lows[2])
        return Suggestion(f"{first} og {second}", 4) if second else None
    return Suggestion(first, 0)


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


def _inflected(words: tuple[Token, ...]) -> Suggestion | None:
    """Infinitive, present tense, a doubled consonant, ”Åben” in front of what is to be opened."""
    low = words[0].low
    following = words[1] if len(words) > 1 else None
    form = _imperative_of(low) or _imperative_of(lexicon().presents.get(low, "")) or _undoubled(low)
    if form is None and low in overlay().suggestion:
        is_object = following is not None and (following.is_quoted or is_definite(following.low))
        return Suggestion(overlay().suggestion[low], 1 if is_object else 0)
    if form is None:
        return None
    pairs = overlay().takes_preposition.get(form, frozenset())
    held_back = following is not None and following.low in _HOLDS_BACK - pairs
    return Suggestion(form, 0 if held_back else 1)


def _undoubled(word: str) -> str | None:
    """”Oprett” -> ”opret”: a double consonant becomes single at the end of an imperative."""
    is_double = len(word) > 3 and word[-1] == word[-2]
    return word[:-1] if is_double and word[:-1] in lexicon().imperatives else None
