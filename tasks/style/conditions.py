"""Conditions and what follows: ”Samtykker I ikke, skal I selv betale”, not ”så skriv til os”."""

from itertools import pairwise

from tasks.style.clause import JOINERS, NOMINATIVES, is_finite, is_imperative
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

NEGATIONS = wordset("ikke ingen intet aldrig hverken næppe")
LOOK_MAX = 8
# A condition that speaks of not solving even without ”ikke”
_FAILURES = wordset(
    "undlader undlade springer glemmer venter mangler manglende udebliver udelader forsømmer sent "
    "forsinkes afviser fravælger"
)
_NO_CONSEQUENCE = wordset("finde spørgsmål tvivl relevant relevante velkomne interesse")
_OFFERS = wordset(
    "kontakt kontakte kontakter skriv skrive ring ringe ringer spørg spørge velkomne velkommen se "
    "læs læse hjælper hjælpe hjælp behøver springe marker markér markere lukke fuldført gerne "
    "relevant relevante gælder omfattet angive"
)
_SELF = wordset("selv manuelt betale igen vente forfra kun først ikke ingen intet")


def answers_a_condition(said: Said) -> bool:
    """True for a condition about not solving, whose other half tells what then happens."""
    for part, rest in _conditions(said):
        words = {token.low for token in part}
        is_failure = bool((NEGATIONS | _FAILURES) & words) or _is_left_out(part)
        if _NO_CONSEQUENCE & words or is_offer(rest) or not rest:
            continue
        if is_failure or _harms(rest):
            return True
    return False


def leaves_undone(said: Said) -> bool:
    """”Brugere, som I ikke lukker, koster fortsat licens.”"""
    parts = _parts(said)
    for part, behind in pairwise(parts[1:]):
        is_negated = part[0].low in {"som", "der"} and any(t.low == "ikke" for t in part)
        is_ours = any(_is_pronoun(t) or t.low in lexicon().participles for t in part)
        if is_negated and is_ours and _has_verb_first(behind) and not is_offer(behind):
            return True
    return False


def _is_left_out(part: Said) -> bool:
    """”Vælger I den fra”, ”Siger I nej”."""
    return part[-1].low in {"fra", "nej", "over"} or "nej" in {token.low for token in part}


def _conditions(said: Said) -> list[tuple[Said, Said]]:
    """Return (condition, the other half) for each ”hvis …” or ”samtykker I …” and its neighbour."""
    parts = _parts(said)
    found = []
    for index, part in enumerate(parts):
        if not _is_condition(part, index):
            continue
        behind = parts[index + 1] if index + 1 < len(parts) else ()
        before = parts[index - 1] if index else ()
        found.append((part, behind if _has_verb_first(behind) or not before else before))
    return found


def _parts(said: Said) -> list[Said]:
    """Return the parts of a sentence between its commas, dashes and colons."""
    parts: list[Said] = []
    begin = 0
    for position, token in enumerate(said):
        if token.kind is Kind.MARK and token.text in ",;:–":
            parts.append(said[begin:position])
            begin = position + 1
    return [part for part in (*parts, said[begin:]) if part]


def _has_verb_first(part: Said) -> bool:
    """True for ”skal I selv betale”, ”så mister I”: the other half of a condition in front."""
    first = 1 if part and part[0].low == "så" else 0
    return len(part) > first and _is_verb(part[first])


def _is_verb(token: Token) -> bool:
    """True for a finite verb, also one on a stressed vowel: ”fornyer”."""
    is_vowel_verb = token.low.endswith("er") and token.low[:-2] in lexicon().infinitives
    return is_finite(token) or is_vowel_verb or token.low == "ved"


def _is_condition(part: Said, index: int) -> bool:
    first = part[0].low
    if first == "at" and len(part) > 2:
        part, first = part[1:], part[1].low
    if first in JOINERS | {"men", "for"} and len(part) > 1:
        part, first = part[1:], part[1].low
    if first in {"hvis", "såfremt", "indtil", "inden"} or "hvis" in {t.low for t in part[-12:]}:
        return True
    if [token.low for token in part[:2]] == ["så", "længe"]:
        return True
    is_verb_first = _is_verb(part[0]) and not part[0].is_quoted and len(part) > 1
    return is_verb_first and (index == 0 or _is_pronoun(part[1]))


def _is_pronoun(token: Token) -> bool:
    return token.text == "I" or token.low in NOMINATIVES


def is_offer(rest: Said) -> bool:
    """True for help or an instruction: ”er I velkomne”, ”så skriv”, ”kan I gå i gang”."""
    rest = rest[1:] if rest and rest[0].low == "så" else rest
    if not rest:
        return True
    near = [token.low for token in rest[:LOOK_MAX]]
    if set(near) & _OFFERS:
        return True
    if is_imperative(rest[0]) and not is_finite(rest[0]) and rest[0].low not in lexicon().readings:
        return True
    if len(rest) > 1 and near[0] in {"kan", "skal", "bør"} and _is_pronoun(rest[1]):
        return not _SELF & set(near) or (near[2:3] == ["ikke"] and near[0] == "skal")
    return near[0] == "må" and "gerne" in near


def _harms(rest: Said) -> bool:
    """True for ”kan ingen logge ind”, ”bliver alle filer afvist” after any condition."""
    rest = rest[1:] if rest and rest[0].low == "så" else rest
    words = [token.low for token in rest[:LOOK_MAX]]
    if not words:
        return False
    can = words[0] in {"kan", "må", "bliver", "får", "virker"}
    return (can and bool(NEGATIONS & set(words))) or bool(
        {"afvist", "afvises", "mister", "risikerer", "forsinkes", "tabt"} & set(words)
    )
