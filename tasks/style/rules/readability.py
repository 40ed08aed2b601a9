"""Readability: long sentences, and LIX where a text is long enough to have one."""

from collections.abc import Iterator

from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.reading import lix, word_count
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import said_in

LONG_SENTENCE = 30
TOO_LONG_SENTENCE = 40
HEAVY_LIX = 55
LIX_FROM_WORDS = 80
_LIX_BAND = 5
_FIELDS = tuple(field for field in READ_FIELDS if field != "title")
_LIX_FIELDS = {"description": "Beskrivelsen", "announcement": "Beskeden"}
_LIST_MARKS = ("-", "–", "•", "*", "·")
_LONG = (
    "I skal give jeres samtykke senest fredag, så Netcompany kan oprette ruten på vegne af alle "
    "kommuner, der ønsker det, og samtidig skal I huske at fortælle jeres leverandør, at I har "
    "svaret, så de kan gå i gang med at teste."
)
_HEAVY = (
    "Selvbetjeningsløsningernes ansøgningsoplysninger videresendes automatisk gennem kommunernes "
    "integrationsplatforme til fagsystemernes sagsbehandlingsmoduler. "
)


@rule(
    "sentence-long",
    Severity.WARNING,
    title="Lang sætning",
    fields=_FIELDS,
    guide="Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    why="En sætning på over 30 ord skal de fleste læse to gange.",
    bad=text_example("description", _LONG),
    good=text_example(
        "description",
        "I skal give jeres samtykke senest fredag. Så kan Netcompany oprette ruten for jer.",
    ),
)
def sentence_long(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*_FIELDS):
        for sentence in said_in(text):
            count = word_count(sentence)
            if count > LONG_SENTENCE and sentence[-1].text != ":":
                severity = Severity.WARNING if count > TOO_LONG_SENTENCE else Severity.HINT
                message = f"Sætningen er på {count} ord. Del den i to."
                start, end = sentence[0].start, sentence[-1].end
                yield Mark(field, message, block, start, end, severity=severity)


@rule(
    "reading-lix",
    Severity.HINT,
    title="Svær tekst",
    fields=tuple(_LIX_FIELDS),
    guide="Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    why="LIX tæller lange ord og lange sætninger. Over 55 er som en lovtekst; guidens egne "
    "eksempler ligger på 46-47.",
    bad=text_example("description", _HEAVY * 8),
    good=text_example(
        "description", "I kan sende jeres svar til os i dag. Vi retter det med det. "
    ),
)
def reading_lix(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, name in _LIX_FIELDS.items():
        figures = lix(_running_text(draft, field))
        if figures.words >= LIX_FROM_WORDS and figures.value >= HEAVY_LIX:
            message = f"{name} har LIX {figures.value}. Skriv kortere sætninger og færre lange ord."
            # the band, so that a dismissal survives a comma and lapses when the text grows heavier
            yield Mark(field, message, subject=f"lix {figures.value // _LIX_BAND * _LIX_BAND}")


def _running_text(draft: Draft, field: str) -> tuple[str, ...]:
    """A field's paragraphs; list items, and lines that are typed as such, are left out."""
    paragraphs = [block.text for block in draft.blocks(field) if block.kind == "p"]
    lines = [line for text in paragraphs for line in text.split("\n")]
    return tuple(line for line in lines if not line.lstrip().startswith(_LIST_MARKS))
