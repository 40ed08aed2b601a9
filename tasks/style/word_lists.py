"""The hand-written lists of words.toml that the rules of words read; read once, lazily."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.style.wordset import wordset


@dataclass(frozen=True, slots=True)
class WordLists:
    """``paper`` maps an old word to its twin (empty = none in the same form).

    ``light`` maps a form of a light verb to the name of that form, ”infinitive”, ”present” …
    """

    paper: dict[str, str]
    asking: frozenset[str]
    light: dict[str, str]
    things: frozenset[str]
    deeds: frozenset[str]
    capitals: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Return the lists of words.toml."""
    path = Path(__file__).parent / "lexicon" / "words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return WordLists(
        paper=data["paper"],
        asking=wordset(data["asking"]["verbs"]),
        light={word: form for form, words in data["light"].items() for word in words.split()},
        things=wordset(data["nouns"]["things"]),
        deeds=wordset(data["nouns"]["deeds"]),
        capitals=wordset(data["capitals"]["words"]),
    )
