"""What an author meant to fill in later: ”(….)”, ”XX”, ”[indsæt link]”, ”TODO”, ”dd.mm.åååå”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.style.tokens import Kind, Token, tokens
from tasks.style.wordset import wordset

_INSIDE_MAX = 80
# Alternatives begin with different characters and repeat one class each: no backtracking
_PLAIN = re.compile(
    r"""
      (?P<dots>\(\s{0,3}(?:…[.…]{0,9}|\.{2,9}…?)\s{0,3}\))
    | (?P<letters>(?<![\w/.@-])(?:[Xx]{2,}(?:\ [Xx]{2,}){0,5}|[Xx][.,/][Xx])
        (?:\.(?=\ [a-zæøå0-9]|\d|[Xx]))?(?:[Xx]{2,4})?(?![\w/@-]))
    | (?P<asked>(?<![\w?])\?{2,}(?:[./-](?:\?{2,}|\d{1,4})){0,2})
    | (?P<line>_{3,})
    | (?P<left>(?<!\w)(?:TODO|TBD|TBA|FIXME|[Tt]odo(?=:)|[Ll]orem\ ipsum)(?!\w))
    """,
    re.VERBOSE,
)
# One of these stands in every placeholder; most texts hold none, and are passed by at once
_SIGNS = (
    "…", "..", "xx", "x.x", "x,x", "x/x", "??", "__", "todo", "tbd", "tba", "fixme", "lorem",
    "[", "<", "{", "(", "dd.", "dd/", "dd-", "d.m", "d/m", "d-m", "udfyldes", "mangler", "tekst",
    "indsæt", "skriv",
)  # fmt: skip
_DATE_SHAPE = re.compile(r"(?<!\w)[dD]{1,2}[./-][mM]{1,2}[./-](?:[åÅ]{2,4}|[yY]{2,4})(?!\w)")
_ENCLOSED = re.compile(
    rf"(?<![\w\]])(?:\[([^\[\]\n]{{1,{_INSIDE_MAX}}})\]"
    rf"|<([^<>\n]{{1,{_INSIDE_MAX}}})>|\{{+([^{{}}\n]{{1,{_INSIDE_MAX}}})\}}+)"
)
_ORDERED = re.compile(
    r"\((?:indsæt|skriv|beskriv|udfyld|angiv|tilføj)\s(?:her|link|dato|navn|titel|tekst|mål|frist"
    r"|rolle|formål|resultat|beskrivelse|metode|konsekvens|antal|udfører|adresse|nummer|modtager)"
    r"(?:en|et|s)?(?:\sher)?\)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?<!\w)(?:udfyldes\ssenere|tekst\s(?:mangler|følger)|mangler\s(?:stadig\s)?tekst"
    r"|indsæt\s(?:link|tekst|dato|navn)\sher|skriv\s(?:tekst\s)?her(?=\s*[.!…]?\s*$))(?!\w)",
    re.IGNORECASE,
)
_TO_FILL = tuple(
    wordset(
        "indsæt udfyld skriv beskriv angiv tilføj navn dato link tekst titel frist nummer antal "
        "mangler følger evt modtager xx tbd todo her"
    )
)
# ”Slet felterne [Fornavn] og [Efternavn]”, ”Tryk på [Enter]”: a name that is written so
_NAMED_SO = wordset(
    "feltet felterne felt fletfeltet fletfelterne fletfelter fletfelt koden koderne knappen "
    "knapperne tasten tasterne mærket mærkerne tagget variablen variablerne parameteren "
    "parametrene pladsholderen pladsholderne tryk klik"
)
_NEAR = 6
_FORMAT_WORDS = wordset("format formatet skriv skrives angiv angives indtast indtastes tast formen")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A placeholder: code points in the text it stands in."""

    start: int
    end: int


def leftovers(text: str) -> Iterator[Leftover]:
    """Yield each placeholder of a text once, in order; quoted text and URLs are none."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    hits = sorted({*_plain(text), *_dates(text), *_enclosed(text), *_words(text)})
    hidden = [(t.start, t.end) for t in tokens(text) if t.is_quoted or t.kind is Kind.URL]
    reached, position = 0, 0
    for start, end in hits:
        while position < len(hidden) and hidden[position][1] <= start:
            position += 1
        is_hidden = position < len(hidden) and hidden[position][0] <= start
        if start >= reached and not is_hidden:
            reached = end
            yield Leftover(start, end)


def _plain(text: str) -> Iterator[tuple[int, int]]:
    for match in _PLAIN.finditer(text):
        if match["asked"] and _is_cried(text, match.start()):
            continue
        yield match.span()
    bare = text.strip()
    if bare and set(bare) <= {"…", "."} and len(bare) <= _INSIDE_MAX and ("…" in bare or bare[1:]):
        start = text.index(bare)
        yield start, start + len(bare)


def _is_cried(text: str, start: int) -> bool:
    """”Hvad nu??” asks aloud; ”den ??.??.2026” lacks a date."""
    return start > 0 and not text[start - 1].isspace() and text[start - 1] not in "(:"


def _dates(text: str) -> Iterator[tuple[int, int]]:
    """”den dd.mm.åååå” lacks a date; ”Skriv datoen i formatet dd.mm.åååå” names a form."""
    if _DATE_SHAPE.search(text) is None:
        return
    names_form = any(token.low in _FORMAT_WORDS for token in tokens(text))
    if not names_form:
        yield from (match.span() for match in _DATE_SHAPE.finditer(text))


def _words(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_ORDERED, _SAID):
        yield from (match.span() for match in pattern.finditer(text))


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    for match in _ENCLOSED.finditer(text):
        inside = (match[1] or match[2] or match[3]).strip()
        before = tokens(text[max(0, match.start() - 60) : match.start()])
        if _is_to_fill(inside) and not _names_something(before):
            yield match.span()


def _is_to_fill(inside: str) -> bool:
    """True for words in small letters, and for ”Navn”, ”Udfyldes af Rikke”."""
    low = inside.lower()
    if not any(char.isalpha() for char in low):
        return inside.startswith(("…", ".."))
    if low in {"sic", "red.", "ja", "nej"} or "://" in low or "@" in low or low[0] == "/":
        return False
    return low.startswith(_TO_FILL) or inside[0].islower()


def _names_something(before: tuple[Token, ...]) -> bool:
    return any(token.low in _NAMED_SO for token in before[-_NEAR:])
