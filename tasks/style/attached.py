"""A text that points at a file the task does not have: ”det vedhæftede skema”, ”se bilag 1”."""

import re
from collections.abc import Iterator

from tasks.style.draft import Block, Prose
from tasks.style.rule import Mark
from tasks.style.tokens import Kind, Token, said_in
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_ATTACHED = wordset("vedhæftet vedhæftede vedlagt vedlagte hoslagt hoslagte vedføjede vedføjet")
_SHEETS = wordset(
    "excel-arket excelarket excel-filen excelfilen regnearket excel-skemaet excelskemaet "
    "excel-skabelonen word-skabelonen word-filen pdf-filen"
)
_SHEET_WORDS = ("excel", "regneark", "word-", "pdf")
_ANNEXES = wordset("bilaget bilagene")
_READ = wordset(
    "se læs følg brug hent åbn find udfyld anvend gennemgå orienter benyt download udskriv print "
    "studér studer"
)
_IN = wordset("i af fra jf. jf under ifølge iflg. via efter")
_READERS = ("I", "du", "Du")
_SENDERS = wordset("vi kombit netcompany kmd leverandøren")
_CONDITIONS = wordset("at når hvis om før inden såfremt mens ikke")
_OTHER_PLACES = ("borger", "ansøg", "kvittering", "mail", "e-mail", "henvendelse", "klage")
_OTHER_WORDS = wordset("sagen sagens sager brevet brev beskeden post posten")
_OF_THE_TASK = wordset("opgaven klik-opgaven opgave klik-opgave")
_REFERENCE = re.compile(r"[(”\"][^\W\d_]{1,20}[ -]?\d{1,6}(?:\.\d{1,4}){0,3}[)”\"]")
_LETTER = re.compile(r"[A-ZÆØÅ]|\d{1,3}")
_AROUND = 12
# What every text on a file has in it: the others are not read
_MENTIONS = re.compile(r"vedh|vedl|vedf|hosl|bilag|excel|regneark|word-|pdf", re.IGNORECASE)


def mentions_a_file(block: Block) -> bool:
    """False for most blocks, which then need not be read."""
    return _MENTIONS.search(block.text) is not None


def names_a_source(block: Block) -> bool:
    """True when a block has a link or another task's reference."""
    has_address = "http" in block.text or "www." in block.text
    return bool(block.links) or has_address or _REFERENCE.search(block.text) is not None


def missing_attachments(field: str, blocks: Prose, has_source: bool) -> Iterator[Mark]:
    """Yield where a field's texts point at a file, unless the sentence says where it is.

    A sheet (”excel-filen”) is known too when the task names a source or spoke of it earlier.
    """
    has_sheet = False
    for index, block in enumerate(blocks):
        if not mentions_a_file(block):
            continue
        said_here = said_in(block.text)
        is_elsewhere = any(_is_other_place(token) for said in said_here for token in said)
        for said in said_here:
            if not (block.links or _has_source(block.text[said[0].start : said[-1].end], said)):
                yield from _marks(field, index, said, is_elsewhere)
                if not (has_source or has_sheet):
                    yield from _sheets(field, index, said)
            has_sheet = has_sheet or any(t.low.startswith(_SHEET_WORDS) for t in said)


def _has_source(text: str, said: Said) -> bool:
    return _REFERENCE.search(text) is not None or any(token.kind is Kind.URL for token in said)


def _is_other_place(token: Token) -> bool:
    """True for the words of a case or a mail: files hang on those too."""
    return token.low in _OTHER_WORDS or token.low.startswith(_OTHER_PLACES)


def _marks(field: str, block: int, said: Said, is_elsewhere: bool) -> Iterator[Mark]:
    is_other = any(_is_other_place(token) for token in said)
    for position, token in enumerate(said):
        if token.is_quoted and not _is_field_name(said, position):
            continue
        span = None
        if token.low in _ATTACHED and not is_other:
            span = _attached(said, position)
        elif token.low == "bilag":
            span = _numbered(said, position)
        elif token.low in _ANNEXES and (not is_elsewhere or _is_of_task(said, position)):
            span = _annex(said, position)
        if span is not None:
            yield _mark(field, block, said, *span)


