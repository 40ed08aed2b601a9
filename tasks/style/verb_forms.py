"""From one form of a verb to another: ”havde” to have, ”vælge” to vælger, ”modtage” to modtaget."""

from tasks.style.clause import PREPOSITIONS
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Token
from tasks.style.wordset import wordset

# Past forms and participles the endings do not show
IRREGULAR_PAST = {
    "havde": "have",
    "var": "være",
    "fik": "få",
    "gik": "gå",
    "blev": "blive",
    "gjorde": "gøre",
    "tog": "tage",
    "gav": "give",
    "sagde": "sige",
    "valgte": "vælge",
    "satte": "sætte",
    "skrev": "skrive",
    "fandt": "finde",
    "været": "være",
    "haft": "have",
    "fået": "få",
    "blevet": "blive",
    "gjort": "gøre",
}
_PRESENTS = {"have": "har", "være": "er", "vide": "ved", "kunne": "kan", "skulle": "skal"}
_PARTICIPLES = {
    "modtage": "modtaget",
    "tage": "taget",
    "sende": "sendt",
    "læse": "læst",
    "bruge": "brugt",
    "udfylde": "udfyldt",
    "skrive": "skrevet",
    "vælge": "valgt",
    "give": "givet",
    "finde": "fundet",
    "lægge": "lagt",
    "sætte": "sat",
    "bestille": "bestilt",
    "løse": "løst",
    "vise": "vist",
    "få": "fået",
    "gøre": "gjort",
    "oprette": "oprettet",
    "slette": "slettet",
    "hente": "hentet",
    "teste": "testet",
    "åbne": "åbnet",
    "ændre": "ændret",
    "rette": "rettet",
    "afslutte": "afsluttet",
    "tilmelde": "tilmeldt",
    "godkende": "godkendt",
    "udføre": "udført",
    "gennemføre": "gennemført",
}
# Forms that end like a present and are something else
_NO_PRESENTS = PREPOSITIONS | wordset("der her hver eller for over under efter så ser øver ved")


def infinitive_of(token: Token) -> str | None:
    """Return the infinitive of a present or past form; None for other words and infinitives."""
    low, words = token.low, lexicon()
    if not token.is_word or low in words.infinitives or low in _NO_PRESENTS:
        return None
    return IRREGULAR_PAST.get(low) or words.presents.get(low) or _regular_past(low)


def _regular_past(low: str) -> str | None:
    """”slettede” is slette's, ”læste” is læse's."""
    known = lexicon().infinitives
    if low.endswith("ede") and low[:-2] in known:
        return low[:-2]
    if low.endswith("te") and len(low) > 4:
        for infinitive in (f"{low[:-2]}e", f"{low[:-2]}{low[-3]}e"):
            if infinitive in known:
                return infinitive
    return None


def present_of(infinitive: str) -> str:
    """Return ”vælger”, ”har”, ”klargør”."""
    if infinitive.endswith("gøre"):
        return infinitive[:-1]
    return _PRESENTS.get(infinitive, f"{infinitive}r")


def participle_of(infinitive: str) -> str | None:
    """Return ”modtaget”, ”opdateret”; None when no ending tells."""
    return f"{infinitive}t" if infinitive.endswith("ere") else _PARTICIPLES.get(infinitive)
