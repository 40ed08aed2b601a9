"""Is one step of Metode an order? A condition, a time, a place or a role may stand in front of it.

The answer is that of the main clause: ”Ønsker I en rute, skal du kontakte …”, ”Under fanen Roller
vælges …”. ”Du skal åbne …” is told, not ordered: well understood, but an order is shorter.
"""

import re
from dataclasses import dataclass

from tasks.style.activating import active_fix, order
from tasks.style.answer import Answer
from tasks.style.clause import is_finite
from tasks.style.homograph import may_be_order
from tasks.style.imperative import answer_for
from tasks.style.instructions import instructions
from tasks.style.lexicon import lexicon
from tasks.style.nouns import is_noun
from tasks.style.suggestion import suggest
from tasks.style.tokens import Kind, Token, sentences, tokens
from tasks.style.turning import Turn, from_infinitive, from_present, turned
from tasks.style.wordset import wordset

# Code points of a step that are read: its order stands at the beginning
_READ_MAX = 600
_CLAUSE_MAX = 60
_LABEL_MAX = 8
_BETWEEN_MAX = 6
_NUMBERING = re.compile(
    r"\s*(?:(?:trin|step|punkt|pkt\.) {0,3}\d{1,3} {0,3}[.:)–-]\s"
    r"|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.):](?!\d)|\d{1,3}(?:\.\d{1,3}){1,4}(?=\s)"
    r"|\(?(?:[a-zæøå]|[ivx]{2,4})[.)]\s|[-–•·*☐□▪]\s)\s*",
    re.IGNORECASE,
)
_NOTES = wordset(
    "bemærk obs nb husk tip tips vigtigt info note noter eksempel eksempler fx f.eks. advarsel "
    "hjælp forudsætning forudsætninger resultat baggrund link vejledning"
)
_NOTE_MARKS = frozenset({":", "!", "–", "-"})
# Words that lead on, and adverbs that may move behind the order: ”Åbn herefter …”
_LEADS = wordset("og men eller så ellers hvorefter sidst til alternativt")
_ADVERBS = _LEADS | wordset(
    "herefter derefter dernæst først evt evt. eventuelt endelig nu efterfølgende samtidig "
    "bagefter afslutningsvis venligst derpå derudover desuden endvidere undervejs løbende dagligt "
    "ugentligt månedligt straks altid ligeledes også igen manuelt normalt herved forinden gerne "
    "indledningsvis selv ikke blot kun"
)
_MUST = wordset("skal bør må")
# What is told with these is no order: ”Du modtager en mail”
_MAY = wordset(
    "kan vil får er har bliver modtager ser finder oplever hører kender ved mangler behøver"
)


@dataclass(frozen=True, slots=True)
class Step:
    """The answer, the words it rests on and the turn that makes an order of them.

    ``is_told`` is ”Du skal åbne …”: accepted, though an order is shorter.
    """

    answer: Answer
    words: tuple[Token, ...]
    turn: Turn | None = None
    is_told: bool = False

    @property
    def begins_with_infinitive(self) -> bool:
        return self.words[0].low in lexicon().infinitives

    @property
    def names_a_thing(self) -> bool:
        """True for ”navn og adresse”, ”CVR-nummer”: words without a verb."""
        has_verb = any(is_finite(token) and not is_noun(token.low) for token in self.words)
        return self.answer is not Answer.IMPERATIVE and self.turn is None and not has_verb


def judge_step(text: str) -> Step | None:
    """Judge one step; None when it holds nothing to judge: a note, a link, a quote, ”(….)”."""
    numbering = _NUMBERING.match(text)
    skipped = numbering.end() if numbering else 0
    words = tuple(
        token
        for token in tokens(text[:_READ_MAX])
        if token.start >= skipped and token.kind is not Kind.GAP
    )
    said = _first_said(words)
    begin = next((i for i, token in enumerate(said) if not _is_stray(token)), 0)
    return None if _is_aside(said) else _judged(text, said[begin:])


def _is_stray(token: Token) -> bool:
    """”→ Log ind”, ”*Log ind*”: a mark in front, but no bracket, says nothing."""
    return token.kind is Kind.MARK and token.text != "(" and not token.is_quoted


