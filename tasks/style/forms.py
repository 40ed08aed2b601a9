"""Single word forms: is this an imperative the words know, does this noun carry its article?"""

import re

from tasks.style.lexicon import lexicon, nouns, overlay
from tasks.style.nouns import Form, noun_form, simple_form
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
    return None if word in nouns() else _compound(plain)


def _compound(word: str) -> str | None:
    """Return the verb in a word the dictionary lacks: ”klarmeld”, ”prøvekør”, ”fremsøg”."""
    stem = next(
        (word[i:] for i in range(2, len(word) - 2) if word[i:] in lexicon().imperatives), ""
    )
    front = word.removesuffix(stem)
    if not stem or stem in overlay().never_imperative or simple_form(word):
        return None
    if front in overlay().verb_prefixes:
        is_verb = not lexicon().readings.get(stem) or front in overlay().verb_particles
        return stem if is_verb else None
    return stem if len(front) > 2 and len(stem) > 4 and not readings_of(stem) else None


def readings_of(imperative: str) -> str:
    """Return what else an imperative may be: n noun, p plural, a adjective, o other; "" nothing."""
    listed = lexicon().readings.get(imperative, "")
    is_foreign_plural = imperative.endswith("er") and imperative[:-2] in nouns()
    return listed or ("p" if is_foreign_plural else "")


def is_definite(word: str) -> bool:
    """True for ”løsningen”, ”systemet”, ”brugerne”: an ending the noun carries."""
    if noun_form(word) is Form.DEFINITE:
        return True
    is_other = word in _NOT_DEFINITE or word in lexicon().participles
    return not is_other and bool(_DEFINITE.fullmatch(word))
