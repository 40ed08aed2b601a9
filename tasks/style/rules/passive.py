"""Passive: who does it? In the panel instructions alone, under ``lint --all`` every passive."""

from collections.abc import Iterator

from tasks.style.activating import active_fix, order
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Severity
from tasks.style.instructions import Instruction, instructions
from tasks.style.method_steps import is_step
from tasks.style.passives import Passive, Sentence, passives
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import said_in

# Where a text tells the reader what to do; a title and a step have their own rule
_INSTRUCTING = (
    "goal",
    "description",
    "method",
    "performer_comment",
    "quality_criteria",
    "owner_comment",
    "announcement",
)
Place = tuple[str, int, str]


@rule(
    "tone-passive",
    Severity.HINT,
    title="Passiv form",
    fields=READ_FIELDS,
    guide="Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    why="”Skemaet skal udfyldes” siger ikke, hvem der gør det. ”Udfyld skemaet” taler til læseren.",
    bad=text_example("description", "Skemaet skal udfyldes inden fredag."),
    good=text_example("description", "Udfyld skemaet inden fredag. Filen sendes via en SFTP-rute."),
)
def tone_passive(draft: Draft, house: House) -> Iterator[Mark]:
    if house.reports_every_passive:
        for place in draft.texts(*READ_FIELDS):
            for sentence in said_in(place[2]):
                for passive in passives(sentence):
                    yield _told(place, sentence, passive)
        return
    for place in draft.texts(*_INSTRUCTING):
        if not _is_step(draft, place):
            yield from _instructions(place)


def _is_step(draft: Draft, place: Place) -> bool:
    """True for a step of Metode: whether it is an order is method-imperative's question."""
    field, block, _ = place
    blocks = draft.blocks(field)
    return field == "method" and (blocks[block].kind == "li" or is_step(blocks[block], blocks))


def _told(place: Place, sentence: Sentence, passive: Passive) -> Mark:
    field, block, text = place
    start, end = sentence[passive.first].start, sentence[passive.last].end
    message = f"Skriv, hvem der gør det, i stedet for ”{text[start:end]}”."
    return Mark(field, message, block, start, end)


def _instructions(place: Place) -> Iterator[Mark]:
    field, block, text = place
    for sentence in said_in(text):
        for found in instructions(sentence, is_method=field == "method"):
            start, end = sentence[found.begin].start, sentence[found.passive.last].end
            fix = active_fix(text, sentence, found)
            message = _message(found, text[start:end])
            yield Mark(field, message, block, start, end, (fix,) if fix else ())


def _message(found: Instruction, said: str) -> str:
    imperative = order(found.passive.infinitive)
    if not imperative:
        return f"Skriv, hvem der gør det, i stedet for ”{said}”."
    return f"Skriv ”{imperative} …” eller ”I skal …” i stedet for ”{said}”."
