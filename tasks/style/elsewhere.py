"""A role in another house is not the reader: ”projektlederen hos leverandøren skal”."""

from tasks.style.address import Address, Sentence
from tasks.style.clause import CONJUNCTIONS, JOINERS
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

_AT = wordset("hos fra i på ved inden")
_HOUSES = (
    "leverandør", "netcompany", "kombit", "kmd", "region", "ministeri", "styrelse", "nabokommune",
    "systematic", "serviceplatform", "driftsleverandør", "statens", "udbetaling",
)  # fmt: skip
_OURS = wordset("jer dig os kommunen kommunerne kommune")
_REACH = 15


def is_elsewhere(sentence: Sentence, found: Address) -> bool:
    """True when the clause says that the role works for somebody else."""
    return _named_behind(sentence, found.noun.last + 1) or (
        found.modal_first < found.noun.first and _named_in_front(sentence, found)
    )


def is_house(low: str) -> bool:
    """True for the name of a supplier, a region, the state or KOMBIT."""
    return low.startswith(_HOUSES)


def _named_behind(sentence: Sentence, position: int) -> bool:
    behind = sentence[position : position + 5]
    if len(behind) < 2 or behind[0].low not in _AT:
        return False
    is_ours = any(token.low in _OURS for token in behind[1:])
    return any(is_house(token.low) for token in behind[1:4]) or (
        behind[0].low in {"hos", "fra"} and not is_ours and behind[1].kind is Kind.WORD
    )


def _named_in_front(sentence: Sentence, found: Address) -> bool:
    """”Hos leverandøren skal projektlederen”; what one gets from them is one's own."""
    begin = found.modal_first
    while begin and found.modal_first - begin < _REACH and not _opens(sentence[begin - 1]):
        begin -= 1
    front = sentence[begin : found.modal_first]
    if len(front) < 2 or front[0].low not in _AT or found.verb == "får":
        return False
    return any(is_house(token.low) for token in front[1:3])


def _opens(token: Token) -> bool:
    return token.kind in {Kind.MARK, Kind.LINE} or token.low in CONJUNCTIONS | JOINERS
