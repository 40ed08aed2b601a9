"""Single word forms: is this an imperative the words know, does this noun carry its article?"""

import re

from tasks.style.lexicon import lexicon, overlay
from tasks.style.wordset import wordset

_NOT_DEFINITE = wordset("anden siden inden uden foruden egen men igen ingen noget andet")
_DEFINITE = re.compile(r"[^\W\d_]{3,}(?:en|et|ne)")


def known_imperative(word: str) -> str | None:
    """Return the dictionary's spelling of an imperative (”aktivér”, ”massetildel” too), or None."""
    forms = lexicon().imperatives
    if word in forms:
        return word
    plain = word.replace("é", "e")
    if plain in forms and plain.endswith("er"):
        return plain
    for prefix in overlay().verb_prefixes:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) > 3 and stem in forms and stem not in lexicon().readings:
            return stem
    return None


def is_definite(word: str) -> bool:
    """True for ”løsningen”, ”systemet”, ”brugerne”: an ending the noun carries."""
    return word not in _NOT_DEFINITE and bool(_DEFINITE.fullmatch(word))
