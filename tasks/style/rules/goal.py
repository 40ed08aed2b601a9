"""Goal and result: what is to be solved, and what it leads to."""

from collections.abc import Iterator

from tasks.style.draft import Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.lexicon import lexicon
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

_ALIKE = 0.7
_COMPARED_MAX = 5
_EMPTY_WORDS = wordset(
    "målet resultatet formålet opgaven er at i du jeres din dit dine jer kan skal vil får har "
    "bliver være blevet så det den de en et og eller til for af på med fra som der når om ved også "
    "sig alle nu dermed derfor herefter"
)
_ENDINGS = tuple(
    sorted(wordset("ernes erne erens eren ere enes ene ens ets ers en et er es ne e s"), key=len)[
        ::-1
    ]
)
_SUBJECTS = wordset("du kommunen kommunerne alle brugerne superbrugerne systemansvarlig")
_BETWEEN = wordset("nu alle selv også allerede ikke")


def _goal_and_result(goal: str, result: str) -> Example:
    draft = Draft(
        goal=text_example("goal", goal).draft.goal,
        result=text_example("result", result).draft.result,
    )
    return Example(f"Mål: {goal} Resultat: {result}", draft)


@rule(
    "goal-is-result",
    Severity.WARNING,
    title="Mål og Resultat er ens",
    fields=("goal", "result"),
    guide="I modsætning til ”Mål” skal der her angives, hvad endemålet er.",
    why="Mål siger, hvad I skal løse. Resultat siger, hvad det fører til. Står det samme begge "
    "steder, mangler grunden til at løse opgaven.",
    bad=_goal_and_result(
        "Målet er, at I har en testet SFTP-rute.", "Resultatet er, at jeres SFTP-rute er testet."
    ),
    good=_goal_and_result(
        "Målet er, at I giver samtykke til, at Netcompany må oprette en SFTP-rute.",
        "Resultatet er, at I kan modtage bilag sammen med ansøgningerne.",
    ),
)
def goal_is_result(draft: Draft, _house: House) -> Iterator[Mark]:
    yield from _repeated(draft)
    yield from _past_goals(draft)


def _repeated(draft: Draft) -> Iterator[Mark]:
    goals = [_content(said) for _, said in _first_sentences(draft, "goal")]
    for block, said in _first_sentences(draft, "result"):
        content = _content(said)
        if any(_are_alike(goal, content) for goal in goals):
            message = "Resultatet siger næsten det samme som Mål. Skriv, hvad opgaven fører til."
            yield Mark("result", message, block, said[0].start, said[-1].end)
            return


def _first_sentences(draft: Draft, field: str) -> list[tuple[int, tuple[Token, ...]]]:
    found: list[tuple[int, tuple[Token, ...]]] = []
    for _, block, text in draft.texts(field):
        for said in said_in(text):
            found.append((block, said))
            if len(found) == _COMPARED_MAX:
                return found
    return found


def _content(said: tuple[Token, ...]) -> frozenset[str]:
    words = (token.low for token in said if token.is_word)
    return frozenset(_stem(word) for word in words if word not in _EMPTY_WORDS)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending)
    return word


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Shared words alone are normal; nearly all of them shared is the same sentence twice."""
    return bool(one and other) and len(one & other) / len(one | other) >= _ALIKE


def _past_goals(draft: Draft) -> Iterator[Mark]:
    for field, block, text in draft.texts("goal"):
        for said in said_in(text):
            for position, token in enumerate(said[1:-1], 1):
                if token.low == "har" and _is_subject(said[position - 1]):
                    yield from _past(field, block, said, position)


def _is_subject(token: Token) -> bool:
    return token.text == "I" or token.low in _SUBJECTS


def _past(field: str, block: int, said: tuple[Token, ...], position: int) -> Iterator[Mark]:
    """”I har oprettet” looks back; ”I har en oprettet rute” does not."""
    last = position + 1
    while last < len(said) - 1 and said[last].low in _BETWEEN:
        last += 1
    infinitive = lexicon().participles.get(said[last].low)
    if infinitive is None:
        return
    start, end = said[position].start, said[last].end
    present = f"{infinitive}r"
    is_direct = last == position + 1 and present in lexicon().presents
    fixes = (Fix(f"Ret til ”{present}”", present),) if is_direct else ()
    yield Mark(
        field,
        "Skriv målet som det, I skal gøre – ikke som noget, der er gjort.",
        block,
        start,
        end,
        fixes,
    )
