"""Nouns in their forms: ”rolle”, ”rollen”, ”roller”, ”rollerne”, and compounds that end in one."""

from enum import Enum
from functools import lru_cache

from tasks.style.lexicon import nouns

_DERIVED = ("ing", "else", "hed", "tion", "isme", "skab")
_HEAD_MIN = 4
# Ending, what it makes of the noun, and the class that takes it
_ENDINGS = (
    ("erne", "d", "r"),
    ("ene", "d", "nt"),
    ("rne", "d", "r"),
    ("ne", "d", "e"),
    ("en", "d", "n"),
    ("et", "d", "t"),
    ("er", "p", "r"),
    ("n", "d", "n"),
    ("t", "d", "t"),
    ("e", "p", "e"),
    ("r", "p", "r"),
)


class Form(Enum):
    """How a noun stands: ”rolle”, ”roller”, ”rollen” and ”rollerne”."""

    SINGULAR = "i"
    PLURAL = "p"
    DEFINITE = "d"


def is_noun(word: str) -> bool:
    return noun_form(word) is not None


@lru_cache(maxsize=4096)
def noun_form(word: str) -> Form | None:
    """Return the form of a noun in small letters, or None for another word."""
    simple = simple_form(word)
    if simple is not None:
        return simple
    for start in range(2, len(word) - _HEAD_MIN + 1):
        head = simple_form(word[start:])
        if head is not None:
            return head
    return None


def simple_form(word: str) -> Form | None:
    """Return the form of a noun that is no compound, or None."""
    if word in nouns() or (word.endswith(_DERIVED) and len(word) > 6):
        return Form.SINGULAR
    for ending, form, classes in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _takes(stem, classes, ending):
            return Form(form)
    return None


def _takes(stem: str, classes: str, ending: str) -> bool:
    """True when the stem, or the stem with its consonant single, is a noun of such a class."""
    known = nouns()
    bends = known.get(stem) or _derived_class(stem)
    is_vowel_ending = ending[0] == "e"
    if not bends and is_vowel_ending and len(stem) > 3 and stem[-1] == stem[-2]:
        bends = known.get(stem[:-1], "")
    if bends and not is_vowel_ending and stem[-1] not in "eaioyuæøå" and ending != "ne":
        return False
    return any(mark in bends for mark in classes)


def _derived_class(stem: str) -> str:
    return "nr" if stem.endswith(_DERIVED) and len(stem) > 6 else ""
