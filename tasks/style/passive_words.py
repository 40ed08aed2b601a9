"""Single words of the passive: is this form an s-passive, a blive form, a participle?"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.style.lexicon import lexicon, nouns, overlay
from tasks.style.nouns import is_noun
from tasks.style.wordset import wordset

BECOMING = wordset("bliver blev blive blevet")
# No noun ends so: what the dictionary lacks is a loan verb, ”provisioneres”, ”autentificeres”
_LOAN_PASSIVES = ("iseres", "iceres", "oneres", "ueres", "uleres", "ateres")
_LOAN_PARTICIPLES = ("iseret", "iceret", "oneret", "ueret", "uleret", "ateret")
_STEM_MIN = 4
_FRONT_MIN = 3


@dataclass(frozen=True, slots=True)
class PassiveWords:
    """The hand-written lists of passives.toml.

    ``deponent_before`` holds the words, split, that make a passive form a deponent.
    """

    no_passives: frozenset[str]
    nouns: frozenset[str]
    no_participles: frozenset[str]
    past: dict[str, str]
    deponent_before: dict[str, tuple[tuple[str, ...], ...]]


@cache
def passive_words() -> PassiveWords:
    """Return the lists of passives.toml; read once."""
    path = Path(__file__).parent / "lexicon" / "passives.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return PassiveWords(
        no_passives=wordset(data["deponents"]) | wordset(data["never"]),
        nouns=wordset(data["nouns"]),
        no_participles=wordset(data["adjectives"]) | wordset(data["definite_nouns"]),
        past=data["past"],
        deponent_before={
            word: tuple(tuple(phrase.split()) for phrase in behind.split("|"))
            for word, behind in data["deponent_before"].items()
        },
    )


def passive_infinitive(low: str) -> str | None:
    """Return the infinitive of an s-passive (”oprettes” -> ”oprette”); None for other words."""
    if not low.endswith("s") or low in passive_words().no_passives:
        return None
    listed = lexicon().passives.get(low) or past_infinitive(low) or _on_vowel(low, "es")
    return listed or _unlisted_passive(low)


def _on_vowel(low: str, ending: str) -> str | None:
    """”fornyes” and ”fornyet” are spelt with an e the infinitive ”forny” lacks."""
    stem = low.removesuffix(ending)
    is_verb = stem != low and stem.endswith(("y", "i", "o", "u"))
    return stem if is_verb and stem in lexicon().infinitives else None


def past_infinitive(low: str) -> str | None:
    """Return the infinitive of a past s-passive: ”oprettedes”, ”sendtes”, ”lagdes”."""
    infinitive = passive_words().past.get(low)
    if infinitive is None and low.endswith("edes"):
        infinitive = low[:-3]
        infinitive = _on_vowel(low, "edes") or infinitive
    elif infinitive is None and low.endswith("tes"):
        infinitive = lexicon().participles.get(low[:-2])
    passive = f"{infinitive}s"
    is_passive = passive in lexicon().passives and passive not in passive_words().no_passives
    return infinitive if is_passive else None


def _unlisted_passive(low: str) -> str | None:
    """”massetildeles” ends on a verb we know, ”provisioneres” as only verbs do."""
    for stem in _stems(low):
        infinitive = lexicon().passives.get(stem) or past_infinitive(stem)
        if infinitive and infinitive not in passive_words().nouns:
            return low[: len(low) - len(stem)] + infinitive
    if low.endswith(_LOAN_PASSIVES):
        return low[:-1]
    return _joined_passive(low)


def _joined_passive(low: str) -> str | None:
    """”partshøres”: a noun in front of a passive; ”en opgaves” is a noun itself."""
    if low[:-1] in nouns() or is_noun(low[:-1]):
        return None
    for begin in range(_FRONT_MIN, len(low) - _STEM_MIN):
        front, stem = low[:begin], low[begin:]
        infinitive = lexicon().passives.get(stem)
        is_joined = front in nouns() or (front.endswith("s") and front[:-1] in nouns())
        if infinitive and is_joined and stem not in passive_words().no_passives:
            return front + infinitive
    return None


def _stems(low: str) -> tuple[str, ...]:
    prefixes = (prefix for prefix in overlay().verb_prefixes if low.startswith(prefix))
    stems = (low.removeprefix(prefix) for prefix in prefixes)
    return tuple(stem for stem in stems if len(stem) > _STEM_MIN)


def participle_infinitive(low: str) -> str | None:
    """Return the infinitive of a participle (”sendt”); None for ”klart” and ”arbejdet”."""
    if low in passive_words().no_participles:
        return None
    form = low[:-1] + "t" if low.endswith("ede") else low
    found = form if form.endswith("t") else ""
    for stem in (found, *_stems(found)):
        infinitive = lexicon().participles.get(stem)
        if infinitive is not None and stem not in passive_words().no_participles:
            return infinitive
    on_vowel = _on_vowel(form, "et")
    return on_vowel or (f"{form[:-1]}e" if form.endswith(_LOAN_PARTICIPLES) else None)
