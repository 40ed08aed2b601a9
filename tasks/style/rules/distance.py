"""Words that put the reader or ourselves at a distance: ”kommunen opretter selv”, ”KOMBIT har”."""

from collections.abc import Iterator

from tasks.style.address import Address, Noun, Sentence, addresses
from tasks.style.agreement import fix_for, spoken
from tasks.style.clause import JOINERS, RELATIVES
from tasks.style.doing import doings
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.duties import duties, readers
from tasks.style.finding import Fix, Severity
from tasks.style.municipality import NEEDLE, municipalities
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import said_in

_GUIDE = (
    "Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg."
)
Place = tuple[str, int, str]


@rule(
    "tone-distance",
    Severity.HINT,
    title="Afstand til læseren",
    fields=READ_FIELDS,
    guide=_GUIDE,
    why="Kommunen er den, der læser. ”I opretter selv ruten” er til jer; ”kommunen opretter selv "
    "ruten” lyder, som om det gjaldt en anden.",
    bad=text_example("description", "Kommunen opretter selv sin rute."),
    good=text_example("description", "I opretter selv jeres rute."),
)
def tone_distance(draft: Draft, _house: House) -> Iterator[Mark]:
    for place in draft.texts(*READ_FIELDS):
        low = place[2].lower()
        if NEEDLE not in low and "modtager" not in low and "læser" not in low:
            continue
        for sentence in said_in(place[2]):
            for found in doings(sentence, municipalities(sentence)):
                yield _told(place, sentence, found, "I")
            yield from _duties(place, sentence)
            yield from _readers(place, sentence)


def _told(place: Place, sentence: Sentence, found: Address, subject: str) -> Mark:
    field, block, text = place
    start, end = sentence[found.first].start, sentence[found.last].end
    noun = text[sentence[found.noun.first].start : sentence[found.noun.last].end]
    shown = noun if subject == "vi" else noun.lower()
    message = f"Skriv ”{spoken(found, subject)}” i stedet for ”{spoken(found, shown)}”."
    fix = fix_for(text, sentence, found, subject)
    return Mark(field, message, block, start, end, (fix,) if fix else ())


def _duties(place: Place, sentence: Sentence) -> Iterator[Mark]:
    """”Det er kommunens (eget) ansvar at”, ”det påhviler kommunen at”."""
    field, block, _ = place
    for found in duties(sentence):
        begin, end = sentence[found.first], sentence[found.last]
        start, stop = sentence[max(0, found.first - 2)].start, sentence[found.reach].end
        fix = Fix(f"Ret til ”{found.shown}”", found.shown, begin.start, end.end)
        message = f"Skriv ”{found.shown}”, eller ”I skal …”."
        yield Mark(field, message, block, start, stop, (fix,) if found.is_certain else ())


def _readers(place: Place, sentence: Sentence) -> Iterator[Mark]:
    """”Modtageren af denne opgave”; ”modtageren af ydelsen” is somebody else."""
    field, block, _ = place
    for first, last in readers(sentence):
        start, end = sentence[first].start, sentence[last].end
        yield Mark(field, "Skriv ”du” eller ”I” til den, der læser opgaven.", block, start, end)


@rule(
    "tone-we",
    Severity.HINT,
    title="KOMBIT om sig selv",
    fields=READ_FIELDS,
    guide=_GUIDE,
    why="Det er KOMBIT, der skriver. ”Vi anbefaler” er, som man ville sige det.",
    bad=text_example("description", "KOMBIT anbefaler, at I begynder i oktober."),
    good=text_example(
        "description", "Vi anbefaler, at I begynder i oktober. KOMBIT og Netcompany er enige."
    ),
)
def tone_we(draft: Draft, _house: House) -> Iterator[Mark]:
    for place in draft.texts(*READ_FIELDS):
        if "KOMBIT" not in place[2]:
            continue
        for sentence in said_in(place[2]):
            for found in (*doings(sentence, _us(sentence)), *addresses(sentence, _us(sentence))):
                yield _told(place, sentence, found, "vi")


def _us(sentence: Sentence) -> Iterator[Noun]:
    """Yield where KOMBIT stands alone: not ”KOMBIT og Netcompany”, not ”KOMBIT, som”."""
    for position, token in enumerate(sentence):
        if token.text != "KOMBIT" or token.is_quoted:
            continue
        around = [t.low for t in sentence[max(0, position - 1) : position + 3] if t is not token]
        if not (JOINERS | {"/", "-"}) & {*around[:2]} and not RELATIVES & {*around[2:]}:
            yield Noun(position, position, position)
