"""A text as words with what stands before each; joined again they are exactly the text."""

import re
from typing import NamedTuple

_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_PIECE = re.compile(
    rf"""
    [^\W\d_]++(?=[ ])                                           # most words: quickly found
  | (?P<lead>(?:\s*\n|\A)[^\S\n]*(?:\d{{1,3}}\.|[-•])[^\S\n]+   # a line's end, ”2. ” or ”- ”
             | \s+)
  | (?:https?://|www\.)[^\s<>”"]*[^\s<>”".,;:!?)»]
  | [\w.+-]{{1,64}}+@[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{1,8}}      # kp@kombit.dk
  | \d{{1,2}}\.[ ](?:{_MONTH})\b(?:[ ]\d{{4}}\b)?                # 30. oktober 2026
  | \d++(?:[.,:/–-]\d++)*+%?(?!\w)                             # 30.10.2026, 1.250,50, 98%
  | [^\W\d_]{{1,4}}\.(?=[ ]\d)                                  # kl. 10.42, d. 30.10.
  | [^\W_](?:[\w\u0300-\u036f]|[-–'’](?=[^\W_]))*+             # KP-systemansvarlige
  | .                                                          # any mark by itself
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_LEAD = re.compile(r"\n|[^\S\n]+|\d+|\S")


class Word(NamedTuple):
    """A word, number, date, address or mark, and what stands before it.

    ``lead`` is white space, and the number or dash of a list item: a step is the same step when it
    only got another number. The last word of a text is empty: it holds the white space at the end.
    """

    lead: str
    text: str

    @property
    def begins_line(self) -> bool:
        return "\n" in self.lead

    @property
    def lead_texts(self) -> list[str]:
        return _IN_LEAD.findall(self.lead)

    @property
    def texts(self) -> list[str]:
        return [*self.lead_texts, self.text] if self.text else self.lead_texts


def words(text: str) -> list[Word]:
    """Split a text into its words."""
    found: list[Word] = []
    lead = ""
    for piece in _PIECE.finditer(text):
        if piece.lastgroup:
            lead += piece[0]
        else:
            found.append(Word(lead, piece[0]))
            lead = ""
    return [*found, Word(lead, "")]
