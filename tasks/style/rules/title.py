"""Title: the reference's shape, bydeform, no full stop, not too long."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasks.style.draft import Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.imperative import Answer, Verdict, judge
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.suggestion import Suggestion, suggest

TITLE_MAX = 80
_FORMAT = "Format: ”(PRÆFIKS [nummer]) Skriv sigende titel i bydeform”"
_REFERENCE = re.compile(r"[^\W\d_]{1,20}[ -]?\d{1,6}(?:\.\d{1,4}){0,3}")
_NUMBERED = Draft(prefix="MI", separator=" ", number="01")


@rule(
    "title-format",
    Severity.ERROR,
    title="Referencens form",
    fields=("reference",),
    guide=_FORMAT,
    why="Referencen er kort og præcis, når den består af et præfiks og et nummer. Så kan "
    "kommunerne finde opgaven og se, hvor den hører til i rækken.",
    bad=Example("(Opgave om bilag)", Draft(prefix="Opgave om bilag")),
    good=Example("(MI 01)", _NUMBERED),
    can_be_kept=False,
)
def title_format(draft: Draft, _house: House) -> Iterator[Mark]:
    reference = draft.reference.strip()
    if not reference:
        yield Mark("reference", "Skriv en reference, fx ”MI 01”.")
    elif not _REFERENCE.fullmatch(reference):
        yield Mark("reference", "Skriv referencen som præfiks og nummer, fx ”MI 01” eller ”K04.1”.")


@rule(
    "title-imperative",
    Severity.ERROR,
    title="Bydeform",
    fields=("title",),
    guide=_FORMAT,
    why="En titel i bydeform siger straks, hvad opgaven går ud på, og hvad modtageren skal gøre.",
    bad=text_example("title", "Oprettelse af SFTP-rute"),
    good=text_example("title", "Opret SFTP-rute"),
)
def title_imperative(draft: Draft, _house: House) -> Iterator[Mark]:
    verdict = judge(draft.title)
    if verdict is None or verdict.answer is Answer.IMPERATIVE:
        return
    if verdict.answer is Answer.UNSURE:
        yield _mark(verdict, "Tjek, om titlen står i bydeform.", 1, Severity.HINT)
    else:
        yield _refused(verdict, suggest(verdict.words))


def _refused(verdict: Verdict, found: Suggestion | None) -> Mark:
    if found is None:
        return _mark(verdict, "Skriv titlen i bydeform, fx ”Opret …” eller ”Gennemgå …”.", 1)
    message = f"Skriv titlen i bydeform: ”{found.imperative} …”."
    if not found.length:
        return _mark(verdict, message, 1)
    fix = Fix(f"Ret til ”{found.imperative}”", found.imperative)
    return replace(_mark(verdict, message, found.length), fixes=(fix,))


def _mark(verdict: Verdict, message: str, length: int, severity: Severity | None = None) -> Mark:
    first, last = verdict.words[0], verdict.words[length - 1]
    return Mark("title", message, start=first.start, end=last.end, severity=severity)


@rule(
    "title-length",
    Severity.HINT,
    title="Lang titel",
    fields=("title",),
    guide="Præfiks med nummerering benyttes for kort og præcis reference til opgaver",
    why="Podio og KLIK viser omkring 80 tegn af titlen, og referencen tæller med.",
    bad=text_example(
        "title",
        "Gennemgå og opdater alle jeres brugeres roller og rettigheder i KP, før den nye release "
        "bliver sat i drift",
        _NUMBERED,
    ),
    good=text_example("title", "Opdater jeres brugeres roller i KP", _NUMBERED),
)
def title_length(draft: Draft, _house: House) -> Iterator[Mark]:
    title = draft.title.strip()
    length = len(f"({draft.reference}) {title}") if draft.reference else len(title)
    if title and length > TITLE_MAX:
        message = f"Titlen fylder {length} tegn med referencen. Hold den på {TITLE_MAX}."
        yield Mark("title", message, end=len(draft.title))


@rule(
    "title-period",
    Severity.HINT,
    title="Punktum i titlen",
    fields=("title",),
    guide=_FORMAT,
    why="En titel er en overskrift, og overskrifter slutter uden punktum.",
    bad=text_example("title", "Opret SFTP-rute."),
    good=text_example("title", "Opret SFTP-rute"),
)
def title_period(draft: Draft, _house: House) -> Iterator[Mark]:
    title = draft.title.rstrip()
    bare = title.removesuffix(".")
    if bare and bare != title and not bare.endswith(".") and not _ends_short(bare):
        fix = Fix("Fjern punktummet", "")
        end = len(title)
        message = "Fjern punktummet efter titlen."
        yield Mark("title", message, start=end - 1, end=end, fixes=(fix,))


def _ends_short(bare: str) -> bool:
    """True when the stop belongs to the last word: ”mv.”, ”m.m.”, ”osv.”."""
    last = bare.rsplit(maxsplit=1)[-1].lower() if bare.split() else ""
    return last in {"mv", "m.v", "m.m", "osv", "o.l", "etc", "m.fl", "mfl"}
