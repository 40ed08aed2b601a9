"""Metode step by step: each step is an order."""

from collections.abc import Iterator

from tasks.style.answer import Answer
from tasks.style.draft import Block, Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.method_steps import is_step, leads_on
from tasks.style.rule import Mark, rule, text_example
from tasks.style.steps import Step, judge_step
from tasks.style.wordset import wordset

_GUIDE = "Metode og fremgangsmåde skal som udgangspunkt skrives punktopstillet og i bydeform."
# An introduction with one of these promises steps; another promises a list of things
_PROMISES_STEPS = wordset(
    "trin trinene punkter punkterne sådan fremgangsmåde fremgangsmåden gør gøre rækkefølge "
    "opgaver handlinger aktiviteter skal bør løser løse udfører udføre"
)
_TELLS = wordset("skal bør må kan")
_READ_MAX = 300
_MODAL_MAX = 8


@rule(
    "method-imperative",
    Severity.WARNING,
    title="Trin i bydeform",
    fields=("method",),
    guide=_GUIDE,
    why="Et trin i bydeform siger straks, hvad udføreren skal gøre, og trinene er lette at følge "
    "ét ad gangen.",
    bad=text_example("method", "Som superbruger gør du sådan:\n1. Gentage punkt 5-9"),
    good=text_example("method", "Som superbruger gør du sådan:\n1. Gentag punkt 5-9"),
)
def method_imperative(draft: Draft, _house: House) -> Iterator[Mark]:
    blocks = draft.blocks("method")
    lead = ""
    for index, block in enumerate(blocks):
        if is_step(block, blocks):
            step = judge_step(block.text)
            if step is not None and not _is_listed_thing(step, lead):
                yield from _marks(index, step, lead)
        lead = _lead(block, lead)


def _lead(block: Block, lead: str) -> str:
    """Return the introduction the next item stands under, in small letters; "" when none."""
    if leads_on(block):
        return block.text[-_READ_MAX:].lower()
    return lead if block.kind == "li" else ""


def _is_listed_thing(step: Step, lead: str) -> bool:
    """”Udfyld skemaet med: - navn - adresse”: things under an order are no steps."""
    words = wordset(lead.rstrip(" :*_"))
    return bool(words) and not words & _PROMISES_STEPS and step.names_a_thing


def _marks(index: int, step: Step, lead: str) -> Iterator[Mark]:
    if step.answer is Answer.UNSURE:
        yield _mark(index, step, "Tjek, om trinet står i bydeform.", Severity.HINT)
    elif step.is_told and step.turn is not None:
        yield _mark(index, step, _message(step), Severity.HINT)
    elif step.answer is Answer.NOT:
        is_led = bool(wordset(lead.rstrip(" :*_")[-_MODAL_MAX:]) & _TELLS)
        is_well_led = is_led and step.begins_with_infinitive
        yield _mark(index, step, _message(step), Severity.HINT if is_well_led else None)


def _message(step: Step) -> str:
    if step.turn is None:
        return "Skriv trinet i bydeform, fx ”Åbn …” eller ”Vælg …”."
    return f"Skriv trinet i bydeform: ”{step.turn.imperative} …”."


def _mark(index: int, step: Step, message: str, severity: Severity | None) -> Mark:
    first, turn = step.words[0], step.turn
    if turn is None or not turn.is_offered:
        end = max(first.end, turn.verb_end if turn else 0)
        return Mark("method", message, index, first.start, end, severity=severity)
    fix = Fix(f"Ret til ”{turn.imperative}”", turn.text, turn.start, turn.end)
    return Mark("method", message, index, turn.start, turn.verb_end, (fix,), severity)
