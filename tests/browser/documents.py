"""Random texts as they are stored: paragraphs, nested lists, marks, links, emoji and æøå."""

from __future__ import annotations

from random import Random

from tasks.richtext import clean_html

_WORDS = (
    "kommunen skal", "du skal", "ansvarlig", "f.eks.", "æøå ÆØÅ", "😀", "👩\u200d👧", "a<b & c",
    "”citat”", "Kommunens borgere", "jf. bilag 1", "30. oktober", "100 %", "kl. 10.42",
    "e\u0301n", "n\u00e5r", "SFTP", "implementere", "to  mellemrum", "nbsp\u00a0her",
    "blød\u00adbindestreg", "udfyldes",
)  # fmt: skip
_LINK = "https://www.kombit.dk/vejledning?a=1&b=2"


def documents(count: int, seed: int = 4) -> list[str]:
    """Return that many texts, always the same for a seed."""
    chance = Random(seed)  # noqa: S311 - the same texts every time
    return [clean_html(_blocks(chance, 0)) for _ in range(count)]


def untidy_documents(count: int, seed: int = 5) -> list[str]:
    """Return that many texts as an editor may hold them before the server has tidied them."""
    chance = Random(seed)  # noqa: S311 - the same texts every time
    return [_blocks(chance, 0).replace("</p>", "</p><p></p>", 1) for _ in range(count)]


def _blocks(chance: Random, depth: int) -> str:
    return "".join(_block(chance, depth) for _ in range(chance.randint(1, 4)))


def _block(chance: Random, depth: int) -> str:
    if depth > 3 or chance.random() < 0.55:
        return f"<p>{_line(chance)}</p>"
    tag = chance.choice(("ul", "ol", f'ol start="{chance.randint(2, 30)}"'))
    items = range(chance.randint(1, 3))
    inside = "".join(f"<li><p>{_line(chance)}</p>{_inner(chance, depth)}</li>" for _ in items)
    return f"<{tag}>{inside}</{tag[:2]}>"


def _inner(chance: Random, depth: int) -> str:
    return _blocks(chance, depth + 1) if chance.random() < 0.4 else ""


def _line(chance: Random) -> str:
    return " ".join(_marked(chance) for _ in range(chance.randint(1, 8)))


def _marked(chance: Random) -> str:
    words = chance.choice(_WORDS).replace("&", "&amp;").replace("<", "&lt;")
    mark = chance.random()
    if mark < 0.12:
        return f"<strong>{words}</strong>"
    if mark < 0.2:
        return f"<em>{words} <strong>{words}</strong></em>"
    if mark < 0.28:
        return f'<a href="{_LINK}">{words}</a>'
    return words
