"""Description: what comes of not solving the task, in general terms, at the right priority."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.guide.priority import Priority
from tasks.style.answer import Answer
from tasks.style.consequences import blocks_go_live, tells_consequence
from tasks.style.draft import Block, Draft, House
from tasks.style.finding import Severity
from tasks.style.imperative import judge
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

_WORDS_MIN = 5
_STEPS_MIN = 3
_ARROWS = re.compile(r"(?<=\S) (?:>{1,2}|→|➔|->) (?=\S)")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]|[-–•*])\s+")
# In running text these are what one does on a screen; ”Vær opmærksom på …” is no step
_ON_SCREEN = wordset(
    "åbn klik vælg tryk log gem indtast tast upload download marker markér scroll rul tilgå "
    "kopier kopiér rediger indsæt udfyld slet hent"
)
_ON_SCREEN_TOLD = wordset("åbne klikke trykke logge indtaste taste gemme uploade downloade")
_TOLD = wordset("skal kan")
_TOLD_MAX = 5
_OWN_CONSEQUENCE = (
    "Netcompany kan oprette ruten for jer. Samtykker I ikke, skal I selv betale for den."
)


@rule(
    "description-consequence",
    Severity.WARNING,
    title="Konsekvens",
    fields=("description",),
    guide="konsekvenser ved ikke at løses den, skal skrives i overordnede termer.",
    why="Modtageren skal kunne se, hvad der sker, hvis opgaven ikke bliver løst. Så kan opgaven få "
    "den plads, den skal have.",
    bad=text_example("description", "Netcompany kan oprette SFTP-ruten for jer i november."),
    good=text_example("description", _OWN_CONSEQUENCE),
)
def description_consequence(draft: Draft, _house: House) -> Iterator[Mark]:
    texts = [text for _, _, text in draft.texts("description")]
    if _is_young(texts) or any(tells_consequence(text) for text in texts):
        return
    is_critical = draft.priority == Priority.CRITICAL
    message = "Fortæl, hvad der sker, hvis I ikke løser opgaven, fx ”Løser I ikke opgaven, …”."
    subject = "konsekvens, kritisk vej" if is_critical else "konsekvens"
    severity = Severity.WARNING if is_critical else Severity.HINT
    yield Mark("description", message, severity=severity, subject=subject)


def _is_young(texts: list[str]) -> bool:
    """True for a description of a few words: it is not written yet."""
    return sum(len(_words(said)) for text in texts for said in said_in(text)) < _WORDS_MIN


def _words(said: tuple[Token, ...]) -> list[Token]:
    return [token for token in said if token.is_word]


@rule(
    "description-detail",
    Severity.HINT,
    title="Trin i Beskrivelse",
    fields=("description",),
    guide="Afsnittet giver den detaljerede vejledning til at fuldføre opgaven.",
    why="Beskrivelsen sætter rammen for den, der først får opgaven. Trinene hører til i Metode, "
    "hvor udføreren leder efter dem.",
    bad=text_example("description", f"{_OWN_CONSEQUENCE}\n- Åbn fanen\n- Vælg rollen\n- Gem"),
    good=text_example("description", _OWN_CONSEQUENCE),
)
def description_detail(draft: Draft, _house: House) -> Iterator[Mark]:
    steps = sum(_steps(block) for block in draft.blocks("description"))
    if steps >= _STEPS_MIN:
        message = "Flyt trinene til Metode, og hold Beskrivelse i overordnede termer."
        yield Mark("description", message, subject=f"{steps} trin")


def _steps(block: Block) -> int:
    """Count a list item in bydeform as one step, and what is done on a screen in a paragraph."""
    marker = _NUMBERED.match(block.text)
    if block.kind == "li" or marker:
        return int(_is_ordered(block.text[marker.end() if marker else 0 :]))
    arrows = len(_ARROWS.findall(block.text))
    path = arrows + 1 if arrows > 1 else 0
    return path + sum(_is_on_screen(said) for said in said_in(block.text))


def _is_ordered(text: str) -> bool:
    verdict = judge(text)
    return verdict is not None and verdict.answer is Answer.IMPERATIVE


def _is_on_screen(said: tuple[Token, ...]) -> bool:
    """”Klik på fanen”, ”Derefter skal du klikke”."""
    if said[0].low in _ON_SCREEN:
        return True
    near = [token.low for token in said[: _TOLD_MAX + 3]]
    for position, word in enumerate(near[:_TOLD_MAX]):
        if word in _TOLD and _ON_SCREEN_TOLD & set(near[position + 1 : position + 4]):
            return True
    return False


def _told_to_block(priority: str) -> Example:
    text = "Uden certifikatet kan I ikke gå i drift."
    draft = text_example("description", text).draft
    label = Priority(priority).label
    return Example(f"{label}: {text}", replace(draft, priority=priority))


@rule(
    "priority-description",
    Severity.HINT,
    title="Prioritet og tekst",
    fields=("goal", "description", "result"),
    guide="Anbefalet: Blokerer ikke for idriftsættelsen",
    why="Siger teksten, at opgaven kan stoppe idriftsættelsen, mens prioriteten er Anbefalet, ved "
    "modtageren ikke, hvor meget der står på spil.",
    bad=_told_to_block(Priority.RECOMMENDED),
    good=_told_to_block(Priority.CRITICAL),
)
def priority_description(draft: Draft, _house: House) -> Iterator[Mark]:
    if draft.priority != Priority.RECOMMENDED:
        return
    for field, block, text in draft.texts("goal", "description", "result"):
        for said in said_in(text):
            if blocks_go_live(said):
                message = (
                    "Prioriteten er Anbefalet, men teksten siger, at opgaven kan stoppe "
                    "idriftsættelsen. Ret den ene af dem."
                )
                yield Mark(field, message, block, said[0].start, said[-1].end)
                return