def _mark(field: str, block: int, said: Said, first: int, last: int) -> Mark:
    start, end = said[first].start, said[last].end
    message = "Opgaven har intet bilag. Indsæt et link under Eksterne bilag, eller ret teksten."
    return Mark(field, message, block, start, end)


def _attached(said: Said, position: int) -> tuple[int, int] | None:
    """Return the phrase around ”vedhæftet”: with its noun, or back to what is attached."""
    before = said[max(0, position - _AROUND) : position]
    noun = position + 1 if position + 1 < len(said) and said[position + 1].is_word else None
    last = before[-1].low if before else ""
    if said[position].low.endswith("e"):
        return _attributive(said, position, noun, last)
    if last in {"er", "ligger", "findes"}:
        is_open = any(token.low in _CONDITIONS for token in before)
        first = max(0, position - 2)
        return None if is_open else (first, position)
    if last == "har" or (len(before) > 1 and before[-2].low == "har"):
        return (position - 2, position) if _vi_sends(before[-2:]) else None
    if not before or last in _READ or last == ",":
        return (position, noun if noun is not None else position)
    return None


def _vi_sends(pair: Said) -> bool:
    return len(pair) == 2 and any(token.low in _SENDERS for token in pair)


def _attributive(said: Said, position: int, noun: int | None, last: str) -> tuple[int, int] | None:
    """”det vedhæftede skema”; ”Vedhæftede filer over 10 MB” are files in general."""
    if noun is None:
        return None
    is_pointed = last in {"den", "det", "de"}
    if said[noun].low.endswith(("er", "filer", "dokumenter")) and not is_pointed:
        is_read = last in _READ or last in _IN
        return (position, noun) if is_read else None
    return (position - 1 if is_pointed else position, noun)


def _numbered(said: Said, position: int) -> tuple[int, int] | None:
    """”bilag 1”, ”Eksterne bilag”, ”i bilag til opgaven”; not ”bilag 3 til kontrakten”."""
    before = said[position - 1].low if position else ""
    if before == "eksterne":
        return (position - 1, position)
    behind = said[position + 1 : position + 4]
    if not behind or (before.endswith("s") and before not in _READ):
        return None
    if _LETTER.fullmatch(behind[0].text):
        return None if _is_of_other(behind[1:]) else (position, position + 1)
    is_of_task = len(behind) > 1 and behind[0].low == "til" and _is_of_task(said, position)
    return (position, position + 2) if is_of_task and before in _IN | _READ else None


def _is_of_other(behind: Said) -> bool:
    """”bilag 3 til kontrakten”, ”bilag 1 i vejledningen” hang on something else."""
    hangs = len(behind) > 1 and behind[0].low in {"til", "i", "på", "fra"} and behind[1].is_word
    return hangs and behind[1].low not in _OF_THE_TASK | {"denne"}


def _annex(said: Said, position: int) -> tuple[int, int] | None:
    before = said[position - 1].low if position else ""
    is_read = before in _READ or before in _IN
    if _is_of_task(said, position):
        return (position, position + (2 if said[position + 2].low in _OF_THE_TASK else 3))
    if is_read and not _is_of_other(said[position + 1 : position + 3]):
        return (position, position)
    return None


def _is_of_task(said: Said, position: int) -> bool:
    behind = [token.low for token in said[position + 1 : position + 4]]
    return behind[:1] == ["til"] and bool(_OF_THE_TASK & set(behind[1:]))


def _is_field_name(said: Said, position: int) -> bool:
    return position > 0 and said[position - 1].low == "eksterne"


def _sheets(field: str, block: int, said: Said) -> Iterator[Mark]:
    """”Brug excel-arket”: known to nobody, unless the sentence says where it comes from."""
    is_told = False
    for position, token in enumerate(said):
        if token.low in _SHEETS and not token.is_quoted:
            behind = said[position + 1 : position + 4]
            is_own = any(t.text in _READERS or t.low in {"fra", "som", "der"} for t in behind)
            is_named = len(behind) > 2 and behind[0].low == "under"
            if not (is_own or is_told or is_named):
                yield _mark(field, block, said, position, position)
        is_told = is_told or token.low.startswith(_SHEET_WORDS)
