"""What was left in the texts: placeholders, the template's own words, a file that is not there."""

from collections.abc import Iterator
from functools import cache

from tasks import guide
from tasks.style.attached import mentions_a_file, missing_attachments, names_a_source
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.placeholders import leftovers
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import Token, said_in

_WORDS_MIN = 5
# A title names the deed (”Udfyld excel-filen”); the text below it is where the file is looked for
_TEXTS = tuple(field for field in READ_FIELDS if field != "title")
_SHORT_ONES = ("Indsæt link.", "Skriv sigende titel i bydeform", "Fx (SFTP-oprettelse)")


@rule(
    "text-leftover",
    Severity.WARNING,
    title="Tekst, der mangler",
    fields=READ_FIELDS,
    guide="Beskrivelsen sætter rammen.",
    why="Kommunerne læser teksten, som den står. En pladsholder eller skabelonens egen vejledning "
    "hjælper dem ikke.",
    bad=text_example("method", "Vælg følgende trin:\n1. Åbn fanen\n2. (….)\n3. Læs [indsæt link]"),
    good=text_example("method", "Vælg følgende trin:\n1. Åbn fanen\n2. Vælg rollen\n3. Gem"),
)
def text_leftover(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        for left in leftovers(text):
            shown = text[left.start : left.end]
            message = f"Skriv det, der skal stå i stedet for ”{shown}”, eller slet det."
            yield Mark(field, message, block, left.start, left.end)
        for said in said_in(text):
            if _opening(said) in _openings() and _plain(said) in _instructions():
                message = "Slet skabelonens vejledning, og skriv jeres egen tekst."
                yield Mark(field, message, block, said[0].start, said[-1].end)


def _opening(said: tuple[Token, ...]) -> str:
    return next((token.low for token in said if token.is_word), "")


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the instructions: nearly every sentence has another one."""
    return frozenset(words[0] for words in _instructions() if words)


def _plain(said: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(token.low for token in said if token.is_word)


@cache
def _instructions() -> frozenset[tuple[str, ...]]:
    """Return the template's own sentences as words; its examples are no instructions."""
    fields = (*guide.FIELDS, guide.ANNOUNCEMENT)
    texts = (*guide.DOGMAS, *(field.guide for field in fields))
    whole = {_plain(said) for text in texts for said in said_in(text)}
    long = {words for words in whole if len(words) >= _WORDS_MIN}
    return frozenset(long | {_plain(said_in(text)[0]) for text in _SHORT_ONES})


@rule(
    "attachment-missing",
    Severity.WARNING,
    title="Bilag, der mangler",
    fields=_TEXTS,
    guide="Indsæt link.",
    why="Kommunerne leder forgæves efter et bilag, som opgaven ikke har et link til.",
    bad=text_example("method", "1. Udfyld det vedhæftede skema\n2. Læg skemaet på opgaven"),
    good=text_example("method", "1. Udfyld excel-filen fra ”(Auto 12)”\n2. Læg filen på opgaven"),
)
def attachment_missing(draft: Draft, _house: House) -> Iterator[Mark]:
    if draft.attachments:
        return
    prose = {field: draft.blocks(field) for field in READ_FIELDS}
    if not any(mentions_a_file(block) for blocks in prose.values() for block in blocks):
        return
    has_source = any(names_a_source(block) for blocks in prose.values() for block in blocks)
    for field in _TEXTS:
        yield from missing_attachments(field, prose[field], has_source)
