"""What a reader cannot know, and what must not stand there: acronyms and CPR numbers."""

from collections.abc import Iterator

from tasks.style.acronyms import Acronym, acronyms, is_explained, may_hold_acronyms
from tasks.style.cpr import cpr_like
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import Token, said_in

Sentence = tuple[Token, ...]

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
    found = list(_acronyms(draft))
    told = {one.text for _, _, sentence, one in found if is_explained(sentence, one)}
    told |= {*house.acronyms, *house.prefixes, draft.prefix}
    for field, block, _, one in found:
        if field in _EXPLAINED_IN and one.text not in told:
            told.add(one.text)
            message = f"Skriv ”{one.text}” helt ud første gang: det fulde navn ({one.text})."
            yield Mark(field, message, block, one.start, one.end)


def _acronyms(draft: Draft) -> Iterator[tuple[str, int, Sentence, Acronym]]:
    for field, block, text in draft.texts(*READ_FIELDS):
        for sentence in said_in(text) if may_hold_acronyms(text) else ():
            for found in acronyms(sentence):
                yield field, block, sentence, found


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
