"""Sentences in which nobody acts: ”man skal”, ”der skal foretages”, ”det skal sikres”."""

from collections.abc import Iterator

from tasks.style.clause import is_finite
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.nobody import Nobody, Sentence, nobodies
from tasks.style.predicate import predicates
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import said_in
from tasks.style.wordset import wordset

# Where one person reads; elsewhere it is the municipality
_TO_ONE = frozenset({"method", "performer_comment"})
_OWN = wordset("sin sit sine sig ens")
_CITIZENS = (
    "borger", "ansøger", "pensionist", "forælder", "forældre", "modtager", "kunde", "virksomhed",
    "enlig", "ægtefælle", "lejer", "ydelsesmodtager", "studerende",
)  # fmt: skip
_COMPOUNDS = ("pensionist", "statsborger", "ydelsesmodtager", "hjælpsmodtager", "lønsmodtager")
_PREDICATE_MAX = 12
_NEAR = 6
_REACH = 30


@rule(
    "tone-man",
    Severity.WARNING,
    title="Man",
    fields=READ_FIELDS,
    guide="Vi skriver ”du skal” og ”I skal” og ikke ”kommunen skal”.",
    why="”Man” kan være hvem som helst. ”Du” eller ”I” siger, at det er læseren.",
    bad=text_example("method", "Man skal oprette en bruger for hver afdeling."),
    good=text_example(
        "method", "Du skal oprette en bruger for hver afdeling. Når man som borger søger, …"
    ),
)
def tone_man(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        if "man" not in text.lower():
            continue
        subject = "du" if field in _TO_ONE else "I"
        for sentence in said_in(text):
            for position in _men(sentence):
                token = sentence[position]
                fix = _you(sentence, position, subject)
                message = f"Skriv ”{subject}” i stedet for ”man”."
                yield Mark(field, message, block, token.start, token.end, (fix,) if fix else ())


def _men(sentence: Sentence) -> Iterator[int]:
    """Yield where ”man” stands as a subject; none where the sentence is about citizens."""
    positions = [
        i
        for i, token in enumerate(sentence)
        if token.low == "man" and not token.is_quoted and _is_pronoun(sentence, i)
    ]
    yield from (i for i in positions if not _is_citizen(sentence, i))


def _is_citizen(sentence: Sentence, position: int) -> bool:
    """”når man som borger søger”, ”Borgeren får at vide, at man kan klage”."""
    behind = [token.low for token in sentence[position + 1 : position + _NEAR]]
    is_one = any(_names_citizen(low) for low in behind[:1]) or any(
        word in {"som", "er", "bliver"} and any(_names_citizen(low) for low in behind[i:])
        for i, word in enumerate(behind[:2])
    )
    front = sentence[max(0, position - _REACH) : position]
    return is_one or any(
        _names_citizen(token.low) and not (token.low.endswith("s") or token.low == "modtager")
        for token in front
    )


def _names_citizen(low: str) -> bool:
    """True also for ”folkepensionist” and ”ydelsesmodtageren”, not for ”borgerservice”."""
    if low.startswith("borgerservice"):
        return False
    return low.startswith(_CITIZENS) or any(compound in low for compound in _COMPOUNDS)


def _is_pronoun(sentence: Sentence, position: int) -> bool:
    """False for ”Isle of Man”, ”MAN Truck” and ”man@”: a name begins with a capital inside."""
    token = sentence[position]
    is_name = token.text.isupper() or (token.is_capitalised and _is_inside(sentence, position))
    around = sentence[max(0, position - 1) : position + 2]
    hangs = any(
        near is not token
        and not near.is_word
        and near.text in {"@", "-", "_", "/", "."}
        and (near.start == token.end or near.end == token.start)
        and position + 1 < len(sentence) - (near.text == ".")
        for near in around
    )
    return not is_name and not hangs


def _is_inside(sentence: Sentence, position: int) -> bool:
    return any(token.is_word for token in sentence[max(0, position - 1) : position])


def _you(sentence: Sentence, position: int, subject: str) -> Fix | None:
    """Return the fix; None where another word of the clause would have to follow."""
    begin = max(0, position - _REACH)
    end = min(len(sentence), position + _PREDICATE_MAX)
    has_own = any(token.low in _OWN for token in sentence[begin : position + _REACH])
    bends = subject == "I" and any(predicates(sentence, position + 1, end))
    if has_own or bends or not any(is_finite(token) for token in sentence[begin:end]):
        return None
    token = sentence[position]
    shown = subject.capitalize() if token.is_capitalised else subject
    return Fix(f"Ret til ”{subject}”", shown, token.start, token.end)


@rule(
    "tone-who",
    Severity.WARNING,
    title="Hvem skal gøre det",
    fields=READ_FIELDS,
    guide="Vi skriver ”du skal” og ”I skal” og ikke ”kommunen skal”.",
    why="”Der skal foretages” siger ikke, hvem der skal gøre det. Så gør ingen det.",
    bad=text_example("method", "Det skal sikres, at alle har en rolle."),
    good=text_example("method", "Du skal sikre, at alle har en rolle. Der skal stå ”Aktiv”."),
)
def tone_who(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, block, text in draft.texts(*READ_FIELDS):
        low = text.lower()
        if "der" not in low and "det" not in low:
            continue
        subject = "du" if field in _TO_ONE else "I"
        for sentence in said_in(text):
            for found in nobodies(sentence):
                spoken = f"{subject} {sentence[found.modal].low} …"
                message = f"Skriv, hvem der skal gøre det, fx ”{spoken}”."
                shown = _told(text, sentence, found, subject)
                fixes = () if found.is_joined else (Fix(f"Ret til ”{spoken}”", shown),)
                start, end = sentence[found.first].start, sentence[found.verb].end
                yield Mark(field, message, block, start, end, fixes)


def _told(text: str, sentence: Sentence, found: Nobody, subject: str) -> str:
    """”Der skal derfor sendes” -> ”I skal derfor sende”."""
    kept = text[sentence[found.begin].end : sentence[found.verb].start]
    return f"{_turned(sentence, found, subject)}{kept}{found.infinitive}"


def _turned(sentence: Sentence, found: Nobody, subject: str) -> str:
    """”Der skal” -> ”I skal”, ”skal der” -> ”skal I”."""
    modal = sentence[found.modal]
    if found.modal < found.dummy:
        return f"{modal.text} {subject}"
    shown = subject.capitalize() if sentence[found.dummy].is_capitalised else subject
    return f"{shown} {modal.text}"