def _first_said(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the first sentence; behind a question the order is the next one."""
    every = sentences(words)
    first = next(every, ())
    following = next(every, ()) if first and first[-1].text == "?" else ()
    return following or first


def _is_aside(said: tuple[Token, ...]) -> bool:
    """True for ”Bemærk: …”, ”(se bilag)”, a link alone and a name in quotes."""
    if not any(token.is_word and not token.is_quoted for token in said):
        return True
    is_note = said[0].low.rstrip(".") in _NOTES and len(said) > 1 and said[1].text in _NOTE_MARKS
    is_bracket = said[0].text == "(" and not any(token.text == ")" for token in said[:-2])
    return is_note or is_bracket


def _judged(text: str, said: tuple[Token, ...]) -> Step:
    answer = answer_for(said)
    label = _label_end(said)
    if label and answer is not Answer.IMPERATIVE:
        return _judged(text, said[label:])
    if answer is Answer.NOT and may_be_order(said):
        answer = Answer.UNSURE
    if answer is not Answer.NOT:
        return Step(answer, said)
    adverbs = next((i for i, t in enumerate(said) if t.low not in _ADVERBS), 0)
    behind = answer_for(said[adverbs:]) if adverbs else Answer.NOT
    if behind is not Answer.NOT:
        return Step(behind, said)
    return _told(text, said, adverbs) or _in_clause(said) or _refused(text, said)


def _label_end(said: tuple[Token, ...]) -> int:
    """Return where the words behind ”Rolle:”, ”(Rolle)” or ”Rolle –” begin; 0 without a label."""
    closers = {")"} if said[0].text == "(" else {":", "–"}
    end = next((i for i, t in enumerate(said[:_LABEL_MAX]) if t.text in closers), -1) + 1
    while 0 < end < len(said) and said[end].kind is Kind.MARK and not said[end].is_quoted:
        end += 1
    return end if end < len(said) else 0


def _told(text: str, said: tuple[Token, ...], adverbs: int) -> Step | None:
    """”Du skal åbne …”, ”Herefter åbner du …”; None when it is not said to du or I."""
    pair = said[adverbs : adverbs + 2]
    if len(pair) == 2 and _is_you(pair[0]) and is_finite(pair[1]):
        return _told_step(text, said, adverbs, adverbs + 1)
    if len(pair) == 2 and adverbs and is_finite(pair[0]) and _is_you(pair[1]):
        return _told_step(text, said, adverbs, adverbs)
    return None


def _told_step(text: str, said: tuple[Token, ...], adverbs: int, finite: int) -> Step:
    """Offer the order: ”Herefter skal du først åbne fanen” -> ”Åbn herefter først fanen”."""
    if said[finite].low in _MAY:
        return Step(Answer.IMPERATIVE, said)
    begin, verb, order_of = adverbs + 2, finite, from_present
    if said[finite].low in _MUST:
        near = range(begin, min(begin + _BETWEEN_MAX, len(said)))
        verb = next((i for i in near if said[i].low in lexicon().infinitives), 0)
        order_of = from_infinitive
    moved = said[:adverbs] + said[begin:verb]
    carried = " ".join(token.low for token in moved if token.low not in _LEADS)
    is_inverted = verb == finite == adverbs
    turn = (
        turned(text, said, verb, order_of, carried=carried, subject_behind=is_inverted)
        if verb or is_inverted
        else None
    )
    return Step(Answer.IMPERATIVE, said, turn, is_told=True)


def _is_you(token: Token) -> bool:
    return token.low == "du" or token.text == "I"


def _in_clause(said: tuple[Token, ...]) -> Step | None:
    """Look for the main clause behind what is in front; None when it is said to nobody."""
    clause = said[:_CLAUSE_MAX]
    for position in range(1, len(clause)):
        if _is_said_to_you(clause, position) or _is_order(clause, position):
            return Step(Answer.IMPERATIVE, said)
    return None


def _is_said_to_you(clause: tuple[Token, ...], position: int) -> bool:
    """”…, skal du kontakte”, ”Filen gemmer du”: the verb stands in front of du or I."""
    behind = clause[position + 1] if position + 1 < len(clause) else None
    return behind is not None and _is_you(behind) and is_finite(clause[position])


def _is_order(clause: tuple[Token, ...], position: int) -> bool:
    """”…, send den”, ”…, så send den”: an order behind a comma (or without it: no homograph)."""
    before = clause[position - 1]
    is_led = before.low == "så" and clause[position - 2].text == ","
    if not is_led and before.text not in {",", ";"}:
        return False
    answer = answer_for(clause[position:])
    return answer is Answer.IMPERATIVE or (is_led and answer is Answer.UNSURE)


def _refused(text: str, said: tuple[Token, ...]) -> Step:
    return Step(Answer.NOT, said, suggest(text, said) or _from_passive(text, said))


def _from_passive(text: str, said: tuple[Token, ...]) -> Turn | None:
    """”Listen hentes” -> ”Hent listen”; only shown where the words cannot all be kept."""
    found = next(instructions(said, is_method=True), None)
    imperative = order(found.passive.infinitive) if found else ""
    if found is None or not imperative:
        return None
    verb_end = said[found.passive.last].end
    fix = active_fix(text, said, found)
    if fix is None or fix.start is None or fix.end is None:
        return Turn(imperative, said[0].start, said[0].start, imperative, verb_end)
    return Turn(imperative, fix.start, fix.end, fix.replacement, verb_end)
