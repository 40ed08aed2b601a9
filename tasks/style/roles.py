"""The gallery's roles in running text: their forms, and which of them a field speaks to."""

from collections.abc import Iterator

from tasks.style.clause import is_verb, opens_clause
from tasks.style.draft import Draft, House
from tasks.style.elsewhere import is_house
from tasks.style.subject import Noun, Sentence
from tasks.style.tokens import Kind, Token, tokens
from tasks.style.wordset import wordset

READER = "Systemansvarlig"
_SINGULAR = ("", "en", "n")
_PLURAL = ("er", "erne", "e", "ne", "r", "rne")
_POSSESSIVES = wordset("din dit dine jeres deres vores")
_OWN = wordset("kommunens kommunernes")
_NAMES_A_ROLE = wordset(
    "rollen rolle roller rollerne rettigheden rettighed profilen profil titlen brugerrollen "
    "jobfunktionsrollen funktionen menupunktet feltet knappen fanen gruppen typen"
)
_NO_GENITIVES = wordset("ellers således ligeledes dels alles hos evt. tillige")
_DETERMINERS = wordset("den de en hver enkelt enkelte lokale")
# Adjectives and numbers that pick out somebody else: ”den nye superbruger”, ”to superbrugere”
_PICKED_OUT = wordset(
    "ny nye tidligere kommende afgående fratrådte anden andet andre øvrige samme begge én to tre "
    "fire fem flere nogle enkelte ekstra yderligere første"
)
_IN_THE_MUNICIPALITY = (
    ("i", "kommunen"), ("i", "kommunerne"), ("i", "jeres", "kommune"), ("i", "din", "kommune"),
    ("i", "den", "enkelte", "kommune"), ("hos", "jer"), ("hos", "kommunen"),
)  # fmt: skip


def roles_spoken_to(draft: Draft, house: House, field: str) -> tuple[str, ...]:
    """Return the roles a field speaks to, so that naming them is distance.

    The chosen performer in Metode, the systemansvarlig elsewhere ("den ”indledende modtager”
    som fx systemansvarlige"); any role of the gallery when no performer is chosen. Of several
    performers Metode must name each, so there naming one of them is no distance.
    """
    gallery, chosen = distinct(house.roles), distinct(draft.performers)
    if not chosen:
        return gallery
    if field == "method":
        return chosen if len(chosen) == 1 else ()
    return tuple(role for role in gallery if role == READER)


def distinct(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles once each, whatever their capitals; blank names are none."""
    return tuple({role.casefold(): role for role in roles if role.strip()}.values())


def head_of(role: str) -> str:
    """Return the last word of a role in small letters: ”administrator”."""
    return role.lower().rsplit(maxsplit=1)[-1]


def speaks_about(text: str, role: str) -> bool:
    """True when the role is somebody else here: ”din kommunes systemadministrator”."""
    if head_of(role) not in text.lower():
        return False
    read = tokens(text)
    return any(_is_third_person(read, noun.first) for noun in role_nouns(read, role))


def _is_third_person(read: Sentence, position: int) -> bool:
    before = [token.low for token in read[max(0, position - 2) : position]]
    is_theirs = len(before) == 2 and before[0] in _POSSESSIVES and before[1].endswith("s")
    return is_theirs or (bool(before) and before[-1] in _POSSESSIVES)


def role_nouns(sentence: Sentence, role: str) -> Iterator[Noun]:
    """Yield where a role stands, in any form, also as ”KP-systemadministrator”."""
    *leading, head = role.lower().split()
    forms = _forms(head)
    for position, token in enumerate(sentence):
        form = _form(token, head)
        if token.is_quoted or form not in forms:
            continue
        first = position - len(leading)
        if first >= 0 and all(
            word.low.startswith(lead)
            for word, lead in zip(sentence[first:position], leading, strict=True)
        ):
            outer = _outer(sentence, first)
            is_plural = forms[form] or _is_several(sentence, outer, first, form)
            yield Noun(first, position, outer, is_plural, _tail(sentence, position))


def spoken_nouns(sentence: Sentence, role: str) -> Iterator[Noun]:
    """Yield where a role may be the one spoken to: no role name, no other house's role."""
    for noun in role_nouns(sentence, role):
        before = sentence[noun.outer - 1] if noun.outer else None
        is_other = before is not None and (
            _names_a_role(sentence, noun) or _is_genitive(before) or _picks_out(before)
        )
        if not is_other and not _is_of_another_house(sentence[noun.first], role):
            yield noun


def _picks_out(before: Token) -> bool:
    return before.low in _PICKED_OUT or before.kind is Kind.NUMBER


def _is_of_another_house(token: Token, role: str) -> bool:
    """”KOMBIT-projektlederen” is another than the gallery's ”Projektleder”."""
    prefix, hyphen, _ = token.low.partition("-")
    return bool(hyphen) and "-" not in role and is_house(prefix)


def _forms(head: str) -> dict[str, bool]:
    """Return the forms of a role's last word; True for the plural."""
    singular = dict.fromkeys((head + ending for ending in _SINGULAR), False)
    plural = dict.fromkeys((head + ending for ending in _PLURAL), True)
    if head.endswith("ansvarlig"):
        return {head: False, f"{head}e": False}
    return {**plural, **singular}


def _form(token: Token, head: str) -> str:
    return token.low if "-" in head else token.low.rpartition("-")[2]


def _outer(sentence: Sentence, first: int) -> int:
    """Return where ”den”, ”en” or ”kommunens” in front begins: a fix takes it along."""
    begin = first
    while begin and sentence[begin - 1].low in _DETERMINERS | _OWN:
        begin -= 1
    return begin


def _tail(sentence: Sentence, last: int) -> int:
    """Return where ”i kommunen” behind a role ends: a fix takes it along."""
    for words in _IN_THE_MUNICIPALITY:
        if tuple(t.low for t in sentence[last + 1 : last + 1 + len(words)]) == words:
            return last + len(words)
    return last


def _is_several(sentence: Sentence, outer: int, first: int, form: str) -> bool:
    """”De systemansvarlige”, ”Systemansvarlige”: only what stands in front tells how many."""
    front = [token.low for token in sentence[outer:first]]
    is_bare = not front and not (first and sentence[first - 1].low in _POSSESSIVES)
    return form.endswith("ansvarlige") and (is_bare or "de" in front)


def _names_a_role(sentence: Sentence, noun: Noun) -> bool:
    """”Rollen superbruger”, ”som superbruger”; ”filen, som superbrugeren skal” speaks to her."""
    before = sentence[noun.outer - 1]
    is_known = noun.outer < noun.first or sentence[noun.last].low.endswith(("en", "ne"))
    is_capacity = before.low == "som" and not is_known
    return before.low in _NAMES_A_ROLE or before.low.endswith("rollen") or is_capacity


def _is_genitive(before: Token) -> bool:
    if before.low in _POSSESSIVES:
        return True
    is_s = before.is_word and before.low.endswith("s") and len(before.low) > 3
    return is_s and not (before.low in _NO_GENITIVES or opens_clause(before) or is_verb(before))
