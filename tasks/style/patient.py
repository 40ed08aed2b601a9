"""Who is done to is not addressed: ”Her skal kommunen angives”, ”skal være oprettet i KP”."""

from tasks.style.address import Address, Sentence
from tasks.style.clause import PREPOSITIONS, is_adverb, is_passive
from tasks.style.lexicon import lexicon
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_REACH = 9
_CLAUSE_MAX = 25
_PERFORM = wordset("udføre løse gennemføre følge stå")
_STEPS = ("trin", "punkt", "følgende", "nedenstående", "opgave", "klik-opgave")
# Passive in form, active in sense: ”Kommunerne skal mødes”
_ACTIVE = wordset(
    "mødes enes samles følges tales skiftes lykkes trives "
    "synes nøjes glædes undres mindes forenes omgås færdes længes skændes"
)
# A municipality that is told something is still the reader: ”Kommunen skal orienteres”
_TOLD = wordset(
    "orienteres informeres underrettes inddrages varsles høres inviteres vejledes kompenseres "
    "involveres adviseres undervises oplæres"
)
# What one does to a name in a field or a row in a list
_RECORDED = wordset(
    "angive anføre vælge skrive vise notere indtaste taste tilføje sortere fremsøge søge finde "
    "filtrere markere registrere oprette slette udfylde nævne afkrydse ændre rette fjerne "
    "tilknytte importere eksportere aktivere deaktivere opføre indsætte placere knytte"
)
_GIVEN = wordset("tildele give udlevere tilsende anvise bevilge")
# States one brings oneself into: ”skal være logget ind”
_MOVED = wordset("logge komme gå møde starte begynde")
_STANDS = wordset("fremgå stå hedde figurere optræde ligge bestå")
_STANDS_FOR = wordset("for klar til ved inde fast frit stærkt alene over bag fælles selv")


def is_recorded(sentence: Sentence, found: Address) -> bool:
    """True when the noun is a value somebody fills in: ”Kommunen skal vælges på listen”."""
    position = _verb_behind(sentence, found)
    if position is None:
        return False
    low = sentence[position].low
    if low in _STANDS:
        return _next_low(sentence, position) not in _STANDS_FOR
    if low in {"være", "blive"}:
        return _is_state(sentence, position, _RECORDED)
    return low not in _TOLD and _is_passive(sentence[position])


def is_done_to(sentence: Sentence, found: Address) -> bool:
    """True when a person is made, given or kept: ”skal oprettes”, ”skal have tildelt”."""
    position = _verb_behind(sentence, found)
    if position is None:
        return False
    low = sentence[position].low
    if low in {"være", "blive"}:
        return _is_state(sentence, position, None)
    if low == "have":
        return _is_state(sentence, position, _GIVEN)
    return _is_passive(sentence[position]) or (
        low in _STANDS and _next_low(sentence, position) not in _STANDS_FOR
    )


def names_the_performer(sentence: Sentence, found: Address) -> bool:
    """True for ”Superbrugeren skal udføre følgende trin”: Metode must say who performs.

    ”Projektlederen har ansvaret for målingen og udfører trinene” says it, too.
    """
    if found.verb == "har ansvar for":
        return _performs(sentence[found.last + 1 : found.last + _CLAUSE_MAX])
    position = _verb_behind(sentence, found)
    if position is None or sentence[position].low not in _PERFORM:
        return False
    behind = sentence[position + 1 : position + 6]
    return any(token.low.startswith(_STEPS) for token in behind)


def _performs(behind: Sentence) -> bool:
    positions = [i for i, token in enumerate(behind) if token.low in {"udfører", "løser"}]
    return any(token.low.startswith(_STEPS) for i in positions[:1] for token in behind[i : i + 6])


def _verb_behind(sentence: Sentence, found: Address) -> int | None:
    """Return the first infinitive behind noun and modal; None when none is near."""
    if found.verb in {"får", "har ansvar for"}:
        return None
    words = lexicon()
    begin = max(found.last, found.noun.tail) + 1
    for position in range(begin, min(begin + _REACH, len(sentence))):
        token = sentence[position]
        if token.text in {";", ":", "?"}:
            return None
        if token.low in words.infinitives or _is_passive(token):
            return position
    return None


def _is_passive(token: Token) -> bool:
    """True also for a compound the dictionary lacks: ”fremsøges”, ”forudfyldes”."""
    if token.low in _ACTIVE or not token.is_word:
        return False
    is_unknown = token.low.endswith("es") and len(token.low) > 6 and not token.is_capitalised
    return is_passive(token) or (is_unknown and any(token.low.endswith(s) for s in _passives()))


def _passives() -> tuple[str, ...]:
    return ("søges", "fyldes", "sættes", "føres", "gives", "vises", "krydses", "tastes", "listes")


def _is_state(sentence: Sentence, position: int, verbs: frozenset[str] | None) -> bool:
    """”være oprettet”, ”have tildelt”: a participle behind, of these verbs or of any."""
    for token in sentence[position + 1 : position + 4]:
        if token.kind is Kind.MARK or token.low in PREPOSITIONS:
            return False
        infinitive = lexicon().participles.get(token.low)
        if infinitive is not None and not is_adverb(token):
            return infinitive in verbs if verbs else infinitive not in _MOVED
    return False


def _next_low(sentence: Sentence, position: int) -> str:
    behind = sentence[position + 1 : position + 2]
    return behind[0].low if behind else ""
