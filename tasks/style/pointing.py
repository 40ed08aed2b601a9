"""Does a sentence point to a guide outside the task, and does it say which part of it?"""

from tasks.style.draft import Block
from tasks.style.tokens import Kind, Token
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_STEMS = (
    "vejledning", "guide", "manual", "håndbog", "instruks", "instruktion", "dokumentation",
    "brugsanvisning", "video",
)  # fmt: skip
_ENDINGS = ("", "en", "er", "erne", "n", "r", "rne", "ens", "erens", "s", "ns")
_IRREGULAR = ("håndbøger", "håndbøgerne")
_GUIDES = (*_IRREGULAR, *(f"{stem}{ending}" for stem in _STEMS for ending in _ENDINGS))
_POINTS = wordset(
    "se læs læse følg følge brug bruge anvend anvende jf. jf jvf. iht. ifølge find finde hent "
    "hente åbn åbne orienter orientér gennemgå gennemlæs fremgår beskrevet beskriver vist "
    "henviser henvises findes ligger står"
)
_PARTS = wordset(
    "afsnit afsnittet afsnittene kapitel kapitlet kapitlerne kapitler side siden sider siderne "
    "trin trinene punkt punktet punkter punkterne tabel tabellen figur figuren del delen bilag "
    "fane fanen slide slides minut minutter kap. s. pkt. pkt § overskriften overskrift hele alle "
    "forsiden bagsiden første sidste øverst nederst kort korte ark arket skema skemaet"
)
# Short by their names: there is no part to point out
_SHORT = ("kvikguide", "quickguide", "startguide", "tjekliste", "minivejledning", "kortvejledning")


def names_guide(said: Said) -> bool:
    """True when the sentence names a guide: ”brugervejledningen”, ”rolleguiden”."""
    return any(_is_guide(token) for token in said)


def _is_guide(token: Token) -> bool:
    return token.is_word and token.low.endswith(_GUIDES) and not token.low.startswith(_SHORT)


def has_link(block: Block, said: Said) -> bool:
    """True when a link or an address stands in the sentence."""
    start, end = said[0].start, said[-1].end
    is_linked = any(link.start < end and link.end > start for link in block.links)
    return is_linked or any(token.kind is Kind.URL for token in said)


def points_to_guide(block: Block, said: Said) -> bool:
    """True for ”Læs vejledningen”, ”som beskrevet i guiden”; not ”Skriv en vejledning til …”."""
    if not names_guide(said):
        return False
    return any(token.low in _POINTS for token in said) or has_link(block, said)


def tells_part(said: Said) -> bool:
    """True for ”afsnit 4.2”, ”kapitlet ”Fejlkoder””, ”hele vejledningen”: quoted is a heading."""
    return any(token.low in _PARTS or token.is_quoted for token in said)
