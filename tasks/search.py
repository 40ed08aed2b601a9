"""Search that knows Danish: ”østers” finds ”ØSTERS” and ”opgaver” finds ”opgaven”."""

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
QUERY_WORDS_MAX = 10


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("danish")


def index_text(texts: Iterable[str]) -> str:
    """Return what is stored to be searched: each word casefolded, and its stem, once each."""
    words = {word for text in texts for word in _words(text)}
    return " ".join(sorted(words | set(_stemmer().stemWords(sorted(words)))))


def query_terms(query: str) -> tuple[str, ...]:
    """Return the stems that must all occur in a task's search text; at most ten words count."""
    return tuple(_stemmer().stemWords(_words(query)[:QUERY_WORDS_MAX]))


def _words(text: str) -> list[str]:
    """The words in small letters; an å typed as a and a ring is the same å."""
    return _WORD.findall(normalize("NFC", text).casefold())
