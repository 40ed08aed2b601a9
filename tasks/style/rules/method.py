"""Method: a list of steps that says who performs them."""

from collections.abc import Iterator

from tasks.style.clause import is_finite, is_imperative
from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.method_steps import is_listed
from tasks.style.roles import distinct, named_roles
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

_SENTENCES_MAX = 3
_SPOKEN_TO = wordset("du dig din dit dine jer jeres")
_PEOPLE = wordset("kommunen kommunerne kombit leverandøren leverandør netcompany kmd systematic vi")
_PERSON_ENDINGS = (
    "ansvarlig",
    "ansvarlige",
    "administrator",
    "administratoren",
    "administratorer",
    "administratorerne",
    "leder",
    "lederen",
    "lederne",
    "brugeren",
    "brugerne",
    "superbruger",
    "superbrugere",
    "ejer",
    "ejeren",
    "konsulent",
    "konsulenten",
    "medarbejder",
    "medarbejderen",
    "medarbejdere",
    "medarbejderne",
    "behandler",
    "behandleren",
    "behandlere",
    "behandlerne",
    "afdeling",
    "afdelingen",
    "teamet",
)
_ROLES = House(roles=("Superbruger", "Systemadministrator"))


@rule(
    "method-list",
    Severity.WARNING,
    title="Metode som liste",
    fields=("method",),
    guide="Metode og fremgangsmåde skal som udgangspunkt skrives punktopstillet og i bydeform.",
    why="Den, der udfører opgaven, kan følge en liste trin for trin og se, hvad der mangler.",
    bad=text_example(
        "method",
        "Du skal åbne fanen. Derefter skal du vælge rollen. Til sidst skal du gemme.",
    ),
    good=text_example("method", "Du skal:\n1. Åbn fanen\n2. Vælg rollen\n3. Gem"),
)
def method_list(draft: Draft, _house: House) -> Iterator[Mark]:
    blocks = draft.blocks("method")
    if any(is_listed(block) for block in blocks):
        return
    count = sum(_is_said(said) for block in blocks for said in said_in(block.text))
    if count >= _SENTENCES_MAX:
        subject = f"{count} sætninger"
        yield Mark(
            "method",
            f"Stil de {count} sætninger op som en liste med ét trin i hver linje.",
            subject=subject,
        )


def _is_said(said: tuple[Token, ...]) -> bool:
    return any(token.is_word for token in said)


@rule(
    "method-performer",
    Severity.WARNING,
    title="Hvem udfører",
    fields=("method", "performers"),
    guide="Det skal fremgå eksplicit i afsnittet, hvem der er udfører.",
    why="Flere kan være inde over en opgave. Modtageren skal kunne se, hvem der gør hvad, uden "
    "at gætte.",
    bad=text_example("method", "1. Åbn fanen\n2. Vælg rollen"),
    good=Example(
        "Som systemadministrator skal du: 1. Åbn fanen 2. Vælg rollen",
        text_example(
            "method", "Som systemadministrator skal du:\n1. Åbn fanen\n2. Vælg rollen"
        ).draft,
        _ROLES,
    ),
)
def method_performer(draft: Draft, house: House) -> Iterator[Mark]:
    if not draft.has_text("method"):
        return
    chosen = distinct(draft.performers)
    texts = [text for _, _, text in draft.texts("method")]
    if len(chosen) > 1:
        yield from _missing(texts, chosen)
    elif not any(_names_somebody(text, (*chosen, *house.roles)) for text in texts):
        yield Mark(
            "method",
            "Skriv, hvem der udfører: ”du”, ”I” eller en rolle.",
            subject=f"{len(texts)} afsnit",
        )


def _missing(texts: list[str], chosen: tuple[str, ...]) -> Iterator[Mark]:
    missing = [role for role in chosen if not any(named_roles(text, (role,)) for text in texts)]
    if missing:
        names = " og ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        message = f"Skriv, hvad {names} gør: Metoden nævner det ikke."
        yield Mark("method", message, subject=names)


def _names_somebody(text: str, roles: tuple[str, ...]) -> bool:
    if named_roles(text, roles):
        return True
    return any(_has_person(said) for said in said_in(text))


def _has_person(said: tuple[Token, ...]) -> bool:
    if _begins_with_name(said):
        return True
    return any(_is_person(said, position) for position in range(len(said)))


def _is_person(said: tuple[Token, ...], position: int) -> bool:
    token = said[position]
    if token.is_quoted or not token.is_word:
        return False
    if token.text == "I":
        return position > 0 or (len(said) > 1 and is_finite(said[1]))
    if token.low in _SPOKEN_TO or token.low in _PEOPLE:
        return True
    before = said[position - 1].low if position else ""
    return token.low.endswith(_PERSON_ENDINGS) and not before.startswith("rolle")


def _begins_with_name(said: tuple[Token, ...]) -> bool:
    """”Netcompany opretter ruten”: a name and its verb say who."""
    if len(said) < 2:
        return False
    first, second = said[0], said[1]
    is_name = first.is_word and first.is_capitalised and not is_imperative(first)
    return is_name and is_finite(second) and second.low not in {"skal", "kan", "er"}
