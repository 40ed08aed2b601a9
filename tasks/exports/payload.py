"""The shape of what a task becomes in Podio: plain frozen values, one per field of the template."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

NO_DATE = "ingen dato"
WEB_SCHEMES = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class WaveDay:
    """A computed date in one wave; ``day`` is None where an offset or the go-live is missing."""

    wave_pk: int
    wave: str
    day: date | None


@dataclass(frozen=True, slots=True)
class WebLink:
    """An attachment as it was saved."""

    title: str
    url: str

    @property
    def href(self) -> str:
        """The address a page may link to; empty for anything but http and https with a host."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return ""
        return self.url if parts.scheme in WEB_SCHEMES and parts.hostname else ""

    def __str__(self) -> str:
        return f"{self.title}: {self.url}" if self.title else self.url


@dataclass(frozen=True, slots=True)
class PayloadField:
    """One field as it is typed into Podio.

    ``text`` is plain and empty where the field shall stand empty; ``html`` is set for prose
    alone; ``value`` keeps numbers and yes/no as such; ``items`` are the values of a field that
    takes several; ``dates`` are what an offset gives in each wave. ``only_in_podio`` are those of
    the items that nobody has written here: told beside the text, which is what Podio is given.
    """

    key: str
    label: str
    text: str
    value: str | int | bool | None
    html: str = ""
    items: tuple[str, ...] = ()
    dates: tuple[WaveDay, ...] = ()
    links: tuple[WebLink, ...] = ()
    only_in_podio: tuple[WebLink, ...] = ()

    @property
    def value_hash(self) -> str:
        """A digest of what is typed; the dates are left out, since Podio computes its own."""
        typed = json.dumps([self.text, self.html], ensure_ascii=False)
        return hashlib.sha256(typed.encode("utf-8", "surrogatepass")).hexdigest()

    def day_in(self, wave_pk: int | None) -> date | None:
        """The date in one wave; None for a wave the task does not have."""
        return next((date.day for date in self.dates if date.wave_pk == wave_pk), None)


@dataclass(frozen=True, slots=True)
class Payload:
    """All 25 fields in Podio's order, and the message that is written on the master task.

    ``saved_at`` is None for what is typed and not saved.
    """

    fields: tuple[PayloadField, ...]
    announcement: str
    is_final: bool
    saved_at: datetime | None

    def field(self, key: str) -> PayloadField:
        """Return one field; raises KeyError for a key the template does not have."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)
