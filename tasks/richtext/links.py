"""Which addresses a link may have, and where bare addresses stand in a text."""

import re
from collections.abc import Iterator

from tasks.richtext.lines import Run, visible
from tasks.web_address import is_web_address

_IGNORED = re.compile("[\x00-\x1f\x85\u2028\u2029]")  # browsers skip a line break in an address
_BARE = re.compile(r"(?<!\w)https?://[^\s<>\"”]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?'’"


def safe_href(address: str) -> str:
    """Return the address when a link may have it, else "".

    What nobody sees is left out of it first, and a blank is written as %20.
    """
    href = visible(_IGNORED.sub("", address)).strip().replace(" ", "%20")
    return href if is_web_address(href) else ""


def linked_runs(text: str) -> Iterator[Run]:
    """Yield the text as runs in which every bare http(s) address is a link to itself."""
    position = 0
    for found in _BARE.finditer(text):
        address = _without_what_follows(found[0])
        if href := safe_href(address):
            yield Run(text[position : found.start()])
            yield Run(address, href=href)
            position = found.start() + len(address)
    yield Run(text[position:])


def _without_what_follows(address: str) -> str:
    """Return the address without the full stop or bracket of the sentence it stands in."""
    brackets = address.count(")") - address.count("(")
    end = len(address)
    while end:
        if address[end - 1] == ")" and brackets > 0:
            brackets -= 1
        elif address[end - 1] not in _AFTER_ADDRESS:
            break
        end -= 1
    return address[:end]
