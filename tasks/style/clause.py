"""Word classes the address rules ask about: verbs, conjunctions, prepositions, pronouns."""

from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

MUST = wordset("skal bør må bedes")
MAY = wordset("kan vil får")
MODALS = MUST | MAY
AUXILIARIES = MODALS | wordset("er har var havde bliver blev skulle kunne ville burde måtte fik")
CONJUNCTIONS = wordset(
    "at hvis når fordi da så mens før inden indtil hvor hvordan hvornår hvorfor hvad hvem hvilke "
    "hvilken hvilket som medmindre selvom end men hvorvidt ifald såfremt uanset hvormed"
)
JOINERS = wordset("og eller samt")
PREPOSITIONS = wordset(
    "af for til på i fra ved med under over efter mod imod hos om uden inden mellem gennem igennem "
    "via blandt omkring vedrørende vedr. pr. inkl. ekskl. ifm. ift. ifølge iht. trods udenfor "
    "indenfor foruden inklusive bag omfattende per vha. pga. mht. angående"
)
NOMINATIVES = wordset("du vi jeg han hun man")
RELATIVES = wordset("der som")
_ADVERBS = wordset(
    "ikke selv også derfor altså nu så dog kun altid aldrig ofte straks først sidst igen derefter "
    "herefter dermed desuden derudover endvidere endelig eventuelt evt. evt normalt typisk "
    "generelt fortsat stadig allerede senest tidligst løbende herunder samtidig fremover "
    "fremadrettet hurtigt snarest jævnligt årligt månedligt dagligt manuelt hver gerne netop især "
    "blot bare nok vel jo måske muligvis formentlig naturligvis selvfølgelig således ligeledes "
    "tillige ydermere alene sammen hver snart længere endnu hverken både enten hurtigst i for på "
    "inden efter fra ved med før til under d. den de jf. jf fx f.eks. dvs. herved derved hidtil "
    "tidligere siden ellers imidlertid mindst højst heller"
)
_DETERMINERS = wordset(
    "hele selve alle begge både kun også især netop alene hverken den det de en et nye flere"
)
# Present tenses that in these texts are nouns: ”en bruger”, ”sager og roller”
_NOUNS_LIKE_PRESENTS = wordset(
    "bruger sager roller filer parter data poster noter mailer planer timer uger dage kurser"
)


def is_verb(token: Token) -> bool:
    """True for a finite verb, an infinitive, a participle or an s-passive."""
    words, low = lexicon(), token.low
    return token.is_word and (
        low in AUXILIARIES
        or low in words.presents
        or low in words.infinitives
        or low in words.participles
        or low in words.passives
    )


def is_finite(token: Token) -> bool:
    words = lexicon()
    return token.low in AUXILIARIES or token.low in words.presents or token.low in words.passives


def is_surely_finite(token: Token) -> bool:
    """True for a finite verb that is no noun in these texts (”bruger”, ”sager”)."""
    return is_finite(token) and token.low not in _NOUNS_LIKE_PRESENTS


def is_passive(token: Token) -> bool:
    return token.low in lexicon().passives


def is_imperative(token: Token) -> bool:
    return token.low in lexicon().imperatives


def is_pronoun_subject(token: Token) -> bool:
    """True for du, vi, man … and for I, which only its capital parts from the preposition."""
    return token.low in NOMINATIVES or token.text == "I"


def is_adverbial(token: Token) -> bool:
    """True for what may begin the gap between a subject and its verb."""
    return token.kind in {Kind.NUMBER, Kind.SHORT} or token.low in _ADVERBS


def is_adverb(token: Token) -> bool:
    """True for an adverb alone: no preposition, no article, no number."""
    return token.low in _ADVERBS and token.low not in PREPOSITIONS | {"den", "de", "d."}


def is_determiner(token: Token) -> bool:
    return token.low in _DETERMINERS


def opens_clause(token: Token) -> bool:
    """True for a mark or a word behind which a new clause has its subject."""
    return token.kind in {Kind.MARK, Kind.LINE} or token.low in CONJUNCTIONS
