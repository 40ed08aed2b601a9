"""Plain text in, Markdown out that shows the same text: Podio reads comments as Markdown."""

import re

_PREFIX = "#besked"
_ITEM = re.compile(r"- (?=[^\s-])")
_MARKS = (
    r"\\(?=[!-/:-@\[-`{-~])"  # would swallow the sign after it
    r"|[*`]|~(?=\S)|(?<=\S)~"
    r"|\](?=[(:\[])"  # a link, a definition or a reference
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[0-9A-Za-z]{1,31};)"
)
_PART = re.compile(rf"(?P<address>https?://[^\s<>”\"]+)|{_MARKS}|_")
# Inside a word ”_” is never emphasis, and an address stays one that can be clicked on
_IN_ADDRESS = re.compile(rf"{_MARKS}|\\$|(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"[#>]|[-+](?=\s|$)|-(?=-)|[0-9]{1,9}(?=[.)](?:\s|$))")
_TICK_BOX = re.compile(r"\[(?=[ xX]\]\s)")


def escape_markdown(text: str) -> str:
    r"""Return the text with as few backslashes as a Markdown renderer needs to show it as typed.

    Escaped are *, _, ~ and ` (in a web address only where they would be marks), "30." and "#" first
    on a line, and what would become a link, a tag, a tick box or a rule. Kept are a leading
    "#besked", which must be the first characters Podio sees, and lines beginning with "- ", which
    are (flat) lists. Every other line becomes a paragraph of its own: a single line break may
    vanish in a Podio comment.
    """
    out = ""
    after_item = False
    for line in filter(None, map(str.strip, text.splitlines())):
        is_item = _ITEM.match(line) is not None
        if not out:
            out = _escape_first_line(line)
        else:
            out += ("\n" if is_item and after_item else "\n\n") + _escape_line(line)
        after_item = is_item
    return out


def _escape_first_line(line: str) -> str:
    if line.startswith(_PREFIX):
        return _PREFIX + _escape_inline(line.removeprefix(_PREFIX))
    return _escape_line(line)


def _escape_line(line: str) -> str:
    if not _ITEM.match(line):
        return _escape_start(line)
    item = line[1:].lstrip()
    return f"- \\{_escape_inline(item)}" if _TICK_BOX.match(item) else f"- {_escape_start(item)}"


def _escape_start(words: str) -> str:
    """Escape what would make the line (or the item) a heading, a quote, a list or a rule."""
    start = _LINE_START.match(words)
    if start is None:
        return _escape_inline(words)
    if start[0].isdigit():
        return f"{start[0]}\\{_escape_inline(words[start.end() :])}"
    return f"\\{_escape_inline(words)}"


def _escape_inline(words: str) -> str:
    return _PART.sub(_escape_part, words)


def _escape_part(part: re.Match[str]) -> str:
    if part["address"]:
        return _IN_ADDRESS.sub(lambda mark: f"\\{mark[0]}", part["address"])
    return f"\\{part[0]}"
