"""The words of a sentence that carry content, stripped of their endings so they can be compared."""

from tasks.style.lexicon import lexicon
from tasks.style.tokens import Token
from tasks.style.wordset import wordset

_EMPTY_WORDS = wordset(
    "målet resultatet formålet opgaven er at i du jeres din dit dine jer kan skal vil får har "
    "bliver være blevet så det den de en et og eller til for af på med fra som der når om ved også "
    "sig alle nu dermed derfor herefter"
)
_ENDINGS = tuple(
    sorted(wordset("ernes erne erens eren ere enes ene ens ets ers en et er es ne e s"), key=len)[
        ::-1
    ]
)
_ALIKE = 0.7


def content(said: tuple[Token, ...]) -> frozenset[str]:
    """Return the stems of the content words: ”Målet er at teste snitfladen” -> test, snitflad."""
    words = (token.low for token in said if token.is_word)
    return frozenset(_stem(word) for word in words if word not in _EMPTY_WORDS)


def _stem(word: str) -> str:
    """Return ”vælg” for ”vælger”, ”valgt” and ”vælg”, ”rute” for ”ruten”."""
    words = lexicon()
    verbs = (words.participles, words.presents, words.imperatives)
    word = next((forms[word] for forms in verbs if word in forms), word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending)
    return word


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Shared words alone are normal; nearly all of them shared is the same sentence twice."""
    return bool(one and other) and len(one & other) / len(one | other) >= _ALIKE
