"""Does a text of Metode say who performs: ”du”, ”I”, a role, a supplier?"""

from tasks.style.clause import (
    CONJUNCTIONS,
    JOINERS,
    NOMINATIVES,
    PREPOSITIONS,
    is_adverb,
    is_imperative,
    is_passive,
    is_surely_finite,
)
from tasks.style.nouns import is_noun
from tasks.style.roles import head_of, role_nouns
from tasks.style.tokens import Token, said_in, tokens
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_SPOKEN_TO = wordset("du dig din dit dine jer jeres")
_SUPPLIERS = (
    "leverandør", "netcompany", "kmd", "systematic", "fujitsu", "visma", "schultz", "formpipe",
    "trifork", "cbrain", "nnit",
)  # fmt: skip
_PEOPLE = wordset("kommunen kommunerne kombit vi borgerservice it hr digitalisering økonomi")
_PERSON_STEMS = (
    "administrator", "leder", "bruger", "ejer", "konsulent", "medarbejder", "behandler",
    "afdeling", "chef", "koordinator", "specialist", "jurist", "controller", "tekniker", "team",
    "kontor", "forvaltning", "sekretariat", "jobcenter", "kollega", "direktør", "underviser",
    "stedfortræder",
)  # fmt: skip
_PERSON_ENDINGS = (
    "ansvarlig",
    "ansvarlige",
    "jobcentret",
    *(
        f"{stem}{ending}"
        for stem in _PERSON_STEMS
        for ending in ("", "en", "n", "er", "erne", "et", "e", "ne")
    ),
)
_PERFORMS = wordset("udfører udføres udførere udføreren løser løses varetager varetages")
# ”Vi anbefaler følgende trin” names nobody who performs them
_ADVISES = wordset("anbefaler foreslår beder opfordrer håber ønsker forventer kalder")
_NO_NAMES = (
    CONJUNCTIONS
    | PREPOSITIONS
    | NOMINATIVES
    | wordset("her der det dette disse den de alle dernæst nu bagefter samtidig ovenfor nedenfor")
)
_CALLED = wordset("rettigheden profilen titlen gruppen menupunktet feltet knappen fanen typen")
_ROLE_WORD = "rolle"
_LIST_MAX = 8


def names_role(text: str, role: str) -> bool:
    """True when the role is named as a person: ”jeres superbrugere”, ”KP-systemadministrator”.

    ”Tildel rollen Systemadministrator” names nobody. A supplier's name stands for the
    supplier's own role.
    """
    head = head_of(role)
    if head.startswith("leverandør") and _names_supplier(text):
        return True
    if head not in text.lower():
        return False
    read = tokens(text)
    return any(not _is_role_name(read, noun.outer) for noun in role_nouns(read, role))


def _names_supplier(text: str) -> bool:
    return any(
        token.low.startswith(_SUPPLIERS) and not token.is_quoted and _acts(said, position)
        for said in said_in(text)
        for position, token in enumerate(said)
    )


def _is_role_name(read: Said, position: int) -> bool:
    """True for ”rollen X”, ”rollerne X og Y”, ”rollen som X”; ”Som X skal du” is a person."""
    for token in reversed(read[max(0, position - _LIST_MAX) : position]):
        if token.low.startswith(_ROLE_WORD) or token.low.endswith(("rollen", "rollerne")):
            return True
        if token.low not in JOINERS | {"som", ","} and not token.is_capitalised:
            return token.low in _CALLED
    return False


def names_somebody(text: str, roles: tuple[str, ...]) -> bool:
    """True when the text names one of the roles, or anybody else who may perform."""
    if any(names_role(text, role) for role in roles if role.strip()):
        return True
    return any(_has_person(said) for said in said_in(text))


def _has_person(said: Said) -> bool:
    if _begins_with_name(said) or _is_labelled(said):
        return True
    performs = any(token.low in _PERFORMS for token in said)
    return any(
        _is_spoken_to(said, position)
        or (_is_person(said, position) and (performs or _acts(said, position)))
        for position in range(len(said))
    )


def _is_labelled(said: Said) -> bool:
    """”Udfører: borgerservice”, ”Udføres af it-drift”, ”Udfører er en medarbejder i …”."""
    words = [token.low for token in said[:2]]
    is_performer = words[:1] == ["udfører"] and words[-1] in {":", "er", "–"}
    return len(said) > 2 and (is_performer or words == ["udføres", "af"])


def _is_spoken_to(said: Said, position: int) -> bool:
    token = said[position]
    if token.is_quoted or not token.is_word:
        return False
    if token.text == "I":
        return position > 0 or (len(said) > 1 and is_surely_finite(said[1]))
    return token.low in _SPOKEN_TO


def _is_person(said: Said, position: int) -> bool:
    token = said[position]
    if token.is_quoted or not token.is_word:
        return False
    is_known = token.low in _PEOPLE or token.low.startswith(_SUPPLIERS)
    named = is_known or token.low.endswith(_PERSON_ENDINGS)
    return named and not _is_role_name(said, position)


def _acts(said: Said, position: int) -> bool:
    """True beside the verb, or as a label: ”Netcompany opretter”, ”sender leverandøren”."""
    before = said[position - 1] if position else None
    behind = said[position + 1] if position + 1 < len(said) else None
    is_label = behind is not None and behind.text == ":"
    return is_label or any(token is not None and _is_deed(token) for token in (before, behind))


def _is_deed(token: Token) -> bool:
    is_told = is_surely_finite(token) and not is_passive(token)
    return is_told and token.low not in _ADVISES and not token.is_quoted


def _begins_with_name(said: Said) -> bool:
    """”Rikke opretter ruten”: a name and its verb say who; ”Certifikatet bestilles” does not."""
    if len(said) < 2:
        return False
    first, second = said[0], said[1]
    is_name = first.is_word and first.is_capitalised and not is_imperative(first)
    is_other = first.low in _NO_NAMES or is_adverb(first) or is_noun(first.low)
    return is_name and not is_other and _is_deed(second) and second.low not in {"skal", "kan", "er"}
