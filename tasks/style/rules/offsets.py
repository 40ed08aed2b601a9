"""Offsets and duration: they are told, they point the right way, and the work fits in them."""

from collections.abc import Iterator

from tasks.guide import Priority
from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule

_GUIDE_START = "Startdatoen defineres i antal dage fra den valgte slutdato."


@rule(
    "end-after-golive",
    Severity.WARNING,
    title="Kritisk vej efter go-live",
    fields=("end_offset_days", "priority"),
    guide="Obligatorisk på kritisk vej: Opgaven har konsekvenser for idriftsættelse.",
    why="En opgave på kritisk vej skal være løst, før løsningen går i drift. Slutter den efter "
    "go-live, kommer den for sent.",
    bad=Example(
        "Obligatorisk på kritisk vej, slutdato 5 dage efter go-live",
        Draft(priority=Priority.CRITICAL, end_offset_days=5),
    ),
    good=Example(
        "Obligatorisk på kritisk vej, slutdato 5 dage før go-live",
        Draft(priority=Priority.CRITICAL, end_offset_days=-5),
    ),
)
def end_after_golive(draft: Draft, _house: House) -> Iterator[Mark]:
    end = draft.end_offset_days
    if draft.priority == Priority.CRITICAL and end is not None and end > 0:
        yield Mark(
            "end_offset_days",
            f"Opgaven er på kritisk vej, men slutter {_days(end)} efter go-live. Lad den slutte "
            "senest på dagen for go-live, eller vælg en anden prioritet.",
            subject=f"slutter {end}",
        )


@rule(
    "start-negative",
    Severity.ERROR,
    title="Startdato før slutdato",
    fields=("start_offset_days",),
    guide="Værdien skal altid være negativ (fx ”-14”).",
    why="Startdatoen tælles baglæns fra slutdatoen. Med et positivt tal starter opgaven, efter at "
    "den skulle være færdig.",
    bad=Example("Startdato 14 dage fra slutdato", Draft(end_offset_days=0, start_offset_days=14)),
    good=Example(
        "Startdato -14 dage fra slutdato", Draft(end_offset_days=0, start_offset_days=-14)
    ),
    can_be_kept=False,
)
def start_negative(draft: Draft, _house: House) -> Iterator[Mark]:
    start = draft.start_offset_days
    if start is None or start < 0:
        return
    instead = f"-{start} i stedet for {start}" if start else "fx -14 i stedet for 0"
    yield Mark("start_offset_days", f"Startdatoen skal ligge før slutdatoen. Skriv {instead}.")


@rule(
    "start-missing",
    Severity.HINT,
    title="Startdato mangler",
    fields=("start_offset_days", "end_offset_days"),
    guide=_GUIDE_START,
    why="Uden en startdato ved kommunerne ikke, hvornår de kan gå i gang, og #besked kan ikke "
    "fortælle det.",
    bad=Example("Slutdato -14, ingen startdato", Draft(end_offset_days=-14)),
    good=Example("Slutdato -14, startdato -14", Draft(end_offset_days=-14, start_offset_days=-14)),
)
def start_missing(draft: Draft, _house: House) -> Iterator[Mark]:
    if draft.end_offset_days is not None and draft.start_offset_days is None:
        yield Mark(
            "start_offset_days",
            "Opgaven har en slutdato, men ingen startdato. Skriv, hvor mange dage før slutdatoen "
            "kommunerne kan gå i gang, fx -14.",
            subject="startdato mangler",
        )


@rule(
    "duration-window",
    Severity.WARNING,
    title="Varighed og datoer",
    fields=("duration_days", "start_offset_days"),
    guide="Vurdering af hvor mange dage opgaven tager at udfører og påvirker hvornår en opgave "
    "”går i gul”.",
    why="Varer opgaven længere, end der er dage fra start til slut, kan ingen nå den, og den går "
    "i gul, før den kan startes.",
    bad=Example("Varighed 20, startdato -14", Draft(duration_days=20, start_offset_days=-14)),
    good=Example("Varighed 10, startdato -14", Draft(duration_days=10, start_offset_days=-14)),
)
def duration_window(draft: Draft, _house: House) -> Iterator[Mark]:
    duration, start = draft.duration_days, draft.start_offset_days
    if duration is None or start is None or start >= 0 or duration <= -start:
        return
    yield Mark(
        "duration_days",
        f"Opgaven varer {_days(duration)}, men der er kun {_days(-start)} fra start til slut. "
        f"Sæt startdatoen til -{duration} eller tidligere, eller gør varigheden kortere.",
        subject=f"{duration} dage på {-start}",
    )


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dage"
