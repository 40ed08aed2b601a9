"""What a reader cannot know, and what must not stand there: acronyms and CPR numbers."""

from collections.abc import Iterator

from tasks.style.acronyms import Acronym, acronyms, explained, may_hold_acronyms
from tasks.style.cpr import cpr_like
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import said_in

_EXPLAINED_IN = tuple(field for field in READ_FIELDS if field not in {"title", "method"})
_KNOWN = House(acronyms=frozenset({"KP"}))


@rule(
    "word-acronym",
    Severity.HINT,
    title="Uforklaret forkortelse",
    fields=_EXPLAINED_IN,
    guide="Vi undlader tunge fag-/tekniske termer, medmindre de hjælper den der udfører opgaven.",
    why="Den, der først læser opgaven, kender måske ikke forkortelsen. Skriv den ud én gang, så "
    "kan den bruges i resten af opgaven.",
    bad=Example(
        "I skal bruge SP fra oktober.",
        text_example("description", "I skal bruge SP fra oktober.").draft,
        _KNOWN,
    ),
    good=Example(
        "I skal bruge Serviceplatformen (SP) fra oktober.",
        text_example("description", "I skal bruge Serviceplatformen (SP) fra oktober.").draft,
        _KNOWN,
    ),
)
def word_acronym(draft: Draft, house: House) -> Iterator[Mark]:
    if house.acronyms is None:
        return
    told = set(house.acronyms) | {*house.prefixes, draft.prefix} | _explained(draft)
    for field, block, found in _acronyms(draft):
        if found.text not in told:
            told.add(found.text)
            message = f"Skriv ”{found.text}” helt ud første gang: det fulde navn ({found.text})."
            yield Mark(field, message, block, found.start, found.end)


def _explained(draft: Draft) -> set[str]:
    return {
        acronym
        for _, _, text in draft.texts(*READ_FIELDS)
        if may_hold_acronyms(text)
        for sentence in said_in(text)
        for acronym in explained(sentence)
    }


def _acronyms(draft: Draft) -> Iterator[tuple[str, int, Acronym]]:
    for field, block, text in draft.texts(*_EXPLAINED_IN):
        for sentence in said_in(text) if may_hold_acronyms(text) else ():
            for found in acronyms(sentence):
                yield field, block, found


@rule(
    "word-cpr",
    Severity.WARNING,
    title="CPR-nummer",
    fields=READ_FIELDS,
    guide="Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    why="Alle kommuner kan læse opgaven. Et rigtigt CPR-nummer må aldrig stå i den, heller ikke "
    "som eksempel.",
    bad=text_example("method", "Søg borgeren frem med 120467-3321."),
    good=text_example("method", "Søg borgeren frem med CPR-nummeret (DDMMÅÅ-XXXX)."),
)
def word_cpr(draft: Draft, _house: House) -> Iterator[Mark]:
    message = "Det ligner et CPR-nummer. Slet det, eller skriv ”DDMMÅÅ-XXXX” i stedet."
    for field, block, text in draft.texts(*READ_FIELDS):
        for start, end in cpr_like(text):
            yield Mark(field, message, block, start, end)
