"""The shape of a task as a municipality meets it in KLIK."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from tasks import guide
from tasks.exports.payload import WebLink


@dataclass(frozen=True, slots=True)
class SeenField:
    """One field a municipality sees; it always has a text."""

    key: str
    label: str
    text: str
    html: str = ""
    items: tuple[str, ...] = ()
    links: tuple[WebLink, ...] = ()
    only_in_podio: tuple[WebLink, ...] = ()

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
    """All a municipality sees, in the guide's order; the stamp tells what is not approved."""

    title: str
    fields: tuple[SeenField, ...]
    announcement: str
    is_final: bool
    saved_at: datetime | None

    @property
    def parts(self) -> Iterator[SeenPart]:
        """The fields as a page shows them: facts together, each text under its heading."""
        for is_prose, fields in groupby(self.fields, key=lambda field: field.is_prose):
            yield SeenPart(is_prose, tuple(fields))
