"""What the words behind a noun are: its verb, its participle, its ”klar”, its preposition."""

from tasks.style.clause import AUXILIARIES, CONJUNCTIONS, NOMINATIVES, RELATIVES, is_finite
from tasks.style.lexicon import lexicon
from tasks.style.nouns import Form, noun_form, simple_form
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

PREPOSITIONS = wordset(
    "af for til på i fra ved med under over efter mod hos om uden inden mellem gennem via vedr "
    "vedr. ifm ifm. ift ift. pr pr. blandt omkring vedrørende før siden som hen jf jf. per bag "
    "trods ifølge bagefter samt pga. foran langs imod"
)
WEEKDAYS = wordset("mandag tirsdag onsdag torsdag fredag lørdag søndag")
JOINERS = frozenset({"og", "eller", "samt", "&", "og/eller"})
# Participles that are also nouns with an ending: ”Led arbejdet med datavask”
_ALSO_NOUNS = wordset("arbejdet ønsket svaret rådet")
# Behind a noun they say how it is: ”Test klar”, ”Udtræk fra KP klar til afhentning”
PREDICATES = wordset(
    "klar klart færdig færdigt forsinket forsinkede åben åbent tilgængelig tilgængeligt nødvendig "
    "nødvendigt obligatorisk obligatoriske påkrævet vigtig vigtigt mulig muligt ok udestående "
    "undervejs slut gyldig gyldigt ugyldig ugyldigt aktuel aktuelt"
)
# Present tenses that look like nouns in the plural, and those that are persons and things
_PLAINLY_FINITE = wordset("virker vokser stiger lyder")
_MAY_BE_OBJECTS = (
    "bruger",
    "leder",
    "ejer",
    "afsender",
    "modtager",
    "arbejder",
    "behandler",
    "tester",
    "filter",
    "server",
    "adviser",
    "vejleder",
    "godkender",
    "ansøger",
    "browser",
)
_OPENERS = CONJUNCTIONS | NOMINATIVES | RELATIVES | JOINERS
_CLAUSE_MAX = 14


def is_subject(rest: tuple[Token, ...]) -> bool:
    """True when a verb or ”klar” follows, for then the first word is its subject.

    ”Klik på Gem er nødvendigt”, ”Udtræk fra KP klar til afhentning”; a word that opens another
    clause ends the look: ”Klik på de felter, I vil ændre”.
    """
    for token in rest[1:_CLAUSE_MAX]:
        if token.is_quoted or token.kind in {Kind.NUMBER, Kind.SHORT}:
            continue
        if not token.is_word or token.text == "I" or token.low in _OPENERS:
            return False
        if is_verb_behind(token) or token.low in PREDICATES:
            return True
    return False


def is_manner(token: Token) -> bool:
    """”Tal åbent om …”: an adjective with -t says how."""
    return token.low.endswith("t") and len(token.low) > 3 and noun_form(token.low) is None


def is_verb_behind(token: Token) -> bool:
    """True for a finite verb that is no noun: ”udestår”, ”viser”, not ”roller”, ”superbruger”."""
    if not is_finite(token) or token.is_quoted:
        return False
    low = token.low
    is_noun = simple_form(low) is Form.PLURAL or low.endswith(_MAY_BE_OBJECTS)
    return low in _PLAINLY_FINITE or not is_noun


def is_date(token: Token) -> bool:
    return token.kind is Kind.NUMBER or token.low in WEEKDAYS


def is_closed(token: Token) -> bool:
    return token.low in PREPOSITIONS | JOINERS | AUXILIARIES or is_verb_behind(token)


def is_participle_phrase(rest: tuple[Token, ...]) -> bool:
    """”Svar modtaget”, ”Test gennemført i uge 42”: a noun and what has been done to it."""
    low = rest[0].low if rest else ""
    infinitive = lexicon().participles.get(low) or lexicon().participles.get(low.removeprefix("u"))
    if infinitive is None or low in _ALSO_NOUNS:
        return False
    if noun_form(low) is not None and len(rest) > 1 and rest[1].kind is Kind.NUMBER:
        return False  # ”Spring punkt 4 over”
    stem = lexicon().infinitives.get(infinitive, "")
    if noun_form(low) is Form.DEFINITE and "n" in lexicon().readings.get(stem, ""):
        return False  # ”forbruget” is a noun with its article too
    return len(rest) == 1 or not rest[1].is_word or is_closed(rest[1])
