"""Danish text as tokens and sentences that survive ”d. 30.10.”, ”4.0.0”, ”ifm.” and ”(….)”."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from tasks.style.wordset import wordset

_ABBREVIATIONS = wordset(
    "adm adr afd afs alm ang att bl.a ca dir dvs d e.l el.lign eks ekskl ekst etc evt f.eks ff "
    "fhv fm forv fx gns hhv hr i.f.m i.f.t if ifbm ifm ift ifølge iht inkl int jf jfr jvf kap kl "
    "kr m.a.o m.fl m.h.p m.h.t m.m m.v maks max mdr medd mfl mht mhp min mio mia mm mv mvh nr "
    "o.a o.l o.lign osv ovf p.t p.g.a pba pct pga pkt pr ref resp s samt sek sml spm stk t.h tilsv "
    "tlf tm u vedl vedr vejl vha vs"
)
# These may also be a sentence's last word; a capital behind them begins the next one
_MAY_END = wordset(
    "e.l. el.lign. etc. m.fl. m.m. m.v. mfl. mm. mv. o.a. o.l. o.lign. osv. p.t. ff."
)
_MONTHS = wordset(
    "januar februar marts april maj juni juli august september oktober november december"
)
# ”bl. a.” is ”bl.a.” with a blank in it
_SHORT = "|".join(
    re.escape(short).replace(r"\.", r"\.[ ]?")
    for short in sorted(_ABBREVIATIONS, key=len, reverse=True)
)
_WORD = r"(?:\d{1,4}-)?[^\W\d_](?:[\w]|[-–'’&/](?=[^\W_]))*"
_TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>”"]*[^\s<>”".,;:!?)»]
             | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}})
    | (?P<short>(?:{_SHORT})\.)
      (?!\w)
    | (?P<word>{_WORD})
    | (?P<number>\d+(?:[.,:/]\d+)*(?:\.(?=\s*(?-i:[a-zæøå–-])|\d))?(?:[-–]\d+(?:[.,:]\d+)*)?%?)
    | (?P<gap>\(\s*(?:…|\.{{2,}})\.*\s*\)|…\.*|\.{{2,}})
    | (?P<line>\n)
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTE_PAIRS = {"”": "”", '"': '"', "“": "”", "„": "“", "»": "«", "«": "»", "‘": "’"}
# A task's blocks and then some; forget() empties the cache after each check
_TEXTS_KEPT = 1024
_CLOSERS = frozenset('”“"«»’)]')
_ENDERS = frozenset(".!?:")


class Kind(Enum):
    """What a token is: a word, a number or date, a mark, an abbreviation, a URL, a line end."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    SHORT = "short"
    URL = "url"
    GAP = "gap"
    LINE = "line"


_KINDS = {kind.value: kind for kind in Kind}


class Token(NamedTuple):
    """A piece of text; ``start`` and ``end`` are code points in the text it was read from."""

    text: str
    low: str
    start: int
    end: int
    kind: Kind
    is_quoted: bool = False

    @property
    def is_word(self) -> bool:
        return self.kind is Kind.WORD

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in order; white space other than line ends is dropped."""
    return _read(text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _read(text: str) -> tuple[Token, ...]:
    """Several rules read the same texts: each is read once in a check, then forgotten."""
    return tuple(_tokens(text, _quoted_spans(text)))


def said_in(text: str) -> tuple[tuple[Token, ...], ...]:
    """Return the sentences of a text as tokens; read once in a check, like ``tokens``."""
    return _said(text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _said(text: str) -> tuple[tuple[Token, ...], ...]:
    return tuple(sentences(tokens(text)))


def forget() -> None:
    """Let go of the texts read so far; check() does so when it is done."""
    _read.cache_clear()
    _said.cache_clear()


def _tokens(text: str, quoted: list[tuple[int, int]]) -> Iterator[Token]:
    spans = iter([*quoted, (len(text) + 1, len(text) + 1)])
    start, end = next(spans)
    for match in _TOKEN.finditer(text):
        while match.start() >= end:
            start, end = next(spans)
        found, (begin, stop) = match[0], match.span()
        kind = _KINDS[match.lastgroup or ""]
        yield Token(found, found.lower(), begin, stop, kind, begin >= start)


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotes, marks included; a quote nobody closes on its line is none."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        spans.extend(_quoted_in_line(text, line.start(), line.end()))
    return spans


def _quoted_in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    last = {closer: text.rfind(closer, start, end) for closer in set(_QUOTE_PAIRS.values())}
    while position < end:
        closer = _QUOTE_PAIRS.get(text[position])
        if closer is not None and last[closer] > position:
            close = text.find(closer, position + 1, end)
            yield position, close + 1
            position = close
        position += 1


def sentences(all_tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence. A line end always ends one; a colon never does.

    A full stop ends a sentence unless what follows goes on in lower case; quoted text and
    closing brackets stay with the sentence they close.
    """
    begin = 0
    position = 0
    while position < len(all_tokens):
        if all_tokens[position].kind is Kind.LINE:
            if position > begin:
                yield all_tokens[begin:position]
            begin = position + 1
        elif _ends_sentence(all_tokens, position):
            stop = position + 1
            while stop < len(all_tokens) and _closes(all_tokens, stop):
                stop += 1
            yield all_tokens[begin:stop]
            begin, position = stop, stop - 1
        position += 1
    if begin < len(all_tokens):
        yield all_tokens[begin:]


def _closes(all_tokens: tuple[Token, ...], position: int) -> bool:
    """True for a closing quote or bracket that hangs on to the mark before it."""
    token = all_tokens[position]
    return token.text in _CLOSERS and token.start == all_tokens[position - 1].end


def _ends_sentence(all_tokens: tuple[Token, ...], position: int) -> bool:
    token = all_tokens[position]
    if not _may_end(all_tokens, position):
        return False
    while position + 1 < len(all_tokens) and _closes(all_tokens, position + 1):
        position += 1
    following = all_tokens[position + 1] if position + 1 < len(all_tokens) else None
    if following is None or following.kind is Kind.LINE:
        return True
    is_apart = following.start > all_tokens[position].end
    if token.kind is Kind.SHORT:
        return is_apart and following.is_capitalised
    return is_apart and not following.text[:1].islower() and following.low not in _MONTHS


def _may_end(all_tokens: tuple[Token, ...], position: int) -> bool:
    """True for a mark or an abbreviation that ends a sentence if a new one begins behind it."""
    token = all_tokens[position]
    if token.kind is Kind.SHORT:
        return token.low in _MAY_END or (len(token.text) == 2 and token.is_capitalised)
    if token.text not in _ENDERS or token.text == ":" or (token.is_quoted and token.text != "."):
        return False
    return token.text != "." or not _numbers_item(all_tokens, position)


def _numbers_item(all_tokens: tuple[Token, ...], position: int) -> bool:
    """True for the stop of ”1. Åbn fanen”, where the number stands first on its line."""
    if position == 0 or all_tokens[position - 1].end != all_tokens[position].start:
        return False
    is_first = position == 1 or all_tokens[position - 2].kind is Kind.LINE
    return is_first and all_tokens[position - 1].kind is Kind.NUMBER
