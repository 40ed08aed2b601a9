"""Links: they lead somewhere, and a name says where."""

from collections.abc import Iterator

from tasks.style.draft import PROSE_FIELDS, Block, BlockLink, Draft, House, Link
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule
from tasks.style.tokens import Kind, Token, tokens
from tasks.web_address import is_web_address

_HOW = "Skriv hele adressen, fx https://docs.kombit.dk/vejledning.pdf."
_NAME_IT = (
    "Giv linket et navn, fx ”vejledningen til KP”, og læg adressen bag: Skriv navnet, markér det, "
    "og indsæt adressen som link."
)
_SHOWN_MAX = 60  # code points of an address in a message
_AFTER_ADDRESS = ".,;:!?'’)"


def _attached(title: str, url: str) -> Draft:
    return Draft(attachments=(Link(title, url),))


def _linked(text: str, url: str, start: int) -> Draft:
    link = BlockLink(start, len(text) - 1, url)
    return Draft(method=(Block(text, "li", 1, links=(link,)),))


@rule(
    "link-shape",
    Severity.ERROR,
    title="Link uden adresse",
    fields=(*PROSE_FIELDS, "attachments"),
    guide="Indsæt link.",
    why="Et link virker kun i Podio og KLIK, når det er en hel adresse, som alle kan åbne. En sti "
    "på et fællesdrev når ingen kommune ind til.",
    bad=Example("K:\\Vejledninger\\KP.docx", _attached("Vejledning til KP", "K:\\KP.docx")),
    good=Example(
        "https://docs.kombit.dk/kp.pdf",
        _attached("Vejledning til KP", "https://docs.kombit.dk/kp.pdf"),
    ),
    can_be_kept=False,
)
def link_shape(draft: Draft, _house: House) -> Iterator[Mark]:
    for field, index, link in _links(draft):
        if not is_web_address(link.href):
            message = f"Linket fører ikke til en adresse: ”{_short(link.href)}”. {_HOW}"
            yield Mark(field, message, index, link.start, link.end)
    wrong = [link for link in draft.attachments if not is_web_address(link.url.strip())]
    if wrong:
        names = ", ".join(f"”{_short(link.title or link.url)}”" for link in wrong)
        yield Mark("attachments", f"Giv {names} en adresse, som kommunerne kan åbne. {_HOW}")


@rule(
    "link-naked",
    Severity.HINT,
    title="Link uden navn",
    fields=(*PROSE_FIELDS, "attachments"),
    guide="kan afsnittet linke til disse med angivelse af hvilken del af vejledningen, der er "
    "relevant.",
    why="Et navn fortæller, hvad man finder bag linket. En rå adresse er svær at læse og siger "
    "sjældent noget.",
    bad=Example(
        "Læs https://docs.kombit.dk/kp/4711.",
        _linked("Læs https://docs.kombit.dk/kp/4711.", "https://docs.kombit.dk/kp/4711", 4),
    ),
    good=Example(
        "Læs afsnit 2 i vejledningen til KP.",
        _linked("Læs afsnit 2 i vejledningen til KP.", "https://docs.kombit.dk/kp/4711", 4),
    ),
)
def link_naked(draft: Draft, _house: House) -> Iterator[Mark]:
    for field in PROSE_FIELDS:
        for index, block in enumerate(draft.blocks(field)):
            for start, end in _naked(block):
                yield Mark(field, _NAME_IT, index, start, end)
    untitled = [_short(link.url) for link in draft.attachments if link.url and not _is_named(link)]
    if untitled:
        message = f"Giv {', '.join(untitled)} en titel, der fortæller, hvad man finder dér."
        yield Mark("attachments", message, subject=" ".join(untitled))


def _naked(block: Block) -> Iterator[tuple[int, int]]:
    """Yield where an address stands in the text itself, as a link or not; quoted ones are data."""
    spans = {
        (token.start, token.start + len(token.text.rstrip(_AFTER_ADDRESS)))
        for token in tokens(block.text)
        if token.kind is Kind.URL and not token.is_quoted and not _is_mail(token)
    }
    covered = {start for start, _ in spans}
    spans |= {
        (link.start, link.end)
        for link in block.links
        if link.start not in covered and _shows_address(block.text[link.start : link.end], link)
    }
    yield from sorted(spans)


def _is_mail(token: Token) -> bool:
    return "@" in token.text and not token.low.startswith(("http", "www."))


def _shows_address(text: str, link: BlockLink) -> bool:
    """”kombit.dk/vejledning” over https://kombit.dk/vejledning."""
    address = link.href.partition("://")[2].rstrip("/")
    return bool(address) and text.strip().rstrip("/") in {address, link.href.rstrip("/")}


def _is_named(link: Link) -> bool:
    title = link.title.strip()
    return bool(title) and title != link.url and not title.startswith(("http://", "https://"))


def _links(draft: Draft) -> Iterator[tuple[str, int, BlockLink]]:
    for field in PROSE_FIELDS:
        for index, block in enumerate(draft.blocks(field)):
            for link in block.links:
                yield field, index, link


def _short(address: str) -> str:
    return address if len(address) <= _SHOWN_MAX else f"{address[: _SHOWN_MAX - 1]}…"
