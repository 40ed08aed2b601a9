"""Grammar: the few slips that are certain, each with the right form."""

from collections.abc import Iterator

from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.noun_slips import noun_slips
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import said_in
from tasks.style.verb_slips import verb_slips


@rule(
    "grammar-verb",
    Severity.HINT,
    title="Ordets form",
    fields=READ_FIELDS,
    guide="Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    why="En forkert form får læseren til at standse op og læse sætningen igen.",
    bad=text_example("method", "1. Du skal havde den udfyldte excel-fil fra ”(Auto 12)”"),
    good=text_example("method", "1. Du skal have den udfyldte excel-fil fra ”(Auto 12)”"),
)
def grammar_verb(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        for said in said_in(text):
            for first, last, right in sorted((*verb_slips(said), *noun_slips(said))):
                start, end = said[first].start, said[last].end
                before = text[start : said[last].start]
                yield _mark(field, block, (start, end), f"{before}{right}" if right else "")


def _mark(field: str, block: int, span: tuple[int, int], right: str) -> Mark:
    if not right:
        message = "Tjek verbets form her: Efter ”har” står fx ”modtaget” eller ”oprettet”."
        return Mark(field, message, block, *span)
    shown = " ".join(right.split())
    fix = Fix(f"Ret til ”{shown}”", right)
    return Mark(field, f"Skriv ”{shown}”.", block, *span, (fix,))
