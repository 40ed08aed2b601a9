"""Does a text tell what happens if a task is not solved? Asked sentence by sentence."""

from tasks.style.clause import JOINERS, is_finite
from tasks.style.conditions import (
    LOOK_MAX,
    NEGATIONS,
    answers_a_condition,
    is_offer,
    leaves_undone,
)
from tasks.style.tokens import Token, said_in
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

# Words that tell it by themselves, unless ”ikke” stands beside them
_TELLING = wordset(
    "risikerer risikere mister miste mistes forsinkes forsinker forsinke medmindre undgå undgår "
    "undgås"
)
_ENDANGERED = wordset("idriftsættelsen idriftsættelse go-live ibrugtagningen ibrugtagning drift")
_NEEDED = wordset("forudsætning nødvendig nødvendigt afgørende krav kritisk betingelse")
_STOPPING = wordset(
    "stopper stoppe blokerer blokere bremser bremse truer udskyder udskyde udskydes hindrer "
    "stoppes forhindrer spærrer forsinkes forsinker forsinke"
)
# What makes ”Det betyder, at …” a consequence and not a description
_HARM = _TELLING | wordset(
    "forkert forkerte manuelt selv længere sent afvist afvises tabt forsinket forsinkede "
    "forsinkelse udskudt udskydes stopper stoppes lukkes spærres slettes mangler fejl driftsstop "
    "uden bøde dobbelt"
)
_CLAUSE_MAX = 30
_NEAR = 6
_GO_LIVE = ("gå i drift", "sættes i drift", "tages i drift", "komme i drift", "tages i brug")
_NO_CONDITIONS = wordset("at så og men da eller fordi hvor derfor samt")
_PHRASES = (
    "går ud over",
    "gå ud over",
    "går i stå",
    "gå i stå",
    "går tabt",
    "gå tabt",
    "gå glip",
    "går glip",
    "for egen regning",
    "i modsat fald",
    "går vi ud fra",
    "forudsætning for",
    "nødvendig for",
    "nødvendigt for",
    "afgørende for",
    "følger for",
    "følgen er",
    "følgen bliver",
)
_NO_WITHOUT = wordset(
    "for om videre problemer beregning tvivl undtagelse ophold at vejledning besvær forbehold"
)


def tells_consequence(text: str) -> bool:
    """True when some sentence of the text says what comes of not solving the task."""
    return any(_tells(said) for said in said_in(text))


def _tells(said: Said) -> bool:
    if not said or said[-1].text == "?":
        return False
    words = [token.low for token in said]
    return (
        _has_telling_word(said, words)
        or _has_phrase(words)
        or _names_a_consequence(words)
        or _stops_the_drift(words)
        or _means_harm(words)
        or _says_otherwise(said, words)
        or _lacks_something(said, words)
        or _first_when(words)
        or answers_a_condition(said)
        or _denies_twice(words)
        or leaves_undone(said)
    )


def _has_telling_word(said: Said, words: list[str]) -> bool:
    for position, word in enumerate(words):
        if word in _TELLING and not said[position].is_quoted:
            if word == "medmindre":
                return "andet" not in words[position : position + 3]
            if not _is_denied(words, position):
                return True
        if word in {"risiko", "risikoen"} and _is_real_risk(words, position):
            return True
    return False


def _is_denied(words: list[str], position: int) -> bool:
    """”stopper ikke”, ”I mister ikke”, ”uden at miste”; ”for ikke at miste” tells it."""
    behind = words[position + 1 : position + 3]
    before = words[max(0, position - 3) : position]
    is_purpose = before[:2] == ["for", "ikke"] or before[-2:] == ["ikke", "at"]
    return bool(NEGATIONS & set(behind)) or ("uden" in before and not is_purpose)


def _is_real_risk(words: list[str], position: int) -> bool:
    small = {"lille", "lav", "minimal", "ingen", "uden", "ikke", "mindre", "begrænset"}
    near = words[max(0, position - LOOK_MAX) : position + LOOK_MAX]
    return "for" in words[position + 1 : position + 3] and not small & set(near)


def _has_phrase(words: list[str]) -> bool:
    joined = f" {' '.join(words)} "
    return any(f" {phrase} " in joined for phrase in _PHRASES)


def _names_a_consequence(words: list[str]) -> bool:
    """”Konsekvensen er …”, ”får store konsekvenser”; not ”Som konsekvens af …”."""
    for position, word in enumerate(words):
        if word in {"konsekvens", "konsekvensen", "konsekvenser", "konsekvenserne"}:
            behind = words[position + 1 : position + 4]
            is_cause = behind[:1] == ["af"] and not {"ikke", "manglende"} & set(behind)
            if not is_cause and words[max(0, position - 1) : position] != ["som"]:
                return True
    return False


