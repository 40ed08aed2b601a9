"""The shape of a task as a municipality meets it in KLIK."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from tasks import guide
from tasks.exports.payload import WebLink
from tasks.style import Severity


@dataclass(frozen=True, slots=True)
class Note:
    """A finding where it stands, told to the author alone; ``number`` is the one in the text.

    ``phrase`` is empty where the whole field is meant, and then no number stands in the text.
    """

    number: int
    severity: Severity
    phrase: str
    message: str


@dataclass(frozen=True, slots=True)
class SeenField:
    """One field a municipality sees; it always has a text, but a title may be missing yet.

    ``notes`` and ``marked``, the plain text as HTML with its marks, are there on request only.
    """

    key: str
    label: str
    text: str
    html: str = ""
    items: tuple[str, ...] = ()
    links: tuple[WebLink, ...] = ()
    only_in_podio: tuple[WebLink, ...] = ()
    notes: tuple[Note, ...] = ()
    marked: str = ""

    @property
    def is_prose(self) -> bool:
        """True for a text with a heading of its own; the others are lines of facts."""
        return self.key in guide.PROSE_KEYS

    @property
    def who_is_you(self) -> str:
        """Who ”du” and ”I” are in this text; empty where the guide does not part readers."""
        return guide.WHO_IS_YOU.get(self.key, "")


@dataclass(frozen=True, slots=True)
class SeenPart:
    """Neighbouring fields of one kind."""

    is_prose: bool
    fields: tuple[SeenField, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """All a municipality sees, in KLIK's order; the stamp tells what is not approved.

    ``status`` is the one KLIK gives a task nobody has begun. ``unseen_notes`` counts findings in
    what municipalities do not see.
    """

    heading: SeenField
    status: str
    fields: tuple[SeenField, ...]
    message: SeenField | None
    is_final: bool
    saved_at: datetime | None
    unseen_notes: int = 0

    @property
    def title(self) -> str:
        return self.heading.text

    @property
    def parts(self) -> Iterator[SeenPart]:
        """The fields as a page shows them: facts together, each text under its heading."""
        for is_prose, fields in groupby(self.fields, key=lambda field: field.is_prose):
            yield SeenPart(is_prose, tuple(fields))

    @property
    def notes(self) -> tuple[Note, ...]:
        """The findings that are told, in the order they stand."""
        last = (self.message,) if self.message else ()
        return tuple(note for field in (self.heading, *self.fields, *last) for note in field.notes)

    @property
    def digest(self) -> str:
        """Another one as soon as anything a municipality sees is another."""
        return hashlib.sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()[:20]
