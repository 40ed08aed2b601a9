"""The order a passive instruction hides: ”Filen oprettes herefter” -> ”Opret filen herefter”.

Offered only where every word can stay: one passive in the sentence, its subject first and short.
"""

from itertools import pairwise

from tasks.style.clause import JOINERS, NOMINATIVES, is_verb
from tasks.style.finding import Fix
from tasks.style.instructions import Instruction
from tasks.style.lexicon import lexicon
from tasks.style.passives import Sentence, passives
from tasks.style.tokens import Token
from tasks.style.wordset import wordset

# A first word that is no name: it may lose its capital
_DETERMINERS = wordset("alle den det de denne dette disse jeres hver begge samtlige")
_COMMON_HEADS = (
    "filen", "filerne", "skemaet", "skemaerne", "listen", "listerne", "rollen", "rollerne",
    "opgaven", "opgaverne", "brugeren", "brugerne", "aftalen", "aftalerne", "certifikatet",
    "kvitteringen", "feltet", "felterne", "parameteren", "koden", "nøglen", "skabelonen",
    "skabelonerne", "rækken", "rækkerne", "punktet", "punkterne", "bilaget", "bilagene", "brevet",
    "brevene", "sagen", "sagerne", "datoen", "navnet", "nummeret", "svaret", "svarene", "adressen",
    "rettigheden", "rettighederne", "indstillingen", "indstillingerne", "opsætningen", "ruten",
)  # fmt: skip
_OPENERS = wordset("derefter herefter her nu først dernæst")
_SUBJECT_MAX = 4
# A longer sentence is for a person to rewrite; the cap also keeps the cost linear
_SENTENCE_MAX = 60


def order(infinitive: str) -> str:
    """Return the imperative with a capital, ”Opret”; empty when nobody knows it."""
    return lexicon().infinitives.get(infinitive, "").capitalize()


def active_fix(text: str, sentence: Sentence, found: Instruction) -> Fix | None:
    """Return the fix that turns a passive instruction into an order; None where it is unsure."""
    imperative = order(found.passive.infinitive)
    is_long = len(sentence) > _SENTENCE_MAX
    if not imperative or is_long or not _stands_alone(sentence, found):
        return None
    turned = _turned(text, sentence, found, imperative)
    if turned is None:
        return None
    replacement, last = turned
    start, end = sentence[0].start, sentence[last].end
    return Fix(f"Ret til ”{imperative} …”", replacement, start, end)


def _stands_alone(sentence: Sentence, found: Instruction) -> bool:
    """True when nothing joined or named behind the verb would lose its footing."""
    verb = found.passive.first
    demands = {"skal", sentence[verb].low}
    if len(list(passives(sentence))) > 1 or sentence[found.begin].low not in demands:
        return False
    behind = sentence[verb + 1 :]
    joins_verb = any(token.low in JOINERS and is_verb(after) for token, after in pairwise(behind))
    return not joins_verb and not any(token.low == "af" for token in behind)


def _turned(
    text: str, sentence: Sentence, found: Instruction, imperative: str
) -> tuple[str, int] | None:
    """Return the new words from the sentence's first token to the position that comes along."""
    verb = found.passive.first
    first = sentence[0]
    if verb == 1 and found.begin == 1 and first.low == "der":
        return imperative, verb
    if verb == 1 and found.begin == 1 and first.low in _OPENERS:
        return _opened(sentence, imperative)
    subject = sentence[: found.begin]
    is_next = verb == found.begin or verb == found.begin + 1
    if not is_next or not 0 < len(subject) <= _SUBJECT_MAX or not _is_plain(subject):
        return None
    said = text[first.start : subject[-1].end]
    return f"{imperative} {said[:1].lower()}{said[1:]}", verb


def _opened(sentence: Sentence, imperative: str) -> tuple[str, int] | None:
    """”Derefter trykkes der på Gem” -> ”Tryk derefter på Gem”."""
    behind = sentence[2] if len(sentence) > 2 else None
    if behind is None or behind.low in NOMINATIVES | {"den", "det", "de"}:
        return None
    return f"{imperative} {sentence[0].low}", 2 if behind.low == "der" else 1


def _is_plain(subject: tuple[Token, ...]) -> bool:
    """”Filen”, ”De gamle roller”, ”Excel-filen”: a noun phrase whose first word is no name."""
    if any(not token.is_word or token.is_quoted or is_verb(token) for token in subject):
        return False
    first = subject[0]
    if len(subject) > 1:
        return first.low in _DETERMINERS and not subject[-1].is_capitalised
    return first.low.endswith(_COMMON_HEADS) and not first.text[1:2].isupper()
