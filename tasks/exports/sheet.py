"""The copy sheet: each field of the payload with its tick, and what was changed after it."""

from dataclasses import dataclass

from tasks.exports.payload import PayloadField
from tasks.exports.podio import podio_payload
from tasks.models import KlikTask, PodioEntry


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A field, who ticked it if anybody did, and the key of the next line (the last has none)."""

    number: int
    field: PayloadField
    entry: PodioEntry | None
    next_key: str

    @property
    def is_entered(self) -> bool:
        """The value that was typed is still the value."""
        return self.entry is not None and self.entry.value_hash == self.field.value_hash

    @property
    def is_changed(self) -> bool:
        """The field was ticked, and has another value since."""
        return self.entry is not None and not self.is_entered


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet in Podio's order."""

    lines: tuple[SheetLine, ...]

    def line(self, key: str) -> SheetLine:
        """Return the line of one field; raises StopIteration for a key without one."""
        return next(line for line in self.lines if line.field.key == key)

    @property
    def entered(self) -> int:
        """How many fields stand in Podio as they stand here."""
        return sum(line.is_entered for line in self.lines)

    @property
    def changed(self) -> tuple[SheetLine, ...]:
        """The lines to be typed again."""
        return tuple(line for line in self.lines if line.is_changed)

    @property
    def is_complete(self) -> bool:
        """True when nothing is left to type."""
        return self.entered == len(self.lines)


def copy_sheet(task: KlikTask) -> Sheet:
    """Return the sheet of a task read from ``with_parts()``; the ticks cost one query."""
    entries = {entry.field: entry for entry in task.podio_entries.select_related("entered_by")}
    fields = podio_payload(task).fields
    following = [*(field.key for field in fields[1:]), ""]
    return Sheet(
        tuple(
            SheetLine(number, field, entries.get(field.key), next_key)
            for number, (field, next_key) in enumerate(zip(fields, following, strict=True), 1)
        )
    )
