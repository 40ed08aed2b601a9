"""Method's steps as a whole: not too many, their numbers exist, and the last one closes."""

from collections.abc import Iterator
from itertools import pairwise

from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.method_steps import outer_steps, step_numbers
from tasks.style.pointing import names_guide
from tasks.style.rule import Mark, rule, text_example
from tasks.style.step_mentions import step_mentions
from tasks.style.tokens import Kind, said_in, tokens
from tasks.style.wordset import wordset

_STEPS_MAX = 15
_WORDS_MAX = 300
_CLOSED_FROM = 4
_LAST_STEPS = 2
_BUCKET = 100
_READ_MAX = 2000  # code points of a step that are asked for how it closes
_FEW = "Som superbruger gør du sådan:\n1. Åbn fanen\n2. Vælg rollen"
# What one does or sees when the task is done
_CLOSES = wordset(
    "fuldført fuldføre fuldfør fuldfører færdig færdige færdiggør færdiggøre afslut afslutte "
    "afsluttet afslutter løst kontroller kontrollér kontrollere tjek tjekke verificer verificér "
    "verificere bekræft bekræfte bekræftet bekræftelse bekræftelsen kvittering kvitteringen "
    "status statussen vises ses synlig gennemført godkendt meddel meddele test teste efterprøv "
    "kommentarfelt kommentarfeltet tilbagemelding"
)
_CLOSING_PAIRS = (
    ("luk", "opgaven"), ("lukke", "opgaven"), ("giv", "besked"), ("give", "besked"),
    ("meld", "tilbage"), ("melde", "tilbage"), ("på", "opgaven"), ("i", "mål"), ("ser", "du"),
    ("kan", "se"), ("du", "se"), ("i", "se"), ("se", "at"), ("bliver", "vist"),
    ("til", "kombit"), ("til", "os"),
)  # fmt: skip


@rule(
    "method-complicated",
    Severity.HINT,
    title="Lang metode",
    fields=("method",),
    guide="Hvis den nødvendige vejledning er meget kompliceret, vil det typisk være bedst, at der "
    "laves en separat vejledning som bilag til KLIK-opgaven.",
    why="I en separat vejledning kan I bruge billeder og bedre formatering. Så er det lettere at "
    "følge mange trin.",
    bad=text_example(
        "method",
        "Som superbruger gør du sådan:\n"
        + "\n".join(f"{n}. Åbn fane {n}, og gem" for n in range(1, _STEPS_MAX + 2)),
    ),
    good=text_example("method", _FEW),
)
def method_complicated(draft: Draft, _house: House) -> Iterator[Mark]:
    steps = len(outer_steps(draft))
    words = sum(token.is_word for _, _, text in draft.texts("method") for token in tokens(text))
    if steps <= _STEPS_MAX and words <= _WORDS_MAX:
        return
    size = f"{steps} trin" if steps > _STEPS_MAX else f"over {words // _BUCKET * _BUCKET} ord"
    message = (
        f"Metode er på {size}. Læg det meste i en separat vejledning under Eksterne bilag, og "
        "skitsér trinene her."
    )
    yield Mark("method", message, subject=size)


@rule(
    "method-reference",
    Severity.WARNING,
    title="Trin, der ikke findes",
    fields=("method",),
    guide="Afsnittet giver den detaljerede vejledning til at fuldføre opgaven.",
    why="Et nummer, som ikke findes på listen, stopper den, der følger trinene. Det sker let, når "
    "et trin er flyttet eller slettet.",
    bad=text_example("method", f"{_FEW}\n3. Gentag punkt 2-5 for alle roller"),
    good=text_example("method", f"{_FEW}\n3. Gentag punkt 1-2 for alle roller"),
)
def method_reference(draft: Draft, _house: House) -> Iterator[Mark]:
    known = _known(draft)
    if not known:
        return
    for field, block, text in draft.texts("method"):
        for said in said_in(text):
            if names_guide(said):  # ”Følg punkt 5-9, som står i vejledningen”
                continue
            for found in step_mentions(said):
                missing = [number for number in found.numbers if number not in known]
                if missing:
                    yield Mark(field, _no_step(missing, known), block, found.start, found.end)


def _known(draft: Draft) -> frozenset[int]:
    """Return the steps' numbers; bullets are counted, and ”(….)” stands for those left out."""
    numbers = step_numbers(draft) or frozenset(range(1, len(outer_steps(draft)) + 1))
    is_elided = any(
        token.kind is Kind.GAP for _, _, text in draft.texts("method") for token in tokens(text)
    )
    return frozenset(range(min(numbers), max(numbers) + 1)) if is_elided and numbers else numbers


def _no_step(missing: list[int], known: frozenset[int]) -> str:
    what = f"trin {missing[0]}" if len(missing) == 1 else f"trin {missing[0]} og {missing[-1]}"
    if len(missing) > 2:
        what = f"trin {missing[0]}-{missing[-1]}"
    return f"Listen har ikke {what}: Dens trin er {min(known)}-{max(known)}. Ret nummeret."


@rule(
    "method-close",
    Severity.HINT,
    title="Sidste trin",
    fields=("method",),
    guide="Afsnittet giver den detaljerede vejledning til at fuldføre opgaven.",
    why="Den, der har fulgt alle trin, skal vide, hvad der viser, at det lykkedes, og hvordan "
    "opgaven bliver lukket.",
    bad=text_example("method", f"{_FEW}\n3. Vælg en bruger\n4. Gem ændringen"),
    good=text_example("method", f"{_FEW}\n3. Gem ændringen\n4. Marker opgaven som fuldført"),
)
def method_close(draft: Draft, _house: House) -> Iterator[Mark]:
    steps = outer_steps(draft)
    if len(steps) < _CLOSED_FROM:
        return
    blocks = draft.blocks("method")[steps[-_LAST_STEPS] :]
    if not any(_closes(block.text) for block in blocks):
        message = (
            "Slut med det, udføreren skal se eller gøre til sidst, fx ”Marker opgaven som "
            "fuldført”."
        )
        yield Mark("method", message, subject=f"{len(steps)} trin")


def _closes(text: str) -> bool:
    words = [token.low for token in tokens(text[-_READ_MAX:]) if token.is_word]
    return bool(_CLOSES & set(words)) or any(pair in _CLOSING_PAIRS for pair in pairwise(words))
