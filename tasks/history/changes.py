"""One field before and after, as plain text that a person can read."""

from dataclasses import dataclass, replace
from typing import Any

from tasks import guide
from tasks.differences import Part
from tasks.field_text import field_text
from tasks.history.comparing import Comparing
from tasks.history.rows import RowNames, is_row_key
from tasks.reference import PARTS

LONG = 80  # code points; a longer text is folded

_LABELS = {
    "prefix": "Reference, præfiks",
    "separator": "Reference, tegn imellem",
    "number": "Reference, nummer",
    "topic": "Emne",
    "text": guide.ANNOUNCEMENT.label,
    "kind": "Slags besked",
    "covers": "Beskeden gælder også",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field's label with its text before and after; an empty text means that it was empty.

    ``parts`` are the differences of long texts, where they are worth reading.
    """

    label: str
    old: str
    new: str
    parts: tuple[Part, ...] = ()

    @property
    def is_long(self) -> bool:
        """True when the texts are too long for one line."""
        return max(len(self.old), len(self.new)) > LONG or "\n" in self.old + self.new


def change_of(key: str, old: Any, new: Any, rows: RowNames, comparing: Comparing) -> Change:
    """Return the change of the field ``key`` from the stored values of an event."""
    change = Change(label_of(key), _text(key, old, rows), _text(key, new, rows))
    if change.is_long:
        return replace(change, parts=comparing.parts(change.old, change.new))
    return change


def label_of(key: str) -> str:
    """Return the Danish label of a changed value; an unknown key is shown as it is."""
    return _LABELS.get(key) or (guide.FIELD[key].label if key in guide.FIELD else key)


def place_of(key: str) -> str:
    """Return where a change or finding stands, as a sentence names it: all parts are Reference."""
    return guide.REFERENCE.label if key in (*PARTS, guide.REFERENCE_KEY) else label_of(key)


def _text(key: str, value: Any, rows: RowNames) -> str:
    if is_row_key(key) and value is not None:
        return rows.names(key, value)
    return field_text(key, value)
