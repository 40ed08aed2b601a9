"""Words on which the meaning of an instruction hangs, looked for where a text was changed."""

import re
from collections.abc import Iterable, Iterator

from tasks.corrections.why import Why
from tasks.danish_dates import MONTHS, WEEKDAYS

# ”en” and ”et” are left out: as articles they are what is most often put right
_NUMBER_WORDS = (
    "nul", "én", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
    "tolv", "halv", "halve", "halvanden", "begge", "første", "anden", "andet", "tredje", "fjerde",
    "femte", "sjette", "sidste", "næste", *MONTHS, *WEEKDAYS,
)  # fmt: skip
_TIME = re.compile(
    r"(?:arbejds|bank|hellig|hver|kalender|uge|tids|svar|slut|start|skærings|i|over)?-?"
    r"(?:dag|uge|måned|kvartal|år|time|minut|dato|frist|deadline|termin|morgen|aften)"
    r"(?:e|en|et|er|ene|erne|n|r|rne)?s?"
)
_NEGATIONS = (
    "ikke", "ej", "aldrig", "ingen", "intet", "ingenting", "ingenlunde", "uden", "hverken", "kun",
    "alene", "undtagen", "undtaget", "medmindre", "bortset", "hvis", "eller", "alle", "hver",
    "hvert", "samtlige",
)  # fmt: skip
_DUTIES = ("skal", "skulle", "kan", "kunne", "må", "måtte", "bør", "burde", "vil", "ville")
_ORDER = (
    "senest", "tidligst", "før", "efter", "inden", "indtil", "fra", "siden", "straks", "allerede",
    "først", "mindst", "højst", "maksimalt", "minimum", "over", "under", "mere", "mindre", "flere",
    "færre",
)  # fmt: skip
_PEOPLE = (
    "du", "dig", "din", "dit", "dine", "jer", "jeres", "vi", "os", "vores", "man", "kombit",
)  # fmt: skip
_PEOPLE_BEGIN = ("kommun", "leverandør", "borger", "medarbejder", "ansvarlig", "udfører")
_OWN_I = re.compile(r"(?<!\w)I(?!\w)")  # ”I”, the municipality; ”i” is a preposition
_ADDRESS = re.compile(r"https?:|www\.|@|\w\.(?:dk|com|net|org|eu)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-–’'/][^\W\d_]+)*")
_LONG_NAME = 5  # letters; ”it” in a role's name is no sign of the role


def touched_meaning(words: str, roles: Iterable[str]) -> Iterator[Why]:
    """Yield what the changed words carry; ``roles`` are the names in the role gallery."""
    found = [word.casefold() for word in _WORD.findall(words)]
    if _ADDRESS.search(words):
        yield Why.LINK
    if any(map(_is_number, found)) or any(sign.isnumeric() or sign in "%§" for sign in words):
        yield Why.NUMBER
    if any(word in _NEGATIONS for word in found):
        yield Why.NEGATION
    if any(word in _DUTIES for word in found):
        yield Why.DUTY
    if any(word in _ORDER for word in found):
        yield Why.TIME
    if _OWN_I.search(words) or any(_is_person(word, roles) for word in found):
        yield Why.PEOPLE


def _is_number(word: str) -> bool:
    return word.removesuffix("s") in _NUMBER_WORDS or _TIME.fullmatch(word) is not None


def _is_person(word: str, roles: Iterable[str]) -> bool:
    if word in _PEOPLE or word.startswith(_PEOPLE_BEGIN) or "ansvarlig" in word:
        return True
    return any(part in word for role in roles for part in _parts(role))


def _parts(role: str) -> Iterator[str]:
    """Yield the long words of a role's name: ”kontaktpersonen” touches ”Kontaktperson”."""
    names = role.casefold().replace("-", " ").split()
    return (name for name in names if len(name) >= _LONG_NAME)
