"""Does a text of Metode say who performs: ”du”, ”I”, a role, a supplier?"""

from tasks.style.clause import is_finite, is_imperative
from tasks.style.roles import named_roles
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

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


def names_somebody(text: str, roles: tuple[str, ...]) -> bool:
    """True when the text names one of the roles, or anybody else who may perform."""
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
