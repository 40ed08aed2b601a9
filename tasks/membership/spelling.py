"""One spelling for every way a municipality is written: ”Kbh.”, ”Århus kommune”, ”AARHUS”."""

import re
from unicodedata import combining, normalize

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_NO_LETTER = re.compile(r"[\W_]+")
_KIND = re.compile(r"(?:regions)?kommun(?:e|en|es|er|ens|ernes)?|kom")
# What they are called in daily speech; the official names have the s of the genitive
_SPOKEN = {
    "kbh": "koebenhavns",
    "koebenhavn": "koebenhavns",
    "bornholm": "bornholms",
    "nordfyn": "nordfyns",
    "vesthimmerland": "vesthimmerlands",
}


def spelling(name: str) -> str:
    """Return what two ways of writing the same municipality have in common, or nothing."""
    text = normalize("NFKC", name).casefold().translate(_LETTERS)
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    words = [word for word in _NO_LETTER.split(bare) if word and not _KIND.fullmatch(word)]
    joined = " ".join(words)
    return _SPOKEN.get(joined, joined)
