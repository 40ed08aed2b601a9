"""A noun in the wrong form: ”din kommunens administrator”, ”markere opgave som fuldført”."""

from collections.abc import Iterator

from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_POSSESSIVES = wordset("min mit mine din dit dine vores jeres deres hans hendes")
_OWN = wordset("egen eget egne")
# What a noun ends in with its article and -s, and without the article
_GENITIVES = {
    "kommunens": "kommunes",
    "kommunernes": "kommuners",
    "ingens": "ings",
    "ingernes": "ingers",
    "elsens": "elses",
    "hedens": "heds",
    "ionens": "ions",
    "ørens": "ørs",
    "erens": "ers",
    "ernes": "eres",
    "atorens": "ators",
    "systemets": "systems",
    "projektets": "projekts",
    "områdets": "områdes",
    "teamets": "teams",
    "centrets": "centers",
    "regionens": "regions",
    "virksomhedens": "virksomheds",
    "skolens": "skoles",
    "styrelsens": "styrelses",
}
_ENDINGS = tuple(sorted(_GENITIVES, key=len, reverse=True))
_SOLVED = wordset(
    "markere marker markér markerer løse løs løser fuldføre fuldfør fuldfører afslutte afslut "
    "afslutter udføre udfør udfører lukke luk lukker"
)
_TASKS = wordset("opgave klik-opgave")


def noun_slips(said: Said) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, last token, what the last shall be) for each slip of a sentence."""
    for position in range(len(said) - 1):
        if said[position].is_quoted:
            continue
        if said[position].low in _POSSESSIVES:
            yield from _genitive(said, position)
        elif said[position].low in _SOLVED:
            yield from _bare_task(said, position)


def _genitive(said: Said, position: int) -> Iterator[tuple[int, int, str]]:
    last = position + 1
    if said[last].low in _OWN and last + 1 < len(said):
        last += 1
    text = said[last].text
    for ending in _ENDINGS:
        if said[last].low.endswith(ending) and not said[last].is_quoted:
            yield position, last, text[: len(text) - len(ending)] + _GENITIVES[ending]
            return


def _bare_task(said: Said, position: int) -> Iterator[tuple[int, int, str]]:
    """”Marker opgave 12” and ”løse opgave ”Auto 12”” name a task and are right."""
    last = position + 1
    if said[last].low not in _TASKS or said[last].is_quoted:
        return
    behind = said[last + 1] if last + 1 < len(said) else None
    is_named = behind is not None and (
        behind.kind is Kind.NUMBER
        or behind.is_quoted
        or behind.text in "(:/-–"
        or behind.is_capitalised
        or behind.low in {"nr.", "nr", "nummer", "x"}
    )
    if not is_named:
        yield position, last, f"{said[last].text}n"
