"""Which tags and attributes a text may hold; the only module that imports bleach."""

from collections.abc import Mapping
from types import MappingProxyType

import bleach

ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType({
    "p": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "ul": frozenset(),
    "ol": frozenset({"start"}),
    "li": frozenset(),
    "a": frozenset({"href"}),
})  # fmt: skip
"""Every tag and attribute that is stored; the editor's schema and the help read it too."""

_ATTRIBUTES = {tag: sorted(names) for tag, names in ALLOWED.items()}
_PROTOCOLS = ("http", "https", "mailto")


def allowed_only(fragment: str) -> str:
    """Return the HTML with nothing but what ALLOWED holds, as bleach sees it.

    The writer makes nothing else, and bleach returns it unchanged: this is a second lock, made by
    others. Give it a few marks at a time, for its time grows with the square of their number.
    """
    if "<" not in fragment:
        return fragment
    return bleach.clean(
        fragment, tags=ALLOWED, attributes=_ATTRIBUTES, protocols=_PROTOCOLS, strip=True
    )
