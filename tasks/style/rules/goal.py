"""Goal and result: what is to be solved in short, and what it leads to."""

from collections.abc import Iterator
from itertools import islice

from tasks.style.content import are_alike, content
from tasks.style.draft import Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.past_goal import Past, looks_back
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import Token, said_in

_COMPARED_MAX = 5
_SHORT_MAX = 3
# A shorter Metode says too little to be held against the goal
_METHOD_WORDS_MIN = 20
_METHOD_STEMS_MAX = 2000
_GOAL_STEMS_MAX = 40
_PART_MIN = 4
_SUBJECT_MAX = 200  # code points of the goal that a kept hint is tied to
_PAST = "Skriv målet som det, I skal gøre – ikke som noget, der er gjort."
_GOAL = "Målet er, at I giver samtykke til, at Netcompany må oprette en SFTP-rute."


def _example(shown: str, goal: str, **others: str) -> Example:
    draft = text_example("goal", goal).draft
    for field, text in others.items():
        draft = text_example(field, text, draft).draft
    return Example(shown, draft)


@rule(
    "goal-short",
    Severity.HINT,
    title="Kort mål",
    fields=("goal",),
    guide="Kort beskrivelse af målet med opgaven.",
    why="Målet er det første, modtageren læser. Det er stærkest, når det kun siger, hvad I skal "
    "løse.",
    bad=text_example(
        "goal",
        "Målet er, at I tilmelder to superbrugere. Kurset varer to timer. Det foregår på Teams. "
        "Alle får et oplæg med hjem.",
    ),
    good=text_example("goal", "Målet er, at I tilmelder to superbrugere til et kursus."),
)
def goal_short(draft: Draft, _house: House) -> Iterator[Mark]:
    count = _sentences(draft)
    if count > _SHORT_MAX:
        message = (
            f"Mål er på {count} sætninger. Skriv kun, hvad I skal løse, og flyt resten til "
            "Beskrivelse."
        )
        yield Mark("goal", message, subject=f"{count} sætninger")


def _sentences(draft: Draft) -> int:
    """Count the sentences; the items of a list belong to the sentence that leads to them."""
    count, is_led = 0, False
    for block in draft.blocks("goal"):
        said = [s for s in said_in(block.text) if any(token.is_word for token in s)]
        count += max(0, len(said) - 1) if is_led and block.kind == "li" else len(said)
        is_led = block.text.rstrip().endswith(":") or (is_led and block.kind == "li")
    return count


@rule(
    "goal-is-result",
    Severity.WARNING,
    title="Mål og Resultat er ens",
    fields=("goal", "result"),
    guide="I modsætning til ”Mål” skal der her angives, hvad endemålet er.",
    why="Mål siger, hvad I skal løse. Resultat siger, hvad det fører til. Står det samme begge "
    "steder, mangler grunden til at løse opgaven.",
    bad=_example(
        "Mål: Målet er, at I tester SFTP-ruten. Resultat: Resultatet er, at SFTP-ruten er testet.",
        "Målet er, at I tester SFTP-ruten.",
        result="Resultatet er, at SFTP-ruten er testet.",
    ),
    good=_example(
        f"Mål: {_GOAL} Resultat: Resultatet er, at I kan modtage bilag sammen med ansøgningerne.",
        _GOAL,
        result="Resultatet er, at I kan modtage bilag sammen med ansøgningerne.",
    ),
)
def goal_is_result(draft: Draft, _house: House) -> Iterator[Mark]:
    yield from _repeated(draft)
    for field, block, text in draft.texts("goal"):
        for said in said_in(text):
            for past in looks_back(text, said):
                yield _past_mark(field, block, past)


def _repeated(draft: Draft) -> Iterator[Mark]:
    goals = [content(said) for _, said in _first_sentences(draft, "goal")]
    for block, said in _first_sentences(draft, "result"):
        stems = content(said)
        if any(are_alike(goal, stems) for goal in goals):
            message = "Resultatet siger næsten det samme som Mål. Skriv, hvad opgaven fører til."
            yield Mark("result", message, block, said[0].start, said[-1].end)
            return


def _first_sentences(draft: Draft, field: str) -> list[tuple[int, tuple[Token, ...]]]:
    every = ((block, said) for _, block, text in draft.texts(field) for said in said_in(text))
    return list(islice(every, _COMPARED_MAX))


def _past_mark(field: str, block: int, past: Past) -> Mark:
    fixes: tuple[Fix, ...] = ()
    if past.present:
        fixes = (Fix(f"Ret til ”{past.present}”", past.present, past.start, past.fix_end),)
    return Mark(field, _PAST, block, past.start, past.end, fixes)


@rule(
    "goal-method",
    Severity.HINT,
    title="Mål og Metode",
    fields=("goal", "method"),
    guide="Fokus er på det, som skal løses, og altså det som også vil være en del af Metode og "
    "fremgangsmåde.",
    why="Målet siger, hvad I skal løse, og Metode siger hvordan. Har de ingen ord til fælles, er "
    "målet måske et resultat eller hører til en anden opgave.",
    bad=_example(
        "Mål: Målet er, at borgerne får hurtigere svar. Metode: Som superbruger gør du sådan: "
        "1. Åbn fanen ”Roller” … 2. Vælg rollen ”Leder” … 3. Gem ændringen …",
        "Målet er, at borgerne får hurtigere svar.",
        method="Som superbruger gør du sådan:\n1. Åbn fanen ”Roller” i administrationen\n"
        "2. Vælg rollen ”Leder” på listen til højre\n3. Gem ændringen, og luk vinduet",
    ),
    good=_example(
        "Mål: Målet er, at I opretter rollen ”Leder”. Metode: Som superbruger gør du sådan: "
        "1. Åbn fanen ”Roller” … 2. Vælg rollen ”Leder” … 3. Gem ændringen …",
        "Målet er, at I opretter rollen ”Leder”.",
        method="Som superbruger gør du sådan:\n1. Åbn fanen ”Roller” i administrationen\n"
        "2. Vælg rollen ”Leder” på listen til højre\n3. Gem ændringen, og luk vinduet",
    ),
)
def goal_method(draft: Draft, _house: House) -> Iterator[Mark]:
    goal = [stem for stem in _stems(draft, "goal") if len(stem) >= _PART_MIN][:_GOAL_STEMS_MAX]
    words = sum(token.is_word for said in _said(draft, "method") for token in said)
    if not goal or words < _METHOD_WORDS_MIN:
        return
    if not _recurs(goal, _stems(draft, "method")[:_METHOD_STEMS_MAX]):
        message = "Intet af det, Mål siger, går igen i Metode. Skriv målet som det, trinene løser."
        yield Mark("goal", message, subject=" ".join(goal)[:_SUBJECT_MAX])


def _said(draft: Draft, field: str) -> Iterator[tuple[Token, ...]]:
    return (said for _, _, text in draft.texts(field) for said in said_in(text))


def _stems(draft: Draft, field: str) -> list[str]:
    """Return the stems in a steady order, so that the same goal keeps its subject."""
    return sorted({stem for said in _said(draft, field) for stem in content(said)})


def _recurs(goal: list[str], method: list[str]) -> bool:
    """True when a word recurs, also in a compound: ”SFTP-rute” and ”ruten”."""
    told, asked = " ".join(method), " ".join(goal)
    return any(stem in told for stem in goal) or any(
        stem in asked for stem in method if len(stem) >= _PART_MIN
    )
