"""Words: heavy terms, paper words, verbs hidden in nouns."""

from collections.abc import Iterator

from tasks.style.draft import READ_FIELDS, Draft, House, Term
from tasks.style.finding import Fix, Severity
from tasks.style.glossary import hits, index_of
from tasks.style.nominals import Nominal, Sentence, nominals
from tasks.style.paper import paper_words
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import said_in

_PRESENT = (
    "Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg."
)
_EXAMPLE_HOUSE = House(glossary=(Term("snitflade", "forbindelse", ("method",)),))


@rule(
    "word-term",
    Severity.HINT,
    title="Tungt fagord",
    fields=READ_FIELDS,
    guide="Vi undlader tunge fag-/tekniske termer, medmindre de hjælper den der udfører opgaven.",
    why="Den, der først læser opgaven, kender ikke altid fagordet. I Metode må det gerne stå, når "
    "udføreren kender det.",
    bad=Example(
        "Vi åbner en ny snitflade i oktober.",
        text_example("description", "Vi åbner en ny snitflade i oktober.").draft,
        _EXAMPLE_HOUSE,
    ),
    good=Example(
        "Vi åbner en ny forbindelse til fagsystemet i oktober.",
        text_example("description", "Vi åbner en ny forbindelse til fagsystemet i oktober.").draft,
        _EXAMPLE_HOUSE,
    ),
)
def word_term(draft: Draft, house: House) -> Iterator[Mark]:
    if not house.glossary:
        return
    index = index_of(house.glossary)
    for field, block, text in draft.texts(*READ_FIELDS):
        for sentence in said_in(text):
            for hit in hits(sentence, index):
                if field in hit.term.fine_in:
                    continue
                start, end = sentence[hit.first].start, sentence[hit.last].end
                fixes = (Fix(f"Ret til ”{hit.plain}”", hit.plain),) if hit.plain else ()
                yield Mark(field, _term_message(hit.term), block, start, end, fixes)


def _term_message(term: Term) -> str:
    if term.plain:
        return f"Skriv hellere ”{term.plain}” end ”{term.term}”."
    return f"Skriv ”{term.term}” med et ord, alle kender, eller forklar det."


@rule(
    "word-paper",
    Severity.HINT,
    title="Kancelliord",
    fields=READ_FIELDS,
    guide=_PRESENT,
    why="Gamle skriftord lægger afstand. Et ord, du selv ville sige, er lettere at læse.",
    bad=text_example("description", "Såfremt I ikke svarer, opretter vi ikke ruten."),
    good=text_example("description", "Hvis I ikke svarer, opretter vi ikke ruten."),
)
def word_paper(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        for sentence in said_in(text):
            for position, twin in paper_words(sentence):
                token = sentence[position]
                message = _paper_message(token.low, twin)
                fixes = (Fix(f"Ret til ”{twin}”", twin),) if twin else ()
                yield Mark(field, message, block, token.start, token.end, fixes)


def _paper_message(word: str, twin: str) -> str:
    if twin:
        return f"Skriv ”{twin.lower()}” i stedet for ”{word}”."
    if word.startswith(("oven", "neden", "foran")):
        return f"Skriv, hvad du mener, i stedet for ”{word}”, fx ”skemaet ovenfor”."
    return f"Skriv et mere almindeligt ord end ”{word}”."


@rule(
    "word-nominal",
    Severity.HINT,
    title="Verbum gemt i et navneord",
    fields=READ_FIELDS,
    guide=_PRESENT,
    why="”Opdatér listen” er kortere og mere direkte end ”foretag en opdatering af listen”.",
    bad=text_example("description", "I skal foretage en opdatering af jeres brugerliste."),
    good=text_example("description", "I skal opdatere jeres brugerliste."),
)
def word_nominal(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        for sentence in said_in(text):
            for found in nominals(sentence):
                start, end = sentence[found.first].start, sentence[found.last].end
                message = f"Skriv ”{found.spoken}” i stedet for ”{text[start:end].lower()}”."
                fix = _verb_fix(sentence, found)
                yield Mark(field, message, block, start, end, (fix,) if fix else ())


def _verb_fix(sentence: Sentence, found: Nominal) -> Fix | None:
    """The fix takes ”af” along: ”foretage en opdatering af listen” -> ”opdatere listen”."""
    if found.fix_last < 0:
        return None
    first = sentence[found.first]
    spoken = found.spoken.capitalize() if first.is_capitalised else found.spoken
    return Fix(f"Ret til ”{spoken}”", spoken, first.start, sentence[found.fix_last].end)