def blocks_go_live(said: Said) -> bool:
    """True for a sentence that says the task stops a go-live; ”blokerer ikke for …” does not."""
    words = [token.low for token in said if not token.is_quoted]
    return not (said and said[-1].text == "?") and (
        _stops_the_drift(words) or _is_needed_for_drift(words)
    )


def _is_needed_for_drift(words: list[str]) -> bool:
    """”en forudsætning for, at I kan gå i drift”; not ”ingen forudsætning for …”."""
    for position, word in enumerate(words):
        if word in _NEEDED and words[position + 1 : position + 2] == ["for"]:
            before = words[max(0, position - 4) : position]
            behind = words[position + 2 : position + 2 + LOOK_MAX]
            is_go_live = bool(_ENDANGERED & set(behind)) or "live" in behind
            if is_go_live and not (NEGATIONS & set(before)):
                return True
    return False


def _stops_the_drift(words: list[str]) -> bool:
    """”Det stopper idriftsættelsen”, ”kan ikke gå i drift”; not ”blokerer ikke for …”."""
    for position, word in enumerate(words):
        if word in _STOPPING and not _is_denied(words, position):
            near = words[max(0, position - _NEAR) : position + _NEAR]
            if _ENDANGERED & set(near) or "live" in near:
                return True
        if word == "ikke" and " ".join(words[position + 1 : position + 4]) in _GO_LIVE:
            return "før" not in words[position + 4 : position + 5]
    return False


def _means_harm(words: list[str]) -> bool:
    """”Det betyder, at borgerne ikke …”; ”Det betyder, at I får en ny fane” describes."""
    for verb in ("betyder", "medfører", "indebærer", "bevirker"):
        if verb in words:
            position = words.index(verb)
            before, behind = words[:position], words[position + 1 :]
            if {"manglende", "forældet", "forkert"} & set(before):
                return True
            return bool((NEGATIONS | _HARM) & set(behind[:20])) and "at" in behind[:3]
    return False


def _says_otherwise(said: Said, words: list[str]) -> bool:
    """”Ellers mister I …”; not ”ellers er I velkomne” or ”hvis I ellers har lyst”."""
    for position, word in enumerate(words):
        if word != "ellers" or said[position].is_quoted:
            continue
        before = set(words[max(0, position - 3) : position])
        if before & {"hvis", "hvad", "hvem", "hvor", "eller", "alt", "intet", "noget", "som"}:
            continue
        if not is_offer(said[position + 1 : position + 1 + LOOK_MAX]) and position + 1 < len(said):
            return True
    return False


def _lacks_something(said: Said, words: list[str]) -> bool:
    """”Uden rollen kan borgeren ikke …”, ”Vi kan ikke oprette ruten uden jeres svar”."""
    for position, word in enumerate(words):
        if word != "uden" or position + 2 >= len(words):
            continue
        if words[position + 1] in _NO_WITHOUT and words[position + 1 : position + 3] != ["at", "i"]:
            continue
        begins = position == 0 or said[position - 1].text in ",;–" or words[position - 1] in JOINERS
        begins = begins or words[position - 1] in _NO_CONDITIONS
        behind = _from_finite(said[position + 2 : position + 2 + _CLAUSE_MAX])
        if begins and behind:
            return not is_offer(behind)
        if "ikke" in words[max(0, position - LOOK_MAX) : position]:
            return True
    return False


def _from_finite(said: Said) -> Said:
    for position, token in enumerate(said):
        if is_finite(token):
            return said[position:]
    return ()


def _first_when(words: list[str]) -> bool:
    """”Først når den er godkendt, kan I …”; ”først starte, når” is about the start."""
    if {"starte", "begynde", "gang", "påbegynde", "fuldføre"} & set(words):
        return False
    if "ikke" in words and "før" in words:
        not_, before = words.index("ikke"), words.index("før")
        is_barred = bool({"kan", "må"} & set(words[:not_])) and not_ < before
        return is_barred and bool({"har", "er"} & set(words[before : before + LOOK_MAX]))
    if "først" not in words or "når" not in words:
        return False
    first, when = words.index("først"), words.index("når")
    return when == first + 1 or (
        when > first and bool({"kan", "må", "bliver"} & set(words[:first]))
    )


def _denies_twice(words: list[str]) -> bool:
    """”Brugere, der ikke har MitID, kan ikke logge ind.”"""
    is_about_all = {"behøver", "relevant", "relevante", "omfattet"} & set(words)
    return words.count("ikke") > 1 and "," in words and not is_about_all
