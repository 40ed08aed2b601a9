"""What the engine answers: findings with a span, a message, the guide's sentence and fixes."""

import dataclasses
import hashlib
from dataclasses import dataclass
from enum import IntEnum

_PHRASE_MAX = 200
_QUOTES = str.maketrans(dict.fromkeys("”“„»«″’‘'", '"'))


class Severity(IntEnum):
    """The only axis there is; a door decides what each step means."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return {1: "Godt råd", 2: "Bør rettes", 3: "Skal rettes"}[self]


@dataclass(frozen=True, slots=True)
class Fix:
    """A ready change: put ``replacement`` in place of text[start:end] of the finding's block.

    ``start`` and ``end`` are code points; None means the finding's own. A fix is wider than its
    finding when it takes agreement along (”kommunen skal … sine” -> ”I skal … jeres”).
    """

    label: str
    replacement: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. ``start`` and ``end`` are code points in the block's text.

    ``block`` is the block's index (0 for plain fields); 0, 0 marks the whole field, and then
    ``phrase`` is empty and ``subject`` says what a dismissal is tied to.
    """

    rule: str
    severity: Severity
    field: str
    block: int
    start: int
    end: int
    phrase: str
    message: str
    fixes: tuple[Fix, ...] = ()
    can_be_kept: bool = True
    why: str = dataclasses.field(default="", compare=False, repr=False)
    guide: str = dataclasses.field(default="", compare=False, repr=False)
    subject: str = dataclasses.field(default="", compare=False, repr=False)

    @property
    def normalised_phrase(self) -> str:
        """What a dismissal compares: the phrase, or for a whole field the subject."""
        return normalised(self.phrase or self.subject)

    @property
    def is_whole_field(self) -> bool:
        return self.start == self.end

    def span_of(self, fix: Fix) -> tuple[int, int]:
        """Return the code points a fix replaces in the block's text."""
        start = self.start if fix.start is None else fix.start
        return start, self.end if fix.end is None else fix.end


def normalised(phrase: str) -> str:
    """Return the phrase casefolded, its white space folded and its quotes made one kind.

    At most 200 code points: a longer phrase keeps its beginning and a digest of the whole.
    """
    plain = " ".join(phrase.translate(_QUOTES).casefold().split())
    if len(plain) <= _PHRASE_MAX:
        return plain
    digest = hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{plain[: _PHRASE_MAX - 17].rstrip()} {digest}"
