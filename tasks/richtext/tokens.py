"""HTML cut into words and tags, forgiving as a browser and in time linear in its length."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

_UNSHOWN = frozenset({"iframe", "noembed", "noframes", "script", "style", "title"})
_END_OF_UNSHOWN = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _UNSHOWN}

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))?+"""
_MARKUP = re.compile(
    rf"""
    <!--(?:-?>|.*?--!?>)                    # a comment
    | <(?:!(?!--)|\?|/(?![A-Za-z]))[^>]*+>  # a doctype, an instruction, a broken end tag
    | <(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>
    """,
    re.VERBOSE | re.DOTALL,
)
_CAN_OPEN = re.compile(r"<[A-Za-z/!?]")
_TOO_LONG_NUMBER = re.compile(r"&#[0-9]{9,}+;?")  # html.unescape raises ValueError at 4,301 digits
_NAME_AND_VALUE = re.compile(
    r"""(?P<name>[^\s/>][^\s/>=]*+)"""
    r"""(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>(?!["'])[^\s>]*+)))?+"""
)


class Token(NamedTuple):
    """Words, or the start or end of an element named in lower case."""

    kind: Literal["text", "start", "end"]
    value: str
    attributes: Mapping[str, str] = {}


def tokens(source: str) -> Iterator[Token]:
    """Yield the words and tags of the source; script, style and comments leave no words.

    A "<" that opens nothing is a word, and so is all that follows a tag which is never closed:
    what looks like text stays text.
    """
    position = 0
    while position < len(source):
        opening = source.find("<", position)
        if opening == -1:
            opening = len(source)
        if opening > position:
            yield _words(source[position:opening])
        if opening == len(source):
            return
        markup = _MARKUP.match(source, opening)
        if markup is None:
            position = opening + 1 if _is_lone(source, opening) else len(source)
            yield _words(source[opening:position])
            continue
        position = markup.end()
        if name := (markup["name"] or "").lower():
            yield _tag(name, markup)
            if name in _UNSHOWN and not markup["slash"]:
                closing = _END_OF_UNSHOWN[name].search(source, position)
                position = closing.start() if closing else len(source)


def _is_lone(source: str, opening: int) -> bool:
    """Tell if the "<" is only a sign, as in "a < b", and not the start of unfinished markup."""
    return _CAN_OPEN.match(source, opening) is None


def _words(source: str) -> Token:
    return Token("text", _unescaped(source))


def _tag(name: str, markup: re.Match[str]) -> Token:
    if markup["slash"]:
        return Token("end", name)
    attributes: dict[str, str] = {}
    for attribute in _NAME_AND_VALUE.finditer(markup["attributes"]):
        value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
        attributes.setdefault(attribute["name"].lower(), _unescaped(value))
    return Token("start", name, attributes)


def _unescaped(source: str) -> str:
    """Return the text with its character references read; a number too long is no character."""
    return html.unescape(_TOO_LONG_NUMBER.sub("\ufffd", source))
