"""Method and the guides outside it: the steps are sketched, and the part of the guide is told."""

from collections.abc import Iterator

from tasks.style.draft import Block, Draft, House
from tasks.style.finding import Severity
from tasks.style.method_steps import outer_steps
from tasks.style.pointing import has_link, names_guide, points_to_guide, tells_part
from tasks.style.rule import Mark, rule, text_example
from tasks.style.tokens import Kind, Token, said_in
from tasks.style.wordset import wordset

Said = tuple[Token, ...]

_SENTENCES_MAX = 6
# Sentences that tell no step of the work itself
_ASIDES = wordset("fuldført spørgsmål tvivl os velkommen velkomne")
# A longer sentence tells more than where the guide is
_POINTING_MAX = 20
_BARE_MAX = 3
_PERFORMS = wordset("udfører løser udføre løse")


@rule(
    "method-outline",
    Severity.HINT,
    title="Skitsér trinene",
    fields=("method",),
    guide="Hvis afsnittet referer til en vejledning udenfor KLIK-opgaven (intern som ekstern), "
    "skal det vurderes, om der kan stilles en simpel vejledning op i KLIK-opgaven, som skitserer "
    "opgaven.",
    why="En erfaren medarbejder kan ofte nøjes med få trin og behøver så ikke at åbne det mere "
    "omfattende materiale.",
    bad=text_example(
        "method", "Du finder vejledningen, afsnit 2, på https://docs.kombit.dk/kp/vejledning."
    ),
    good=text_example(
        "method",
        "Du finder vejledningen, afsnit 2, på https://docs.kombit.dk/kp/vejledning. I korte træk:"
        "\n1. Åbn fanen\n2. Vælg rollen\n3. Gem",
    ),
)
def method_outline(draft: Draft, _house: House) -> Iterator[Mark]:
    if len(outer_steps(draft)) > _SENTENCES_MAX:
        return
    said = [
        (block, sentence)
        for block in draft.blocks("method")
        for sentence in said_in(block.text)
        if any(token.is_word or token.kind is Kind.URL for token in sentence)
    ]
    if not said or len(said) > _SENTENCES_MAX:
        return
    links = sum(_is_only_pointing(block, sentence) for block, sentence in said)
    if links and all(_is_only_pointing(b, s) or _is_aside(s) for b, s in said):
        message = "Kan du skitsere trinene her, så en erfaren medarbejder kan klare sig med dem?"
        yield Mark("method", message, subject="kun et link")


def _is_only_pointing(block: Block, said: Said) -> bool:
    """True for a sentence whose matter is the guide: ”Følg vejledningen”, an address alone."""
    count = sum(token.is_word for token in said)
    is_bare = count <= _BARE_MAX and has_link(block, said)
    return is_bare or (count <= _POINTING_MAX and points_to_guide(block, said))


def _is_aside(said: Said) -> bool:
    words = {token.low for token in said}
    return said[-1].text == ":" or bool(words & (_ASIDES | _PERFORMS))


@rule(
    "method-guide-part",
    Severity.HINT,
    title="Hvilken del af vejledningen",
    fields=("method",),
    guide="Hvis den nødvendige vejledning ligger i en eller flere eksterne vejledninger, kan "
    "afsnittet linke til disse med angivelse af hvilken del af vejledningen, der er relevant.",
    why="Udføreren skal ikke lede i en hel vejledning efter de få sider, der handler om opgaven.",
    bad=text_example("method", "1. Læs om rollerne i vejledningen til KP\n2. Vælg en rolle"),
    good=text_example(
        "method", "1. Læs om rollerne i afsnit 2 i vejledningen til KP\n2. Vælg en rolle"
    ),
)
def method_guide_part(draft: Draft, _house: House) -> Iterator[Mark]:
    pointing = [
        (index, said)
        for index, block in enumerate(draft.blocks("method"))
        for said in said_in(block.text)
        if points_to_guide(block, said)
    ]
    is_told = any(tells_part(said) for _, said in pointing) or _is_told_by_attachment(draft)
    if pointing and not is_told:
        index, said = pointing[0]
        message = "Skriv, hvilken del af vejledningen der er relevant, fx ”afsnit 2”."
        yield Mark("method", message, index, said[0].start, said[-1].end)


def _is_told_by_attachment(draft: Draft) -> bool:
    """True when a guide among the attachments says its part: ”Certifikatvejledning, afsnit 4.2”."""
    titles = [said for link in draft.attachments for said in said_in(link.title)]
    return any(names_guide(said) and tells_part(said) for said in titles)
