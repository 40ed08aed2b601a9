"""Title: the reference's shape, bydeform, telling, no full stop, no Markdown, not too long."""

import re
from collections.abc import Iterator

from tasks.style.answer import Answer
from tasks.style.draft import Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.imperative import judge
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.suggestion import suggest
from tasks.style.tokens import Kind
from tasks.style.turning import Turn
from tasks.style.wordset import wordset

TITLE_MAX = 80
_FORMAT = "Format: ”(PRÆFIKS [nummer]) Skriv sigende titel i bydeform”"
_REFERENCE = re.compile(r"[^\W\d_]{1,20}[ -]?\d{1,6}(?:\.\d{1,4}){0,3}")
_EMPHASIS = re.compile(r"([*_]{1,3})(?=[^\s*_])([^*_\n]*[^\s*_])\1")
_LEADING = re.compile(r"\s*(#{1,6}\s*|[*+]\s+)")
# With nothing but these behind the verb, a title tells which kind of thing, not which
_SAYS_LITTLE = wordset(
    "opgave opgaven opgaver opgaverne vejledning vejledningen vejledninger vejledningerne skema "
    "skemaet skemaer formular formularen blanket blanketten bilag bilaget bilagene fil filen filer "
    "filerne ark arket excel-ark excel-arket excel-fil excel-filen dokument dokumentet dokumenter "
    "system systemet systemer systemerne løsning løsningen data liste listen mail mailen besked "
    "beskeden information informationen materiale materialet guide guiden link linket punkt "
    "punktet punkter punkterne trin trinene ting tingene det den dette denne disse her alt alle "
    "en et de jeres din dit dine jer dig og ny nye nyt følgende vedhæftet vedhæftede vedlagte "
    "klar færdig nu snarest hurtigt igen grundigt op på til i med brugere brugerne roller rollerne"
)
_TELLING_MAX = 8
_SHOWN_MAX = 30
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
    first = verdict.words[0]
    if verdict.answer is Answer.UNSURE:
        message = "Tjek, om titlen står i bydeform."
        yield Mark("title", message, 0, first.start, first.end, severity=Severity.HINT)
    else:
        yield _refused(first.start, first.end, suggest(draft.title, verdict.words))


def _refused(start: int, end: int, turn: Turn | None) -> Mark:
    if turn is None:
        message = "Skriv titlen i bydeform, fx ”Opret …” eller ”Gennemgå …”."
        return Mark("title", message, 0, start, end)
    message = f"Skriv titlen i bydeform: ”{turn.imperative} …”."
    if not turn.is_offered:
        return Mark("title", message, 0, start, end)
    fix = Fix(f"Ret til ”{turn.imperative}”", turn.text, turn.start, turn.end)
    return Mark("title", message, 0, turn.start, turn.verb_end, (fix,))


@rule(
    "title-telling",
    Severity.HINT,
    title="Sigende titel",
    fields=("title",),
    guide=_FORMAT,
    why="Kommunerne ser titlen i en lang liste. Den skal kunne stå alene og sige, hvad opgaven "
    "går ud på.",
    bad=text_example("title", "Læs vejledning"),
    good=text_example("title", "Læs vejledningen om personligt tillæg"),
)
def title_telling(draft: Draft, _house: House) -> Iterator[Mark]:
    verdict = judge(draft.title)
    if verdict is None or verdict.answer is Answer.NOT:
        return
    said = [t for t in verdict.words[1:_TELLING_MAX] if t.kind not in {Kind.MARK, Kind.LINE}]
    if all(t.is_word and not t.is_quoted and t.low in _SAYS_LITTLE for t in said):
        first, last = verdict.words[0], said[-1] if said else verdict.words[0]
        message = f"Skriv også, hvad eller hvilket system det handler om: ”{first.text} … i …”."
        yield Mark("title", message, 0, first.start, last.end)


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


@rule(
    "title-markdown",
    Severity.HINT,
    title="Tegn, Podio spiser",
    fields=("title",),
    guide=_FORMAT,
    why="Podio læser * og _ om et ord og # forrest som opsætning og viser dem ikke.",
    bad=text_example("title", "Opret rollen *Læseadgang*"),
    good=text_example("title", "Opret rollen ”Læseadgang”"),
)
def title_markdown(draft: Draft, _house: House) -> Iterator[Mark]:
    title = draft.title
    leading = _LEADING.match(title)
    if leading:
        mark = leading[1].strip()
        fix = Fix(f"Fjern ”{mark}”", "")
        message = f"Fjern ”{mark}” forrest i titlen: Podio viser det ikke."
        yield Mark("title", message, 0, leading.start(1), leading.end(1), (fix,))
    for found in _EMPHASIS.finditer(title, leading.end() if leading else 0):
        yield _eaten(title, found)


def _eaten(title: str, found: re.Match[str]) -> Mark:
    """Inside a word the marks are part of a name, and only a person knows what to do."""
    start, end = found.span()
    shown = _short(found[2])
    message = f"Podio viser ikke ”{found[1]}” om ”{shown}”. Brug ”…” eller ingen tegn."
    is_in_word = (title[start - 1 : start] + title[end : end + 1]).isalnum()
    fix = Fix(f"Skriv ”{shown}” i citat", f"”{found[2]}”")
    return Mark("title", message, 0, start, end, () if is_in_word else (fix,))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}…"
