"""The packaged words: verbs from the Danish spelling dictionary and overlays a person may edit.

Read once, on the first question; every answer is a look-up in a frozen set or a dict.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``imperatives`` maps form to infinitive; ``readings`` says what else a form may be.

    Readings: n noun, p plural noun, a adjective, o other. ``infinitives`` maps infinitive to its
    imperative; ``presents``, ``participles`` and ``passives`` map a form to the infinitive.
    """

    imperatives: dict[str, str]
    readings: dict[str, str]
    infinitives: dict[str, str]
    presents: dict[str, str]
    participles: dict[str, str]
    passives: dict[str, str]


@dataclass(frozen=True, slots=True)
class Overlay:
    """The hand-written lists of overlay.toml, each as a frozen set or a dict."""

    never_imperative: frozenset[str]
    leans_verb: frozenset[str]
    leans_noun: frozenset[str]
    adjective_first: frozenset[str]
    takes_preposition: dict[str, frozenset[str]]
    may_take_preposition: dict[str, frozenset[str]]
    not_before: dict[str, frozenset[str]]
    nominal: dict[str, str]
    suggestion: dict[str, str]
    verb_prefixes: frozenset[str]
    verb_particles: frozenset[str]
    joins_nouns: tuple[str, ...]


def _rows(name: str) -> list[str]:
    """Return the lines of a generated file below its header."""
    return _packaged(name).splitlines()[1:]


def _packaged(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@cache
def _by_hand() -> dict[str, Any]:
    return tomllib.loads(_packaged("overlay.toml"))


def house_lists() -> dict[str, Any]:
    """Return house.toml: ``roles``, ``acronyms`` (words in one text) and ``terms``."""
    return tomllib.loads(_packaged("house.toml"))


def _split(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {word: frozenset(following.split()) for word, following in table.items()}


@cache
def overlay() -> Overlay:
    """Return the lists of overlay.toml."""
    data = _by_hand()
    return Overlay(
        never_imperative=frozenset(data["never_imperative"].split()),
        leans_verb=frozenset(data["leans_verb"].split()),
        leans_noun=frozenset(data["leans_noun"].split()),
        adjective_first=frozenset(data["adjective_first"].split()),
        takes_preposition=_split(data["takes_preposition"]),
        may_take_preposition=_split(data["may_take_preposition"]),
        not_before=_split(data["not_before"]),
        nominal=data["nominal"],
        suggestion=data["suggestion"],
        verb_prefixes=frozenset(data["verb_prefixes"].split()),
        verb_particles=frozenset(data["verb_particles"].split()),
        joins_nouns=tuple(data["joins_nouns"].split()),
    )


@cache
def lexicon() -> Lexicon:
    """Return the verbs of verbs.txt with the loan verbs of overlay.toml laid on top."""
    built = Lexicon({}, {}, {}, {}, {}, {})
    for line in _rows("verbs.txt"):
        infinitive, imperatives, passive, participles = (line + "\t\t").split("\t")[:4]
        _add(built, infinitive, imperatives.split(","), participles)
        if passive == "s":
            built.passives[f"{infinitive}s"] = infinitive
    for imperative, infinitive in _by_hand()["loan_verbs"].items():
        _add(built, infinitive, [imperative], "")
        built.passives[f"{infinitive}s"] = infinitive
    built.readings.update(_by_hand()["readings"])
    return built


@cache
def nouns() -> dict[str, str]:
    """Return simple nouns with how they bend: n, t for the article, r, e for the plural."""
    found: dict[str, str] = {}
    for row in _rows("nouns.txt"):
        bends, *words = row.split()
        found.update(dict.fromkeys(words, bends))
    return found


def _add(built: Lexicon, infinitive: str, imperatives: list[str], participles: str) -> None:
    for shown in imperatives:
        form, _, readings = shown.partition(":")
        built.imperatives.setdefault(form, infinitive)
        if readings:
            built.readings[form] = readings
        if "é" not in form:
            built.infinitives[infinitive] = form
            built.participles.setdefault(f"{form}t", infinitive)
    built.presents[f"{infinitive}r"] = infinitive
    for participle in participles.split(",") if participles else ():
        built.participles[participle] = infinitive
    if infinitive.endswith("e"):
        built.participles.setdefault(f"{infinitive}t", infinitive)
