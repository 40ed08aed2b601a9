"""Single word forms: is this an imperative the words know, does this noun carry its article?"""

import re

from tasks.style.lexicon import lexicon, nouns, overlay
from tasks.style.nouns import Form, noun_form, simple_form
from tasks.style.wordset import wordset

_NOT_DEFINITE = wordset("anden siden inden uden foruden egen men igen ingen noget andet")
_DEFINITE = re.compile(r"[^\W\d_]{3,}(?:en|et|ne)")
# A noun at the end must be longer than what makes the verb
_ENDING_MAX = 5


def known_imperative(word: str) -> str | None:
    """Return the dictionary's spelling of an imperative (”aktivér”, ”massetildel” too), or None."""
    forms = lexicon().imperatives
    if word in forms:
        return word
    plain = word.replace("é", "e").replace("-", "")
    if plain in forms and (plain.endswith("er") or "-" in word):
        return plain
    if word in nouns() or _is_other_form(plain):
        return None
    return _joined_with_noun(plain) or _compound(plain) or _coined(plain)


def _is_other_form(word: str) -> bool:
    """”Redigerer”, ”aflyst”: the dictionary knows it as the verb's other form."""
    return word in lexicon().presents or word in lexicon().participles


def _joined_with_noun(word: str) -> str | None:
    """Return ”brugertest” itself: with a noun in front it is one word, noun and verb alike."""
    tail = next((tail for tail in overlay().joins_nouns if word.endswith(tail)), "")
    return word if tail and len(word) > len(tail) + 2 else None


def _compound(word: str) -> str | None:
    """Return the verb in a word the dictionary lacks: ”klarmeld”, ”prøvekør”, ”fremsøg”."""
    stem = next(
        (word[i:] for i in range(2, len(word) - 2) if word[i:] in lexicon().imperatives), ""
    )
    front = word.removesuffix(stem)
    if not stem or stem in overlay().never_imperative or _ends_in_noun(word, stem):
        return None
    if front in overlay().verb_prefixes:
        is_verb = not {*readings_of(stem)} & {*"np"} or front in overlay().verb_particles
        return stem if is_verb else None
    return stem if len(front) > 2 and len(stem) > 4 and not readings_of(stem) else None


def _ends_in_noun(word: str, stem: str) -> bool:
    """”Klageinstans” is no ”stans”, ”adgangskort” no ”skort”: a noun explains more of the word."""
    longer = (word[i:] for i in range(len(word) - len(stem)))
    is_linked = stem[0] == "s" and simple_form(stem[1:]) is Form.SINGULAR and stem not in nouns()
    return any(simple_form(tail) for tail in longer) or (is_linked and _may_be_linked(word, stem))


def _may_be_linked(word: str, stem: str) -> bool:
    """True when a noun stands in front of the s: ”adgang-s-kort”, but not ”til-spil”."""
    return noun_form(word.removesuffix(stem)) is not None


def _coined(word: str) -> str | None:
    """”Tokeniser”, ”containeriser”: anybody may make a verb with these endings."""
    is_coined = len(word) > 7 and word.endswith(("iser", "ificer"))
    is_noun = any(simple_form(word[i:]) for i in range(len(word) - _ENDING_MAX))
    return word if is_coined and not is_noun else None


def readings_of(imperative: str) -> str:
    """Return what else an imperative may be: n noun, p plural, a adjective, o other; "" nothing."""
    listed = lexicon().readings.get(imperative, "")
    if not listed and imperative not in lexicon().imperatives and _joined_with_noun(imperative):
        return "n"
    is_foreign_plural = imperative.endswith("er") and imperative[:-2] in nouns()
    return listed or ("p" if is_foreign_plural else "")


def is_definite(word: str) -> bool:
    """True for ”løsningen”, ”systemet”, ”brugerne”: an ending the noun carries."""
    if noun_form(word) is Form.DEFINITE:
        return True
    is_other = word in _NOT_DEFINITE or word in lexicon().participles
    return not is_other and bool(_DEFINITE.fullmatch(word))
